# SPDX-FileCopyrightText: 2026 The hillock authors
# SPDX-License-Identifier: BSL-1.0
"""All that the gallery shows, by entry: facts from the catalogue, its lines, rows of docs/accuracy.md and docs/performance.md
(which other tests and their own programs see to), and entries.tsv, which has what no formula says."""

import json
import re
import subprocess

DIRECTIONS = {"Activations": "{}", "First derivatives": "{}'", "Second derivatives": "{}''"}
MACHINE = "<!-- made by tests/bench/table.py -->"
FRAMEWORK = re.compile(r"(\w+) ([\w.]+(?:\([^()]*\))?)(?:, (.*))?")


class Refused(Exception):
    """Sources that do not fit together, in words."""


def tables(markdown):
    """The pairs (heading, rows) of a document, a row being a list of its cells, the first one the table's head."""
    heading, rows = None, []
    for line in [*markdown.splitlines(), ""]:
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip("|").split("|")])
        elif rows:
            yield heading, [rows[0], *rows[2:]]
            rows = []
        if line.startswith("#"):
            heading = line.lstrip("# ")


def accuracy(markdown):
    """{function: rows of docs/accuracy.md}, each with the type in front."""
    found = {}
    for heading, (head, *rows) in tables(markdown):
        if head[0] == "function":
            kind, element = heading.split(", ")
            if kind in DIRECTIONS:
                for row in rows:
                    found.setdefault(row[0], []).append(dict(zip(head, row), type=element))
    return found


def speed(markdown):
    """The machine, the sizes, and {function: rows}: for each size the nanoseconds and the comparison with the fastest library."""
    if MACHINE not in markdown:
        raise Refused(f"docs/performance.md has no line {MACHINE}")
    measured = markdown[markdown.index(MACHINE) + len(MACHINE):]
    sizes, found = [], {}
    for element, (head, *rows) in tables(measured):
        sizes = [title.removesuffix(": ns") for title in head if title.endswith(": ns")]
        for function, direction, *cells in rows:
            times = [(cells[4 * i], cells[4 * i + 3].rsplit(" ", 1)[0]) for i in range(len(sizes))]
            found.setdefault(function, []).append({"type": element, "direction": direction, "times": times})
    return measured.strip().splitlines()[0], sizes, found


def frameworks(text):
    """The dicts of what entries.tsv says of one entry."""
    if text == "none":
        return []
    matches = [(part, FRAMEWORK.fullmatch(part)) for part in text.split("; ")]
    wrong = [part for part, match in matches if not match]
    if wrong:
        raise Refused(f"tests/gallery/entries.tsv: not `framework name(parameters), remark`: {'; '.join(wrong)}")
    return [dict(zip(["framework", "name", "remark"], match.groups(default=""))) for part, match in matches]


def definition(header, name):
    """An entry's line, its parts on lines of their own."""
    line = re.search(rf"^(inline constexpr struct {name} final : .* \{{) (static .*;) (static .* \}}) (\}} {name};)$",
                     header, re.MULTILINE)
    if not line:
        raise Refused(f"include/hillock/activations.hpp has no line of the usual form for {name}")
    return "\n".join([line[1], "    " + line[2], "    " + line[3], line[4]])


def gathered(project, facts):
    """(the machine of the speeds, their sizes, entries in the order of entries.tsv); `facts` are the lines of facts.cpp."""
    facts = {fact["name"]: fact for fact in map(json.loads, facts)}
    lines = (project / "tests" / "gallery" / "entries.tsv").read_text().splitlines()
    table = [line.split("\t") for line in lines[1:]]
    if lines[0] != "activation\tfamily\tframeworks" or any(len(row) != 3 for row in table):
        raise Refused("tests/gallery/entries.tsv: a line is activation, family and frameworks, between tabulators")
    names = [row[0] for row in table]
    wrong = [f"no line for {name}" for name in facts if name not in names]
    wrong += [f"a line for {name}, which is not in the catalogue" for name in names if name not in facts]
    wrong += [f"two lines for {name}" for name in sorted(set(names)) if names.count(name) > 1]
    if wrong:
        raise Refused(f"tests/gallery/entries.tsv has {'; '.join(wrong)}")
    header = (project / "include" / "hillock" / "activations.hpp").read_text()
    accurate = accuracy((project / "docs" / "accuracy.md").read_text())
    machine, sizes, fast = speed((project / "docs" / "performance.md").read_text())
    entries = []
    for name, family, listed in table:
        derivatives = [name, f"{name}'", f"{name}''", f"{name}' by a", f"{name}' by b"]
        entries.append({
            **facts[name], "family": family, "frameworks": frameworks(listed), "definition": definition(header, name),
            "accuracy": [row for function in derivatives for row in accurate.get(function, [])],
            "speed": fast.get(name, []),
        })
        if not entries[-1]["accuracy"]:
            raise Refused(f"docs/accuracy.md has no row for {name}")
    return machine, sizes, entries


def facts_of(program):
    return subprocess.run([program], check=True, capture_output=True, text=True).stdout.splitlines()
