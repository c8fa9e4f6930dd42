#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The hillock authors
# SPDX-License-Identifier: BSL-1.0
"""Makes the table of the float kernel of arctan (tables.py says how to run this; some seconds).

Rows as those of direct_rows_float.py, four an octave from 5/64 to 16, and the first from 0 on. A row's number is that of
the two leading digits of t after its first, and its place the last five bits of its float's bits without the 21 last. In the
first row c1 is less by 1, as there t is added and not F(c) = 0.
"""

from mpmath import atan, log, mpf, pi
from direct_rows_float import ROWS, row
from tables import array, constant, deliver, text, to_float, value

FIRST = (127 - 4) * 4  # the bits of 1/16 without the 21 last


def start(number):
    """The least t of a row's number, as if it had no clamp."""
    return mpf(2) ** (number // 4 - 127) * (1 + mpf(number % 4) / 4)


def main():
    rows, worst = [None] * ROWS, []
    for j in range(ROWS):
        low, high = start(FIRST + j) if j else mpf(0), start(FIRST + j + 1)
        numbers, error = row(atan, low, (low + high) / 2 if j else mpf(0), high, 6, False, True)
        if not j:
            # the series, of which -d^7 / 7 as -d^6 / 7 times a number of the row's end
            numbers = [0.0, 0.0] + [to_float(c) for c in (0, 0, -mpf(1) / 3, 0, mpf(1) / 5, -high * mpf("0.95") / 7)]
            polynomial = [mpf(c) for c in numbers[2:]]
            error = max(abs(d * (1 + value(polynomial, d)) / atan(d) - 1) for d in [high * k / 100 for k in range(1, 101)])
        rows[(FIRST + j) % ROWS] = numbers
        worst.append(error)
    error = max(worst)
    print(f"arctan: relative error 2^{float(log(error, 2)):.1f} (row {worst.index(error)})")
    lines = "".join("    {" + ", ".join(text(n, "float") for n in numbers) + "},\n" for numbers in rows)
    high = to_float(pi / 2)
    deliver(
        {
            "direct/tables_arctan_float.hpp": [
                constant("arctan_limit", f"arctan(t), relative error 2^{float(log(error, 2)):.1f}.", 16 - mpf(2) ** -20, "float"),
                constant("arctan_first_end", "The end of the first row.", start(FIRST + 1), "float"),
                constant("arctan_least", "In the first row.", mpf(2) ** -4, "float"),
                f"inline constexpr float arctan_rows[32][8] = {{\n{lines}}};\n",
                array("half_pi", "pi / 2 as a sum.", [high, to_float(pi / 2 - mpf(high))], "float"),
            ]
        }
    )


if __name__ == "__main__":
    main()
