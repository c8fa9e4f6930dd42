# SPDX-FileCopyrightText: 2026 The hillock authors
# SPDX-License-Identifier: BSL-1.0
"""The files of a folder that match a pattern, one a line; or, with --built, whether those are the ones that were built.

Meson looks into the folders when it configures. --built tells whoever added or removed a file since."""

import argparse
import pathlib
import sys


def listing(folder, pattern):
    return sorted(path.relative_to(folder).as_posix() for path in pathlib.Path(folder).glob(pattern))


def differences(present, built):
    return [f"{name} is new" for name in present if name not in built] + [
        f"{name} is gone" for name in built if name not in present
    ]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder")
    parser.add_argument("pattern")
    parser.add_argument("--built", nargs="*")
    arguments = parser.parse_args()
    present = listing(arguments.folder, arguments.pattern)
    if arguments.built is None:
        print("\n".join(present))
        return 0
    found = differences(present, [name for name in arguments.built if name])
    for line in found:
        print(f"{line}: run `meson setup --reconfigure` on the build directory")
    if not present:
        print(f"no file matches {arguments.pattern} in {arguments.folder}")
    else:
        print(f"{len(present)} files, {len(found)} differences")
    return 1 if found or not present else 0


if __name__ == "__main__":
    sys.exit(main())
