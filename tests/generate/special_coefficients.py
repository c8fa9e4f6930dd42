#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The hillock authors
# SPDX-License-Identifier: BSL-1.0
"""Makes the coefficient tables of the trigonometric, sinc, inverse trigonometric and error function kernels.

Run it as ``/usr/bin/python3 tests/generate/special_coefficients.py`` from the root of the repository (it needs
Debian's python3-mpmath and takes a few seconds). It rewrites

    include/hillock/evaluate/kernels/tables_trigonometric.hpp
    include/hillock/evaluate/kernels/tables_sinc.hpp
    include/hillock/evaluate/kernels/tables_inverse_trigonometric.hpp
    include/hillock/evaluate/kernels/tables_error_function.hpp

Every polynomial interpolates its function at the Chebyshev nodes of its interval, with 400 bits; that is within two
bits of the best approximation of that degree. A coefficient is rounded to a double ``hi``; where the kernel needs it,
a second double ``lo`` holds the rest. The relative error that a whole polynomial leaves, before the rounding of
the arithmetic, is printed on standard output and noted beside the table.
"""

import pathlib

from mpmath import atan, cos, erf, erfc, exp, floor, log, mp, mpf, pi, sin, sqrt

mp.prec = 400

KERNELS = pathlib.Path(__file__).resolve().parents[2] / "include" / "hillock" / "evaluate" / "kernels"

HEADER = """\
// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// Made by tests/generate/special_coefficients.py; change that, not this.

#pragma once

namespace hillock::kernels::tables {
"""

FOOTER = """
}  // namespace hillock::kernels::tables
"""


# ---------------------------------------------------------------------------------------------------- approximation
def interpolate(function, low, high, terms):
    """Coefficients, in powers of the local variable s in [-1, 1], of the interpolant at the Chebyshev nodes."""
    nodes = [cos(pi * (2 * k + 1) / (2 * terms)) for k in range(terms)]
    values = [function((low + high) / 2 + (high - low) / 2 * s) for s in nodes]
    chebyshev = [
        2 * sum(v * cos(j * pi * (2 * k + 1) / (2 * terms)) for k, v in enumerate(values)) / terms
        for j in range(terms)
    ]
    chebyshev[0] /= 2
    return chebyshev_to_powers(chebyshev)


def chebyshev_to_powers(chebyshev):
    """The same polynomial in powers of s."""
    result = [mpf(0)] * len(chebyshev)
    previous, current = [mpf(1)], [mpf(0), mpf(1)]
    for coefficient in chebyshev:
        for power, value in enumerate(previous):
            result[power] += coefficient * value
        following = [mpf(0)] + [2 * value for value in current]
        for power, value in enumerate(previous):
            following[power] -= value
        previous, current = current, following
    return result


def recentre(coefficients, low, high):
    """From powers of s = (2 z - high - low) / (high - low) to powers of z itself."""
    scale, shift = 2 / (high - low), -(high + low) / (high - low)
    result = [mpf(0)]
    for coefficient in reversed(coefficients):
        shifted = [shift * value for value in result] + [mpf(0)]
        for power, value in enumerate(result):
            shifted[power + 1] += scale * value
        shifted[0] += coefficient
        result = shifted
    return result[: len(coefficients)]


def horner(coefficients, argument):
    result = mpf(0)
    for coefficient in reversed(coefficients):
        result = result * argument + coefficient
    return result


def worst(function, coefficients, low, high, variable=lambda z: z, points=400):
    """log2 of the largest relative deviation of the polynomial from the function on a grid of the interval."""
    grid = [low + (high - low) * k / points for k in range(points + 1)]
    error = max(abs(horner(coefficients, variable(z)) / function(z) - 1) for z in grid)
    return float(log(error, 2)) if error else -999.0


# ----------------------------------------------------------------------------------------------------------- output
def high_part(value):
    return float(value)  # rounds to nearest even


def low_part(value):
    return float(value - mpf(high_part(value)))


def literal(value):
    if value == int(value) and abs(value) < 2**20:
        return f"{value:.1f}"
    text = value.hex()
    mantissa, exponent = text.split("p")
    return mantissa.rstrip("0") + "p" + exponent


def listing(numbers, indent="    "):
    lines, line = [], indent
    for text in (literal(number) + "," for number in numbers):
        if len(line) + len(text) + 1 > 118:
            lines.append(line.rstrip())
            line = indent
        line += text + " "
    lines.append(line.rstrip())
    return "\n".join(lines)


def array(name, numbers, comment=None):
    text = f"\n/// {comment}\n" if comment else ""
    return text + f"inline constexpr double {name}[] = {{\n{listing(numbers)}\n}};\n"


def matrix(name, rows, comment=None):
    """Row after row in one array: an index past the end of a row is not a constant expression in an array of arrays."""
    text = f"\n/// {comment}\n" if comment else ""
    text += f"inline constexpr double {name}[] = {{\n"
    return text + "".join(f"    // row {i}\n{listing(row)}\n" for i, row in enumerate(rows)) + "};\n"


