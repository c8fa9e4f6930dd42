// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: variable_has_no_value_bind_it_in_the_call_as_in_f_of_x_equals_1
// expect: "x"
// expect-clang14: variable_has_no_value_bind_it_in_the_call_as_in_f_of_x_equals_1
// expect-clang14: 'x'
#include <hillock/hillock.hpp>
namespace hk = hillock;
using hk::x;
#ifdef WRONG
constexpr auto value = hk::gelu();
#else
constexpr auto value = hk::gelu(1.0);
#endif
