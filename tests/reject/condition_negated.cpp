// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: a_condition_is_not_a_number_choose_with_select
#include <hillock/hillock.hpp>
namespace hk = hillock;
using hk::x;
#ifdef WRONG
constexpr auto sign = -(x > 0);
#else
constexpr auto sign = hk::select(x > 0, -1, 0);
#endif
