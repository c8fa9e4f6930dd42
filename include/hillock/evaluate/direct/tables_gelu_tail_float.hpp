// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// Made by tests/generate/direct_tails_float.py; change that, not this.
#pragma once

// clang-format off
namespace hillock::direct::tables {

/// t Phi(-t) e^(t^2 / 2) as a polynomial in 1 / t^2, t from 6.3 to 15.8, relative error 2^-25.0.
inline constexpr float gelu_tail[] = {
    0x1.988454p-2f, -0x1.988434p-2f, 0x1.325a7ap0f, -0x1.7db564p2f, 0x1.4160e4p5f, -0x1.206fcep8f, 0x1.59a13cp10f,
};
inline constexpr float inverse_root_of_two_pi = 0x1.988454p-2f;

/// 2 sqrt(2 / pi) as a sum of two, and 0.044715 times that, as a sum of two.
inline constexpr float gelu_tanh_inner[] = {
    0x1.98846p0f, -0x1.985794p-21f, 0x1.2444f2p-4f, 0x1.49b16ap-29f,
};

}  // namespace hillock::direct::tables
