# SPDX-FileCopyrightText: 2026 The hillock authors
# SPDX-License-Identifier: BSL-1.0
"""What the generators of tables share: approximation, numbers as C++ text, and headers that are written or checked.

A generator is run as ``/usr/bin/python3 tests/generate/NAME.py`` and writes its headers anew (it needs Debian's
python3-mpmath); with ``--check`` it only compares, says which headers it would change, and fails where there are any.
"""

import pathlib
import struct
import sys

from mpmath import cos, log, mpf, pi

EVALUATE = pathlib.Path(__file__).resolve().parents[2] / "include" / "hillock" / "evaluate"


# ---------------------------------------------------------------------------------------------------- approximation
def multiply(a, b):
    """The product of two polynomials, coefficients in ascending powers."""
    result = [mpf(0)] * (len(a) + len(b) - 1)
    for i, u in enumerate(a):
        for j, v in enumerate(b):
            result[i + j] += u * v
    return result


def interpolate(function, low, high, terms):
    """Coefficients, in ascending powers of x, of the polynomial that interpolates at the Chebyshev nodes (Newton)."""
    nodes = [(low + high) / 2 + (high - low) / 2 * cos(pi * (2 * k + 1) / (2 * terms)) for k in range(terms)]
    differences = [function(x) for x in nodes]
    for order in range(1, terms):
        for k in range(terms - 1, order - 1, -1):
            differences[k] = (differences[k] - differences[k - 1]) / (nodes[k] - nodes[k - order])
    result = [mpf(0)]
    for k in range(terms - 1, -1, -1):
        result = multiply(result, [-nodes[k], mpf(1)])
        result[0] += differences[k]
    return result[:terms]


def value(polynomial, x):
    result = mpf(0)
    for coefficient in reversed(polynomial):
        result = result * x + coefficient
    return result


def error(polynomial, function, low, high, points=1000):
    """log2 of the greatest relative error at so many points, both ends among them, but not 0 (often 0 / 0)."""
    grid = [low + (high - low) * mpf(k) / (points - 1) for k in range(points)]
    return float(log(max(abs(value(polynomial, x) / function(x) - 1) for x in grid if x != 0), 2))


# ---------------------------------------------------------------------------------------------------- numbers
def to_float(number):
    """The nearest float: of the nearest double, which is not always the same but here always as good."""
    return struct.unpack("f", struct.pack("f", float(number)))[0]


def parts(number, count, nearest=float):
    """The number as an unevaluated sum of doubles, or floats: each the nearest one to what those before it leave."""
    result = []
    for _ in range(count):
        result.append(nearest(number))
        number -= mpf(result[-1])
    return result


def split(number):
    return parts(number, 2)


# ---------------------------------------------------------------------------------------------------- text
SUFFIX = {"double": "", "float": "f"}


def text(number, kind="double"):
    """A hexadecimal literal without needless zeros."""
    mantissa, exponent = float(number).hex().split("p")
    if "." in mantissa:
        mantissa = mantissa.rstrip("0").rstrip(".")
    return f"{mantissa}p{int(exponent)}{SUFFIX[kind]}"


def braces(numbers, indent=4, kind="double"):
    """The literals in lines of at most 120 columns."""
    lines, line = [], " " * indent
    for number in numbers:
        item = text(number, kind) + ","
        if len(line) + len(item) > 118:
            lines.append(line.rstrip())
            line = " " * indent
        line += item + " "
    return "\n".join(lines + [line.rstrip()])


def documented(comment, definition):
    return (f"\n/// {comment}\n" if comment else "") + definition


def constant(name, comment, number, kind="double"):
    return documented(comment, f"inline constexpr {kind} {name} = {text(number, kind)};\n")


def array(name, comment, numbers, kind="double"):
    return documented(comment, f"inline constexpr {kind} {name}[] = {{\n{braces(numbers, kind=kind)}\n}};\n")


# ---------------------------------------------------------------------------------------------------- headers
def deliver(headers, includes={}):
    """Writes headers, {path below evaluate/: [text, ...]}, or with --check compares them; exits."""
    stale = []
    for name, texts in headers.items():
        path = EVALUATE / name
        namespace = f"hillock::{path.parent.name}::tables"
        made = (
            "// SPDX-FileCopyrightText: 2026 The hillock authors\n// SPDX-License-Identifier: BSL-1.0\n"
            f"// Made by tests/generate/{pathlib.Path(sys.argv[0]).name}; change that, not this.\n#pragma once\n\n"
            + (f"#include <{includes[name]}>\n\n" if name in includes else "")
            + f"// clang-format off\nnamespace {namespace} {{\n\n"
            + "".join(texts).lstrip("\n")
            + f"\n}}  // namespace {namespace}\n"
        )
        if "--check" not in sys.argv[1:]:
            path.write_text(made)
        elif not path.exists() or path.read_text() != made:
            stale.append(path)
            print(f"{path} is not what this makes")
    sys.exit(1 if stale else 0)
