// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: not_an_expression_nor_a_number_as_an_operand
// expect: char
#include <hillock/hillock.hpp>
namespace hk = hillock;
using hk::x;
#ifdef WRONG
constexpr auto sum = x + "1";
#else
constexpr auto sum = x + 1;
#endif
