// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <mpfr.h>

namespace laws {

/// A number of MPFR that keeps its memory and cleans up after itself.
class number {
public:
    explicit number(mpfr_prec_t precision = 64) { mpfr_init2(value, precision); }
    number(number&& other) noexcept : number() { mpfr_swap(value, other.value); }
    number(number const&) = delete;
    number& operator=(number const&) = delete;
    ~number() { mpfr_clear(value); }

    operator mpfr_ptr() { return value; }
    operator mpfr_srcptr() const { return value; }

private:
    mpfr_t value;
};

}  // namespace laws
