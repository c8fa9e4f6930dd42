// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: bind_either_by_name_or_by_position_not_both_in_one_call
#include <hillock/hillock.hpp>
namespace hk = hillock;
using hk::x;
constexpr hk::variable<"beta"> beta;
constexpr auto swish = x * hk::sigmoid(beta * x);
#ifdef WRONG
constexpr auto value = swish(2.0, beta = 1.5);
#else
constexpr auto value = swish(2.0, 1.5);
#endif
