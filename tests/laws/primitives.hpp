// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <laws/real.hpp>

#include <hillock/symbols/operation.hpp>

#include <cstdio>
#include <cstdlib>

namespace laws {

using hillock::op;

/// A function of one or two numbers at a point: value, first and second partial derivatives.
struct jet {
    real v, a, b, aa, ab, bb;
};

inline real exp(real const& a) { return apply(mpfr_exp, a); }
inline real expm1(real const& a) { return apply(mpfr_expm1, a); }
inline real log(real const& a) { return apply(mpfr_log, a); }
inline real log1p(real const& a) { return apply(mpfr_log1p, a); }
inline real sqrt(real const& a) { return apply(mpfr_sqrt, a); }
inline real tanh(real const& a) { return apply(mpfr_tanh, a); }
inline real square(real const& a) { return a * a; }

inline real sech_square(real const& a) { return square(apply(mpfr_sech, a)); }
inline real logistic(real const& a) { return 1 / (1 + exp(-a)); }
inline real softplus(real const& a) { return a.is_negative() ? log1p(exp(a)) : a + log1p(exp(-a)); }
inline real normal_pdf(real const& a) { return exp(scaled(-square(a), -1)) / sqrt(scaled(pi(), 1)); }
inline real normal_cdf(real const& a) { return scaled(apply(mpfr_erfc, -a / sqrt(real(2))), -1); }
inline real gaussian_of_erf(real const& a) { return 2 / sqrt(pi()) * exp(-square(a)); }

/// j_n(a) / a^n = sum of (-a^2 / 2)^k / (k! (2n + 2k + 1)!!) over k.
inline real sinc_family(int n, real const& a) {
    if (!a.is_finite() || a.exponent() > 12) return real(__builtin_nan(""));
    int const before = real::precision;
    // The terms grow up to exp(|a|) before they fall.
    real::precision = before + 2 * static_cast<int>(std::abs(a.to_double())) + 64;
    real const factor = scaled(-square(a), -1);
    real term = 1;
    for (int odd = 3; odd <= 2 * n + 1; odd += 2) term = term / odd;
    real sum = term;
    for (int k = 1; k < 100000; ++k) {
        term = term * factor / (static_cast<double>(k) * (2 * n + 2 * k + 1));
        sum = sum + term;
        if (term.is_zero() || term.exponent() < sum.exponent() - real::precision) break;
    }
    real::precision = before;
    return sum + 0;
}

/// A function of one number, with derivatives from the textbook (not from the library's table).
inline jet unary(op code, real const& a) {
    jet r;
    // clang-format off
    switch (code) {
    case op::negate: r.v = -a; r.a = -1; break;
    case op::verbatim: r.v = a; r.a = 1; break;
    case op::exp: r.v = exp(a); r.a = r.v; r.aa = r.v; break;
    case op::exp2: {
        real const two = log(real(2));
        r.v = apply(mpfr_exp2, a); r.a = r.v * two; r.aa = r.a * two; break;
    }
    case op::expm1: r.v = expm1(a); r.a = exp(a); r.aa = r.a; break;
    case op::expm1_residual: r.v = expm1(a) - a; r.a = expm1(a); r.aa = exp(a); break;
    case op::log: r.v = log(a); r.a = 1 / a; r.aa = -square(r.a); break;
    case op::log2: {
        real const two = log(real(2));
        r.v = apply(mpfr_log2, a); r.a = 1 / (a * two); r.aa = -square(1 / a) / two; break;
    }
    case op::log1p: r.v = log1p(a); r.a = 1 / (1 + a); r.aa = -square(r.a); break;
    case op::sqrt: r.v = sqrt(a); r.a = 0.5 / r.v; r.aa = -r.a / (2 * a); break;
    case op::rsqrt: r.v = 1 / sqrt(a); r.a = -r.v / (2 * a); r.aa = 3 * r.v / (4 * square(a)); break;
    case op::cbrt: r.v = apply(mpfr_cbrt, a); r.a = r.v / (3 * a); r.aa = -2 * r.v / (9 * square(a)); break;
    case op::square: r.v = square(a); r.a = 2 * a; r.aa = 2; break;
    case op::abs: r.v = abs(a); r.a = a.is_zero() ? 0 : a.is_negative() ? -1 : 1; break;
    case op::sign: r.v = a.is_nan() ? a : real(a.is_zero() ? 0 : a.is_negative() ? -1 : 1); break;
    case op::floor: mpfr_floor(r.v.get(), a.get()); break;
    case op::round: mpfr_round(r.v.get(), a.get()); break;
    case op::sin: r.v = apply(mpfr_sin, a); r.a = apply(mpfr_cos, a); r.aa = -r.v; break;
    case op::cos: r.v = apply(mpfr_cos, a); r.a = -apply(mpfr_sin, a); r.aa = -r.v; break;
    case op::tan: r.v = apply(mpfr_tan, a); r.a = 1 + square(r.v); r.aa = 2 * r.v * r.a; break;
    case op::asin: r.v = apply(mpfr_asin, a); r.a = 1 / sqrt((1 - a) * (1 + a)); r.aa = a * r.a * square(r.a); break;
    case op::acos: r.v = apply(mpfr_acos, a); r.a = -1 / sqrt((1 - a) * (1 + a)); r.aa = a * r.a * square(r.a); break;
    case op::atan: r.v = apply(mpfr_atan, a); r.a = 1 / (1 + square(a)); r.aa = -2 * a * square(r.a); break;
    case op::sinh: r.v = apply(mpfr_sinh, a); r.a = apply(mpfr_cosh, a); r.aa = r.v; break;
    case op::cosh: r.v = apply(mpfr_cosh, a); r.a = apply(mpfr_sinh, a); r.aa = r.v; break;
    case op::tanh: r.v = tanh(a); r.a = sech_square(a); r.aa = -2 * r.v * r.a; break;
    case op::asinh: r.v = apply(mpfr_asinh, a); r.a = 1 / sqrt(1 + square(a)); r.aa = -a * r.a * square(r.a); break;
    case op::acosh: r.v = apply(mpfr_acosh, a); r.a = 1 / sqrt((a - 1) * (a + 1)); r.aa = -a * r.a * square(r.a); break;
    case op::atanh: r.v = apply(mpfr_atanh, a); r.a = 1 / ((1 - a) * (1 + a)); r.aa = 2 * a * square(r.a); break;
    case op::sech_square: {
        real const t = tanh(a);
        r.v = sech_square(a); r.a = -2 * t * r.v; r.aa = r.v * (4 * square(t) - 2 * r.v); break;
    }
    case op::logcosh:
        r.v = log1p(2 * square(apply(mpfr_sinh, scaled(a, -1)))); r.a = tanh(a); r.aa = sech_square(a); break;
    case op::tanh_residual:
        r.v = a - tanh(a); r.a = square(tanh(a)); r.aa = 2 * tanh(a) * sech_square(a); break;
    case op::tanh_softplus: {
        real const p = softplus(a), s = logistic(a);
        r.v = tanh(p); r.a = sech_square(p) * s; r.aa = r.a * (logistic(-a) - 2 * r.v * s); break;
    }
    case op::erf: r.v = apply(mpfr_erf, a); r.a = gaussian_of_erf(a); r.aa = -2 * a * r.a; break;
    case op::erfc: r.v = apply(mpfr_erfc, a); r.a = -gaussian_of_erf(a); r.aa = -2 * a * r.a; break;
    case op::normal_cdf: r.v = normal_cdf(a); r.a = normal_pdf(a); r.aa = -a * r.a; break;
    case op::normal_pdf: r.v = normal_pdf(a); r.a = -a * r.v; r.aa = (square(a) - 1) * r.v; break;
    case op::logistic:
        r.v = logistic(a); r.a = r.v * logistic(-a); r.aa = -r.a * tanh(scaled(a, -1)); break;
    case op::softplus: r.v = softplus(a); r.a = logistic(a); r.aa = r.a * logistic(-a); break;
    case op::sinc: case op::sinc1: case op::sinc2: case op::sinc3: case op::sinc4: case op::sinc5: case op::sinc6: {
        int const n = static_cast<int>(code) - static_cast<int>(op::sinc);
        real const next = sinc_family(n + 1, a);
        r.v = sinc_family(n, a); r.a = -a * next; r.aa = square(a) * sinc_family(n + 2, a) - next; break;
    }
    default: std::fprintf(stderr, "laws: no rule for operation %d\n", static_cast<int>(code)); std::abort();
    }
    // clang-format on
    return r;
}

/// A smooth function of two numbers.
inline jet binary(op code, real const& a, real const& b) {
    jet r;
    switch (code) {
    case op::add:
        r.v = a + b;
        r.a = 1;
        r.b = 1;
        break;
    case op::subtract:
        r.v = a - b;
        r.a = 1;
        r.b = -1;
        break;
    case op::multiply:
        r.v = a * b;
        r.a = b;
        r.b = a;
        r.ab = 1;
        break;
    case op::divide:
        r.v = a / b;
        r.a = 1 / b;
        r.b = -r.v / b;
        r.ab = -square(r.a);
        r.bb = 2 * r.v * square(r.a);
        break;
    case op::pow: {
        real const l = log(a);
        real const less = apply(mpfr_pow, a, b - 1);
        r.v = apply(mpfr_pow, a, b);
        // b a^(b-1) is 0 for b = 0, of any a.
        r.a = b.is_zero() ? real(0) : b * less;
        r.b = l * r.v;
        real const factor = b * (b - 1);
        r.aa = factor.is_zero() ? real(0) : factor * apply(mpfr_pow, a, b - 2);
        r.ab = less * (1 + b * l);
        r.bb = l * r.b;
        break;
    }
    case op::atan2: {
        real const s = square(a) + square(b);
        real const ss = square(s);
        r.v = apply(mpfr_atan2, a, b);
        r.a = b / s;
        r.b = -a / s;
        r.aa = -2 * a * b / ss;
        r.ab = (a - b) * (a + b) / ss;
        r.bb = -r.aa;
        break;
    }
    case op::logsumexp2: {
        r.v = a < b ? b + softplus(a - b) : a + softplus(b - a);
        r.a = logistic(a - b);
        r.b = logistic(b - a);
        r.aa = r.a * r.b;
        r.ab = -r.aa;
        r.bb = r.aa;
        break;
    }
    default: std::fprintf(stderr, "laws: no rule for operation %d\n", static_cast<int>(code)); std::abort();
    }
    return r;
}

} // namespace laws
