# SPDX-FileCopyrightText: 2026 The hillock authors
# SPDX-License-Identifier: BSL-1.0
"""Compiles each header alone, included twice, with warnings as errors: as usual, and without exceptions and RTTI.

A part of a header, X/*.ipp beside X.hpp, is compiled with it, and has to be included there."""

import argparse
import pathlib
import sys

from compiling import indented, messages

WARNINGS = ["-Wall", "-Wextra", "-Wpedantic", "-Werror"]
MODES = [[], ["-fno-exceptions", "-fno-rtti"]]


def is_part(include, path):
    whole = path.parent.with_suffix(".hpp")
    line = f"#include <{path.relative_to(include).as_posix()}>"
    return path.suffix == ".ipp" and whole.is_file() and line in whole.read_text().splitlines()


def check(include, compiler):
    """The failures as texts, and the number of headers compiled."""
    include = pathlib.Path(include)
    files = sorted(path for path in include.rglob("*") if path.is_file())
    headers = [path for path in files if path.suffix == ".hpp"]
    failures = [f"{path.relative_to(include)} is no .hpp: it is not covered" for path in files
                if path not in headers and not is_part(include, path)]
    if not headers:
        failures.append(f"no header in {include}")
    for header in headers:
        name = header.relative_to(include).as_posix()
        for mode in MODES:
            arguments = [*WARNINGS, *mode, "-I", str(include), "-x", "c++", "-"]
            accepted, output = messages(compiler, arguments, f"#include <{name}>\n" * 2)
            if not accepted:
                failures.append(f"{' '.join([name, *mode])}\n{indented(output, 12)}")
    return failures, len(headers)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("include", help="the folder that users put on their include path")
    parser.add_argument("--compiler", default="g++")
    arguments = parser.parse_args()
    failures, headers = check(arguments.include, arguments.compiler)
    for failure in failures:
        print(failure)
    print(f"{arguments.compiler}: {headers} headers in {len(MODES)} modes, {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
