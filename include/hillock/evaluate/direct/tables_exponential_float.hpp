// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// Made by tests/generate/direct_exponential_float.py; change that, not this.
#pragma once

// clang-format off
namespace hillock::direct::tables {

/// e^r = 1 + r + r^2 (c0 + c1 r + ...) for r from -0.347 to 0.347, relative error 2^-30.6.
inline constexpr float exponential[] = {
    0x1p-1f, 0x1.55553cp-3f, 0x1.5554f4p-5f, 0x1.11373ap-7f, 0x1.6d40fep-10f, 0x1.6b0c9cp-13f,
};

/// e^r = 1 + r + r^2 (c0 + c1 r + ...) for r from -0.347 to 0.347, relative error 2^-26.5.
inline constexpr float exponential_short[] = {
    0x1.fffffcp-2f, 0x1.555494p-3f, 0x1.555894p-5f, 0x1.12342ep-7f, 0x1.6ad0b4p-10f,
};

/// e^r = 1 + r + r^2 (c0 + c1 r + ...) for r from -0.347 to 0.500, relative error 2^-26.8.
inline constexpr float exponential_wide[] = {
    0x1p-1f, 0x1.555564p-3f, 0x1.555512p-5f, 0x1.10fe66p-7f, 0x1.6ccfep-10f, 0x1.c4d6fcp-13f,
};

/// log(2) as a sum, and 1 / log(2).
inline constexpr float log_2 = 0x1.62e43p-1f;
inline constexpr float log_2_low = -0x1.05c61p-29f;
inline constexpr float inverse_log_2 = 0x1.715476p0f;

}  // namespace hillock::direct::tables
