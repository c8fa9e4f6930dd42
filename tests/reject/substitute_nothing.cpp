// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: substitute_takes_bindings_as_in_substitute_e_x_equals_other
#include <hillock/hillock.hpp>
namespace hk = hillock;
using hk::x;
using hk::y;
#ifdef WRONG
constexpr auto replaced = hk::substitute(x * x);
#else
constexpr auto replaced = hk::substitute(x * x, x = y);
#endif
