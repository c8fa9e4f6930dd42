// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/square_root.hpp>
#include <hillock/properties/interval.hpp>
#include <hillock/symbols/operation.hpp>

/// Elementary functions in plain double, short in steps of constant evaluation, for the ends of intervals.
///
/// Each is within 2^-40 of its value (`approximation_error`), which the series below stay far under: their truncation is
/// below 2^-50, their argument's rounding is magnified by at most 750 (in exp), their sums do not cancel.
/// tests/runtime/properties_interval_test.cpp holds them to it against MPFR.
namespace hillock::detail::approximate {

inline constexpr double log_2 = 0x1.62e42fefa39efp-1, pi = 0x1.921fb54442d18p+1, half_pi = 0x1.921fb54442d18p+0;

constexpr double root(double x) {
    return x < 0x1p-990 ? 0 : lane::square_root(x);
}

/// (e^x - 1 - x) / x^2 for |x| <= 0.5: Taylor's series.
constexpr double exponential_rest(double x) {
    return 1 / 2.0 +
           x * (1 / 6.0 +
                x * (1 / 24.0 +
                     x * (1 / 120.0 +
                          x * (1 / 720.0 + x * (1 / 5040.0 + x * (1 / 40320.0 +
                                                                  x * (1 / 362880.0 +
                                                                       x * (1 / 3628800.0 +
                                                                            x * (1 / 39916800.0 +
                                                                                 x * (1 / 479001600.0 +
                                                                                      x * (1 / 6227020800.0 +
                                                                                           x / 87178291200.0)))))))))));
}
/// e^x for |x| <= 700, after a reduction by multiples of log 2.
constexpr double exp(double x) {
    int const n = static_cast<int>(x / log_2 + (x < 0 ? -0.5 : 0.5));
    double const r = (x - n * 0x1.62e42feep-1) - n * 0x1.a39ef35793c76p-33;
    return (1 + (r + r * r * exponential_rest(r))) * power_of_two(n);
}
/// e^x - 1.
constexpr double expm1(double x) {
    return magnitude(x) > 0.5 ? exp(x) - 1 : x + x * x * exponential_rest(x);
}
/// e^x - 1 - x.
constexpr double expm1_residual(double x) {
    return magnitude(x) > 0.5 ? expm1(x) - x : x * x * exponential_rest(x);
}
/// 2 artanh(s), |s| <= 0.25.
constexpr double twice_artanh(double s) {
    double const q = s * s;
    return 2 * s *
           (1 + q * (1 / 3.0 +
                     q * (1 / 5.0 +
                          q * (1 / 7.0 +
                               q * (1 / 9.0 +
                                    q * (1 / 11.0 +
                                         q * (1 / 13.0 +
                                              q * (1 / 15.0 +
                                                   q * (1 / 17.0 +
                                                        q * (1 / 19.0 +
                                                             q * (1 / 21.0 +
                                                                  q * (1 / 23.0 + q * (1 / 25.0 + q / 27.0)))))))))))));
}
/// The logarithm of a number of [2^-1000, 2^1000].
constexpr double log(double x) {
    auto const bits = std::bit_cast<std::uint64_t>(x);
    int n = static_cast<int>(bits >> 52) - 1023;
    double m = std::bit_cast<double>((bits & ((std::uint64_t{1} << 52) - 1)) | (std::uint64_t{1023} << 52));
    if (m > 1.4142135623730951) {
        m = 0.5 * m;
        ++n;
    }
    return n * log_2 + twice_artanh((m - 1) / (m + 1));
}
constexpr double log1p(double x) {
    return magnitude(x) < 0.4 ? twice_artanh(x / (2 + x)) : log(1 + x);
}

struct sine_and_cosine {
    double sine, cosine;
    /// Of both, absolute; where it is 0 the sine's is relative.
    double error;
};
/// |x| <= 2^20: Taylor's series after a reduction by multiples of pi/2 in three parts.
constexpr sine_and_cosine turn(double x) {
    double const turns = x / half_pi;
    auto const n = static_cast<std::int64_t>(turns + (turns < 0 ? -0.5 : 0.5));
    auto const k = static_cast<double>(n);
    double const r = ((x - k * 0x1.921fb544p+0) - k * 0x1.0b4611a6p-34) - k * 0x1.3198a2e037073p-69;
    double const q = r * r;
    double const s =
        r * (1 - q * (1 / 6.0 - q * (1 / 120.0 -
                                     q * (1 / 5040.0 - q * (1 / 362880.0 - q * (1 / 39916800.0 -
                                                                                q * (1 / 6227020800.0 -
                                                                                     q * (1 / 1307674368000.0 -
                                                                                          q / 355687428096000.0))))))));
    double const c =
        1 - q * (1 / 2.0 -
                 q * (1 / 24.0 -
                      q * (1 / 720.0 - q * (1 / 40320.0 - q * (1 / 3628800.0 -
                                                               q * (1 / 479001600.0 - q * (1 / 87178291200.0 -
                                                                                           q / 20922789888000.0)))))));
    double const error = n == 0 ? 0 : 0x1p-46;
    switch (n & 3) {
    case 0:
        return {s, c, error};
    case 1:
        return {c, -s, error};
    case 2:
        return {-s, -c, error};
    default:
        return {-c, s, error};
    }
}

constexpr double atan(double x) {
    if (x < 0) return -atan(-x);
    if (x > 2.414213562373095) return half_pi - atan(1 / x);
    if (x > 0.4142135623730951) return 0.5 * half_pi + (x < 1 ? -atan((1 - x) / (x + 1)) : atan((x - 1) / (x + 1)));
    double const q = x * x;
    double sum = 0;
    for (int n = 41; n > 0; n -= 2)
        sum = 1.0 / n - q * sum;
    return x * sum;
}

/// erf by a series of positive terms, |x| <= 2.
constexpr double erf(double x) {
    double sum = 1, term = 1;
    for (int n = 3; term > 0x1p-56; n += 2)
        sum += term *= 2 * x * x / n;
    return 1.1283791670955126 * x * exp(-x * x) * sum;
}
/// erfc: from 2 on by Laplace's continued fraction.
constexpr double erfc(double x) {
    if (x < -2) return 2 - erfc(-x);
    if (x < 2) return 1 - erf(x);
    if (x > 26) return 0;
    double fraction = x;
    for (int n = x < 3 ? 90 : 40; n > 0; --n)
        fraction = x + 0.5 * n / fraction;
    return exp(-x * x) * 0.5641895835477563 / fraction;
}

constexpr double sinh(double x) {
    return 0.5 * (expm1(x) - expm1(-x));
}
constexpr double tanh(double x) {
    if (x < 0) return -tanh(-x);
    if (x > 300) return 1;
    double const n = expm1(2 * x);
    return n / (n + 2);
}
constexpr double sech_square(double x) {
    double const q = exp(-2 * magnitude(x));
    return 4 * q / ((1 + q) * (1 + q));
}
/// x - tanh(x) = (x cosh(x) - sinh(x)) / cosh(x), near 0 by the series of positive terms x^(2n+1) 2n / (2n+1)!.
constexpr double tanh_residual(double x) {
    if (magnitude(x) > 1) return x - tanh(x);
    double const q = x * x;
    double sum = 0, term = x / 6;
    for (int n = 1; n < 12; ++n) {
        sum += 2 * n * (term *= n == 1 ? q : q / (2 * n * (2 * n + 1)));
    }
    return sum / (0.5 * (exp(x) + exp(-x)));
}
constexpr double logistic(double x) {
    double const q = exp(-magnitude(x));
    return (x < 0 ? q : 1) / (1 + q);
}
constexpr double softplus(double x) {
    return (x > 0 ? x : 0) + log1p(exp(-magnitude(x)));
}
constexpr double logcosh(double x) {
    double const a = magnitude(x), s = a < 1 ? sinh(0.5 * a) : 0;
    return a < 1 ? log1p(2 * s * s) : (a - log_2) + log1p(exp(-2 * a));
}
constexpr double tanh_softplus(double x) {
    if (x > 300) return 1;
    double const q = exp(x), n = q * (q + 2);
    return n / (n + 2);
}
constexpr double asinh(double x) {
    if (x < 0) return -asinh(-x);
    if (x > 0x1p400) return log(x) + log_2;
    return log1p(x + x * x / (1 + root(1 + x * x)));
}
constexpr double cbrt(double x) {
    return x < 0 ? -exp(log(-x) / 3) : exp(log(x) / 3);
}

/// sinc_n for |x| <= 4 by its series of (-x^2 / 2)^k / (k! (2n+1) (2n+3) … (2n+2k+1)), divided by (2n-1)!!.
constexpr interval spherical(int n, double x) {
    double term = 1;
    for (int k = 3; k <= 2 * n + 1; k += 2)
        term /= k;
    double const size = term, q = -0.5 * x * x;
    double total = term;
    for (int k = 1; k < 26 && magnitude(term) > size * 0x1p-56; ++k)
        total += term *= q / (k * (2 * (n + k) + 1));
    // The sum's terms are below 30 times its first.
    double const error = x == 0 && n == 0 ? 0 : size * 0x1p-44;
    return {total - error, total + error};
}

}  // namespace hillock::detail::approximate
