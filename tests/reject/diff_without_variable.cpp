// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: expression_has_several_variables_say_which_as_in_diff_e_x
#include <hillock/hillock.hpp>
namespace hk = hillock;
using hk::x;
using hk::y;
#ifdef WRONG
constexpr auto slope = hk::diff(x * y);
#else
constexpr auto slope = hk::diff(x * y, x);
#endif
