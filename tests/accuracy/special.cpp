// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#include <accuracy/special.hpp>

#include <accuracy/reference.hpp>

#include <algorithm>

namespace accuracy {

namespace {

using hillock::op;
constexpr mpfr_rnd_t nearest = MPFR_RNDN;

struct scratch {
    number t, u, w;
    void bits(long precision) {
        for (number* n : {&t, &u, &w})
            mpfr_set_prec(*n, precision);
    }
};
thread_local scratch s;

void logistic(mpfr_ptr r, mpfr_srcptr a) {
    mpfr_neg(s.t, a, nearest);
    mpfr_exp(s.t, s.t, nearest);
    mpfr_add_ui(s.t, s.t, 1, nearest);
    mpfr_ui_div(r, 1, s.t, nearest);
}

// max(a, 0) + log1p(exp(-|a|))
void softplus(mpfr_ptr r, mpfr_srcptr a) {
    mpfr_abs(s.t, a, nearest);
    mpfr_neg(s.t, s.t, nearest);
    mpfr_exp(s.t, s.t, nearest);
    mpfr_log1p(s.t, s.t, nearest);
    if (mpfr_sgn(a) > 0) mpfr_add(s.t, s.t, a, nearest);
    mpfr_set(r, s.t, nearest);
}

// With v = exp(-|a|): (1 + 2 v) / (1 + 2 v + 2 v^2) of a > 0, v (v + 2) / (v (v + 2) + 2) else.
void tanh_softplus(mpfr_ptr r, mpfr_srcptr a) {
    mpfr_abs(s.t, a, nearest);
    mpfr_neg(s.t, s.t, nearest);
    mpfr_exp(s.t, s.t, nearest);
    if (mpfr_sgn(a) > 0) {
        mpfr_sqr(s.u, s.t, nearest);
        mpfr_mul_2ui(s.u, s.u, 1, nearest);
        mpfr_mul_2ui(s.t, s.t, 1, nearest);
        mpfr_add_ui(s.t, s.t, 1, nearest);
        mpfr_add(s.u, s.u, s.t, nearest);
    } else {
        mpfr_add_ui(s.u, s.t, 2, nearest);
        mpfr_mul(s.t, s.t, s.u, nearest);
        mpfr_add_ui(s.u, s.t, 2, nearest);
    }
    mpfr_div(r, s.t, s.u, nearest);
}

// |a| - log(2) + log1p(exp(-2 |a|)), or log1p(2 sinh(a/2)^2) where that would cancel.
void logcosh(mpfr_ptr r, mpfr_srcptr a) {
    if (exponent(a) > 1) {
        mpfr_abs(s.t, a, nearest);
        mpfr_mul_si(s.u, s.t, -2, nearest);
        mpfr_exp(s.u, s.u, nearest);
        mpfr_log1p(s.u, s.u, nearest);
        mpfr_const_log2(s.w, nearest);
        mpfr_sub(s.u, s.u, s.w, nearest);
        mpfr_add(r, s.t, s.u, nearest);
    } else {
        mpfr_div_2ui(s.t, a, 1, nearest);
        mpfr_sinh(s.t, s.t, nearest);
        mpfr_sqr(s.t, s.t, nearest);
        mpfr_mul_2ui(s.t, s.t, 1, nearest);
        mpfr_log1p(r, s.t, nearest);
    }
}

// exp(-a^2 / 2) / sqrt(2 pi)
void normal_pdf(mpfr_ptr r, mpfr_srcptr a) {
    mpfr_sqr(s.t, a, nearest);
    mpfr_div_2ui(s.t, s.t, 1, nearest);
    mpfr_neg(s.t, s.t, nearest);
    mpfr_exp(s.t, s.t, nearest);
    mpfr_const_pi(s.u, nearest);
    mpfr_mul_2ui(s.u, s.u, 1, nearest);
    mpfr_rec_sqrt(s.u, s.u, nearest);
    mpfr_mul(r, s.t, s.u, nearest);
}

void normal_cdf(mpfr_ptr r, mpfr_srcptr a) {
    mpfr_set_ui(s.t, 2, nearest);
    mpfr_rec_sqrt(s.t, s.t, nearest);
    mpfr_mul(s.t, s.t, a, nearest);
    mpfr_neg(s.t, s.t, nearest);
    mpfr_erfc(s.t, s.t, nearest);
    mpfr_div_2ui(r, s.t, 1, nearest);
}

// a - tanh(a), by its series where nothing would be left: a^3 / 3 - 2 a^5 / 15, but for a part of a^4.
void tanh_residual(mpfr_ptr r, mpfr_srcptr a) {
    long const bits = mpfr_get_prec(r) + 16;
    if (-4 * exponent(a) > bits) {
        mpfr_sqr(s.t, a, nearest);
        mpfr_mul_ui(s.u, s.t, 2, nearest);
        mpfr_div_ui(s.u, s.u, 15, nearest);
        mpfr_set_ui(s.w, 1, nearest);
        mpfr_div_ui(s.w, s.w, 3, nearest);
        mpfr_sub(s.u, s.w, s.u, nearest);
        mpfr_mul(s.u, s.u, s.t, nearest);
        mpfr_mul(r, s.u, a, nearest);
        return;
    }
    s.bits(bits + std::max(0L, -2 * exponent(a)));
    mpfr_tanh(s.t, a, nearest);
    mpfr_sub(r, a, s.t, nearest);
}

// exp(a) - 1 - a, by its series where nothing would be left: a^2 / 2 + a^3 / 6, but for a part of a^2.
void expm1_residual(mpfr_ptr r, mpfr_srcptr a) {
    long const bits = mpfr_get_prec(r) + 16;
    if (-2 * exponent(a) > bits) {
        mpfr_div_ui(s.t, a, 3, nearest);
        mpfr_add_ui(s.t, s.t, 1, nearest);
        mpfr_sqr(s.u, a, nearest);
        mpfr_mul(s.t, s.t, s.u, nearest);
        mpfr_div_2ui(r, s.t, 1, nearest);
        return;
    }
    s.bits(bits + std::max(0L, -exponent(a)));
    mpfr_expm1(s.t, a, nearest);
    mpfr_sub(r, s.t, a, nearest);
}

// j_n(a) / a^n: the sum of (-a^2/2)^k / (k! (2n + 2k + 1)!!) over k for small a; from sin(a)/a and its derivative by
// g_(n+1) = ((2n + 1) g_n - g_(n-1)) / a^2 else, which loses 4 n bits where a is next to 1.
void sinc_family(mpfr_ptr r, int n, mpfr_srcptr a) {
    long const bits = mpfr_get_prec(r) + 96;
    s.bits(bits);
    if (mpfr_zero_p(a) || exponent(a) <= 2) {
        number sum, term;
        mpfr_set_prec(sum, bits);
        mpfr_set_prec(term, bits);
        mpfr_sqr(s.t, a, nearest);
        mpfr_div_2ui(s.t, s.t, 1, nearest);
        mpfr_neg(s.t, s.t, nearest);
        mpfr_set_ui(term, 1, nearest);
        for (unsigned odd = 3; odd <= 2 * static_cast<unsigned>(n) + 1; odd += 2)
            mpfr_div_ui(term, term, odd, nearest);
        mpfr_set(sum, term, nearest);
        for (unsigned k = 1; !mpfr_zero_p(term) && exponent(term) > exponent(sum) - bits; ++k) {
            mpfr_mul(term, term, s.t, nearest);
            mpfr_div_ui(term, term, k * (2 * static_cast<unsigned>(n) + 2 * k + 1), nearest);
            mpfr_add(sum, sum, term, nearest);
        }
        mpfr_set(r, sum, nearest);
        return;
    }
    // t = g_n, u = g_(n-1), from g_0 = sin(a) / a and g_1 = (g_0 - cos(a)) / a^2
    mpfr_sin_cos(s.t, s.u, a, nearest);
    mpfr_div(s.t, s.t, a, nearest);
    for (int k = 0; k < n; ++k) {
        // cos(a) stands for g_(-1)
        mpfr_mul_si(s.w, s.t, k == 0 ? 1 : 2 * k + 1, nearest);
        mpfr_sub(s.w, s.w, s.u, nearest);
        mpfr_div(s.w, s.w, a, nearest);
        mpfr_div(s.w, s.w, a, nearest);
        mpfr_swap(s.u, s.t);
        mpfr_swap(s.t, s.w);
    }
    mpfr_set(r, s.t, nearest);
}

}  // namespace

bool special_function(mpfr_ptr r, op code, mpfr_srcptr a) {
    long const precision = mpfr_get_prec(r), e = std::max(0L, exponent(a));
    if (mpfr_nan_p(a)) {
        mpfr_set_nan(r);
        return code >= op::exp && code < op::pow;
    }
    if (mpfr_zero_p(a) && (code == op::tanh_residual || code == op::expm1_residual)) {
        mpfr_set_zero(r, 1);
        return true;
    }
    s.bits(precision + 16);
    if (int const n = sinc_order(code); n >= 0) {
        sinc_family(r, n, a);
        return true;
    }
    switch (code) {
    case op::logistic:
        logistic(r, a);
        return true;
    case op::softplus:
        softplus(r, a);
        return true;
    case op::tanh_softplus:
        tanh_softplus(r, a);
        return true;
    case op::logcosh:
        logcosh(r, a);
        return true;
    case op::tanh_residual:
        tanh_residual(r, a);
        return true;
    case op::expm1_residual:
        expm1_residual(r, a);
        return true;
    case op::sech_square:
        mpfr_sech(s.t, a, nearest);
        mpfr_sqr(r, s.t, nearest);
        return true;
    case op::normal_pdf:
    case op::normal_cdf:
        // A square is in an exponent; of e > 40 all is 0 or 1.
        s.bits(precision + 16 + 2 * std::min(e, 40L));
        if (code == op::normal_pdf)
            normal_pdf(r, a);
        else
            normal_cdf(r, a);
        return true;
    default:
        return false;
    }
}

}  // namespace accuracy
