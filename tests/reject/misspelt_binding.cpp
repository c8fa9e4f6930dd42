// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: variable_has_no_value_bind_it_in_the_call_as_in_f_of_x_equals_1
// expect: "beta"
// expect-clang14: variable_has_no_value_bind_it_in_the_call_as_in_f_of_x_equals_1
// expect-clang14: 'b', 'e', 't', 'a'
#include <hillock/hillock.hpp>
namespace hk = hillock;
using hk::x;
constexpr hk::variable<"beta"> beta;
constexpr auto swish = x * hk::sigmoid(beta * x);
constexpr hk::variable<"bete"> bete;
#ifdef WRONG
constexpr auto value = swish(x = 2.0, bete = 1.5);
#else
constexpr auto value = swish(x = 2.0, beta = 1.5, bete = 1.5);
#endif
