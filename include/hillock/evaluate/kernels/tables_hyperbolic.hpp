// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// Made by tests/generate/coefficients.py; change that, not this.
#pragma once

#include <hillock/evaluate/kernels/polynomial.hpp>

// clang-format off
namespace hillock::kernels::tables {

/// (x cosh(x) - sinh(x)) / x^3 in powers of x^2 <= 9/4.
/// Relative error: one double 2^-56.6, a pair 2^-106.2.
inline constexpr coefficients<8, 13, 8> tanh_residual_numerator{
    {
        0x1.5555555555555p-2, 0x1.111111111112ap-5, 0x1.3813813811b08p-10, 0x1.71de3a57095c2p-16,
        0x1.0cfeb55b7b16ep-22, 0x1.08db9e31a0b17p-29, 0x1.7882a6266ce45p-37, 0x1.a1570f64b6ed2p-45,
    },
    {
        0x1.5555555555555p-2, 0x1.1111111111111p-5, 0x1.3813813813814p-10, 0x1.71de3a556c734p-16,
        0x1.0cfeb60f94b0ep-22, 0x1.08db48ebe51c7p-29, 0x1.78af56a4d411ep-37, 0x1.952c77030aa1dp-45,
        0x1.5532eaf543c99p-53, 0x1.ce272b1228461p-62, 0x1.0132d37c70a06p-70, 0x1.dec32baadc5a7p-80,
        0x1.81c384fa8135cp-89,
    },
    {
        0x1.5555555555557p-56, 0x1.111111110faeap-61, -0x1.fb1fb1fa0c053p-64, -0x1.c154fb7f99b51p-70,
        0x1.cf8b16948a5ccp-77, 0x1.c377951ee825p-85, -0x1.7721d345ce8b8p-91, -0x1.908fd6d72dcaep-99,
    },
};

}  // namespace hillock::kernels::tables
