#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The hillock authors
# SPDX-License-Identifier: BSL-1.0
"""Makes the tables of the float kernels that read a row of a table and add a short polynomial, each in a header of its
own, tables_<name>_float.hpp (tables.py says how to run this; names as arguments are those to make; half a minute).

A row {c, F(c), c1, c2, ...} serves the t whose index rounds to the row's number: F(t) = F(c) + d (c1 + d (c2 + ...)),
d = t - c. The point c is taken beside the row's middle, where F(c) is nearly a float (Gal's accurate tables), so that
rounding F(c) costs nothing. The polynomial interpolates (F(c + d) - F(c)) / d at the Chebyshev nodes of the interval
(tanh: what that is more than F'(c), which as c1 serves the slope too); its relative error, coefficients rounded, stands
beside the table and on standard output.
"""

import struct
import sys

from mpmath import cosh, erfc, exp, log, log1p, mp, mpf, pi, sqrt, tanh, taylor
from tables import constant, deliver, interpolate, text, to_float, value

mp.prec = 160

ROWS = 32


def spacing(number):
    bits = struct.unpack("I", struct.pack("f", abs(number)))[0]
    return struct.unpack("f", struct.pack("I", bits + 1))[0] - abs(number)


# ---------------------------------------------------------------------------------------------------- approximation
def accurate_point(function, middle, width):
    """A float beside the middle where the function is a float to 2^-11 of its spacing, or the best one seen."""
    series = taylor(function, middle, 14)
    step = mpf(to_float(spacing(float(middle)))) if middle else mpf(2) ** -30
    best = None
    for i in range(4000):
        shift = (i + 1) // 2 * (1 if i % 2 else -1)
        start = to_float(series[0])
        ulp = mpf(spacing(start))
        if abs(series[1]) * step > ulp / 4:
            point = to_float(middle + shift * step)
        else:  # flat: look for the point of a given value
            target = mpf(start) + shift * ulp
            d = mpf(0)
            for _ in range(4):
                slope = sum(n * series[n] * d ** (n - 1) for n in range(1, 15))
                d -= (value(series, d) - target) / slope
                if abs(d) > width * 8:
                    break
            if abs(d) > width * 4:
                continue
            point = to_float(middle + d)
        exact = function(mpf(point)) if abs(mpf(point) - middle) > width / 8 else value(series, mpf(point) - middle)
        rest = abs(exact - mpf(to_float(exact))) / mpf(spacing(to_float(exact)))
        if best is None or rest < best[0]:
            best = (rest, point)
        if rest < mpf(2) ** -11:
            break
    # where the slope is nearly 1, so that neighbours lose as much as the point, some further away
    for i in range(4000 if best and best[0] > mpf(2) ** -6 else 0):
        point = to_float(middle + width * (i - 2000) / 8000)
        exact = function(mpf(point))
        rest = abs(exact - mpf(to_float(exact))) / mpf(spacing(to_float(exact)))
        if rest < best[0]:
            best = (rest, point)
    return best[1] if best else to_float(middle)  # where no point near has a value that is a float


def row(function, low, middle, high, degree, vanishes, exact_at_zero, slope_of=None, point=None, kink=False):
    """{c, F(c), coefficients} and the greatest relative error; c is the point, if that is told."""
    if point is None:
        at_zero = middle == 0 and (vanishes or exact_at_zero)
        point = 0.0 if at_zero else accurate_point(function, middle, (high - low) / 2)
    c = mpf(point)
    at_point = function(c)
    slack = 0 if kink and 0 in (low, high) else (high - low) / 200
    quotient = lambda d: (function(c + d) - at_point) / d
    if slope_of is None:
        slope = interpolate(quotient, low - slack - c, high + slack - c, degree)
    else:
        first = slope_of(c)
        further = lambda d: (quotient(d) - first) / d
        slope = [first, *interpolate(further, low - slack - c, high + slack - c, degree - 1)]
    polynomial = [to_float(k) for k in slope]
    exact = [mpf(to_float(at_point))] + [mpf(k) for k in polynomial]
    error = mpf(0)
    for k in range(41):
        t = low + (high - low) * (mpf(k) + mpf(1) / 3) / 41
        error = max(error, abs(value(exact, t - c) / function(t) - 1))
    return [point, to_float(at_point)] + polynomial, error


# ---------------------------------------------------------------------------------------------------- the functions
def logistic(x):
    return 1 / (1 + exp(-x))


def normal_cdf(x):
    return erfc(-x / sqrt(mpf(2))) / 2


def normal_pdf(x):
    return exp(-x * x / 2) / sqrt(2 * pi)


def inner(x):
    return sqrt(2 / pi) * (x + mpf("0.044715") * x**3)


def inner_slope(x):
    return sqrt(2 / pi) * (1 + 3 * mpf("0.044715") * x**2)


QUICK = mpf("1.702")


def gate(x):
    """mish(x) / x."""
    e = exp(x)
    return (e * (e + 2)) / (e * (e + 2) + 2)


def elish_gate(x):
    """elish(x) / x, which has a kink at 0."""
    return logistic(x) if x >= 0 else (exp(x) - 1) / x * logistic(x)


