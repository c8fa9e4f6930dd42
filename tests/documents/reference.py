# SPDX-FileCopyrightText: 2026 The hillock authors
# SPDX-License-Identifier: BSL-1.0
"""Makes the API reference with Doxygen and fails where a public name is undocumented, where Doxygen warns of anything else, or
where it has missed a name that README.md or the guide uses."""

import argparse
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree

import reference_filter

USED = re.compile(r"\bhk::(\w+)")


def names_in(tagfile):
    """What Doxygen has a place for, without namespaces and template arguments."""
    root = xml.etree.ElementTree.parse(tagfile).getroot()
    return {re.sub(r"<.*", "", element.text.split("::")[-1]).strip() for element in root.iter("name")}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("project", type=pathlib.Path, help="the folder of README.md")
    parser.add_argument("output", type=pathlib.Path, help="where the pages go")
    arguments = parser.parse_args()
    project = arguments.project
    for header in sorted((project / "include").rglob("*.hpp")):
        reference_filter.filtered(header.read_text())  # Doxygen would not notice its failure
    arguments.output.mkdir(parents=True, exist_ok=True)
    tagfile = arguments.output / "names.xml"
    settings = (project / "docs" / "api" / "Doxyfile").read_text()
    settings += f'OUTPUT_DIRECTORY = "{arguments.output}"\nGENERATE_TAGFILE = "{tagfile}"\n'
    try:
        doxygen = subprocess.run(["doxygen", "-"], cwd=project, input=settings, text=True)
    except FileNotFoundError:
        sys.exit("the API reference is made by Doxygen: apt-get install doxygen")
    if doxygen.returncode != 0:
        print("the warnings above are errors: a public name has a comment, /// and one sentence")
        return 1
    documented = names_in(tagfile)
    documents = [project / "README.md", project / "docs" / "guide.md"]
    used = {name for document in documents for name in USED.findall(document.read_text())}
    for name in sorted(used - documented):
        print(f"hk::{name}, which README.md or docs/guide.md uses, is not in the reference")
    print(f"{len(documented)} names documented in {arguments.output}/index.html, {len(used - documented)} missing")
    return 1 if used - documented or not used else 0


if __name__ == "__main__":
    sys.exit(main())
