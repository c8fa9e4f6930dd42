# SPDX-FileCopyrightText: 2026 The hillock authors
# SPDX-License-Identifier: BSL-1.0
"""Makes docs/gallery: a page of all entries, with formulas by KaTeX and plots by Matplotlib, that needs no script and no
network to be read."""

import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import entries
import manifest

NEEDED = "apt-get install katex libjs-katex fonts-katex python3-jinja2 python3-matplotlib"
try:
    import jinja2
    import markupsafe

    import plots
except ModuleNotFoundError as missing:
    sys.exit(f"the gallery cannot be made, {missing}: {NEEDED}, and use Debian's /usr/bin/python3")

KATEX = pathlib.Path("/usr/share/javascript/katex")
# What the formulas are set in.
FONTS = ["Main-Regular", "Math-Italic", "Size1-Regular", "Size2-Regular", "Size3-Regular", "Size4-Regular"]
# A second derivative that is longer, in LaTeX, is nothing to read.
READABLE = 180
# What has no room beside the plot.
WIDE = re.compile(r".{230}|\d{20}")
LATEX = {"∂f/∂a": r"\frac{\partial f}{\partial a}", "∂f/∂b": r"\frac{\partial f}{\partial b}"}


def set_formulas(gathered):
    """Adds `html` to the formulas that are shown; KaTeX accepts all of them or there is no page."""
    shown = []
    for entry in gathered:
        for order, formula in enumerate(entry["formulas"]):
            if order < 2 or entry["plots"][0]["variable"] != "x" or len(formula["latex"]) <= READABLE:
                shown.append(formula)
        entry["is_wide"] = len(entry["plots"]) > 1 or any(WIDE.search(formula["latex"]) for formula in entry["formulas"][:2])
    sources = [f"{LATEX.get(formula['name'], formula['name'])} = {formula['latex']}" for formula in shown]
    # Where Debian has its modules; another node would not look there.
    environment = {**os.environ, "NODE_PATH": "/usr/share/nodejs"}
    script = pathlib.Path(__file__).with_name("formulas.js")
    try:
        katex = subprocess.run(["node", script], input=json.dumps(sources), capture_output=True, text=True, env=environment)
    except FileNotFoundError:
        sys.exit(f"the gallery cannot be made without node: {NEEDED}")
    if katex.returncode != 0:
        sys.exit(f"KaTeX refuses a formula, or is missing ({NEEDED}):\n{katex.stderr}")
    for formula, text in zip(shown, json.loads(katex.stdout), strict=True):
        formula["html"] = markupsafe.Markup(text)


def draw_plots(gathered):
    """Adds `svg` to the plots."""
    for entry in gathered:
        for plot in entry["plots"]:
            names = ", ".join(curve["name"] for curve in plot["curves"])
            title = f"{entry['name']}: {names} for {plot['variable']} from {plot['low']:g} to {plot['high']:g}"
            if plot["others"]:
                title += f", with {plot['others']}"
            plot["svg"] = markupsafe.Markup(plots.as_svg(plot, f"{entry['name']}-{plot['variable']}", title))


def copy_katex(folder):
    """KaTeX's style sheet with the fonts that the page is set in, and whose they are."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "fonts").mkdir(parents=True)
    style = (KATEX / "katex.min.css").read_text()
    faces = [face for face in re.findall(r"@font-face\{[^}]*\}", style) if any(f"_{font}.woff2" in face for font in FONTS)]
    faces = [re.sub(r",url\([^)]*\.(?:woff|ttf)\) format\(\"\w+\"\)", "", face) for face in faces]
    (folder / "katex.css").write_text("".join(faces) + re.sub(r"@font-face\{[^}]*\}", "", style) + "\n")
    for font in FONTS:
        shutil.copyfile(KATEX / "fonts" / f"KaTeX_{font}.woff2", folder / "fonts" / f"KaTeX_{font}.woff2")
    shutil.copyfile("/usr/share/doc/fonts-katex/copyright", folder / "copyright")


def make(project, facts, folder):
    """Writes the pages."""
    machine, sizes, gathered = entries.gathered(project, facts)
    set_formulas(gathered)
    draw_plots(gathered)
    here = pathlib.Path(__file__).parent
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(here), autoescape=True, trim_blocks=True,
                                     lstrip_blocks=True, undefined=jinja2.StrictUndefined)
    families = {}
    for entry in gathered:
        families.setdefault(entry["family"], []).append(entry)
    page = environment.get_template("page.html").render(machine=machine, sizes=sizes, families=families,
                                                        count=len(gathered))
    folder.mkdir(exist_ok=True)
    copy_katex(folder / "katex")
    shutil.copyfile(here / "style.css", folder / "style.css")
    (folder / "index.html").write_text(page + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("project", type=pathlib.Path, help="the folder of README.md")
    parser.add_argument("facts", help="the program made of facts.cpp")
    parser.add_argument("--check", action="store_true", help="compare with docs/gallery, and write nothing")
    arguments = parser.parse_args()
    project, facts = arguments.project, entries.facts_of(arguments.facts)
    gallery = project / "docs" / "gallery"
    try:
        if not arguments.check:
            make(project, facts, gallery)
            manifest.write(project, *entries.gathered(project, facts))
            print(f"{gallery}/index.html")
            return 0
        with tempfile.TemporaryDirectory() as temporary:
            folder = pathlib.Path(temporary)
            make(project, facts, folder)
            made = {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}
            there = {path.relative_to(gallery) for path in gallery.rglob("*") if path.is_file()} - {pathlib.Path(manifest.FILE)}
            differ = (made ^ there) | {name for name in made & there
                                       if (folder / name).read_bytes() != (gallery / name).read_bytes()}
    except entries.Refused as refusal:
        sys.exit(str(refusal))
    for name in sorted(differ):
        print(f"docs/gallery/{name} is another when it is made anew: {manifest.ADVICE}")
    print(f"{len(made)} files, {len(differ)} differences")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
