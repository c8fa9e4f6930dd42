// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// A result's error in ULP, against a wider type or against MPFR.
#pragma once

#include <mpfr.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <type_traits>

namespace accuracy {

inline constexpr double infinity = std::numeric_limits<double>::infinity();

template <class T>
inline constexpr int least_exponent = std::numeric_limits<T>::min_exponent - std::numeric_limits<T>::digits;

/// |computed - exact| in units of float's spacing at `exact`, which is double: good to 2^-20 of them. An infinity stands for
/// 2^128 where the exact value is beyond the greatest float; NaN and NaN are equal.
inline double float_ulps(float computed, double exact) {
    std::uint64_t const field = std::bit_cast<std::uint64_t>(exact) >> 52 & 0x7ff;
    // The exponent of the spacing, -149 to 104, and its reciprocal.
    std::uint64_t const low = 1023 - 126, high = 1023 + 127;
    std::uint64_t const within = field < low ? low : field > high ? high : field;
    double const reciprocal = std::bit_cast<double>((2046 + 23 - within) << 52);
    double const magnitude = std::fabs(exact) > 0x1p128 ? std::copysign(0x1p128, exact) : exact;
    double const taken = std::fabs(computed) <= std::numeric_limits<float>::max()
                             ? static_cast<double>(computed)
                             : std::copysign(0x1p128, static_cast<double>(computed));
    double const error = std::fabs(taken - magnitude) * reciprocal;
    bool const is_nan = computed != computed || exact != exact;
    bool const both = computed != computed && exact != exact;
    return is_nan ? (both ? 0 : infinity) : error;
}

/// The same against MPFR, for float and double; `room` is memory.
template <class T>
double ulps(T computed, mpfr_srcptr exact, mpfr_ptr room) {
    constexpr int digits = std::numeric_limits<T>::digits;
    if (mpfr_nan_p(exact) || computed != computed) return mpfr_nan_p(exact) && computed != computed ? 0 : infinity;
    constexpr int beyond = std::numeric_limits<T>::max_exponent;
    bool const exact_is_beyond = mpfr_inf_p(exact) || (mpfr_regular_p(exact) && mpfr_get_exp(exact) > beyond);
    mpfr_set_prec(room, mpfr_get_prec(exact) + 64);
    if (std::isinf(computed)) {
        if (exact_is_beyond) return (mpfr_sgn(exact) > 0) == (computed > 0) ? 0 : infinity;
        mpfr_set_si_2exp(room, computed > 0 ? 1 : -1, beyond, MPFR_RNDN);
    } else {
        if (exact_is_beyond) {
            // The greatest number is half a unit from the first that must be infinite.
            mpfr_set_si_2exp(room, mpfr_sgn(exact), beyond, MPFR_RNDN);
            mpfr_sub_d(room, room, static_cast<double>(computed), MPFR_RNDN);
            mpfr_mul_2si(room, room, digits - beyond, MPFR_RNDN);
            return std::fabs(mpfr_get_d(room, MPFR_RNDN));
        }
        mpfr_set_d(room, static_cast<double>(computed), MPFR_RNDN);
    }
    mpfr_sub(room, room, exact, MPFR_RNDN);
    long const spacing = mpfr_regular_p(exact)
                             ? std::max<long>(static_cast<long>(mpfr_get_exp(exact)) - digits, least_exponent<T>)
                             : least_exponent<T>;
    mpfr_mul_2si(room, room, std::min<long>(spacing, beyond - digits) * -1, MPFR_RNDN);
    return std::fabs(mpfr_get_d(room, MPFR_RNDN));
}

/// Rounded to nearest, once.
template <class T>
T rounded(mpfr_srcptr exact) {
    if constexpr (sizeof(T) == 4)
        return mpfr_get_flt(exact, MPFR_RNDN);
    else
        return mpfr_get_d(exact, MPFR_RNDN);
}

}  // namespace accuracy
