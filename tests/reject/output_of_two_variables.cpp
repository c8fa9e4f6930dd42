// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: output_and_input_need_an_expression_of_one_variable
#include <hillock/hillock.hpp>

using hillock::x, hillock::y;

#ifdef WRONG
auto wrong = hillock::diff_from_output(x * y);
#else
auto right = hillock::diff_from_output(hillock::sigmoid);
#endif
