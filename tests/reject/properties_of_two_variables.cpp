// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: properties_are_those_of_a_function_of_one_variable_bind_the_others
#include <hillock/hillock.hpp>

using hillock::x, hillock::y;

#ifdef WRONG
auto wrong = hillock::properties(x * y);
#else
auto right = hillock::properties(x * x);
#endif
