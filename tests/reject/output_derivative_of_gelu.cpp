// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: the_derivative_cannot_be_written_in_the_output_alone_save_the_input
#include <hillock/hillock.hpp>
namespace hk = hillock;
#ifdef WRONG
constexpr auto slope = hk::diff_from_output(hk::gelu);
#else
constexpr auto slope = hk::diff_from_output(hk::sigmoid);
#endif
