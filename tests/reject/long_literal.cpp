// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: this literal is not a decimal number of up to 36 digits
#include <hillock/hillock.hpp>
namespace hk = hillock;
using hk::x;
using namespace hk::literals;
#ifdef WRONG
constexpr auto scaled = 0.1234567890123456789012345678901234567890_c * x;
#else
constexpr auto scaled = 0.123456789012345678901234567890123456_c * x;
#endif
