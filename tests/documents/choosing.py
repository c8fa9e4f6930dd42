# SPDX-FileCopyrightText: 2026 The hillock authors
# SPDX-License-Identifier: BSL-1.0
"""Whether each number in the text of docs/choosing.md stands in its tables: in one that the paragraph, or row of the table of
advice, links to, in the row of an activation that it names. Learning rates and slopes of formulas stand in `ALLOWED`."""

import pathlib
import re
import sys

NUMBER = re.compile(r"(?<![\w.])\d+\.\d+(?:e[-+]\d+)?(?![\w.]*\w)")
LINK = re.compile(r"\]\(#([\w-]+)\)")
NAME = re.compile(r"`(\w+)`")
CODE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
TABLES = "## The tables\n"
ALLOWED = {"0.3", "0.1", "0.03", "0.01"}  # learning rates


def anchor(title):
    return re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")


def tables(text):
    """{anchor: {activation: the numbers in its row}}"""
    found = {}
    for section in text.split("### ")[1:]:
        title, _, body = section.partition("\n")
        rows = [line.strip("| ").split(" | ") for line in body.splitlines() if line.startswith("| ")]
        found[anchor(title)] = {row[0]: set(re.findall(r"[\d.]+(?:e[-+]\d+)?", " ".join(row[1:]))) for row in rows[2:]}
    return found


def paragraphs(text):
    for block in re.split(r"\n\n+", CODE.sub("", text)):
        yield from block.splitlines() if block.startswith("|") else [" ".join(block.splitlines())]


def unsupported(text):
    """The numbers that nothing supports, as pairs (number, paragraph), and how many there are in all."""
    prose, _, made = text.partition(TABLES)
    rows_of = tables(made)
    found, count = [], 0
    for paragraph in paragraphs(prose):
        # A table's number follows the text that it belongs to up to the link behind it.
        names = NAME.findall(paragraph)
        supported = set()
        for link in LINK.findall(paragraph):
            for name in names:
                supported |= rows_of.get(link, {}).get(name, set())
        for number in NUMBER.findall(paragraph):
            count += 1
            if number not in supported | ALLOWED:
                found.append((number, paragraph))
    return found, count


def main():
    text = pathlib.Path(sys.argv[1]).read_text()
    found, count = unsupported(text)
    for number, paragraph in found:
        print(f"{number} is in no table that this links to, in no row of what it names: {paragraph[:100]}")
    # A number that is changed must be missed: else this would pass whatever the text says.
    changed = re.sub(r"(?<=reaches )95\.8", "95.9", text, count=1)
    blind = changed == text or len(unsupported(changed)[0]) != len(found) + 1
    if blind:
        print("a changed number was not missed")
    print(f"{count} numbers, {len(found)} failures")
    return 1 if found or blind or not count else 0


if __name__ == "__main__":
    sys.exit(main())
