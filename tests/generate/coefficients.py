#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The hillock authors
# SPDX-License-Identifier: BSL-1.0
"""Makes the tables of the exponential, logarithm, cube root and hyperbolic kernels (tables.py says how to run this).

Every polynomial interpolates its function, with 400 bits, at the Chebyshev nodes of its interval: within two bits of
the best one of its degree. `single` is a polynomial for one double, of its own degree; `high` and `low` are one for a
pair, each coefficient rounded to a double, and to a second one what that left. The relative error that a polynomial
leaves, before any rounding of coefficients and arithmetic, stands beside the table and on standard output.
"""

from mpmath import atanh, cbrt, cosh, expm1, log, mp, mpf, sinh
from tables import array, braces, deliver, error, interpolate, parts, split

mp.prec = 400

POLYNOMIAL = "hillock/evaluate/kernels/polynomial.hpp"


def table(name, comment, function, low, high, single, pair, kept):
    """A `coefficients` object: `single` terms for one double, `pair` for a pair, `kept` of them with a low part."""
    low, high = mpf(low), mpf(high)
    one = interpolate(function, low, high, single)
    two = interpolate(function, low, high, pair)
    errors = [error(one, function, low, high), error(two, function, low, high)]
    print(f"{name}: 2^{errors[0]:.1f}, 2^{errors[1]:.1f}")
    pairs = [split(c) for c in two]
    return (
        f"\n/// {comment}\n/// Relative error: one double 2^{errors[0]:.1f}, a pair 2^{errors[1]:.1f}.\n"
        f"inline constexpr coefficients<{single}, {pair}, {kept}> {name}{{\n"
        f"    {{\n{braces(one, 8)}\n    }},\n"
        f"    {{\n{braces([p[0] for p in pairs], 8)}\n    }},\n"
        f"    {{\n{braces([p[1] for p in pairs[:kept]], 8)}\n    }},\n}};\n"
    )


# ---------------------------------------------------------------------------------------------------- the tables
def exponential():
    half_step = log(mpf(2)) / 64 * mpf("1.0001")
    powers = [split(mpf(2) ** (mpf(j) / 32)) for j in range(32)]
    return [
        array("log_2_over_32", "log(2) / 32 as a sum.", parts(log(mpf(2)) / 32, 3)),
        array("powers_hi", "2^(j/32), j = 0 .. 31, rounded.", [p[0] for p in powers]),
        array("powers_lo", "What that leaves.", [p[1] for p in powers]),
        table(
            "expm1_over_x",
            "(exp(x) - 1) / x for |x| <= log(2) / 64.",
            lambda x: expm1(x) / x,
            -half_step,
            half_step,
            6,
            11,
            5,
        ),
        table(
            "expm1_residual_over_square",
            "(exp(x) - 1 - x) / x^2 for |x| <= 1/2.",
            lambda x: (expm1(x) - x) / x**2,
            -0.5,
            0.5,
            12,
            20,
            11,
        ),
    ]


def logarithm():
    bound = (mpf(1) / 128 / (2 * mpf(45) / 64 - mpf(1) / 128)) ** 2
    logs = [split(log(mpf(j) / 64)) for j in range(45, 92)]

    def rest(z):
        s = mp.sqrt(z)
        return (atanh(s) / s - 1) / z

    return [
        array("log_2", "log(2) as a sum.", parts(log(mpf(2)), 2)),
        array("log_2_e", "1 / log(2) as a sum.", parts(1 / log(mpf(2)), 2)),
        array("logs_hi", "log(j/64), j = 45 .. 91, rounded.", [p[0] for p in logs]),
        array("logs_lo", "What that leaves.", [p[1] for p in logs]),
        table(
            "atanh_rest",
            "(atanh(s) / s - 1) / s^2 in powers of s^2, |s| <= 1/179.",
            rest,
            bound / 10**9,
            bound,
            2,
            6,
            2,
        ),
    ]


def root():
    start = interpolate(cbrt, mpf(1), mpf(2), 5)
    print(f"cube root: 2^{error(start, cbrt, mpf(1), mpf(2)):.1f}")
    return [
        array("cube_root", "cbrt(x) for 1 <= x <= 2, to start from.", start),
        array("cube_root_powers", "cbrt(1), cbrt(2), cbrt(4).", [cbrt(mpf(2) ** k) for k in range(3)]),
    ]


def hyperbolic():
    def numerator(z):
        x = mp.sqrt(z)
        return (x * cosh(x) - sinh(x)) / x**3

    return [
        table(
            "tanh_residual_numerator",
            "(x cosh(x) - sinh(x)) / x^3 in powers of x^2 <= 9/4.",
            numerator,
            mpf(10) ** -9,
            mpf(9) / 4,
            8,
            13,
            8,
        ),
    ]


if __name__ == "__main__":
    deliver(
        {
            "kernels/tables_exponential.hpp": exponential(),
            "kernels/tables_logarithm.hpp": logarithm(),
            "kernels/tables_root.hpp": root(),
            "kernels/tables_hyperbolic.hpp": hyperbolic(),
        },
        {f"kernels/tables_{name}.hpp": POLYNOMIAL for name in ("exponential", "logarithm", "hyperbolic")},
    )
