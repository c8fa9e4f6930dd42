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
constexpr double values[] = {1.0, 2.0};
#ifdef WRONG
constexpr auto value = swish(x = 2.0, beta = values);
#else
constexpr auto value = swish(x = 2.0, beta = values[0]);
#endif
