// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: derivative_order_is_an_integer_of_0_or_more
#include <hillock/hillock.hpp>
namespace hk = hillock;
using hk::x;
#ifdef WRONG
constexpr auto slope = hk::diff<-1>(x * x, x);
#else
constexpr auto slope = hk::diff<0>(x * x, x);
#endif
