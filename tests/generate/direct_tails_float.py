#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The hillock authors
# SPDX-License-Identifier: BSL-1.0
"""Makes the numbers of the tails of the float gelu kernels (tables.py says how to run this).

The polynomial interpolates t Phi(-t) e^(t^2 / 2) in 1 / t^2 at the Chebyshev nodes.
"""

from mpmath import erfc, exp, mp, mpf, pi, sqrt
from tables import array, constant, deliver, error, interpolate, to_float

mp.prec = 160


def ratio(v):
    t = 1 / sqrt(v)
    return t * (erfc(t / sqrt(mpf(2))) / 2) / exp(-t * t / 2)


def short(number, bits):
    """The number rounded to so many bits after the point."""
    return float(round(number * 2**bits)) / 2**bits


def main():
    low, high = mpf(1) / 250, 1 / mpf("6.3") ** 2
    coefficients = [to_float(c) for c in interpolate(ratio, low, high, 7)]
    bits = f"2^{error([mpf(c) for c in coefficients], ratio, low, high):.1f}"
    print(f"gelu_tail: {bits}")
    a = 2 * sqrt(2 / pi)
    b = a * mpf("0.044715")
    a_high = short(a, 19)
    inner = [a_high, to_float(a - mpf(a_high)), to_float(b), to_float(b - mpf(to_float(b)))]
    deliver(
        {
            "direct/tables_gelu_tail_float.hpp": [
                array("gelu_tail",
                      f"t Phi(-t) e^(t^2 / 2) as a polynomial in 1 / t^2, t from 6.3 to 15.8, relative error {bits}.",
                      coefficients, "float"),
                constant("inverse_root_of_two_pi", None, to_float(1 / sqrt(2 * pi)), "float"),
                array("gelu_tanh_inner", "2 sqrt(2 / pi) as a sum of two, and 0.044715 times that, as a sum of two.",
                      inner, "float"),
            ]
        }
    )


if __name__ == "__main__":
    main()
