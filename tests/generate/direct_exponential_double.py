#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The hillock authors
# SPDX-License-Identifier: BSL-1.0
"""Makes the tables of the exponential and of the logarithm in softplus for double, of the direct kernels (tables.py
says how to run this).
"""

import struct

from mpmath import expm1, log, log1p, mp, mpf, nint
from tables import array, deliver, error, interpolate, split

mp.prec = 400


def exponential():
    def rest(x):
        return (expm1(x) - x - x**2 / 2) / x**3 if abs(x) > mpf(2) ** -100 else mpf(1) / 6

    bound = log(mpf(2)) / 2 * mpf("1.0001")
    polynomial = interpolate(rest, -bound, bound, 10)
    leading = mpf(int(log(mpf(2)) * 2**42)) / 2**42
    return (
        array("log_2_double", "log(2): 42 bits, of which multiples up to 2^11 are exact, and what that leaves.",
              [leading, log(mpf(2)) - leading])
        + array("exponential_double",
                "(exp(r) - 1 - r - r^2/2) / r^3 for |r| <= log(2) / 2. Relative error: "
                f"2^{error(polynomial, rest, -bound, bound):.1f}.", polynomial)
    )


def powers():
    """2^(j/16) as bits, less j 2^48."""
    def as_double(bits):
        return mpf(struct.unpack("<d", struct.pack("<Q", bits))[0])

    def bits_of(x):
        return struct.unpack("<Q", struct.pack("<d", float(x)))[0]

    rounded = [nint(mpf(2) ** (mpf(j) / 16 + 52)) / mpf(2) ** 52 for j in range(16)]
    return array("powers_double",
                 "2^(j/16), rounded, j = 0 .. 15, with j 2^48 taken from its bits: those of j + 16 k, shifted by 48 and added,\n"
                 "/// make it 2^(k + j/16).", [as_double(bits_of(x) - (j << 48)) for j, x in enumerate(rounded)])


def logarithm():
    def rest(f):
        return (log1p(f) - f) / f**2 if abs(f) > mpf(2) ** -100 else -mpf(1) / 2

    factors = [nint(2**12 / (1 + mpf(j) / 16)) / 2**12 for j in range(17)]
    logarithms = [split(-log(r)) for r in factors]
    bound = mpf(1) / 32 + mpf(2) ** -12
    polynomial = interpolate(rest, -bound, bound, 9)
    return (
        array("logarithm_factor_double", "1 / (1 + j/16), j = 0 .. 16, to 12 bits.", factors)
        + array("logarithm_high_double", "The logarithms of their reciprocals, rounded.", [p[0] for p in logarithms])
        + array("logarithm_low_double", "What that leaves.", [p[1] for p in logarithms])
        + array("logarithm_rest_double",
                "(log(1 + f) - f) / f^2 for |f| <= 1/32. Relative error: "
                f"2^{error(polynomial, rest, -bound, bound):.1f}.", polynomial)
    )


if __name__ == "__main__":
    deliver({"direct/tables_exponential_double.hpp": [exponential(), powers(), logarithm()]})
