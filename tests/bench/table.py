# SPDX-FileCopyrightText: 2026 The hillock authors
# SPDX-License-Identifier: BSL-1.0
"""Runs the benchmark and prints what it measured as Markdown: medians of hillock, as nanoseconds an element, and their
ratios to memcpy of the same bytes, to plain loops over <cmath> and to the fastest of the other libraries, all from the
same run, in which the repetitions of all are mixed. A ratio below 1 means that hillock is the faster one."""

import argparse
import collections
import json
import os
import pathlib
import platform
import re
import statistics
import subprocess
import sys
import tempfile

OURS, COPY, PLAIN = "hillock", "memcpy", "cmath"
USUAL = "relu|sigmoid|tanh|silu|gelu|gelu_tanh|softplus|mish|elu"
SIZES = [4096, 262144, 16777216]
CALL_SIZES = [0, 8]
BEGIN = "<!-- made by tests/bench/table.py -->"
DIRECTIONS = {
    "forward": "forward",
    "backward": "backward",
    "both": "forward and backward",
    "from_output": "backward from the output",
    "chain": "residual + scale * f(x + bias)",
}

Key = collections.namedtuple("Key", "function direction element size")


def medians(report):
    """{key: {library: nanoseconds of one run over all elements}}, of the repetitions; aggregates are passed over."""
    runs = collections.defaultdict(list)
    for entry in report["benchmarks"]:
        if entry["run_type"] != "iteration":
            continue
        if entry["time_unit"] != "ns":
            raise ValueError(f"{entry['name']} is not in ns")
        function, direction, element, size, library = entry["name"].split("/")[:5]
        runs[Key(function, direction, element, int(size)), library].append(entry["cpu_time"])
    found = collections.defaultdict(dict)
    for (key, library), times in runs.items():
        found[key][library] = statistics.median(times)
    return found


def number(value):
    """Three digits, without an exponent; fewer below 0.1."""
    return f"{value:.0f}" if value >= 99.95 else f"{value:#.3g}" if value >= 0.9995 else f"{value:.3f}"


def ratio(times, library):
    return number(times[OURS] / times[library]) if library in times else ""


def cells(found, key):
    """What one size has to say: nanoseconds, and three ratios."""
    times = found.get(key, {})
    if OURS not in times:
        return ["", "", "", ""]
    copy = found.get(key._replace(function=COPY), {}).get(COPY)
    others = {library: time for library, time in times.items() if library not in (OURS, PLAIN)}
    fastest = min(others, key=others.get, default=None)
    return [
        number(times[OURS] / key.size),
        number(times[OURS] / copy) if copy else "",
        ratio(times, PLAIN),
        f"{ratio(times, fastest)} {fastest} {number(others[fastest] / key.size)}" if fastest else "",
    ]


def row(columns):
    return "| " + " | ".join(columns) + " |"


def place(task):
    """The usual functions first, then the others by name; random interleaving leaves no order."""
    function, direction = task
    usual = USUAL.split("|")
    rank = usual.index(function) if function in usual else len(usual)
    return rank, function, list(DIRECTIONS).index(direction)


def table(found, element):
    """All functions and directions of one type of elements, with four columns for each size."""
    sizes = sorted({key.size for key in found if key.element == element} - set(CALL_SIZES))
    tasks = {(key.function, key.direction) for key in found if key.element == element}
    head = ["function", "direction"]
    for size in sizes:
        head += [f"{size:,}: ns", "/ memcpy", "/ cmath", "/ fastest library, its ns"]
    lines = [row(head), "|" + "---|" * len(head)]
    for function, direction in sorted(tasks, key=place):
        columns = [cells(found, Key(function, direction, element, size)) for size in sizes]
        if any(map(any, columns)):
            lines.append(row([function, DIRECTIONS[direction]] + sum(columns, [])))
    return lines if len(lines) > 2 else []


