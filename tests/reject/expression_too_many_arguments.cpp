// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: too_many_arguments_for_this_expression<3, 2>
#include <hillock/hillock.hpp>
namespace hk = hillock;
using hk::x;
using hk::y;
#ifdef WRONG
constexpr auto value = (x * y)(1, 2, 3);
#else
constexpr auto value = (x * y)(1, 2);
#endif
