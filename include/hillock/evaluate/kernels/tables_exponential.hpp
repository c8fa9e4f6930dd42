// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// Made by tests/generate/coefficients.py; change that, not this.
#pragma once

#include <hillock/evaluate/kernels/polynomial.hpp>

// clang-format off
namespace hillock::kernels::tables {

/// log(2) / 32 as a sum.
inline constexpr double log_2_over_32[] = {
    0x1.62e42fefa39efp-6, 0x1.abc9e3b39803fp-61, 0x1.7b57a079a1934p-116,
};

/// 2^(j/32), j = 0 .. 31, rounded.
inline constexpr double powers_hi[] = {
    0x1p0, 0x1.059b0d3158574p0, 0x1.0b5586cf9890fp0, 0x1.11301d0125b51p0, 0x1.172b83c7d517bp0, 0x1.1d4873168b9aap0,
    0x1.2387a6e756238p0, 0x1.29e9df51fdee1p0, 0x1.306fe0a31b715p0, 0x1.371a7373aa9cbp0, 0x1.3dea64c123422p0,
    0x1.44e086061892dp0, 0x1.4bfdad5362a27p0, 0x1.5342b569d4f82p0, 0x1.5ab07dd485429p0, 0x1.6247eb03a5585p0,
    0x1.6a09e667f3bcdp0, 0x1.71f75e8ec5f74p0, 0x1.7a11473eb0187p0, 0x1.82589994cce13p0, 0x1.8ace5422aa0dbp0,
    0x1.93737b0cdc5e5p0, 0x1.9c49182a3f09p0, 0x1.a5503b23e255dp0, 0x1.ae89f995ad3adp0, 0x1.b7f76f2fb5e47p0,
    0x1.c199bdd85529cp0, 0x1.cb720dcef9069p0, 0x1.d5818dcfba487p0, 0x1.dfc97337b9b5fp0, 0x1.ea4afa2a490dap0,
    0x1.f50765b6e454p0,
};

/// What that leaves.
inline constexpr double powers_lo[] = {
    0x0p0, 0x1.d73e2a475b465p-55, 0x1.8a62e4adc610bp-54, -0x1.6c51039449b3ap-54, -0x1.19041b9d78a76p-55,
    0x1.e016e00a2643cp-54, 0x1.9b07eb6c70573p-54, 0x1.612e8afad1255p-55, 0x1.6f46ad23182e4p-55,
    -0x1.63aeabf42eae2p-54, 0x1.ada0911f09ebcp-55, 0x1.89b7a04ef80dp-59, 0x1.d4397afec42e2p-56,
    -0x1.07abe1db13cadp-55, 0x1.6324c054647adp-54, -0x1.383c17e40b497p-54, -0x1.bdd3413b26456p-54,
    -0x1.16e4786887a99p-55, -0x1.41577ee04992fp-55, -0x1.d4c1dd41532d8p-54, 0x1.6e9f156864b27p-54,
    -0x1.75fc781b57ebcp-57, 0x1.c7c46b071f2bep-56, -0x1.d2f6edb8d41e1p-54, 0x1.7a1cd345dcc81p-54,
    -0x1.5584f7e54ac3bp-56, 0x1.11065895048ddp-55, 0x1.503cbd1e949dbp-56, 0x1.2ed02d75b3707p-55,
    -0x1.1a5cd4f184b5cp-54, -0x1.e9c23179c2893p-54, 0x1.9d3e12dd8a18bp-54,
};

/// (exp(x) - 1) / x for |x| <= log(2) / 64.
/// Relative error: one double 2^-56.5, a pair 2^-110.6.
inline constexpr coefficients<6, 11, 5> expm1_over_x{
    {
        0x1p0, 0x1p-1, 0x1.5555555547d22p-3, 0x1.555555554e93cp-5, 0x1.11115c0cff61ap-7, 0x1.6c170c680344cp-10,
    },
    {
        0x1p0, 0x1p-1, 0x1.5555555555555p-3, 0x1.5555555555555p-5, 0x1.1111111111111p-7, 0x1.6c16c16c16c17p-10,
        0x1.a01a01a01a01ap-13, 0x1.a01a01a0144ffp-16, 0x1.71de3a5568f23p-19, 0x1.27e52add412c8p-22,
        0x1.ae6490d521884p-26,
    },
    {
        0x0p0, 0x1.4387cdaefecdp-101, 0x1.555555555556ep-57, 0x1.55555482f133fp-59, 0x1.1111100e1fb0dp-63,
    },
};

/// (exp(x) - 1 - x) / x^2 for |x| <= 1/2.
/// Relative error: one double 2^-58.2, a pair 2^-107.7.
inline constexpr coefficients<12, 20, 11> expm1_residual_over_square{
    {
        0x1p-1, 0x1.5555555555555p-3, 0x1.555555555558ep-5, 0x1.111111111112p-7, 0x1.6c16c16c02003p-10,
        0x1.a01a01a00ef0fp-13, 0x1.a01a01f8a44eap-16, 0x1.71de3a84a10c3p-19, 0x1.27e450c2e35f7p-22,
        0x1.ae63a07779c78p-26, 0x1.201cd8001288bp-29, 0x1.6267cf434f12cp-33,
    },
    {
        0x1p-1, 0x1.5555555555555p-3, 0x1.5555555555555p-5, 0x1.1111111111111p-7, 0x1.6c16c16c16c17p-10,
        0x1.a01a01a01a01ap-13, 0x1.a01a01a01a01ap-16, 0x1.71de3a556c734p-19, 0x1.27e4fb7789f5cp-22,
        0x1.ae64567f544e4p-26, 0x1.1eed8eff8d8ap-29, 0x1.6124613a86d0fp-33, 0x1.93974a8c031c9p-37,
        0x1.ae7f3e7338413p-41, 0x1.ae7f3e8d8acdep-45, 0x1.952c77155786cp-49, 0x1.68272ccc69322p-53,
        0x1.2f497633339c6p-57, 0x1.e69346de30429p-62, 0x1.72a30838ee851p-66,
    },
    {
        -0x1.0d7fa3b4377dbp-109, 0x1.5555555555555p-57, 0x1.555555555627ep-59, 0x1.1111111111a38p-63,
        -0x1.f49f4a0fc3344p-65, 0x1.a01a0072129c5p-73, 0x1.a0456e0c91c49p-76, -0x1.c154bc76348c3p-73,
        0x1.c7530c995c07bp-76, -0x1.c3741c8296ffcp-80, -0x1.ed8c8854257dcp-86,
    },
};

}  // namespace hillock::kernels::tables