def mish_slope(x):
    e = exp(x)
    n = e * (e + 2)
    return n / (n + 2) + x * 4 * e * (1 + e) / (n + 2) ** 2


# whose slope is computed from the same row
SLOPES = {"tanh": lambda t: 1 / cosh(t) ** 2}

# whose rows lie between two indices, as no row can have 0 within it
KINKS = {"elish"}

# name: (what it is, function of t, linear and quadratic factor of the index, degree, vanishes at 0, exact at 0, signed)
FUNCTIONS = {
    "logistic": ("1 / (1 + e^t)", lambda t: logistic(-t), 4.5, 0, 4, False, True, False),
    "softplus": ("log(1 + e^-t)", lambda t: log1p(exp(-t)), 4.5, 0, 4, False, False, False),
    "tanh": ("tanh(t)", tanh, 3.40625, 0, 6, True, True, False),
    "scaled_tanh": (
        "1.7159 tanh(2 t / 3)", lambda t: mpf("1.7159") * tanh(2 * t / 3), 2.265625, 0, 6, True, True, False,
    ),
    "gelu": ("t Phi(-t)", lambda t: t * normal_cdf(-t), 2, 0.46875, 6, True, True, False),
    "gelu_tanh": ("t / (1 + e^(2 u(t)))", lambda t: t * logistic(-2 * inner(t)), 1.375, 0.625, 6, True, True, False),
    "gelu_slope": ("gelu'(-t)", lambda t: normal_cdf(-t) - t * normal_pdf(t), 2, 0.46875, 6, False, True, False),
    "gelu_tanh_slope": (
        "gelu_tanh'(-t)",
        lambda t: logistic(-2 * inner(t)) * (1 - t * 2 * inner_slope(t) * logistic(2 * inner(t))),
        2, 0.46875, 6, False, True, False,
    ),
    "gelu_quick": ("t / (1 + e^(1.702 t))", lambda t: t * logistic(-QUICK * t), 3, 0.3125, 6, True, True, False),
    "gelu_quick_slope": (
        "gelu_quick'(-t)",
        lambda t: logistic(-QUICK * t) * (1 - QUICK * t * logistic(QUICK * t)),
        3, 0.3125, 6, False, True, False,
    ),
    "mish": ("tanh(log(1 + e^x)) = mish(x) / x", gate, 2, 0, 6, False, False, True),
    "elish": ("elish(x) / x", elish_gate, 2, 0, 6, False, False, True),
    "mish_slope": ("mish'", mish_slope, 2, 0, 6, False, False, True),
}


def at_index(index, linear, quadratic):
    """The t >= 0 of an index."""
    linear, quadratic, index = mpf(linear), mpf(quadratic), mpf(index)
    if quadratic == 0:
        return index / linear
    return (sqrt(linear**2 + 4 * quadratic * index) - linear) / (2 * quadratic)


def table(name, rows):
    lines = "".join("    {" + ", ".join(text(n, "float") for n in numbers) + "},\n" for numbers in rows)
    return f"inline constexpr float {name}_rows[{ROWS}][{len(rows[0])}] = {{\n{lines}}};\n"


def make(name):
    what, function, linear, quadratic, degree, vanishes, exact_at_zero, signed = FUNCTIONS[name]
    rows, worst = [], []
    for j in range(ROWS):
        if signed:
            index = j if j < ROWS // 2 else j - ROWS
            first = 0 if name in KINKS else mpf(-1) / 2
            low, middle, high = [(index + first + s) / linear for s in (0, mpf(1) / 2, 1)]
        else:
            high, middle = at_index(j + mpf(1) / 2, linear, quadratic), at_index(j, linear, quadratic)
            low = at_index(j - mpf(1) / 2, linear, quadratic) if j else mpf(0)
        if vanishes and (j == 1 or signed and j == ROWS - 1):
            middle = (2 * low + high) / 3 if j == 1 else (low + 2 * high) / 3  # F(c) not much more than what F can be
        kink = name in KINKS
        numbers, error = row(function, low, middle, high, degree, vanishes, exact_at_zero, SLOPES.get(name), kink=kink)
        rows.append(numbers)
        worst.append(error)
    half = 0 if name in KINKS else mpf(1) / 2
    limit = (ROWS // 2 - half) / linear if signed else at_index(mpf(ROWS) - mpf(1) / 2, linear, quadratic)
    limit = to_float(limit * (1 - mpf(2) ** -20))
    error = max(worst)
    print(f"{name}: relative error 2^{float(log(error, 2)):.1f} (row {worst.index(error)}), up to {limit:.6f}")
    return [
        constant(f"{name}_limit", f"{what}, relative error 2^{float(log(error, 2)):.1f}.", limit, "float"),
        constant(f"{name}_linear", None, linear, "float"),
        constant(f"{name}_quadratic", None, quadratic, "float") if quadratic else "",
        table(name, rows),
    ]


if __name__ == "__main__":
    names = [a for a in sys.argv[1:] if not a.startswith("-")] or FUNCTIONS
    deliver({f"direct/tables_{name}_float.hpp": make(name) for name in names})
