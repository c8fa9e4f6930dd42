// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// Made by tests/generate/coefficients.py; change that, not this.
#pragma once

// clang-format off
namespace hillock::kernels::tables {

/// cbrt(x) for 1 <= x <= 2, to start from.
inline constexpr double cube_root[] = {
    0x1.04bc2bde493b9p-1, 0x1.6c697f83452edp-1, -0x1.2d024eeecb9cbp-2, 0x1.544aaec5e4624p-4, -0x1.4b077fcd0882bp-7,
};

/// cbrt(1), cbrt(2), cbrt(4).
inline constexpr double cube_root_powers[] = {
    0x1p0, 0x1.428a2f98d728bp0, 0x1.965fea53d6e3dp0,
};

}  // namespace hillock::kernels::tables
