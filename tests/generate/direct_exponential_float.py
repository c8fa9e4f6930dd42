#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The hillock authors
# SPDX-License-Identifier: BSL-1.0
"""Makes the numbers of the float kernels of e^x (tables.py says how to run this).

A polynomial is made with Remez' algorithm for the error relative to e^r; each coefficient is rounded in turn, the most
important ones first, and the rest made anew around it.
"""

from mpmath import cos, exp, log, lu_solve, matrix, mp, mpf, pi
from tables import array, constant, deliver, to_float

mp.prec = 160


def remez(target, weight, powers, low, high, rounds=12):
    """Coefficients c of the powers that make max |weight (target - sum c x^p)| on [low, high] least."""
    count = len(powers) + 1
    middle, half = (low + high) / 2, (high - low) / 2
    points = [middle - half * cos(pi * k / (count - 1)) for k in range(count)]
    points = [x if x else half / 1000 for x in points]
    grid = [middle + half * (mpf(2 * k + 1) / 600 - 1) for k in range(600)]
    for _ in range(rounds):
        a = matrix(count, count)
        b = matrix(count, 1)
        for i, x in enumerate(points):
            for j, p in enumerate(powers):
                a[i, j] = weight(x) * x**p
            a[i, count - 1] = (-1) ** i
            b[i] = weight(x) * target(x)
        solution = lu_solve(a, b)
        c = [solution[j] for j in range(count - 1)]
        errors = [weight(x) * (target(x) - sum(k * x**p for k, p in zip(c, powers))) for x in grid]
        extrema, start = [], 0
        for i in range(1, len(grid) + 1):
            if i == len(grid) or (errors[i] > 0) != (errors[start] > 0):
                extrema.append(max(range(start, i), key=lambda k: abs(errors[k])))
                start = i
        while len(extrema) > count:
            extrema.pop(0 if abs(errors[extrema[0]]) < abs(errors[extrema[-1]]) else -1)
        if len(extrema) < count:
            break
        points = [grid[k] for k in extrema]
    return c, max(abs(e) for e in errors)


def polynomial(name, terms, low, high):
    """e^r = 1 + r + r^2 (c0 + c1 r + ...), r from low to high and a little beyond."""
    low, high = low * (1 + mpf(2) ** -12), high * (1 + mpf(2) ** -12)
    rounded = []
    for done in range(terms):
        def rest(x):
            return exp(x) - 1 - x - sum(mpf(k) * x ** (2 + p) for p, k in enumerate(rounded))
        c, error = remez(rest, lambda x: exp(-x), [2 + p for p in range(done, terms)], low, high)
        rounded.append(to_float(c[0]))
    error = max(
        abs(1 + x + sum(mpf(k) * x ** (2 + p) for p, k in enumerate(rounded)) - exp(x)) / exp(x)
        for x in [low + (high - low) * mpf(k) / 1000 for k in range(1001)]
    )
    bits = f"2^{float(log(error, 2)):.1f}"
    print(f"{name}: {bits}")
    interval = f"r from {float(low):.3f} to {float(high):.3f}"
    what = f"e^r = 1 + r + r^2 (c0 + c1 r + ...) for {interval}, relative error {bits}."
    return array(name, what, rounded, "float")


def main():
    log_2 = log(mpf(2))
    high = to_float(log_2)
    deliver(
        {
            "direct/tables_exponential_float.hpp": [
                polynomial("exponential", 6, -log_2 / 2, log_2 / 2),
                polynomial("exponential_short", 5, -log_2 / 2, log_2 / 2),
                polynomial("exponential_wide", 6, -log_2 / 2, mpf(1) / 2),
                constant("log_2", "log(2) as a sum, and 1 / log(2).", high, "float"),
                constant("log_2_low", None, to_float(log_2 - mpf(high)), "float"),
                constant("inverse_log_2", None, to_float(1 / log_2), "float"),
            ]
        }
    )


if __name__ == "__main__":
    main()
