// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: a_condition_is_not_a_number_choose_with_select
#include <hillock/hillock.hpp>
namespace hk = hillock;
using hk::x;
#ifdef WRONG
constexpr auto relu = x * (x > 0);
#else
constexpr auto relu = hk::select(x > 0, x, 0);
#endif
