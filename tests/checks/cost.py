# SPDX-FileCopyrightText: 2026 The hillock authors
# SPDX-License-Identifier: BSL-1.0
"""What compiling costs: a table of seconds and memory, and a gate on counts that are the same on every machine.

Cases are an empty file, a file that only includes the umbrella, and each *.cpp of the folder. Seconds (the median of
three) and peak memory are g++'s and only printed. The counts are what a pinned clang made: class template
specializations, variable template specializations, functions (templates' and others'), types; those of a case are what
it adds to the include alone. Each must stay within limits.json, which --update writes from what it counts plus a
tenth."""

import argparse
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from compiling import STANDARD

TIMED = "g++"
COUNTED = "clang++-14"
REPEATS = 3
INCLUDE_ONLY = "include only"
COUNTS = {
    "classes": ["ClassTemplateSpecialization decls"],
    "variables": ["VarTemplateSpecialization decls"],
    "functions": ["Function decls", "CXXMethod decls", "CXXConstructor decls", "CXXConversion decls"],
    "types": ["types total"],
}


class Refused(Exception):
    """A compiler did not accept a case."""


def parse_counts(statistics_text):
    """Sums up what `-Xclang -print-stats` printed."""
    lines = re.findall(r"^ *(\d+) (\w+ decls|types total)", statistics_text, re.MULTILINE)
    found = {kind: int(number) for number, kind in lines}
    if "types total" not in found:
        raise Refused(f"{COUNTED} printed no statistics\n{statistics_text[:2000]}")
    return {name: sum(found.get(kind, 0) for kind in kinds) for name, kinds in COUNTS.items()}


def count(source, flags):
    command = [COUNTED, *STANDARD, "-Xclang", "-print-stats", *flags, str(source)]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace")
    if done.returncode != 0:
        raise Refused(f"{COUNTED} refuses {source}\n{done.stderr[:2000]}")
    return parse_counts(done.stderr)


def run_once(source, flags):
    """(seconds, peak MiB) of one run of g++."""
    begin = time.perf_counter()
    process = subprocess.Popen([TIMED, *STANDARD, *flags, str(source)], stdin=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise Refused(f"{TIMED} refuses {source}")
    return seconds, usage.ru_maxrss / 1024


def measure(source, flags):
    runs = [run_once(source, flags) for _ in range(REPEATS)]
    return statistics.median(seconds for seconds, _ in runs), max(memory for _, memory in runs)


def limits_for(counted):
    """What --update writes: a tenth of room above each count."""
    return {case: {name: value + -(-value // 10) for name, value in counts.items()} for case, counts in counted.items()}


def faults(counted, limits):
    """What exceeds its limit, has none, or is a limit of a case that is gone."""
    found = []
    for case, counts in counted.items():
        for name, value in counts.items():
            limit = limits.get(case, {}).get(name)
            if limit is None:
                found.append(f"{case}: no limit of {name}; see --update")
            elif value > limit:
                found.append(f"{case}: {value} {name}, {limit} allowed")
    return found + [f"{case}: has limits but no file" for case in limits if case not in counted]


def cases(folder, scratch):
    include_only = pathlib.Path(scratch, "include_only.cpp")
    include_only.write_text("#include <hillock/hillock.hpp>\n")
    return {INCLUDE_ONLY: include_only, **{path.stem: path for path in sorted(pathlib.Path(folder).glob("*.cpp"))}}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", help="where the cases and limits.json lie")
    parser.add_argument("-I", dest="include", action="append", default=[])
    parser.add_argument("--update", action="store_true", help="write limits.json anew")
    arguments = parser.parse_args()
    flags = [flag for path in arguments.include for flag in ("-I", path)]
    limits_file = pathlib.Path(arguments.folder, "limits.json")
    missing = [compiler for compiler in (TIMED, COUNTED) if shutil.which(compiler) is None]
    if missing:
        print(f"the cost of compiling is measured with {TIMED} and {COUNTED}; missing: {', '.join(missing)}")
        return 1

    counted = {}
    with tempfile.TemporaryDirectory() as scratch:
        empty = pathlib.Path(scratch, "empty.cpp")
        empty.write_text("")
        print(f"{'':24} {'seconds':>8} {'MiB':>6} " + " ".join(f"{name:>10}" for name in COUNTS))
        try:
            for name, source in {"empty file": empty, **cases(arguments.folder, scratch)}.items():
                seconds, memory = measure(source, flags)
                counts = count(source, flags)
                if source != empty:
                    base = counted.get(INCLUDE_ONLY, {})
                    counts = {kind: number - base.get(kind, 0) for kind, number in counts.items()}
                    counted[name] = counts
                row = " ".join(f"{number:10}" for number in counts.values())
                print(f"{name:24} {seconds:8.3f} {memory:6.0f} {row}", flush=True)
        except Refused as refused:
            print(refused)
            return 1
    print(f"seconds: median of {REPEATS}, {TIMED}; counts: {COUNTED}, beyond the include alone")

    if arguments.update:
        limits_file.write_text(json.dumps(limits_for(counted), indent=4) + "\n")
        print(f"wrote {limits_file}")
        return 0
    found = faults(counted, json.loads(limits_file.read_text()) if limits_file.exists() else {})
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