def pairs(name, coefficients, low_terms, comment):
    """A table of leading doubles, and one with what they leave for the first low_terms coefficients."""
    return array(f"{name}_hi", map(high_part, coefficients), comment) + array(
        f"{name}_lo", map(low_part, coefficients[:low_terms])
    )


def pair_rows(name, rows, low_terms, comment):
    return matrix(f"{name}_hi", [[high_part(c) for c in row] for row in rows], comment) + matrix(
        f"{name}_lo", [[low_part(c) for c in row[:low_terms]] for row in rows]
    )


def write(name, body):
    (KERNELS / f"tables_{name}.hpp").write_text(HEADER + body + FOOTER)


# ---------------------------------------------------------------------------------------------------- trigonometric
def sine_quotient(z):
    """(sin(sqrt z) / sqrt z - 1) / z"""
    return sum((-1) ** k * z ** (k - 1) / mp.factorial(2 * k + 1) for k in range(1, 60))


def cosine_quotient(z):
    """(cos(sqrt z) - 1) / z"""
    return sum((-1) ** k * z ** (k - 1) / mp.factorial(2 * k) for k in range(1, 60))


def trigonometric():
    stride, width, entries = 26, 52, 51
    mp.prec = 2000
    ratio = 2 / pi
    chunks = []
    for k in range(entries):
        bits = floor(ratio * mpf(2) ** (stride * k))  # before the window
        window = floor((ratio * mpf(2) ** (stride * k) - bits) * mpf(2) ** width)
        chunks.append(float(window))
    mp.prec = 400
    body = array(
        "two_over_pi",
        chunks,
        f"Bits {stride} k + 1 to {stride} k + {width} behind the point of 2 / pi, as an integer, "
        f"for k = 0 .. {entries - 1}.",
    )
    limit = (pi / 4 * (1 + mpf(2) ** -20)) ** 2
    for name, function, whole in (
        ("sine", sine_quotient, lambda z: sin(sqrt(z)) / sqrt(z) if z else mpf(1)),
        ("cosine", cosine_quotient, lambda z: cos(sqrt(z))),
    ):
        for kind, terms, low_terms in (("", 10, 7), ("_short", 7, 0)):
            c = recentre(interpolate(function, mpf(0), limit, terms), mpf(0), limit)
            error = worst(whole, [mpf(1)] + c, mpf(0), limit)
            print(f"{name}{kind}: {terms} terms, 2^{error:.1f}")
            symbol = "sin(r) / r" if name == "sine" else "cos(r)"
            comment = f"{symbol} = 1 + z Q(z), z = r^2, |r| <= pi/4: coefficients of Q, relative error 2^{error:.1f}."
            if low_terms:
                body += pairs(f"{name}{kind}", c, low_terms, comment)
            else:
                body += array(f"{name}{kind}", map(high_part, c), comment)
    write("trigonometric", body)


# ------------------------------------------------------------------------------------------------------------- sinc
SINC_LIMITS = (8, 16, 16, 16, 32, 32)


def spherical_quotient(n, z):
    """j_n(sqrt z) / sqrt(z)^n by its power series."""
    term = total = mpf(1)
    for k in range(1, 200):
        term *= -z / (2 * k * (2 * n + 2 * k + 1))
        total += term
    for odd in range(3, 2 * n + 2, 2):
        total /= odd
    return total


def sinc():
    terms, low_terms, short_terms = 18, 12, 12
    rows, short_rows, errors, short_errors = [], [], [], []
    for n, limit in enumerate(SINC_LIMITS, 1):
        local = lambda z, limit=limit: 2 * z / limit - 1
        function = lambda z, n=n: spherical_quotient(n, z)
        rows.append(interpolate(function, mpf(0), mpf(limit), terms))
        short_rows.append(interpolate(function, mpf(0), mpf(limit), short_terms))
        errors.append(worst(function, rows[-1], mpf(0), mpf(limit), local, 100))
        short_errors.append(worst(function, short_rows[-1], mpf(0), mpf(limit), local, 100))
    print("sinc:", " ".join(f"2^{e:.1f}" for e in errors), "short:", " ".join(f"2^{e:.1f}" for e in short_errors))
    body = array(
        "sinc_limit",
        map(float, SINC_LIMITS),
        "Row n - 1: the square of x up to which the polynomial serves S_n, n = 1 .. 6.",
    )
    body += pair_rows(
        "sinc",
        rows,
        low_terms,
        f"S_n(x) in powers of s = 2 x^2 / sinc_limit - 1, row n - 1; relative error at most 2^{max(errors):.1f}.",
    )
    body += matrix(
        "sinc_short",
        [[high_part(c) for c in row] for row in short_rows],
        f"The same with fewer terms, for one double: relative error at most 2^{max(short_errors):.1f}.",
    )
    write("sinc", body)


