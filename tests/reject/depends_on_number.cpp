// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: depends_on_takes_an_expression_and_a_variable
#include <hillock/hillock.hpp>
namespace hk = hillock;
using hk::x;
using hk::y;
#ifdef WRONG
constexpr bool known = hk::depends_on(x * y, 2);
#else
constexpr bool known = hk::depends_on(x * y, y);
#endif
