#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The hillock authors
# SPDX-License-Identifier: BSL-1.0
"""Makes the constants of gelu_tanh and its slope for double, of the direct kernels (tables.py says how to run this)."""

from mpmath import mp, mpf, pi, sqrt
from tables import array, deliver, split

mp.prec = 400

LINEAR = 2 * sqrt(2 / pi)
CUBIC = LINEAR * mpf("0.044715")

if __name__ == "__main__":
    deliver(
        {
            "direct/tables_gelu_tanh_double.hpp": [
                array("gelu_tanh_linear_double", "2 sqrt(2 / pi) as a sum.", split(LINEAR)),
                array("gelu_tanh_cubic_double", "0.044715 times that as a sum.", split(CUBIC)),
                array("gelu_tanh_slope_cubic_double", "Three times that as a sum.", split(3 * CUBIC)),
            ]
        }
    )
