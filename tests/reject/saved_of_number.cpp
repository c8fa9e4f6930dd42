// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: not_an_expression
#include <hillock/hillock.hpp>

#ifdef WRONG
auto wrong = hillock::saved_for_backward(2.0);
#else
auto right = hillock::saved_for_backward(hillock::gelu);
#endif
