#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The hillock authors
# SPDX-License-Identifier: BSL-1.0
"""Makes the tables of the trigonometric, sinc, inverse trigonometric and error function kernels (tables.py says how to
run this).

Every polynomial interpolates its function at the Chebyshev nodes of its interval, with 400 bits; that is within two
bits of the best approximation of that degree. A coefficient is rounded to a double ``hi``; where the kernel needs it,
a second double ``lo`` holds the rest. The relative error that a whole polynomial leaves, before the rounding of
the arithmetic, is printed on standard output and noted beside the table.
"""

from mpmath import atan, cos, erfc, exp, floor, mp, mpf, pi, sin, sqrt
from tables import array, braces, deliver, documented, error, interpolate, split

mp.prec = 400


def centred(function, low, high):
    """The function of s from -1 to 1, for z from low to high."""
    return lambda s: function((low + high) / 2 + (high - low) / 2 * s)


def local(function, low, high, terms):
    """Coefficients in powers of that s."""
    return interpolate(centred(function, low, high), mpf(-1), mpf(1), terms)


def local_error(coefficients, function, low, high, points):
    return error(coefficients, centred(function, low, high), mpf(-1), mpf(1), points)


# ---------------------------------------------------------------------------------------------------- text
def matrix(name, comment, rows):
    """Row after row in one array: an index past the end of a row is not a constant expression in an array of arrays."""
    body = "".join(f"    // row {i}\n{braces(row)}\n" for i, row in enumerate(rows))
    return documented(comment, f"inline constexpr double {name}[] = {{\n{body}}};\n")


def pairs(name, comment, coefficients, low_terms):
    """A table of leading doubles, and one with what they leave for the first low_terms coefficients."""
    both = [split(c) for c in coefficients]
    return array(f"{name}_hi", comment, [high for high, low in both]) + array(
        f"{name}_lo", None, [low for high, low in both[:low_terms]]
    )


def pair_rows(name, comment, rows, low_terms):
    both = [[split(c) for c in row] for row in rows]
    return matrix(f"{name}_hi", comment, [[high for high, low in row] for row in both]) + matrix(
        f"{name}_lo", None, [[low for high, low in row[:low_terms]] for row in both]
    )


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
        f"Bits {stride} k + 1 to {stride} k + {width} behind the point of 2 / pi, as an integer, "
        f"for k = 0 .. {entries - 1}.",
        chunks,
    )
    limit = (pi / 4 * (1 + mpf(2) ** -20)) ** 2
    for name, function, whole in (
        ("sine", sine_quotient, lambda z: sin(sqrt(z)) / sqrt(z)),
        ("cosine", cosine_quotient, lambda z: cos(sqrt(z))),
    ):
        for kind, terms, low_terms in (("", 10, 7), ("_short", 7, 0)):
            c = interpolate(function, mpf(0), limit, terms)
            bits = f"2^{error([mpf(1)] + c, whole, mpf(0), limit):.1f}"
            print(f"{name}{kind}: {terms} terms, {bits}")
            symbol = "sin(r) / r" if name == "sine" else "cos(r)"
            comment = f"{symbol} = 1 + z Q(z), z = r^2, |r| <= pi/4: coefficients of Q, relative error {bits}."
            if low_terms:
                body += pairs(f"{name}{kind}", comment, c, low_terms)
            else:
                body += array(f"{name}{kind}", comment, c)
    return body


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
        function = lambda z, n=n: spherical_quotient(n, z)
        for count, to, errors_to in ((terms, rows, errors), (short_terms, short_rows, short_errors)):
            to.append(local(function, mpf(0), mpf(limit), count))
            errors_to.append(local_error(to[-1], function, mpf(0), mpf(limit), 100))
    print("sinc:", " ".join(f"2^{e:.1f}" for e in errors), "short:", " ".join(f"2^{e:.1f}" for e in short_errors))
    body = array(
        "sinc_limit",
        "Row n - 1: the square of x up to which the polynomial serves S_n, n = 1 .. 6.",
        SINC_LIMITS,
    )
    body += pair_rows(
        "sinc",
        f"S_n(x) in powers of s = 2 x^2 / sinc_limit - 1, row n - 1; relative error at most 2^{max(errors):.1f}.",
        rows,
        low_terms,
    )
    body += matrix(
        "sinc_short",
        f"The same with fewer terms, for one double: relative error at most 2^{max(short_errors):.1f}.",
        short_rows,
    )
    return body


