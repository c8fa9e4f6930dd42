// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// The exact values of the special kernels, by MPFR, and how far a computed working value is from them.
#pragma once

#include <laws/number.hpp>

#include <mpfr.h>

#include <cmath>
#include <limits>

namespace exact {

inline constexpr mpfr_prec_t digits = 240;

class number : public laws::number {
public:
    explicit number(mpfr_prec_t precision = digits) : laws::number(precision) {}
};

inline void sin(mpfr_ptr r, mpfr_srcptr x) { mpfr_sin(r, x, MPFR_RNDN); }
inline void cos(mpfr_ptr r, mpfr_srcptr x) { mpfr_cos(r, x, MPFR_RNDN); }
inline void tan(mpfr_ptr r, mpfr_srcptr x) { mpfr_tan(r, x, MPFR_RNDN); }
inline void atan(mpfr_ptr r, mpfr_srcptr x) { mpfr_atan(r, x, MPFR_RNDN); }
inline void asin(mpfr_ptr r, mpfr_srcptr x) { mpfr_asin(r, x, MPFR_RNDN); }
inline void acos(mpfr_ptr r, mpfr_srcptr x) { mpfr_acos(r, x, MPFR_RNDN); }
inline void erf(mpfr_ptr r, mpfr_srcptr x) { mpfr_erf(r, x, MPFR_RNDN); }
inline void erfc(mpfr_ptr r, mpfr_srcptr x) { mpfr_erfc(r, x, MPFR_RNDN); }

/// erfc(-x / sqrt 2) / 2
inline void normal_cdf(mpfr_ptr r, mpfr_srcptr x)
{
    number half(digits + 120);
    mpfr_set_d(half, 0.5, MPFR_RNDN);
    mpfr_sqrt(half, half, MPFR_RNDN);
    mpfr_mul(half, half, x, MPFR_RNDN);
    mpfr_neg(half, half, MPFR_RNDN);
    mpfr_erfc(r, half, MPFR_RNDN);
    mpfr_div_2ui(r, r, 1, MPFR_RNDN);
}

/// exp(-x^2 / 2) / sqrt(2 pi)
inline void normal_pdf(mpfr_ptr r, mpfr_srcptr x)
{
    number square(digits + 120);
    number scale(digits + 120);
    mpfr_sqr(square, x, MPFR_RNDN);
    mpfr_div_2ui(square, square, 1, MPFR_RNDN);
    mpfr_neg(square, square, MPFR_RNDN);
    mpfr_exp(r, square, MPFR_RNDN);
    mpfr_const_pi(scale, MPFR_RNDN);
    mpfr_mul_2ui(scale, scale, 1, MPFR_RNDN);
    mpfr_rec_sqrt(scale, scale, MPFR_RNDN);
    mpfr_mul(r, r, scale, MPFR_RNDN);
}

/// j_n(x) / x^n: the power series below |x| = 16, the recurrence from sin(x) / x and cos(x) above.
inline void sinc(int n, mpfr_ptr r, mpfr_srcptr x)
{
    number z(700);
    number a(700);
    number b(700);
    number c(700);
    mpfr_sqr(z, x, MPFR_RNDN);
    if (mpfr_cmpabs_ui(x, 16) < 0) {
        mpfr_set_ui(a, 1, MPFR_RNDN);
        for (int odd = 3; odd <= 2 * n + 1; odd += 2) mpfr_div_ui(a, a, static_cast<unsigned long>(odd), MPFR_RNDN);
        mpfr_set(b, a, MPFR_RNDN);
        for (int k = 1; k < 400; ++k) {
            mpfr_mul(b, b, z, MPFR_RNDN);
            mpfr_div_si(b, b, -2L * k * (2 * n + 2 * k + 1), MPFR_RNDN);
            mpfr_add(a, a, b, MPFR_RNDN);
            if (mpfr_zero_p(b) || mpfr_get_exp(b) < mpfr_get_exp(a) - 700) break;
        }
        mpfr_set(r, a, MPFR_RNDN);
        return;
    }
    mpfr_sin_cos(b, a, x, MPFR_RNDN);
    mpfr_div(b, b, x, MPFR_RNDN);  // b = S_0, a = cos(x) = S_(-1) by the same recurrence
    for (int k = 0; k < n; ++k) {
        mpfr_mul_si(c, b, 2L * k + 1, MPFR_RNDN);
        mpfr_sub(c, c, a, MPFR_RNDN);
        mpfr_div(c, c, z, MPFR_RNDN);
        mpfr_set(a, b, MPFR_RNDN);
        mpfr_set(b, c, MPFR_RNDN);
    }
    mpfr_set(r, b, MPFR_RNDN);
}

/// The size of the oscillation of S_n about x, where x is near one of its zeros or beyond; zero otherwise.
inline void sinc_amplitude(int n, mpfr_ptr r, mpfr_srcptr x)
{
    static constexpr double first_zero[] = {3.14, 4.49, 5.76, 6.98, 8.18, 9.35, 10.51};
    mpfr_abs(r, x, MPFR_RNDN);
    if (n == 0 || mpfr_cmp_d(r, 0.9 * first_zero[n]) < 0) {
        mpfr_set_zero(r, 1);
        return;
    }
    mpfr_pow_si(r, r, -(n + 1), MPFR_RNDN);
}

/// log2(|computed - truth| / max(|truth|, amplitude)); -infinity if they are equal.
inline double log2_error(mpfr_srcptr computed, mpfr_srcptr truth, mpfr_srcptr amplitude)
{
    if (mpfr_nan_p(computed) || mpfr_nan_p(truth))
        return mpfr_nan_p(computed) && mpfr_nan_p(truth) ? -std::numeric_limits<double>::infinity() : 9999.0;
    if (mpfr_equal_p(computed, truth)) return -std::numeric_limits<double>::infinity();
    number difference;
    mpfr_sub(difference, computed, truth, MPFR_RNDN);
    mpfr_div(difference, difference, mpfr_cmpabs(truth, amplitude) > 0 ? truth : amplitude, MPFR_RNDN);
    mpfr_abs(difference, difference, MPFR_RNDN);
    mpfr_log2(difference, difference, MPFR_RNDN);
    return mpfr_get_d(difference, MPFR_RNDN);
}

/// |computed - truth| in units of the spacing of T at the truth; the largest finite number counts as T's spacing above.
template <class T>
double ulp_error(T computed, mpfr_srcptr truth, mpfr_srcptr amplitude)
{
    constexpr int precision = std::numeric_limits<T>::digits;
    constexpr mpfr_exp_t lowest = std::numeric_limits<T>::min_exponent - precision;
    if (mpfr_nan_p(truth) || computed != computed) return mpfr_nan_p(truth) && computed != computed ? 0 : 1e9;
    if (mpfr_inf_p(truth) || (computed - computed) != 0) {
        number nearest(precision);
        mpfr_set(nearest, truth, MPFR_RNDN);
        bool const beyond = mpfr_inf_p(truth) || mpfr_get_exp(nearest) > std::numeric_limits<T>::max_exponent;
        return beyond && (computed > 0) == (mpfr_sgn(truth) > 0) ? 0 : 1e9;
    }
    mpfr_srcptr const size = mpfr_cmpabs(truth, amplitude) > 0 ? truth : amplitude;
    mpfr_exp_t exponent = mpfr_zero_p(size) ? lowest : mpfr_get_exp(size) - precision;
    if (exponent < lowest) exponent = lowest;
    number difference;
    mpfr_sub_d(difference, truth, static_cast<double>(computed), MPFR_RNDN);
    mpfr_div_2si(difference, difference, exponent, MPFR_RNDN);
    return std::fabs(mpfr_get_d(difference, MPFR_RNDN));
}

}  // namespace exact
