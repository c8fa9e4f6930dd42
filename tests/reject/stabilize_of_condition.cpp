// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: not_an_expression
#include <hillock/hillock.hpp>
namespace hk = hillock;
using hk::x;
#ifdef WRONG
constexpr auto stable = hk::stabilize(x > 0);
#else
constexpr auto stable = hk::stabilize(hk::select(x > 0, x, 0));
#endif
