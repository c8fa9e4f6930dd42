# SPDX-FileCopyrightText: 2026 The hillock authors
# SPDX-License-Identifier: BSL-1.0
"""Whether docs/guide.md explains each error of errors.hpp, and no error that does not exist."""

import pathlib
import re
import sys

ERROR = re.compile(r"struct (\w+);")  # a declaration, never defined
ROW = re.compile(r"^\| `(\w+)", re.MULTILINE)


def main():
    header, guide = (pathlib.Path(name).read_text() for name in sys.argv[1:])
    errors = {name for name in ERROR.findall(header) if name != "pointee"}
    explained = set(ROW.findall(guide[guide.index("## Errors"):]))
    for name in sorted(errors - explained):
        print(f"docs/guide.md does not explain {name}")
    for name in sorted(explained - errors):
        print(f"docs/guide.md explains {name}, which does not exist")
    print(f"{len(errors)} errors, {len(errors ^ explained)} failures")
    return 1 if errors != explained or not errors else 0


if __name__ == "__main__":
    sys.exit(main())
