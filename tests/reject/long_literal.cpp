// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: literal_is_not_a_decimal_number_of_up_to_36_digits
#include <hillock/hillock.hpp>
namespace hk = hillock;
using hk::x;
using namespace hk::literals;
#ifdef WRONG
constexpr auto scaled = 0.1234567890123456789012345678901234567890_c * x;
#else
constexpr auto scaled = 0.123456789012345678901234567890123456_c * x;
#endif
