// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: diff_needs_a_variable_to_differentiate_by_not
#include <hillock/hillock.hpp>
namespace hk = hillock;
using hk::x;
#ifdef WRONG
constexpr auto slope = hk::diff(x * x, 2 * x);
#else
constexpr auto slope = hk::diff(x * x, x);
#endif
