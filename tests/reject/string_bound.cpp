// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: variable_takes_a_number_or_an_expression_not_this_type
// expect: "beta"
// expect-clang14: variable_takes_a_number_or_an_expression_not_this_type
// expect-clang14: 'b', 'e', 't', 'a'
#include <hillock/hillock.hpp>
namespace hk = hillock;
using hk::x;
constexpr hk::variable<"beta"> beta;
constexpr auto swish = x * hk::sigmoid(beta * x);
#ifdef WRONG
constexpr auto value = swish(x = 2.0, beta = "1.5");
#else
constexpr auto value = swish(x = 2.0, beta = 1.5);
#endif
