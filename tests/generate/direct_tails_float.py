#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The hillock authors
# SPDX-License-Identifier: BSL-1.0
"""Makes include/hillock/evaluate/direct/tables_gelu_tail_float.hpp, the numbers of the tails of the float gelu kernels.

Run it as ``/usr/bin/python3 tests/generate/direct_tails_float.py [--check]`` from the root of the repository. The
polynomial interpolates t Phi(-t) e^(t^2 / 2) in 1 / t^2 at the Chebyshev nodes.
"""

import pathlib
import sys

from direct_exponential_float import text, to_float
from direct_rows_float import interpolate, value
from mpmath import erfc, exp, log, mp, mpf, pi, sqrt

mp.prec = 160
OUT = pathlib.Path(__file__).resolve().parents[2] / "include/hillock/evaluate/direct/tables_gelu_tail_float.hpp"


def ratio(v):
    t = 1 / sqrt(v)
    return t * (erfc(t / sqrt(mpf(2))) / 2) / exp(-t * t / 2)


def short(number, bits):
    """The number rounded to so many bits after the point."""
    return float(round(number * 2**bits)) / 2**bits


def make():
    low, high = mpf(1) / 250, 1 / mpf("6.3") ** 2
    coefficients = [to_float(c) for c in interpolate(ratio, low, high, 7)]
    points = [low + (high - low) * mpf(k) / 500 for k in range(501)]
    error = max(abs(value([mpf(c) for c in coefficients], v) / ratio(v) - 1) for v in points)
    bits = f"2^{float(log(error, 2)):.1f}"
    print(f"gelu_tail: {bits}")
    a = 2 * sqrt(2 / pi)
    b = a * mpf("0.044715")
    a_high = short(a, 19)
    inner = [a_high, to_float(a - mpf(a_high)), to_float(b), to_float(b - mpf(to_float(b)))]
    return (
        "// SPDX-FileCopyrightText: 2026 The hillock authors\n// SPDX-License-Identifier: BSL-1.0\n"
        "// Made by tests/generate/direct_tails_float.py; change that, not this.\n#pragma once\n\n"
        "// clang-format off\nnamespace hillock::direct::tables {\n\n"
        f"/// t Phi(-t) e^(t^2 / 2) as a polynomial in 1 / t^2, t from 6.3 to 15.8, relative error {bits}.\n"
        f"inline constexpr float gelu_tail[] = {{{', '.join(text(c) for c in coefficients)}}};\n"
        f"inline constexpr float inverse_root_of_two_pi = {text(to_float(1 / sqrt(2 * pi)))};\n"
        "/// 2 sqrt(2 / pi) as a sum of two, and 0.044715 times that, as a sum of two.\n"
        f"inline constexpr float gelu_tanh_inner[] = {{{', '.join(text(c) for c in inner)}}};\n"
        "\n}  // namespace hillock::direct::tables\n"
    )


if __name__ == "__main__":
    made = make()
    if "--check" in sys.argv:
        sys.exit(0 if OUT.exists() and OUT.read_text() == made else f"{OUT} is not what this script makes")
    OUT.write_text(made)
