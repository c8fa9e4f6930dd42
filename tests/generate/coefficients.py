#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The hillock authors
# SPDX-License-Identifier: BSL-1.0
"""Makes the tables of the exponential, logarithm, cube root and hyperbolic kernels.

Run it as ``/usr/bin/python3 tests/generate/coefficients.py`` from the root of the repository (it needs Debian's
python3-mpmath and takes a few seconds). It rewrites

    include/hillock/evaluate/kernels/tables_exponential.hpp
    include/hillock/evaluate/kernels/tables_logarithm.hpp
    include/hillock/evaluate/kernels/tables_root.hpp
    include/hillock/evaluate/kernels/tables_hyperbolic.hpp

Every polynomial interpolates its function, with 400 bits, at the Chebyshev nodes of its interval: within two bits of
the best one of its degree. `single` is a polynomial for one double, of its own degree; `high` and `low` are one for a
pair, each coefficient rounded to a double, and to a second one what that left. The relative error that a polynomial
leaves, before any rounding of coefficients and arithmetic, stands beside the table and on standard output.
"""

import pathlib

from mpmath import atanh, cbrt, cos, cosh, exp, expm1, log, mp, mpf, pi, sinh

mp.prec = 400

KERNELS = pathlib.Path(__file__).resolve().parents[2] / "include" / "hillock" / "evaluate" / "kernels"

HEADER = """\
// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// Made by tests/generate/coefficients.py; change that, not this.

#pragma once
{include}
// clang-format off
namespace hillock::kernels::tables {{
"""

FOOTER = """
}  // namespace hillock::kernels::tables
"""

POLYNOMIAL = "\n#include <hillock/evaluate/kernels/polynomial.hpp>\n"


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


def error(polynomial, function, low, high):
    """log2 of the greatest relative error at 1,000 points."""
    points = [low + (high - low) * (mpf(k) + mpf(1) / 3) / 1000 for k in range(1000)]
    return float(max(log(abs(value(polynomial, x) / function(x) - 1), 2) for x in points))


# ---------------------------------------------------------------------------------------------------- text
def split(number):
    """The number as the nearest double and what that leaves, as another."""
    hi = float(number)
    return hi, float(number - mpf(hi))


def text(number):
    """A hexadecimal literal without needless zeros."""
    mantissa, exponent = float(number).hex().split("p")
    if "." in mantissa:
        mantissa = mantissa.rstrip("0").rstrip(".")
    return f"{mantissa}p{int(exponent)}"


def braces(numbers, indent=4):
    """The literals in lines of at most 120 columns."""
    lines, line = [], " " * indent
    for number in numbers:
        item = text(number) + ","
        if len(line) + len(item) > 118:
            lines.append(line.rstrip())
            line = " " * indent
        line += item + " "
    return "\n".join(lines + [line.rstrip()])


def array(name, comment, numbers):
    return f"\n/// {comment}\ninline constexpr double {name}[] = {{\n{braces(numbers)}\n}};\n"


def table(name, comment, function, low, high, single, pair, kept):
    """A `coefficients` object: `single` terms for one double, `pair` for a pair, `kept` of them with a low part."""
    low, high = mpf(low), mpf(high)
    one = interpolate(function, low, high, single)
    two = interpolate(function, low, high, pair)
    errors = [error(one, function, low, high), error(two, function, low, high)]
    print(f"{name}: 2^{errors[0]:.1f}, 2^{errors[1]:.1f}")
    parts = [split(c) for c in two]
    return (
        f"\n/// {comment}\n/// Relative error: one double 2^{errors[0]:.1f}, a pair 2^{errors[1]:.1f}.\n"
        f"inline constexpr coefficients<{single}, {pair}, {kept}> {name}{{\n"
        f"    {{\n{braces(one, 8)}\n    }},\n"
        f"    {{\n{braces([p[0] for p in parts], 8)}\n    }},\n"
        f"    {{\n{braces([p[1] for p in parts[:kept]], 8)}\n    }},\n}};\n"
    )


def parts(number, count):
    """The number as an unevaluated sum of doubles."""
    result = []
    for _ in range(count):
        result.append(float(number))
        number -= mpf(result[-1])
    return result


def write(name, *texts, include=POLYNOMIAL):
    (KERNELS / name).write_text(HEADER.format(include=include) + "".join(texts) + FOOTER)


# ---------------------------------------------------------------------------------------------------- the tables
def exponential():
    half_step = log(mpf(2)) / 64 * mpf("1.0001")
    powers = [split(mpf(2) ** (mpf(j) / 32)) for j in range(32)]
    write(
        "tables_exponential.hpp",
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
    )


def logarithm():
    bound = (mpf(1) / 128 / (2 * mpf(45) / 64 - mpf(1) / 128)) ** 2
    logs = [split(log(mpf(j) / 64)) for j in range(45, 92)]

    def rest(z):
        s = mp.sqrt(z)
        return (atanh(s) / s - 1) / z

    write(
        "tables_logarithm.hpp",
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
    )


def root():
    start = interpolate(cbrt, mpf(1), mpf(2), 5)
    print(f"cube root: 2^{error(start, cbrt, mpf(1), mpf(2)):.1f}")
    write(
        "tables_root.hpp",
        array("cube_root", "cbrt(x) for 1 <= x <= 2, to start from.", start),
        array("cube_root_powers", "cbrt(1), cbrt(2), cbrt(4).", [cbrt(mpf(2) ** k) for k in range(3)]),
        include="",
    )


def hyperbolic():
    def numerator(z):
        x = mp.sqrt(z)
        return (x * cosh(x) - sinh(x)) / x**3

    write(
        "tables_hyperbolic.hpp",
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
    )


if __name__ == "__main__":
    exponential()
    logarithm()
    root()
    hyperbolic()
