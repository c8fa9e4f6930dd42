// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: equality_compares_formulas_so_its_both_sides_are_expressions
#include <hillock/hillock.hpp>
namespace hk = hillock;
using hk::x;
#ifdef WRONG
constexpr bool same = x - x == 0;
#else
constexpr bool same = x - x == hk::c<0>;
#endif
