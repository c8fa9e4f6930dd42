# SPDX-FileCopyrightText: 2026 The hillock authors
# SPDX-License-Identifier: BSL-1.0
"""Plots as SVG to stand in a page: coloured by the page's variables, the same for the same points."""

import html
import io
import re

import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot  # noqa: E402

# Colours that stand for what the page says: of the three curves, of lines, of text, of what lies behind a circle.
VARIABLES = {"#000001": "--curve-0", "#000002": "--curve-1", "#000003": "--curve-2", "#000004": "--axis",
             "#000005": "--text", "#000006": "--page"}
CURVES, AXIS, TEXT, PAGE = ["#000001", "#000002", "#000003"], "#000004", "#000005", "#000006"
# What is said many times is said by the page's style sheet.
CLASSES = {
    "grid": "fill: none; stroke: var(--axis); stroke-opacity: 0.25; stroke-width: 0.6; stroke-linecap: square",
    "tick": "fill: var(--axis); stroke: var(--axis); stroke-width: 0.8",
    "number": "fill: var(--text); font-size: 11px; text-anchor: middle",
}
# Told apart by their dashes as well.
DASHES = ["-", (0, (6, 2)), (0, (1.2, 1.6))]
SETTINGS = {
    "svg.fonttype": "none", "svg.hashsalt": "hillock", "path.simplify_threshold": 0.05,
    "font.size": 11, "axes.edgecolor": AXIS, "axes.labelcolor": TEXT, "xtick.color": AXIS, "ytick.color": AXIS,
    "xtick.labelcolor": TEXT, "ytick.labelcolor": TEXT, "text.color": TEXT, "axes.spines.top": False,
    "axes.spines.right": False, "lines.linewidth": 2, "grid.color": AXIS, "grid.alpha": 0.25, "grid.linewidth": 0.6,
}


def drawn(plot):
    """A figure of all curves of a plot."""
    figure, axes = matplotlib.pyplot.subplots(figsize=(5.4, 3.5), layout="constrained")
    axes.grid(True)
    axes.axhline(0, color=AXIS, linewidth=0.8, zorder=1)
    for curve, colour, dashes in zip(plot["curves"], CURVES, DASHES):
        label = prime(curve["name"])
        for line in curve["lines"]:
            axes.plot(*zip(*line), color=colour, linestyle=dashes, label=label, solid_capstyle="butt")
            label = None
        for points, face in (curve["limits"], PAGE), (curve["values"], colour):
            for point in points:
                axes.plot(*point, "o", color=colour, markerfacecolor=face, markersize=5, markeredgewidth=1.4, zorder=3)
    axes.set_xlim(plot["low"], plot["high"])
    axes.set_xlabel(plot["variable"], fontstyle="italic")
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncol=3, frameon=False, borderaxespad=0.2, handlelength=3)
    return figure


def prime(name):
    return name.replace("''", "″").replace("'", "′")


def without_bare_groups(text):
    """Without the groups that say nothing, which are most."""
    opened = []

    def kept(tag):
        if tag[0] != "</g>":
            opened.append(tag[0] != "<g>")
            return tag[0] if opened[-1] else ""
        return tag[0] if opened.pop() else ""

    return re.sub(r"<g\b[^>]*>|</g>", kept, text)


def as_svg(plot, prefix, title):
    """The plot as an element of HTML, with names of its own."""
    with matplotlib.rc_context(SETTINGS):
        figure = drawn(plot)
        file = io.StringIO()
        figure.savefig(file, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
        matplotlib.pyplot.close(figure)
    text = file.getvalue()
    text = text[text.index("<svg"):]
    text = re.sub(r"\s*<metadata>.*?</metadata>", "", text, flags=re.DOTALL)
    text = re.sub(r"<!--.*?-->\n?", "", text)
    # The page says it, as this would hold for all of the page.
    text = re.sub(r"<defs>\s*<style.*?</style>\s*</defs>", "", text, flags=re.DOTALL)
    for colour, variable in VARIABLES.items():
        text = text.replace(colour, f"var({variable})")
    # What nothing refers to has no name; what something does has one in the whole page.
    referred = set(re.findall(r'(?:href="#|url\(#)([^")]+)', text))
    text = re.sub(r' id="([^"]+)"', lambda match: match[0] if match[1] in referred else "", text)
    text = re.sub(r'(href="#|url\(#| id=")([^")]+)', rf"\g<1>{prefix}-\g<2>", text)
    text = re.sub(r"-?\d+\.\d{3,}", lambda match: f"{float(match[0]):.2f}".rstrip("0").rstrip("."), text)
    text = re.sub(r"font: ([\d.]+px) [^;\"]*", r"font-size: \1", text)
    text = re.sub(r"font: (italic) ([\d.]+px) [^;\"]*", r"font-style: \1; font-size: \2", text)
    text = without_bare_groups(re.sub(r' transform="rotate\(-0 [^"]*"|<path d="[^"]*" style="fill: none"/>', "", text))
    for name, style in CLASSES.items():
        text = text.replace(f'style="{style}"', f'class="{name}"')
    text = re.sub(r"\s+", " ", text)
    box = re.search(r'viewBox="[^"]*"', text)[0]
    label = html.escape(title)
    return re.sub(r"<svg[^>]*>", f'<svg {box} role="img" aria-label="{label}"><title>{label}</title>', text, count=1)
