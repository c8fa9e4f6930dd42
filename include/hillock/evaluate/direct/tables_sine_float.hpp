// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// Made by tests/generate/direct_sine_float.py; change that, not this.
#pragma once

// clang-format off
namespace hillock::direct::tables {

/// sin(r) / r = 1 + z (c0 + c1 z + ...), z = r^2, |r| <= pi / 4; error 2^-27.9.
inline constexpr float sine[] = {
    -0x1.555546p-3f, 0x1.110778p-7f, -0x1.995402p-13f,
};

/// cos(r) = 1 - z / 2 + z^2 (c0 + c1 z + ...), z = r^2, |r| <= pi / 4; error 2^-32.7.
inline constexpr float cosine[] = {
    0x1.55554ep-5f, -0x1.6c0e3cp-10f, 0x1.9a6d96p-16f,
};

/// sin(r)^2 = z (1 + z (c0 + c1 z + ...)), z = r^2, |r| <= pi / 4; error 2^-31.6.
inline constexpr float sine_square[] = {
    -0x1.555552p-2f, 0x1.6c152ap-5f, -0x1.9fa334p-9f, 0x1.1a2562p-13f,
};

/// pi / 2 as a sum, and 2 / pi.
inline constexpr float quarter_turn[] = {
    0x1.921fb6p0f, -0x1.777a5cp-25f, -0x1.ee59dap-50f,
};
inline constexpr float inverse_quarter_turn = 0x1.45f306p-1f;

}  // namespace hillock::direct::tables
