#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The hillock authors
# SPDX-License-Identifier: BSL-1.0
"""Makes the tables of the normal distribution function, gelu and its slope for double, of the direct kernels (tables.py
says how to run this).
"""

from mpmath import erfc, exp, expm1, factorial, hyp1f1, mp, mpf, npdf, sqrt
from tables import array, constant, deliver, error, interpolate, split

mp.prec = 400

STEP = mpf(1) / 32
ROWS = 281
TOP = STEP * (ROWS - 1)


def complement(a):
    """The normal distribution function at -a."""
    return erfc(a / sqrt(mpf(2))) / 2


def slope(a):
    """The slope of gelu at -a."""
    return complement(a) - a * npdf(a)


def columns(name, comment, function):
    """Two columns: the numbers rounded, and what that leaves."""
    numbers = [split(function(j * STEP)) for j in range(ROWS)]
    return (
        array(f"{name}_high_double", f"{comment} at j/32, j = 0 .. {ROWS - 1}.", [high for high, low in numbers])
        + array(f"{name}_low_double", "What that leaves.", [low for high, low in numbers])
    )


def approximation(name, comment, function, low, high, terms):
    polynomial = interpolate(function, low, high, terms)
    return array(name, f"{comment} Relative error: 2^{error(polynomial, function, low, high):.1f}.", polynomial)


def moment(k):
    """The integral of (-u^2)^k / k! exp(-z u) over u from 0 to 1, as a function of z."""
    return lambda z: (-1) ** k / factorial(k) / (2 * k + 1) * hyp1f1(2 * k + 1, 2 * k + 2, -z)


def moments():
    bound = TOP * STEP / 2 * mpf("1.0001")
    return "".join(
        approximation(f"moment_{k}_double",
                      f"The integral of (-u^2)^{k} / {k}! exp(-z u) over u from 0 to 1, |z| <= {float(bound):.3f}.",
                      moment(k), -bound, bound, terms)
        for k, terms in enumerate([9, 7, 5, 2])
    )


def exponential():
    bound = (TOP * STEP / 2 + STEP**2 / 8) * mpf("1.0001")
    return approximation("decrease_double", f"(exp(-v) - 1) / v for |v| <= {float(bound):.3f}.",
                         lambda v: expm1(-v) / v if abs(v) > mpf(2) ** -100 else mpf(-1), -bound, bound, 9)


def tail():
    def ratio(i):
        a = 1 / sqrt(i)
        return a * complement(a) * exp(a * a / 2)

    low, high = 1 / mpf("38.75") ** 2 * mpf("0.9999"), 1 / TOP**2 * mpf("1.0001")
    polynomial = interpolate(ratio, low, high, 12)
    return (
        array("normal_tail_double",
              "a exp(a^2/2) times the distribution function at -a, of 1/a^2, for a from 8.75 to 38.75. Relative error: "
              f"2^{error(polynomial, ratio, low, high):.1f}.", polynomial)
        + constant("normal_tail_rest_double", "What its first coefficient leaves.", split(polynomial[0])[1])
    )


if __name__ == "__main__":
    deliver(
        {
            "direct/tables_normal_double.hpp": [
                columns("normal", "The normal distribution function at -a, a", complement),
                columns("gelu_slope", "The slope of gelu at -a, a", slope),
                array("normal_density_double", f"The normal density at j/32, j = 0 .. {ROWS - 1}.",
                      [npdf(j * STEP) for j in range(ROWS)]),
                moments(),
                exponential(),
                tail(),
            ]
        }
    )
