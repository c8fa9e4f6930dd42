// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: select_needs_a_condition_first_as_in_select_x_greater_0_a_b<bool>
#include <hillock/hillock.hpp>
namespace hk = hillock;
using hk::x;
#ifdef WRONG
constexpr auto relu = hk::select(true, x, 0);
#else
constexpr auto relu = hk::select(x > 0, x, 0);
#endif
