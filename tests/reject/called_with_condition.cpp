// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: cannot_call_an_expression_with_this_pass_numbers_or_expressions
#include <hillock/hillock.hpp>
namespace hk = hillock;
using hk::x;
#ifdef WRONG
constexpr auto value = hk::relu(x > 1);
#else
constexpr auto value = hk::relu(hk::select(x > 1, 1, 0));
#endif
