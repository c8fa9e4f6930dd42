// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// Made by tests/generate/special_coefficients.py; change that, not this.
#pragma once

// clang-format off
namespace hillock::kernels::tables {

/// Row n - 1: the square of x up to which the polynomial serves S_n, n = 1 .. 6.
inline constexpr double sinc_limit[] = {
    0x1p3, 0x1p4, 0x1p4, 0x1p4, 0x1p5, 0x1p5,
};

/// S_n(x) in powers of s = 2 x^2 / sinc_limit - 1, row n - 1; relative error at most 2^-100.4.
inline constexpr double sinc_hi[] = {
    // row 0
    0x1.bdd8ea1129325p-3, -0x1.966be0d9450e4p-4, 0x1.f16f77f368fbep-7, -0x1.3391abd24896fp-10, 0x1.cc877ff4203bdp-15,
    -0x1.cf18d44f83a46p-20, 0x1.4ea105f365361p-25, -0x1.6c7f3fc38f2cfp-31, 0x1.36146142d3ebp-37,
    -0x1.a788c53e6f2c3p-44, 0x1.dabbfd584a681p-51, -0x1.bc95293ea5f8bp-58, 0x1.611648bb18515p-65,
    -0x1.e1acf7e9a4974p-73, 0x1.1d3dc2668ad4dp-80, -0x1.2810e10e2033dp-88, 0x1.0f8a8063a7fd5p-96,
    -0x1.bb4ac0a98698cp-105,
    // row 1
    0x1.279d6122665b7p-5, -0x1.8858163d255d4p-6, 0x1.7d7d9298d2b13p-8, -0x1.88e1f1f2fc6b4p-11, 0x1.f8f3e8d022744p-15,
    -0x1.bd391f032851cp-19, 0x1.1e9a1a1ab83c4p-23, -0x1.1991c5475cc8fp-28, 0x1.b463ae1f7a727p-34,
    -0x1.11b2e2f4595e5p-39, 0x1.1baa1dcf4d869p-45, -0x1.ee1adad1a7103p-52, 0x1.6ec4e864ccd59p-58,
    -0x1.d5ab1d46d5232p-65, 0x1.0613647b9981dp-71, -0x1.012f16d189ae5p-78, 0x1.bf6af6cc9d0a3p-86,
    -0x1.5b40b94aded54p-93,
    // row 2
    0x1.8858163d255d4p-8, -0x1.7d7d9298d2b13p-9, 0x1.26a975763d507p-11, -0x1.f8f3e8d022744p-15, 0x1.1643b361f9331p-18,
    -0x1.ade72728145a5p-23, 0x1.ecbf193ce25fap-28, -0x1.b463ae1f7a727p-33, 0x1.33e93f52e48a2p-38,
    -0x1.6294a54320e84p-44, 0x1.53b2767022db2p-50, -0x1.1313ae4b981d1p-56, 0x1.7d9b07c98da66p-63,
    -0x1.caa1f047f8586p-70, 0x1.e2384ab4ce31ap-77, -0x1.bf59f292e315ap-84, 0x1.70f61b89862e1p-91,
    -0x1.1043a7da23312p-98,
    // row 3
    0x1.7d7d9298d2b13p-11, -0x1.26a975763d507p-12, 0x1.7ab6ee9c19d73p-15, -0x1.1643b361f9331p-18,
    0x1.0cb078790cb87p-22, -0x1.718f52eda9c7cp-27, 0x1.7dd7385b8b242p-32, -0x1.33e93f52e48a2p-37,
    0x1.8ee739eb85055p-43, -0x1.a89f140c2b91fp-49, 0x1.7a3b0fa7f127fp-55, -0x1.1e3445d7291b8p-61,
    0x1.74a3933a7a1ecp-68, -0x1.a5f141b1a7746p-75, 0x1.a364535b5fe9ap-82, -0x1.70e964371cd74p-89,
    0x1.2148d6f108288p-96, -0x1.96ea5de1060b3p-104,
    // row 4
    0x1.a810348a2a4d6p-15, -0x1.1e19a4da3af1p-15, 0x1.46cbbac3abd23p-17, -0x1.b0722fc48300bp-20,
    0x1.7bf046690c32dp-23, -0x1.df83959f8c5dp-27, 0x1.c9d27193dbeebp-31, -0x1.572be36a5b76p-35, 0x1.9f5d9ecb0416fp-40,
    -0x1.9ee9758aaa157p-45, 0x1.5c28e593140e6p-50, -0x1.f20e18dad3bcap-56, 0x1.336aeba73674dp-61,
    -0x1.4aeff388d0101p-67, 0x1.397ece842d391p-73, -0x1.0766de0c4c658p-79, 0x1.8b83349397794p-86,
    -0x1.0ab8348801d4p-92,
    // row 5
    0x1.1e19a4da3af1p-18, -0x1.46cbbac3abd23p-19, 0x1.4455a3d362408p-21, -0x1.7bf046690c32dp-24,
    0x1.2bb23d83b7ba2p-27, -0x1.575dd52ee4f3p-31, 0x1.2c4666fd10074p-35, -0x1.9f5d9ecb0416fp-40,
    0x1.d2c6a43bff582p-45, -0x1.b3331ef7d916p-50, 0x1.5669b1167190dp-55, -0x1.cd20617a90ae3p-61,
    0x1.0ce2f5df320bbp-66, -0x1.124ef70bb1636p-72, 0x1.ede0df994781ep-79, -0x1.8b557cf16ba01p-85,
    0x1.1b66e18b500cdp-91, -0x1.6dbd447ab05dfp-98,
};
inline constexpr double sinc_lo[] = {
    // row 0
    0x1.07bd6818a76f9p-57, -0x1.9dc143db649c9p-62, 0x1.895b1347c6cacp-62, 0x1.25afa6869c171p-65,
    0x1.a0857ce0bdeeep-69, 0x1.5c1493a313578p-74, -0x1.628272fbd5b65p-87, 0x1.52368ff451fcdp-88,
    0x1.3061e8a072f25p-92, -0x1.c7844cecff5ccp-98, -0x1.1a74d626d4791p-105, 0x1.dd9a627676e93p-112,
    // row 1
    0x1.93bdcb6333a63p-59, -0x1.242f7141994f1p-60, -0x1.4144849cd811fp-63, -0x1.a11581973701bp-65,
    0x1.3ab3fedd20155p-69, 0x1.1c353614ae714p-76, -0x1.5b0d7cfacac77p-77, -0x1.ae27d7f268abcp-84,
    0x1.d072aaf0da074p-91, -0x1.c0de1d26ace32p-97, 0x1.40ac06e8b27fcp-100, -0x1.fcdbc4092325dp-106,
    // row 2
    0x1.242f7141994f1p-62, 0x1.4144849cd80f9p-64, 0x1.38d0213169411p-65, -0x1.3ab3fedd10216p-69,
    0x1.e9cbd7c664915p-72, -0x1.f76bc57d7c81p-77, 0x1.bc316e2cc0fd9p-82, -0x1.cfa016dc16bc6p-90,
    -0x1.606b34ce78983p-92, -0x1.81afa3ed1483bp-99, 0x1.bcdc63293c64ap-105, 0x1.60aa70531a369p-111,
    // row 3
    -0x1.4144849cd80f9p-66, -0x1.38d0213169415p-66, 0x1.d80dfe4b9831fp-70, -0x1.e9cbd7c661966p-72,
    0x1.baa35b6e6e994p-76, 0x1.65b5da0548082p-82, 0x1.656b04c8f76d4p-87, 0x1.60750a95ec1e6p-91,
    -0x1.270981e24a494p-97, -0x1.4e49952f25caap-103, 0x1.3a4fc55cfdbcap-115, 0x1.45f361773ab1ep-115,
    // row 4
    -0x1.ba41cad39782dp-70, -0x1.4a82694383f9fp-71, -0x1.c9a1fd2c76c46p-72, -0x1.2493d5b78e831p-75,
    -0x1.1a04601b99e25p-78, -0x1.40b2603bd9885p-82, 0x1.bebf245560239p-86, -0x1.78f806672419ep-94,
    0x1.e3205b9021ff7p-94, 0x1.bb3d6c559d219p-102, 0x1.97aee3fe81093p-104, 0x1.b7b604a1fe0d7p-111,
    // row 5
    0x1.4a82694383fb8p-74, 0x1.c9a1fd2c69e8dp-74, 0x1.6db77024d3a9bp-75, 0x1.1a04607151b83p-79, 0x1.90def8745386ep-83,
    -0x1.a788f7a43a5cfp-85, 0x1.49cd9b00d8cdfp-94, -0x1.d17265d92ce7cp-94, -0x1.706de9de337e2p-100,
    0x1.465b043c7016dp-105, -0x1.a1058530c1d05p-109, -0x1.5d641eadd7f8ep-115,
};

/// The same with fewer terms, for one double: relative error at most 2^-56.5.
inline constexpr double sinc_short[] = {
    // row 0
    0x1.bdd8ea1129325p-3, -0x1.966be0d9450e4p-4, 0x1.f16f77f368fbep-7, -0x1.3391abd24896fp-10, 0x1.cc877ff4203bbp-15,
    -0x1.cf18d44f83a45p-20, 0x1.4ea105f367ap-25, -0x1.6c7f3fc38fffbp-31, 0x1.361460f8580d1p-37,
    -0x1.a788c50ba1531p-44, 0x1.dacc8a95d7508p-51, -0x1.bca073667b0bcp-58,
    // row 1
    0x1.279d6122665b7p-5, -0x1.8858163d255d4p-6, 0x1.7d7d9298d2b13p-8, -0x1.88e1f1f2fc6b4p-11, 0x1.f8f3e8d022617p-15,
    -0x1.bd391f03284ecp-19, 0x1.1e9a1a1b087c4p-23, -0x1.1991c54776798p-28, 0x1.b463a9495d498p-34,
    -0x1.11b2e16800298p-39, 0x1.1bcc81b5a9acap-45, -0x1.ee46e44615b02p-52,
    // row 2
    0x1.8858163d255d4p-8, -0x1.7d7d9298d2b13p-9, 0x1.26a975763d507p-11, -0x1.f8f3e8d022744p-15, 0x1.1643b361f92e3p-18,
    -0x1.ade727281458ep-23, 0x1.ecbf193d35de2p-28, -0x1.b463ae1f93886p-33, 0x1.33e93ccecf5f2p-38,
    -0x1.6294a3c019a2cp-44, 0x1.53d63e4bf3751p-50, -0x1.13292e80235e9p-56,
    // row 3
    0x1.7d7d9298d2b13p-11, -0x1.26a975763d507p-12, 0x1.7ab6ee9c19d73p-15, -0x1.1643b361f9331p-18,
    0x1.0cb078790cb61p-22, -0x1.718f52eda9c71p-27, 0x1.7dd7385bb3e8p-32, -0x1.33e93f52f0142p-37,
    0x1.8ee73776958b9p-43, -0x1.a89f12a81bf0bp-49, 0x1.7a5e0024a5fb7p-55, -0x1.1e480da7f12cfp-61,
    // row 4
    0x1.a810348a2a4d6p-15, -0x1.1e19a4da3af1p-15, 0x1.46cbbac3abd2ep-17, -0x1.b0722fc48300dp-20,
    0x1.7bf046690a3a1p-23, -0x1.df83959f8bd53p-27, 0x1.c9d2719c45569p-31, -0x1.572be36c9ee9ap-35,
    0x1.9f5d7e599c21fp-40, -0x1.9ee96414db20ep-45, 0x1.5c9c3b731773dp-50, -0x1.f28a3e69f9fe9p-56,
    // row 5
    0x1.1e19a4da3af1p-18, -0x1.46cbbac3abd23p-19, 0x1.4455a3d36240dp-21, -0x1.7bf046690c32dp-24,
    0x1.2bb23d83b6dd7p-27, -0x1.575dd52ee4bacp-31, 0x1.2c466700bdb71p-35, -0x1.9f5d9ecce45cfp-40,
    0x1.d2c687dc051c2p-45, -0x1.b333107f111d3p-50, 0x1.56ce910d4cbbfp-55, -0x1.cd8747c75715dp-61,
};

}  // namespace hillock::kernels::tables
