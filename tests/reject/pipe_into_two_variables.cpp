// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: the_right_side_of_a_pipe_needs_exactly_one_variable
#include <hillock/hillock.hpp>
namespace hk = hillock;
using hk::x;
using hk::y;
#ifdef WRONG
constexpr auto piped = hk::relu | x * y;
#else
constexpr auto piped = hk::relu | x * x;
#endif
