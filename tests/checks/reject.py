# SPDX-FileCopyrightText: 2026 The hillock authors
# SPDX-License-Identifier: BSL-1.0
"""Wrong programs must be refused, in the user's words, within the first three lines that the compiler prints.

A case is one file that holds the wrong program and its twin, which must compile:

    // expect: no value for the variable "beta"
    #include <hillock/hillock.hpp>
    ...
    #ifdef WRONG
    constexpr auto y = swish(x = 2.0);
    #else
    constexpr auto y = swish(x = 2.0, beta = 1.0);
    #endif

Where flags are what is wrong, they are named, and the twin is the same program with the flags that mend it added:

    // expect: NaN and infinities are lost under -ffinite-math-only
    // flags: -ffinite-math-only
    // fix: -fno-finite-math-only
    #include <hillock/hillock.hpp>

One of the first three lines must hold `error:` and every expected text. Where compilers must differ, only the most
specific of `expect-clang14:`, `expect-clang:` (`expect-g++:` likewise) and `expect:` counts."""

import argparse
import pathlib
import re
import sys

from compiling import indented, messages

EXPECT = re.compile(r"^// expect(?:-([a-z0-9+]+))?: *(.+?) *$", re.MULTILINE)
FLAGS = re.compile(r"^// (flags|fix): *(.+?) *$", re.MULTILINE)
LINES = 3


def expectations(source, compiler):
    """The texts that the refusal must hold under this compiler."""
    texts = {}
    for scope, text in EXPECT.findall(source):
        texts.setdefault(scope, []).append(text)
    exact = pathlib.Path(compiler).name.replace("clang++-", "clang").replace("g++-", "g++")
    for scope in [exact, exact.rstrip("0123456789"), ""]:
        if scope in texts:
            return texts[scope]
    return []


def commands(case, source, arguments):
    """The compiler's arguments for the wrong program, and those for its twin."""
    flags = {kind: text.split() for kind, text in FLAGS.findall(source)}
    common = [*arguments, *flags.get("flags", []), str(case)]
    return [*common, "-DWRONG"], [*common, *flags.get("fix", [])]


def fault(case, compiler, arguments):
    """What is wrong with a case, as a text; None where it is as it should be."""
    source = case.read_text()
    expected = expectations(source, compiler)
    if not expected:
        return "has no line `// expect: text`"
    if not re.search(r"^(#ifdef WRONG$|// fix: *\S)", source, re.MULTILINE):
        return "has no `#ifdef WRONG` and no line `// fix: flags`"
    wrong, twin = commands(case, source, arguments)
    accepted, output = messages(compiler, twin)
    if not accepted:
        return f"its twin does not compile\n{indented(output, 12)}"
    accepted, output = messages(compiler, wrong)
    if accepted:
        return "the wrong program compiles"
    first = output.splitlines()[:LINES]
    if not any("error:" in line and all(text in line for text in expected) for line in first):
        return f"none of the first {LINES} lines is an error with {expected}\n{indented(output, 12)}"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", help="where the cases lie")
    parser.add_argument("--compiler", default="g++")
    parser.add_argument("-I", dest="include", action="append", default=[])
    parser.add_argument("--show", action="store_true", help="print what the compiler says of each wrong program")
    arguments = parser.parse_args()
    flags = [flag for path in arguments.include for flag in ("-I", path)]
    cases = sorted(pathlib.Path(arguments.folder).rglob("*.cpp"))
    failures = 0
    for case in cases:
        found = fault(case, arguments.compiler, flags)
        failures += found is not None
        print(f"{'ok  ' if found is None else 'FAIL'} {case.stem}{'' if found is None else ': ' + found}")
        if arguments.show:
            wrong, _ = commands(case, case.read_text(), flags)
            print(indented(messages(arguments.compiler, wrong)[1], LINES), end="")
    print(f"{arguments.compiler}: {len(cases)} wrong programs, {failures} failures")
    return 1 if failures or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
