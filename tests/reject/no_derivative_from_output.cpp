// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: the_derivative_cannot_be_written_in_the_output_alone_save_the_input
#include <hillock/hillock.hpp>

#ifdef WRONG
auto wrong = hillock::diff_from_output(hillock::gelu);
#else
auto right = hillock::diff_from_output(hillock::tanh);
#endif
