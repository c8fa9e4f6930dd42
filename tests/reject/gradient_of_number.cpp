// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: not_an_expression<double>
#include <hillock/hillock.hpp>
namespace hk = hillock;
using hk::x;
using hk::y;
#ifdef WRONG
constexpr auto slopes = hk::gradient(1.0, x, y);
#else
constexpr auto slopes = hk::gradient(hk::c<1.0>, x, y);
#endif
