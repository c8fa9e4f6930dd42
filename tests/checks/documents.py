# SPDX-FileCopyrightText: 2026 The hillock authors
# SPDX-License-Identifier: BSL-1.0
"""Compiles the programs that README.md and docs/*.md show: each ```cpp block that includes a header of hillock.

A document with the line `<!-- one program -->` is one program: what its ```cpp blocks say, one after the other."""

import argparse
import pathlib
import re
import sys

from compiling import indented, messages

BLOCK = re.compile(r"^```cpp\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def programs(text):
    """The pairs (line where it starts, program) of a document."""
    blocks = [(text.count("\n", 0, match.start(1)) + 1, match[1]) for match in BLOCK.finditer(text)]
    if "<!-- one program -->\n" in text:
        # Errors name the document's lines.
        return [(blocks[0][0], "".join(f"#line {line}\n{block}" for line, block in blocks))]
    return [(line, block) for line, block in blocks if "#include <hillock/" in block]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("project", help="the folder of README.md")
    parser.add_argument("--compiler", default="g++")
    arguments = parser.parse_args()
    project = pathlib.Path(arguments.project)
    flags = ["-Wall", "-Wextra", "-I", str(project / "include"), "-x", "c++", "-"]
    compiled = failures = 0
    for document in [project / "README.md", *sorted((project / "docs").glob("*.md"))]:
        for line, program in programs(document.read_text()):
            accepted, output = messages(arguments.compiler, flags, program)
            compiled += 1
            if not accepted:
                failures += 1
                print(f"{document.relative_to(project)}:{line}\n{indented(output, 12)}")
    print(f"{arguments.compiler}: {compiled} programs of the documents, {failures} failures")
    return 1 if failures or not compiled else 0


if __name__ == "__main__":
    sys.exit(main())
