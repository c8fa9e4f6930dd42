// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// Made by tests/generate/direct_exponential_double.py; change that, not this.
#pragma once

// clang-format off
namespace hillock::direct::tables {

/// log(2): 42 bits, of which multiples up to 2^11 are exact, and what that leaves.
inline constexpr double log_2_double[] = {
    0x1.62e42fefa38p-1, 0x1.ef35793c7673p-45,
};

/// (exp(r) - 1 - r - r^2/2) / r^3 for |r| <= log(2) / 2. Relative error: 2^-54.1.
inline constexpr double exponential_double[] = {
    0x1.5555555555556p-3, 0x1.5555555555555p-5, 0x1.11111111109b3p-7, 0x1.6c16c16c167e1p-10, 0x1.a01a01a7c41d5p-13,
    0x1.a01a01a47b054p-16, 0x1.71de0dae63bb3p-19, 0x1.27e4e1f48534fp-22, 0x1.af38a9b0ec855p-26, 0x1.1f66df7fca49fp-29,
};

/// 2^(j/16), rounded, j = 0 .. 15, with j 2^48 taken from its bits: those of j + 16 k, shifted by 48 and added,
/// make it 2^(k + j/16).
inline constexpr double powers_double[] = {
    0x1p0, 0x1.fb5586cf9890fp-1, 0x1.f72b83c7d517bp-1, 0x1.f387a6e756238p-1, 0x1.f06fe0a31b715p-1,
    0x1.edea64c123422p-1, 0x1.ebfdad5362a27p-1, 0x1.eab07dd485429p-1, 0x1.ea09e667f3bcdp-1, 0x1.ea11473eb0187p-1,
    0x1.eace5422aa0dbp-1, 0x1.ec49182a3f09p-1, 0x1.ee89f995ad3adp-1, 0x1.f199bdd85529cp-1, 0x1.f5818dcfba487p-1,
    0x1.fa4afa2a490dap-1,
};

/// 1 / (1 + j/16), j = 0 .. 16, to 12 bits.
inline constexpr double logarithm_factor_double[] = {
    0x1p0, 0x1.e1ep-1, 0x1.c72p-1, 0x1.af2p-1, 0x1.99ap-1, 0x1.862p-1, 0x1.746p-1, 0x1.642p-1, 0x1.556p-1, 0x1.47ap-1,
    0x1.3b2p-1, 0x1.2f6p-1, 0x1.24ap-1, 0x1.1a8p-1, 0x1.112p-1, 0x1.084p-1, 0x1p-1,
};

/// The logarithms of their reciprocals, rounded.
inline constexpr double logarithm_high_double[] = {
    0x0p0, 0x1.f0c30c1116351p-5, 0x1.e2507702af03bp-4, 0x1.601b076e7a8a9p-3, 0x1.c8df7cb9a8f77p-3,
    0x1.1661caecb9ba4p-2, 0x1.4610bc29c5e18p-2, 0x1.73c1800dc0cc8p-2, 0x1.9f123f4bf6da2p-2, 0x1.c92b7d6bb091p-2,
    0x1.f100f6c2eb39ap-2, 0x1.0bf52e73538cep-1, 0x1.1e6df676ff8d3p-1, 0x1.30757344f0e13p-1, 0x1.41bcff486005ep-1,
    0x1.52a6d269bc6p-1, 0x1.62e42fefa39efp-1,
};

/// What that leaves.
inline constexpr double logarithm_low_double[] = {
    0x0p0, 0x1.94ee90500a333p-62, 0x1.0cff5bbb6e609p-58, 0x1.afa9bf91ca867p-57, 0x1.0bd63879b9fb6p-58,
    -0x1.fff9fc4aba901p-56, -0x1.64f9886472e95p-57, 0x1.b7eea8ed8013ep-57, 0x1.2015f2401ed58p-56,
    -0x1.600078933df1cp-58, -0x1.8862c80c2804ep-57, -0x1.4ecc658f05a71p-55, -0x1.d15f919f15607p-56,
    0x1.f42b317819db2p-55, -0x1.02946f1d57c4dp-55, 0x1.11347b44e4a9cp-55, 0x1.abc9e3b39803fp-56,
};

/// (log(1 + f) - f) / f^2 for |f| <= 1/32. Relative error: 2^-55.3.
inline constexpr double logarithm_rest_double[] = {
    -0x1p-1, 0x1.555555555551ep-2, -0x1.fffffffffff9ap-3, 0x1.9999999b080bdp-3, -0x1.55555556a5401p-3,
    0x1.249234da206b1p-3, -0x1.ffffdacca57a6p-4, 0x1.c7f173deac658p-4, -0x1.9a5cdc55e235ap-4,
};

}  // namespace hillock::direct::tables
