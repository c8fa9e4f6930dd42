#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The hillock authors
# SPDX-License-Identifier: BSL-1.0
"""Makes the tables of the float kernels that read a row by the octave of their argument, each in a header of its own,
tables_<name>_float.hpp (tables.py says how to run this; names as arguments are those to make; half a minute).

Rows as those of direct_rows_float.py, four an octave over eight octaves, and the first from 0 on. A row's number is that of
the two leading digits of t after its first, and its place the last five bits of its float's bits without the 21 last. What
serves the first row is told with each function: there values that vanish have all digits only if the kernel sees to that.
"""

import sys

from mpmath import atan, cosh, expm1, factorial, findroot, log, mp, mpf, pi, sqrt, tanh
from direct_rows_float import ROWS, row, table
from tables import array, constant, deliver, parts, to_float, value

mp.prec = 160


def start(number):
    """The least t of a row's number, as if it had no clamp."""
    return mpf(2) ** (number // 4 - 127) * (1 + mpf(number % 4) / 4)


def arctan_first(high):
    """The series without its first term, which the kernel adds as t; -d^7 / 7 as -d^6 / 7 times a number of the row's end."""
    return [0, 0, -mpf(1) / 3, 0, mpf(1) / 5, -high * mpf("0.95") / 7]


ZEROS = lambda high: [0] * 6  # the kernel has a polynomial of its own
# name: (what it is, function of t, exponent of the first row, its coefficients or none where it is as the others,
#        constants beside the table)
FUNCTIONS = {
    "arctan": ("arctan(t)", atan, -4, arctan_first, [array("half_pi", "pi / 2 as a sum.", parts(pi / 2, 2, to_float), "float")]),
    "tanh_residual": (
        "t - tanh(t)", lambda t: t - tanh(t), -5, ZEROS,
        [
            array("third", "1 / 3 as a sum.", parts(mpf(1) / 3, 2, to_float), "float"),
            array("tanh_residual", "Its t^5 and t^7, of 2^24 t.", [to_float(-mpf(2) / 15 / 2**48), to_float(mpf(17) / 315 / 2**96)], "float"),
        ],
    ),
    "logcosh": (
        "log(cosh(t))", lambda t: log(cosh(t)), -5, ZEROS,
        [array("logcosh", "t^4 and t^6 in its series.", [to_float(-mpf(1) / 12), to_float(mpf(1) / 45)], "float")],
    ),
    "bent_identity": (
        "(sqrt(t^2 + 1) - 1) / 2", lambda t: (sqrt(t * t + 1) - 1) / 2, -4,
        lambda high: [0, mpf(1) / 4, 0, -mpf(1) / 16, 0, mpf(1) / 32], [],
    ),
    "xielu": (
        "xielu(-t)", lambda t: mpf("0.8") * (expm1(-t) + t) - t / 2, -3,
        lambda high: [-mpf(1) / 2] + [mpf("0.8") * (-1) ** n / factorial(n) for n in range(2, 7)], [],
    ),
    "squareplus": ("2 / (sqrt(t^2 + 4) + t)", lambda t: 2 / (sqrt(t * t + 4) + t), -4, None, []),
}


def place(name, low, high):
    """Where a row starts, and the point itself where that has to be the float next to a zero. Rows beside that one start
    where they are nearest to it."""
    if name != "xielu" or low > mpf("2.9") or high < mpf("1.9"):
        return (low + high) / 2, None
    if low == 2:
        return low, to_float(findroot(FUNCTIONS[name][1], mpf("2.43")))
    return (low, None) if low > 2 else (high, None)


def make(name):
    what, function, exponent, first_row, constants = FUNCTIONS[name]
    first = (127 + exponent) * 4
    rows, worst = [None] * ROWS, []
    for j in range(ROWS):
        low, high = start(first + j), start(first + j + 1)
        if j or first_row is None:
            low = low if j else mpf(0)
            middle, point = place(name, low, high) if j else (mpf(0), None)
            numbers, error = row(function, low, middle, high, 6, False, True, point=point)
            if point is not None:
                # A unit less in the value, which is 2^-26, serves the floats on both sides of the zero: 1.2 ULP, not 2.2.
                numbers[1] = to_float(mpf(numbers[1]) - mpf(2) ** -49)
            worst.append((error, j))
        else:
            numbers = [0.0, 0.0] + [to_float(c) for c in first_row(high)]
        rows[(first + j) % ROWS] = numbers
    error, of_row = max(worst)
    bits = f"2^{float(log(error, 2)):.1f}"
    print(f"{name}: relative error {bits} (row {of_row})")
    own_first = first_row in (ZEROS, arctan_first)  # told from the others by the kernel
    return [
        constant(f"{name}_limit", f"{what}, relative error {bits}.", mpf(2) ** (exponent + 8) * (1 - mpf(2) ** -24), "float"),
        constant(f"{name}_first_end", "The end of the first row.", start(first + 1), "float") if own_first else "",
        constant(f"{name}_least", "In the first row.", mpf(2) ** exponent, "float") if first_row is not ZEROS else "",
        table(name, rows),
        *constants,
    ]


if __name__ == "__main__":
    names = [a for a in sys.argv[1:] if not a.startswith("-")] or FUNCTIONS
    deliver({f"direct/tables_{name}_float.hpp": make(name) for name in names})
