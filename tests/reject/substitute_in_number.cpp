// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: not_an_expression<double>
#include <hillock/hillock.hpp>
namespace hk = hillock;
using hk::x;
using hk::y;
#ifdef WRONG
constexpr auto replaced = hk::substitute(2.0, x = y);
#else
constexpr auto replaced = hk::substitute(hk::c<2.0>, x = y);
#endif
