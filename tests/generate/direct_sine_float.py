#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The hillock authors
# SPDX-License-Identifier: BSL-1.0
"""Makes the numbers of the float kernels of sin and cos (tables.py says how to run this), as those of e^x are made."""

from mpmath import cos, log, mp, mpf, pi, sin, sqrt
from direct_exponential_float import remez
from tables import array, constant, deliver, parts, to_float, value

mp.prec = 160


def ratio(z):
    """sin(r) / r."""
    return sin(sqrt(z)) / sqrt(z)


def in_square(name, what, function, weight, given, terms):
    """What follows the given coefficients in powers of z = r^2, |r| up to pi / 4 and a little beyond, and the greatest
    weighted error."""
    low, high = mpf(2) ** -20, pi**2 / 16 * (1 + mpf(2) ** -10)
    exact = [mpf(c) for c in given]
    while len(exact) < len(given) + terms:
        rest = lambda z: function(z) - value(exact, z)
        powers = list(range(len(exact), len(given) + terms))
        exact.append(mpf(to_float(remez(rest, weight, powers, low, high)[0][0])))
    grid = [high * mpf(k) / 1000 for k in range(1, 1001)]
    error = max(abs(weight(z) * (value(exact, z) - function(z))) for z in grid)
    bits = f"2^{float(log(error, 2)):.1f}"
    print(f"{name}: {bits}")
    return array(name, f"{what}, z = r^2, |r| <= pi / 4; error {bits}.", exact[len(given) :], "float")


def main():
    sine = in_square("sine", "sin(r) / r = 1 + z (c0 + c1 z + ...)", ratio, lambda z: 1 / ratio(z), [1], 3)
    what = "cos(r) = 1 - z / 2 + z^2 (c0 + c1 z + ...)"
    cosine = in_square("cosine", what, lambda z: cos(sqrt(z)), lambda z: 1, [1, -0.5], 3)
    what = "sin(r)^2 = z (1 + z (c0 + c1 z + ...))"
    square = in_square("sine_square", what, lambda z: ratio(z) ** 2, lambda z: z, [1], 4)
    deliver(
        {
            "direct/tables_sine_float.hpp": [
                sine,
                cosine,
                square,
                array("quarter_turn", "pi / 2 as a sum, and 2 / pi.", parts(pi / 2, 3, to_float), "float"),
                constant("inverse_quarter_turn", None, to_float(2 / pi), "float"),
            ]
        }
    )


if __name__ == "__main__":
    main()
