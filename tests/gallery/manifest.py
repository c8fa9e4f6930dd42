# SPDX-FileCopyrightText: 2026 The hillock authors
# SPDX-License-Identifier: BSL-1.0
"""What docs/gallery is made of, as digests, in docs/gallery/made_of.tsv: of what each entry shows, of the programs that make
the pages, and of the pages. Given a program of facts, tells whether that still holds; pages are not made for it, so that it
needs neither KaTeX nor Matplotlib, whose results may differ from version to version."""

import argparse
import hashlib
import json
import pathlib
import sys

import entries

FILE = "made_of.tsv"
MAKERS = ["entries.py", "formulas.js", "page.html", "page.py", "plots.py", "style.css"]
ADVICE = "make the gallery anew with `meson compile -C build gallery`, look at it, and commit it"


def digest(data):
    return hashlib.sha256(data).hexdigest()[:16]


def lines(project, machine, sizes, gathered):
    """The manifest as {(kind, name): digest}."""
    gallery = project / "docs" / "gallery"
    found = {("speeds", "machine"): digest(json.dumps([machine, sizes]).encode())}
    for entry in gathered:
        found["entry", entry["name"]] = digest(json.dumps(entry, sort_keys=True).encode())
    for name in MAKERS:
        found["maker", name] = digest((project / "tests" / "gallery" / name).read_bytes())
    for path in sorted(gallery.rglob("*")):
        if path.is_file() and path.name != FILE:
            found["page", path.relative_to(gallery).as_posix()] = digest(path.read_bytes())
    return found


def write(project, machine, sizes, gathered):
    made = lines(project, machine, sizes, gathered)
    text = "".join(f"{kind}\t{name}\t{value}\n" for (kind, name), value in made.items())
    (project / "docs" / "gallery" / FILE).write_text(text)


def read(project):
    path = project / "docs" / "gallery" / FILE
    if not path.exists():
        return {}
    rows = [line.split("\t") for line in path.read_text().splitlines()]
    return {(kind, name): value for kind, name, value in rows}


def differences(old, new):
    """In words."""
    for kind, name in sorted(old.keys() | new.keys()):
        if (kind, name) not in old:
            yield f"{kind} {name} is new"
        elif (kind, name) not in new:
            yield f"{kind} {name} is gone"
        elif old[kind, name] != new[kind, name]:
            yield f"{kind} {name} has changed"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("project", type=pathlib.Path, help="the folder of README.md")
    parser.add_argument("facts", help="the program made of facts.cpp")
    arguments = parser.parse_args()
    try:
        new = lines(arguments.project, *entries.gathered(arguments.project, entries.facts_of(arguments.facts)))
    except entries.Refused as refusal:
        sys.exit(str(refusal))
    found = list(differences(read(arguments.project), new))
    for line in found:
        print(line)
    if found:
        print(f"docs/gallery is stale: {ADVICE}")
    print(f"{len(new)} digests, {len(found)} differences")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