# --------------------------------------------------------------------------------------------- inverse trigonometric
def arctangent_quotient(z):
    """(atan(sqrt z) / sqrt z - 1) / z"""
    return sum((-1) ** k * z ** (k - 1) / (2 * k + 1) for k in range(1, 120))


def inverse_trigonometric():
    parts = 16
    angles = [atan(mpf(k) / parts) for k in range(parts + 1)]
    body = pairs("arctangent_angle", angles, parts + 1, f"atan(k / {parts}), k = 0 .. {parts}.")
    limit = (mpf(1) / (2 * parts) * (1 + mpf(2) ** -20)) ** 2
    whole = lambda z: atan(sqrt(z)) / sqrt(z) if z else mpf(1)
    for kind, terms, low_terms in (("", 7, 4), ("_short", 4, 0)):
        c = recentre(interpolate(arctangent_quotient, mpf(0), limit, terms), mpf(0), limit)
        error = worst(whole, [mpf(1)] + c, mpf(0), limit)
        print(f"arctangent{kind}: {terms} terms, 2^{error:.1f}")
        comment = (
            f"atan(t) / t = 1 + z Q(z), z = t^2, |t| <= 1/{2 * parts}: coefficients of Q, "
            f"relative error 2^{error:.1f}."
        )
        if low_terms:
            body += pairs(f"arctangent{kind}", c, low_terms, comment)
        else:
            body += array(f"arctangent{kind}", map(high_part, c), comment)
    write("inverse_trigonometric", body)


# --------------------------------------------------------------------------------------------------- error function
SHIFT = 3  # erfc(x) = exp(-x^2) q G(q), q = 1 / (x + SHIFT)
PIECES = 32  # of the interval 0 <= SHIFT q <= 1


def scaled_complement(u):
    """G = (x + SHIFT) exp(x^2) erfc(x) at u = SHIFT / (x + SHIFT)."""
    if u == 0:
        return 1 / sqrt(pi)
    x = SHIFT / u - SHIFT
    if x < 40:
        return (x + SHIFT) * exp(x * x) * erfc(x)
    term = total = mpf(1)
    for k in range(1, 400):  # the asymptotic series, DLMF 7.12.1
        following = -term * (2 * k - 1) / (2 * x * x)
        if abs(following) > abs(term):
            break
        term = following
        total += term
    return (x + SHIFT) * total / (x * sqrt(pi))


def error_quotient(z):
    """erf(sqrt z) / sqrt z"""
    return 2 / sqrt(pi) * sum((-1) ** k * z**k / (mp.factorial(k) * (2 * k + 1)) for k in range(80))


def error_function():
    terms, low_terms, short_terms = 14, 7, 9
    rows, errors, short_errors = [], [], []
    for i in range(PIECES):
        low, high = mpf(i) / PIECES, mpf(i + 1) / PIECES
        local = lambda u, i=i: 2 * PIECES * u - (2 * i + 1)
        rows.append(interpolate(scaled_complement, low, high, terms))
        errors.append(worst(scaled_complement, rows[-1], low, high, local, 40))
        short_errors.append(worst(scaled_complement, rows[-1][:short_terms], low, high, local, 40))
    print(f"erfc: {terms} terms, 2^{max(errors):.1f}; first {short_terms}: 2^{max(short_errors):.1f}")
    body = pair_rows(
        "error_function",
        rows
        + [
            interpolate(error_quotient, mpf(0), mpf(1) / 16, terms),
            interpolate(error_quotient, mpf(0), mpf(1) / 4, short_terms) + [mpf(0)] * (terms - short_terms),
        ],
        low_terms,
        f"Rows 0 to {PIECES - 1}: (x + {SHIFT}) exp(x^2) erfc(x) in powers of s = 2 (k u - i) - 1, "
        f"u = {SHIFT} / (x + {SHIFT}), k = {PIECES}, i = row.\n"
        f"/// The relative error is at most 2^{max(errors):.1f}, that of the first {short_terms} terms "
        f"2^{max(short_errors):.1f}.\n"
        f"/// Row {PIECES}: erf(x) / x in powers of s = 32 x^2 - 1, |x| <= 1/4; "
        f"row {PIECES + 1}: {short_terms} terms in s = 8 x^2 - 1, |x| <= 1/2.",
    )
    for row, limit, factor, count in ((PIECES, 16, 32, terms), (PIECES + 1, 4, 8, short_terms)):
        c = interpolate(error_quotient, mpf(0), mpf(1) / limit, count)
        error = worst(error_quotient, c, mpf(0), mpf(1) / limit, lambda z, f=factor: f * z - 1)
        print(f"erf row {row}: {count} terms, 2^{error:.1f}")
    write("error_function", body)


if __name__ == "__main__":
    KERNELS.mkdir(parents=True, exist_ok=True)
    trigonometric()
    sinc()
    inverse_trigonometric()
    error_function()
