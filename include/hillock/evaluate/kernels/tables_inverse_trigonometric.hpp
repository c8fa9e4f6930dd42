// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// Made by tests/generate/special_coefficients.py; change that, not this.
#pragma once

// clang-format off
namespace hillock::kernels::tables {

/// atan(k / 16), k = 0 .. 16.
inline constexpr double arctangent_angle_hi[] = {
    0x0p0, 0x1.ff55bb72cfdeap-5, 0x1.fd5ba9aac2f6ep-4, 0x1.7b97b4bce5b02p-3, 0x1.f5b75f92c80ddp-3,
    0x1.362773707ebccp-2, 0x1.6f61941e4def1p-2, 0x1.a64eec3cc23fdp-2, 0x1.dac670561bb4fp-2, 0x1.0657e94db30dp-1,
    0x1.1e00babdefeb4p-1, 0x1.345f01cce37bbp-1, 0x1.4978fa3269ee1p-1, 0x1.5d58987169b18p-1, 0x1.700a7c5784634p-1,
    0x1.819d0b7158a4dp-1, 0x1.921fb54442d18p-1,
};
inline constexpr double arctangent_angle_lo[] = {
    0x0p0, -0x1.c934d86d23f1dp-60, -0x1.cd37686760c17p-59, 0x1.347b0b4f881cap-58, 0x1.8ab6e3cf7afbdp-57,
    -0x1.963a544b672d8p-57, -0x1.c63aae6f6e918p-56, -0x1.24dec1b50b7ffp-56, 0x1.a2b7f222f65e2p-56,
    -0x1.d5b495f6349e6p-56, -0x1.928df287a668fp-58, 0x1.1021137c71102p-55, 0x1.2419a87f2a458p-56,
    0x1.0028e4bc5e7cap-57, -0x1.8c34d25aadef6p-56, -0x1.bf76229d3b917p-56, 0x1.1a62633145c07p-55,
};

/// atan(t) / t = 1 + z Q(z), z = t^2, |t| <= 1/32: coefficients of Q, relative error 2^-97.1.
inline constexpr double arctangent_hi[] = {
    -0x1.5555555555555p-2, 0x1.999999999999ap-3, -0x1.2492492492492p-3, 0x1.c71c71c71b5dep-4, -0x1.745d17397fc5bp-4,
    0x1.3b1368f024f5bp-4, -0x1.103ea233ee923p-4,
};
inline constexpr double arctangent_lo[] = {
    -0x1.5555555374ea6p-56, -0x1.999f58e3d41b9p-57, 0x1.2d1193d9c60f6p-59, -0x1.89deed4c970c4p-63,
};

/// atan(t) / t = 1 + z Q(z), z = t^2, |t| <= 1/32: coefficients of Q, relative error 2^-60.5.
inline constexpr double arctangent_short[] = {
    -0x1.555555555554ap-2, 0x1.99999998dfb84p-3, -0x1.24923a9e74067p-3, 0x1.c662793dc92b8p-4,
};

}  // namespace hillock::kernels::tables
