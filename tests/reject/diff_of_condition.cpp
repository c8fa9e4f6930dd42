// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: not_an_expression
#include <hillock/hillock.hpp>
namespace hk = hillock;
using hk::x;
#ifdef WRONG
constexpr auto slope = hk::diff(x > 0, x);
#else
constexpr auto slope = hk::diff(hk::select(x > 0, x, 0), x);
#endif
