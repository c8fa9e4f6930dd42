// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <hillock/evaluate/wide_type.hpp>

namespace hillock::kernels {

namespace detail {

/// Significands of two numbers, scaled to their common greater exponent; what is below 2^-200 of the greater is 0.
template <class S>
struct aligned {
    S a, b;
    lane_of<S> exponent;

    constexpr aligned(wide<S> x, wide<S> y) {
        using L = lane_of<S>;
        exponent = lane::max(x.exponent, y.exponent);
        L const low = broadcast<L>(-200.0);
        L const x_shift = x.exponent - exponent;
        L const y_shift = y.exponent - exponent;
        a = scaled(x.significand, select(x_shift < low, L{}, lane::power_of_two(lane::max(x_shift, low))));
        b = scaled(y.significand, select(y_shift < low, L{}, lane::power_of_two(lane::max(y_shift, low))));
    }
};

/// A pair of zeros gets the sign of the given zero, which sums of pairs lose.
template <lane::any L>
constexpr L with_zero(L s, L) {
    return s;
}
template <class L>
constexpr pair<L> with_zero(pair<L> s, L zero) {
    return {select(s.hi == L{}, zero, s.hi), s.lo};
}

}  // namespace detail

/// An infinity less the same infinity is NaN.
template <class S>
constexpr wide<S> operator+(wide<S> x, wide<S> y) {
    detail::aligned<S> const terms(x, y);
    S const sum = detail::with_zero(terms.a + terms.b, leading(terms.a) + leading(terms.b));
    auto const nothing_left = both(terms.exponent >= infinite_threshold, leading(sum) == lane_of<S>{});
    return select(either(terms.exponent > nan_threshold, nothing_left), not_a_number<wide<S>>(),
                  normalized(sum, terms.exponent));
}
template <class S>
constexpr wide<S> operator-(wide<S> x, wide<S> y) {
    return x + -y;
}

/// 0 times an infinity is 0.
template <class S>
constexpr wide<S> operator*(wide<S> x, wide<S> y) {
    using L = lane_of<S>;
    L const exponent = x.exponent + y.exponent;
    L const zero = leading(x.significand) * leading(y.significand);
    S const whole = detail::with_zero(S(product(x.significand, y.significand)), zero);
    return select(exponent > nan_threshold, not_a_number<wide<S>>(), normalized(whole, exponent));
}

/// x / 0 is an infinity, of the sign of both; 0 / 0 is NaN; the quotient of two infinities is finite.
template <class S>
constexpr wide<S> operator/(wide<S> x, wide<S> y) {
    using L = lane_of<S>;
    using W = wide<S>;
    auto const pole = is_zero(y);
    auto const nan = either(lane::max(x.exponent, y.exponent) > nan_threshold, both(pole, is_zero(x)));
    L const one = lane::copysign(broadcast<L>(1.0), leading(y.significand));
    S const divisor = select(pole, detail::as_significand<S>(one), y.significand);
    S const quotient = detail::with_zero(x.significand / divisor, leading(x.significand) * one);
    W const infinity{detail::as_significand<S>(lane::copysign(one, leading(quotient))),
                     broadcast<L>(infinite_exponent)};
    return select(nan, not_a_number<W>(), select(pole, infinity, normalized(quotient, x.exponent - y.exponent)));
}

/// Comparisons; false for NaN.
template <class S>
constexpr mask_of<S> operator<(wide<S> x, wide<S> y) {
    detail::aligned<S> const terms(x, y);
    return both(terms.a < terms.b, terms.exponent < nan_threshold);
}
template <class S>
constexpr mask_of<S> operator>(wide<S> x, wide<S> y) {
    return y < x;
}
template <class S>
constexpr mask_of<S> operator<=(wide<S> x, wide<S> y) {
    detail::aligned<S> const terms(x, y);
    return both(negate(terms.b < terms.a), terms.exponent < nan_threshold);
}
template <class S>
constexpr mask_of<S> operator>=(wide<S> x, wide<S> y) {
    return y <= x;
}
template <class S>
constexpr mask_of<S> operator==(wide<S> x, wide<S> y) {
    detail::aligned<S> const terms(x, y);
    return both(terms.a == terms.b, terms.exponent < nan_threshold);
}
template <class S>
constexpr mask_of<S> operator!=(wide<S> x, wide<S> y) {
    return negate(x == y);
}

/// A number beside a wide one stands for itself in every lane. It is finite and normal.
template <class S, lane::operand<lane_of<S>> B>
constexpr wide<S> operator+(wide<S> x, B y) {
    return x + as_wide<S>(y);
}
template <class S, lane::operand<lane_of<S>> B>
constexpr wide<S> operator+(B y, wide<S> x) {
    return as_wide<S>(y) + x;
}
template <class S, lane::operand<lane_of<S>> B>
constexpr wide<S> operator-(wide<S> x, B y) {
    return x - as_wide<S>(y);
}
template <class S, lane::operand<lane_of<S>> B>
constexpr wide<S> operator-(B y, wide<S> x) {
    return as_wide<S>(y) - x;
}
template <class S, lane::operand<lane_of<S>> B>
constexpr wide<S> operator*(wide<S> x, B y) {
    return x * as_wide<S>(y);
}
template <class S, lane::operand<lane_of<S>> B>
constexpr wide<S> operator*(B y, wide<S> x) {
    return x * as_wide<S>(y);
}
template <class S, lane::operand<lane_of<S>> B>
constexpr wide<S> operator/(wide<S> x, B y) {
    return x / as_wide<S>(y);
}
template <class S, lane::operand<lane_of<S>> B>
constexpr wide<S> operator/(B y, wide<S> x) {
    return as_wide<S>(y) / x;
}

template <class S>
constexpr wide<S> square(wide<S> x) {
    return x * x;
}

/// NaN if either is.
template <class S>
constexpr wide<S> min(wide<S> a, wide<S> b) {
    return select(either(b < a, is_nan(b)), b, a);
}
template <class S>
constexpr wide<S> max(wide<S> a, wide<S> b) {
    return select(either(a < b, is_nan(b)), b, a);
}
/// -1, 0 of the same sign, or 1; NaN of NaN.
template <class S>
constexpr wide<S> sign(wide<S> x) {
    return select(either(is_nan(x), is_zero(x)), x, copysign(constant<wide<S>>(1), x));
}

}  // namespace hillock::kernels
