// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: not_an_expression
#include <hillock/hillock.hpp>

using hillock::x, hillock::y;

#ifdef WRONG
auto wrong = hillock::properties(2.0);
#else
auto right = hillock::properties(hillock::gelu);
#endif
