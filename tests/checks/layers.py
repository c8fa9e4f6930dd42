# SPDX-FileCopyrightText: 2026 The hillock authors
# SPDX-License-Identifier: BSL-1.0
"""Whether the layers of the headers hold: a lower one never includes a higher one.

Also: no circle of includes, no header that is costly or not constexpr, only Boost.Hana from outside, and an umbrella
that reaches everything that needs only the standard library and Boost.Hana."""

import argparse
import pathlib
import re
import sys

# From the lowest to the highest. A layer is a folder of include/hillock or a header that lies there.
LAYERS = ["detail", "symbols", "expression", "rules", "evaluate", "activation.hpp", "activations.hpp", "properties", "properties.hpp", "loops",
          "parallel.hpp", "bindings.hpp", "catalogue.hpp", "adapters", "hillock.hpp"]
UMBRELLA = "hillock/hillock.hpp"
# What the umbrella leaves out, as it needs or costs more.
OPTIONAL = ["adapters", "bindings.hpp", "catalogue.hpp", "parallel.hpp"]

FORBIDDEN = {
    "boost/hana.hpp": "all of Hana is slow to compile: include the narrow headers",
    "cmath": "it is not constexpr with clang",
    "iostream": "it has static objects and is slow to compile: <ostream> or <iosfwd>",
}
# Parts of a standard library that are asked for by __has_include, with why.
PARTS = {"bits/functexcept.h": "declares what throws std::invalid_argument; <stdexcept> costs as much as all of hillock"}
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:<([^>\n]+)>|"([^"\n]+)")', re.MULTILINE)


def layer_of(name):
    return name.split("/")[1]


def includes_of(text):
    """The pairs (name, whether in quotes) of a source's includes, in its order."""
    return [(angle or quoted, bool(quoted)) for angle, quoted in INCLUDE.findall(COMMENT.sub("", text))]


def reached(graph, start):
    seen, waiting = set(), [start]
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += graph.get(name, [])
    return seen


def violations(include):
    """The faults as texts, and the number of headers read."""
    include = pathlib.Path(include)
    names = sorted(path.relative_to(include).as_posix() for path in include.rglob("*.?pp"))
    faults = [f"{name}: its layer is not in the order of layers" for name in names if layer_of(name) not in LAYERS]
    graph = {name: [] for name in names}
    for name in names:
        for target, quoted in includes_of((include / name).read_text()):
            if target in FORBIDDEN:
                faults.append(f"{name} includes <{target}>: {FORBIDDEN[target]}")
            elif quoted:
                faults.append(f'{name} includes "{target}": write <hillock/...>')
            elif target.startswith("hillock/"):
                if target not in graph:
                    faults.append(f"{name} includes <{target}>, which does not exist")
                    continue
                graph[name].append(target)
                lower, higher = layer_of(name), layer_of(target)
                if lower in LAYERS and higher in LAYERS and LAYERS.index(lower) < LAYERS.index(higher):
                    faults.append(f"{name} includes <{target}>: {lower} is below {higher}")
            elif ("/" in target and not target.startswith("boost/hana/") and target not in PARTS
                  and layer_of(name) not in OPTIONAL):
                faults.append(f"{name} includes <{target}>: only the standard library and Boost.Hana are allowed")
    for name in names:
        if any(name in reached(graph, target) for target in graph[name]):
            faults.append(f"{name} is part of a circle of includes")
    covered = reached(graph, UMBRELLA)
    for name in names:
        if name not in covered and layer_of(name) not in OPTIONAL:
            faults.append(f"{name} is not reached by <{UMBRELLA}>")
    if not names:
        faults.append(f"no header in {include}")
    return faults, len(names)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("include", help="the folder that users put on their include path")
    faults, headers = violations(parser.parse_args().include)
    for fault in faults:
        print(fault)
    print(f"{headers} headers, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