def calls(found):
    """What a call costs: nanoseconds for so few elements that the loop is the lesser part."""
    lines = []
    for key in sorted((key for key in found if key.size in CALL_SIZES), key=lambda key: key.size):
        by_time = sorted(found[key].items(), key=lambda pair: pair[1])
        listed = ", ".join(f"{library} {number(time)}" for library, time in by_time)
        lines.append(f"- {key.function}, {DIRECTIONS[key.direction]}, {key.size} {key.element}s, ns a call: {listed}")
    return lines


def processor():
    try:
        match = re.search(r"^model name\s*: (.*)$", pathlib.Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    except OSError:
        match = None
    return match.group(1) if match else platform.processor() or platform.machine()


def document(report, machine):
    """The whole text."""
    context = report["context"]
    prefix = "library "
    libraries = [f"{name[len(prefix):]} {text}" for name, text in context.items() if name.startswith(prefix)]
    found = medians(report)
    repeats = collections.Counter(e["name"] for e in report["benchmarks"] if e["run_type"] == "iteration")
    lines = [
        f"{machine}; {context['compiler']}; load {context['load_avg'][0]:.1f} at the start; "
        f"medians of {max(repeats.values(), default=0)}.",
        "",
        "Libraries: " + "; ".join(libraries) + ".",
    ]
    for element in ("float", "double"):
        part = table(found, element)
        if part:
            lines += ["", f"### {element}", "", *part]
    few = calls(found)
    if few:
        lines += ["", "### Calls", "", *few]
    return "\n".join(lines)


def placed(text, printed):
    """The text of a file with its table replaced, which is its last part."""
    kept, mark, _ = text.partition(BEGIN + "\n")
    if not mark:
        raise ValueError(f"no line {BEGIN}")
    return f"{kept}{mark}\n{printed}\n"


def pattern(arguments):
    """The regular expression for the names of what is to run."""
    sizes = arguments.size or (SIZES[:1] if arguments.quick else SIZES)
    functions = arguments.filter or (USUAL if arguments.quick else "[a-z0-9_]+")
    few = [] if arguments.size else CALL_SIZES
    numbers = "|".join(str(size) for size in [*few, *sizes])
    return f"^({functions}|{COPY})/[a-z_]+/(float|double)/({numbers})/"


def run(arguments):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "report.json")
        command = [
            arguments.program,
            f"--benchmark_filter={pattern(arguments)}",
            f"--benchmark_repetitions={arguments.repetitions or (3 if arguments.quick else 5)}",
            f"--benchmark_min_time={arguments.min_time or (0.01 if arguments.quick else 0.05)}",
            "--benchmark_enable_random_interleaving=true",
            f"--benchmark_out={path}",
            "--benchmark_out_format=json",
        ]
        # One thread for those that ask the environment only.
        environment = {**os.environ, "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, env=environment)
        if done.returncode != 0:
            sys.exit(f"{done.stderr}{arguments.program} left with {done.returncode}")
        text = path.read_text()
        if not text:
            sys.exit(f"nothing to measure is called {pattern(arguments)}")
        return text


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", nargs="?", help="the benchmark; or see --from")
    parser.add_argument("--from", dest="saved", help="print what an earlier run has saved")
    parser.add_argument("--into", help=f"replace what stands after the line {BEGIN} in this file")
    parser.add_argument("--save", help="keep what was measured in this file")
    parser.add_argument("--filter", help="regular expression for names of activations")
    parser.add_argument("--size", type=int, action="append", help=f"one of {SIZES + CALL_SIZES}; again for more")
    parser.add_argument("--quick", action="store_true", help="the usual activations at the smallest size")
    parser.add_argument("--repetitions", type=int)
    parser.add_argument("--min-time", type=float, help="seconds for each repetition, at least")
    arguments = parser.parse_args()
    if (arguments.program is None) == (arguments.saved is None):
        parser.error("a program or --from FILE")
    text = pathlib.Path(arguments.saved).read_text() if arguments.saved else run(arguments)
    if arguments.save:
        pathlib.Path(arguments.save).write_text(text)
    printed = document(json.loads(text), processor())
    if arguments.into:
        path = pathlib.Path(arguments.into)
        path.write_text(placed(path.read_text(), printed))
    else:
        print(printed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
