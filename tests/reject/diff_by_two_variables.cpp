// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: diff_takes_one_variable_for_several_use_gradient
#include <hillock/hillock.hpp>
namespace hk = hillock;
using hk::x;
using hk::y;
#ifdef WRONG
constexpr auto slope = hk::diff(x * y, x, y);
#else
constexpr auto slope = hk::diff(hk::diff(x * y, x), y);
#endif
