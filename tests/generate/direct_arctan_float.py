#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The hillock authors
# SPDX-License-Identifier: BSL-1.0
"""Makes the table of the float kernel of arctan (tables.py says how to run this; some seconds).

Rows as those of direct_rows_float.py, four an octave from 5/64 to 16, and the first from 0 on. A row's number is that of
the two leading digits of t after its first, and its place the last five bits of its float's bits without the 21 last. In the
first row c1 is less by 1, as there t is added and not F(c) = 0.
"""

from mpmath import atan, log, mpf, pi
from direct_rows_float import ROWS, row, table
from tables import array, constant, deliver, parts, to_float, value

FIRST = (127 - 4) * 4  # the bits of 1/16 without the 21 last


def start(number):
    """The least t of a row's number, as if it had no clamp."""
    return mpf(2) ** (number // 4 - 127) * (1 + mpf(number % 4) / 4)


def main():
    rows, worst = [None] * ROWS, []
    for j in range(ROWS):
        low, high = start(FIRST + j), start(FIRST + j + 1)
        if j:
            numbers, error = row(atan, low, (low + high) / 2, high, 6, False, True)
        else:
            # the series, of which -d^7 / 7 as -d^6 / 7 times a number of the row's end
            numbers = [0.0, 0.0] + [to_float(c) for c in (0, 0, -mpf(1) / 3, 0, mpf(1) / 5, -high * mpf("0.95") / 7)]
            polynomial = [mpf(c) for c in numbers[2:]]
            error = max(abs(d * (1 + value(polynomial, d)) / atan(d) - 1) for d in [high * k / 100 for k in range(1, 101)])
        rows[(FIRST + j) % ROWS] = numbers
        worst.append(error)
    error = max(worst)
    print(f"arctan: relative error 2^{float(log(error, 2)):.1f} (row {worst.index(error)})")
    what = f"arctan(t), relative error 2^{float(log(error, 2)):.1f}."
    deliver(
        {
            "direct/tables_arctan_float.hpp": [
                constant("arctan_limit", what, 16 - mpf(2) ** -20, "float"),
                constant("arctan_first_end", "The end of the first row.", start(FIRST + 1), "float"),
                constant("arctan_least", "In the first row.", mpf(2) ** -4, "float"),
                table("arctan", rows),
                array("half_pi", "pi / 2 as a sum.", parts(pi / 2, 2, to_float), "float"),
            ]
        }
    )


if __name__ == "__main__":
    main()
