// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: diff_needs_a_variable_to_differentiate_by_not
// expect: int
#include <hillock/hillock.hpp>
namespace hk = hillock;
using hk::x;
using hk::y;
#ifdef WRONG
constexpr auto curvatures = hk::hessian(x * y, x, 2);
#else
constexpr auto curvatures = hk::hessian(x * y, x, y);
#endif
