#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The hillock authors
# SPDX-License-Identifier: BSL-1.0
"""Makes include/hillock/evaluate/direct/tables_exponential_float.hpp, the numbers of the float kernels of e^x.

Run it as ``/usr/bin/python3 tests/generate/direct_exponential_float.py [--check]`` from the root of the repository. The
polynomial is made with Remez' algorithm for the error relative to e^r; each coefficient is rounded in turn, the most
important ones first, and the rest made anew around it.
"""

import pathlib
import struct
import sys

from mpmath import cos, exp, log, lu_solve, matrix, mp, mpf, pi

mp.prec = 160

OUT = pathlib.Path(__file__).resolve().parents[2] / "include/hillock/evaluate/direct/tables_exponential_float.hpp"


def to_float(number):
    return struct.unpack("f", struct.pack("f", float(number)))[0]


def text(number):
    mantissa, exponent = float(number).hex().split("p")
    if "." in mantissa:
        mantissa = mantissa.rstrip("0").rstrip(".")
    return f"{mantissa}p{int(exponent)}f"


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
    return (
        f"/// e^r = 1 + r + r^2 (c0 + c1 r + ...) for r from {float(low):.3f} to {float(high):.3f}, relative error {bits}.\n"
        f"inline constexpr float {name}[] = {{{', '.join(text(c) for c in rounded)}}};\n"
    )


def make():
    half = log(mpf(2)) / 2
    high = to_float(log(mpf(2)))
    return (
        "// SPDX-FileCopyrightText: 2026 The hillock authors\n// SPDX-License-Identifier: BSL-1.0\n"
        "// Made by tests/generate/direct_exponential_float.py; change that, not this.\n#pragma once\n\n"
        "// clang-format off\nnamespace hillock::direct::tables {\n\n"
        + polynomial("exponential", 6, -half, half)
        + polynomial("exponential_short", 5, -half, half)
        + polynomial("exponential_wide", 6, -half, mpf(1) / 2)
        + "/// log(2) as a sum, and 1 / log(2).\n"
        f"inline constexpr float log_2 = {text(high)};\n"
        f"inline constexpr float log_2_low = {text(to_float(log(mpf(2)) - mpf(high)))};\n"
        f"inline constexpr float inverse_log_2 = {text(to_float(1 / log(mpf(2))))};\n"
        "\n}  // namespace hillock::direct::tables\n"
    )


if __name__ == "__main__":
    made = make()
    if "--check" in sys.argv:
        sys.exit(0 if OUT.exists() and OUT.read_text() == made else f"{OUT} is not what this script makes")
    OUT.write_text(made)
