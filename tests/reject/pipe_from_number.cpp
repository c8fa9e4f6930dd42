// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: a_pipe_takes_expressions_on_both_sides
#include <hillock/hillock.hpp>
namespace hk = hillock;
using hk::x;
#ifdef WRONG
constexpr auto piped = 2.0 | hk::relu;
#else
constexpr auto piped = hk::c<2.0> | hk::relu;
#endif
