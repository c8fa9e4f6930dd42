// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: select_needs_a_condition_first_as_in_select_x_greater_0_a_b<bool>
#include <hillock/hillock.hpp>
namespace hk = hillock;
using hk::x;
using hk::y;
#ifdef WRONG
constexpr auto chosen = hk::select(x == y, 1, 0);
#else
constexpr auto chosen = hk::select(x >= y && x <= y, 1, 0);
#endif
