// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// Made by tests/generate/direct_gelu_tanh_double.py; change that, not this.
#pragma once

// clang-format off
namespace hillock::direct::tables {

/// 2 sqrt(2 / pi) as a sum.
inline constexpr double gelu_tanh_linear_double[] = {
    0x1.9884533d43651p0, -0x1.cbc0d30ebfd15p-54,
};

/// 0.044715 times that as a sum.
inline constexpr double gelu_tanh_cubic_double[] = {
    0x1.2444f2a4d8b4bp-4, -0x1.6c843a29d1c7p-61,
};

/// Three times that as a sum.
inline constexpr double gelu_tanh_slope_cubic_double[] = {
    0x1.b6676bf7450fp-3, 0x1.bba7351828aabp-57,
};

}  // namespace hillock::direct::tables