# --------------------------------------------------------------------------------------------- inverse trigonometric
def arctangent_quotient(z):
    """(atan(sqrt z) / sqrt z - 1) / z"""
    return sum((-1) ** k * z ** (k - 1) / (2 * k + 1) for k in range(1, 120))


def inverse_trigonometric():
    steps = 16
    angles = [atan(mpf(k) / steps) for k in range(steps + 1)]
    body = pairs("arctangent_angle", f"atan(k / {steps}), k = 0 .. {steps}.", angles, steps + 1)
    limit = (mpf(1) / (2 * steps) * (1 + mpf(2) ** -20)) ** 2
    whole = lambda z: atan(sqrt(z)) / sqrt(z)
    for kind, terms, low_terms in (("", 7, 4), ("_short", 4, 0)):
        c = interpolate(arctangent_quotient, mpf(0), limit, terms)
        bits = f"2^{error([mpf(1)] + c, whole, mpf(0), limit):.1f}"
        print(f"arctangent{kind}: {terms} terms, {bits}")
        comment = (
            f"atan(t) / t = 1 + z Q(z), z = t^2, |t| <= 1/{2 * steps}: coefficients of Q, "
            f"relative error {bits}."
        )
        if low_terms:
            body += pairs(f"arctangent{kind}", comment, c, low_terms)
        else:
            body += array(f"arctangent{kind}", comment, c)
    return body


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
        rows.append(local(scaled_complement, low, high, terms))
        errors.append(local_error(rows[-1], scaled_complement, low, high, 40))
        short_errors.append(local_error(rows[-1][:short_terms], scaled_complement, low, high, 40))
    print(f"erfc: {terms} terms, 2^{max(errors):.1f}; first {short_terms}: 2^{max(short_errors):.1f}")
    body = pair_rows(
        "error_function",
        f"Rows 0 to {PIECES - 1}: (x + {SHIFT}) exp(x^2) erfc(x) in powers of s = 2 (k u - i) - 1, "
        f"u = {SHIFT} / (x + {SHIFT}), k = {PIECES}, i = row.\n"
        f"/// The relative error is at most 2^{max(errors):.1f}, that of the first {short_terms} terms "
        f"2^{max(short_errors):.1f}.\n"
        f"/// Row {PIECES}: erf(x) / x in powers of s = 32 x^2 - 1, |x| <= 1/4; "
        f"row {PIECES + 1}: {short_terms} terms in s = 8 x^2 - 1, |x| <= 1/2.",
        rows
        + [
            local(error_quotient, mpf(0), mpf(1) / 16, terms),
            local(error_quotient, mpf(0), mpf(1) / 4, short_terms) + [mpf(0)] * (terms - short_terms),
        ],
        low_terms,
    )
    for row, limit, count in ((PIECES, 16, terms), (PIECES + 1, 4, short_terms)):
        c = local(error_quotient, mpf(0), mpf(1) / limit, count)
        bits = local_error(c, error_quotient, mpf(0), mpf(1) / limit, 400)
        print(f"erf row {row}: {count} terms, 2^{bits:.1f}")
    return body


if __name__ == "__main__":
    deliver(
        {
            "kernels/tables_trigonometric.hpp": [trigonometric()],
            "kernels/tables_sinc.hpp": [sinc()],
            "kernels/tables_inverse_trigonometric.hpp": [inverse_trigonometric()],
            "kernels/tables_error_function.hpp": [error_function()],
        }
    )
