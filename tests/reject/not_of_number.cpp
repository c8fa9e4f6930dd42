// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: needs_conditions_write_a_comparison_as_in_x_greater_0
#include <hillock/hillock.hpp>
namespace hk = hillock;
using hk::x;
#ifdef WRONG
constexpr auto none = !x;
#else
constexpr auto none = !(x > 0);
#endif
