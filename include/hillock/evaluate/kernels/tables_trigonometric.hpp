// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// Made by tests/generate/special_coefficients.py; change that, not this.
#pragma once

// clang-format off
namespace hillock::kernels::tables {

/// Bits 26 k + 1 to 26 k + 52 behind the point of 2 / pi, as an integer, for k = 0 .. 50.
inline constexpr double two_over_pi[] = {
    0x1.45f306dc9c882p51, 0x1.727220a94fe12p51, 0x1.4a7f09d5f47d4p50, 0x1.abe8fa9a6ee06p51, 0x1.a6ee06db14ac8p49,
    0x1.b6295993c439p50, 0x1.278872083fca2p51, 0x1.07f9458eaf7ap48, 0x1.8eaf7aef1586cp50, 0x1.de2b0db92371cp51,
    0x1.c91b8e9093748p50, 0x1.2126e97003248p51, 0x1.c00c925dd413ap51, 0x1.77504e8c90e7ep51, 0x1.921cfe1deb1cp48,
    0x1.0ef58e5894d38p51, 0x1.62534e7dd1046p51, 0x1.f74411afa975cp51, 0x1.7d4baed1213a4p50, 0x1.a24274ce38134p51,
    0x1.38e04d68befc8p51, 0x1.a2fbf209cc8eap51, 0x1.3991d6398353p48, 0x1.1cc1a99cfa4e4p51, 0x1.cfa4e422fc5d8p49,
    0x1.17e2ef7e4a0ep48, 0x1.bf250763ff12ep51, 0x1.8ffc4bffef02cp51, 0x1.ffbc0b301fde4p51, 0x1.80fef2f118b58p50,
    0x1.e2316b414da3ep51, 0x1.05368fb69b3f6p51, 0x1.b4d9fb3c9f2cp50, 0x1.e4f96136e9e88p49, 0x1.36e9e8c7ecd3cp51,
    0x1.1fb34f2ff516ap51, 0x1.7fa8b5d49eebp50, 0x1.a93dd63f5f2f8p51, 0x1.faf97c5ecf41cp50, 0x1.7b3d0739f78a4p50,
    0x1.cfbc52949753p49, 0x1.292ea6bfb5fbp50, 0x1.7f6bf623f1abap51, 0x1.1f8d5d085603p50, 0x1.0ac06608df8ep47,
    0x1.8237e3db5d5f8p51, 0x1.6d757e19f784p51, 0x1.9f784135e86cp49, 0x1.35e86c3b53c72p51, 0x1.da9e391615ee4p50,
    0x1.615ee61b0865p48,
};

/// sin(r) / r = 1 + z Q(z), z = r^2, |r| <= pi/4: coefficients of Q, relative error 2^-101.0.
inline constexpr double sine_hi[] = {
    -0x1.5555555555555p-3, 0x1.1111111111111p-7, -0x1.a01a01a01a01ap-13, 0x1.71de3a556c734p-19,
    -0x1.ae64567f544e3p-26, 0x1.6124613a86b01p-33, -0x1.ae7f3e72c3bbcp-41, 0x1.952c75f1d902fp-49,
    -0x1.2f483bc602086p-57, 0x1.6f79b78a9e57p-66,
};
inline constexpr double sine_lo[] = {
    -0x1.55555555553d9p-57, 0x1.111111098bfbp-63, -0x1.a013b8684bab6p-73, -0x1.c1d76aa654035p-73,
    0x1.bed881d5a3ccp-82, 0x1.c65905f57285cp-87, -0x1.7b3922133240ep-96,
};

/// sin(r) / r = 1 + z Q(z), z = r^2, |r| <= pi/4: coefficients of Q, relative error 2^-66.8.
inline constexpr double sine_short[] = {
    -0x1.5555555555555p-3, 0x1.111111111111p-7, -0x1.a01a01a019938p-13, 0x1.71de3a5460952p-19, -0x1.ae645412c4787p-26,
    0x1.61217f0ac7f98p-33, -0x1.ab17d3985bccep-41,
};

/// cos(r) = 1 + z Q(z), z = r^2, |r| <= pi/4: coefficients of Q, relative error 2^-96.1.
inline constexpr double cosine_hi[] = {
    -0x1p-1, 0x1.5555555555555p-5, -0x1.6c16c16c16c17p-10, 0x1.a01a01a01a01ap-16, -0x1.27e4fb7789f5bp-22,
    0x1.1eed8eff8d5acp-29, -0x1.93974a8b5baeep-37, 0x1.ae7f3ceaaa6f9p-45, -0x1.68256901f9ee3p-53,
    0x1.e208104586793p-62,
};
inline constexpr double cosine_lo[] = {
    0x1.10ffedc4fbe98p-96, 0x1.5555554a8741fp-59, 0x1.f49fda7830dc7p-65, 0x1.4262c946bcd7fp-76,
    -0x1.f021efda8ea11p-76, 0x1.d9601731a6735p-83, -0x1.d7087c4f7958ep-91,
};

/// cos(r) = 1 + z Q(z), z = r^2, |r| <= pi/4: coefficients of Q, relative error 2^-62.3.
inline constexpr double cosine_short[] = {
    -0x1p-1, 0x1.5555555555551p-5, -0x1.6c16c16c15d79p-10, 0x1.a01a019de130dp-16, -0x1.27e4f8e4a1f0bp-22,
    0x1.1eea7f24d7cc2p-29, -0x1.8ff9d3c671ed6p-37,
};

}  // namespace hillock::kernels::tables
