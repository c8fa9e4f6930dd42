// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: variable_is_bound_twice_bind_each_name_once
// expect: "x"
// expect-clang14: variable_is_bound_twice_bind_each_name_once
// expect-clang14: 'x'
#include <hillock/hillock.hpp>
namespace hk = hillock;
using hk::x;
using hk::y;
#ifdef WRONG
constexpr auto squared = (x * y)(x = y, x = y);
#else
constexpr auto squared = (x * y)(x = y, y = x);
#endif
