// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// Functions that MPFR has not, rounded to the precision of their result from enough bits of its own functions.
#pragma once

#include <accuracy/sinc_order.hpp>
#include <laws/tape.hpp>

#include <mpfr.h>

namespace accuracy {

/// e of m 2^e, 1/2 <= m < 1; far below all others for 0, far above for what is not finite.
inline long exponent(mpfr_srcptr v) {
    if (mpfr_zero_p(v)) return -(1L << 61);
    return mpfr_regular_p(v) ? static_cast<long>(mpfr_get_exp(v)) : 1L << 61;
}

/// Computes `code` of `a`, if it is one of these functions, else returns false.
bool special_function(mpfr_ptr r, laws::op code, mpfr_srcptr a);

}  // namespace accuracy
