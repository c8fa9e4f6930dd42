// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <hillock/evaluate/kernels/exponential.hpp>
#include <hillock/evaluate/kernels/table_row.hpp>
#include <hillock/evaluate/kernels/tables_error_function.hpp>
#include <hillock/evaluate/wide.hpp>

namespace hillock::kernels {

namespace detail {

/// The square of a significand as leading + rest, more exact than S holds.
template <class S>
struct exact_square {
    S leading;
    lane_of<S> rest;
};

template <lane::any L>
constexpr exact_square<L> square_exactly(L x) {
    pair<L> const whole = two_product(x, x);
    return {whole.hi, whole.lo};
}
template <lane::any L>
constexpr exact_square<pair<L>> square_exactly(pair<L> x) {
    pair<L> const whole = two_product(x.hi, x.hi);
    pair<L> const cross = two_product(x.hi + x.hi, x.lo);
    pair<L> const low = two_sum(whole.lo, cross.hi);
    pair<L> const leading = quick_two_sum(whole.hi, low.hi);
    pair<L> const rest = two_sum(leading.lo, low.lo);
    return {{leading.hi, rest.hi}, rest.lo + (cross.lo + product(x.lo, x.lo))};
}

/// factor exp(-x^2 2^shift), for shift <= 0, with x^2 exact: in the tail an error of x^2 is one of the result x^2 times
/// as large.
template <class S>
constexpr wide<S> times_exp_of_negative_square(S factor, wide<S> x, double shift) {
    using L = lane_of<S>;
    auto const square = square_exactly(x.significand);
    L const exponent = x.exponent + x.exponent + shift;
    // Beyond the clamp the result is 0 in any type, and exp(-rest) = 1 - rest need not be right.
    L const scale = lane::power_of_two(lane::min(lane::max(exponent, broadcast<L>(-200.0)), broadcast<L>(40.0)));
    wide<S> const exponential = exp(-normalized(square.leading, exponent));
    S const whole = product(exponential.significand, factor);
    S const result = whole - product(leading(whole), square.rest * scale);
    return select(is_nan(x), x, normalized(result, exponential.exponent));
}

inline constexpr int error_rows = 32;
inline constexpr double error_shift = 3;

/// The polynomial of a row of the table at s.
template <class S>
constexpr S error_polynomial(lane_of<S> row, S s) {
    return row_polynomial<14, 7, 9>(tables::error_function_hi, tables::error_function_lo, row, s);
}

/// Where erfc at x >= 0 is found, as for 0 if x is NaN, and as for 2^100 beyond: the row, the place in it, and
/// q = 1 / (x + 3).
template <class S>
struct complement_place {
    lane_of<S> row;
    S s;
    S q;
};

template <class S>
constexpr complement_place<S> find_complement(wide<S> x) {
    using L = lane_of<S>;
    L const most = broadcast<L>(100.0);
    x.exponent = select(is_nan(x), broadcast<L>(zero_exponent), lane::min(x.exponent, most));
    S const q = 1.0 / (to_significand(x) + error_shift);
    S const u = q * (error_shift * error_rows);
    L const row = lane::min(lane::max(lane::round_even(leading(u) - 0.5), L{}), broadcast<L>(error_rows - 1.0));
    return {row, (u - row) * 2.0 - 1.0, q};
}

/// erfc(w) for w >= 0 where w = |x| 2^(shift / 2), shift = 0 or -1.
template <class S>
constexpr wide<S> complement(wide<S> w, wide<S> x, double shift) {
    auto const place = find_complement(w);
    return times_exp_of_negative_square(product(place.q, error_polynomial(place.row, place.s)), x, shift);
}

/// erf(x) for small |x|, see erf; 0 for others.
template <class S>
constexpr wide<S> error_near_zero(wide<S> x, mask_of<S> small) {
    using L = lane_of<S>;
    constexpr bool one_lane = std::is_same_v<S, L>;
    wide<S> const near = select(small, x, wide<S>{});
    S const y = to_significand(near);
    S const s = product(y, y) * (one_lane ? 8.0 : 32.0) - 1.0;
    L const row = broadcast<L>(error_rows + (one_lane ? 1.0 : 0.0));
    return near * normalized(error_polynomial(row, s));
}

}  // namespace detail

/// erfc(x), relatively accurate to where the result leaves the range of any type. Domain: everything.
///
/// For x >= 0 it is exp(-x^2) q G(q), q = 1 / (x + 3), where G varies by a factor of 6 at most and is a polynomial on
/// each of 32 equal intervals of q; for x < 0 it is 2 - erfc(-x).
template <class S>
constexpr wide<S> erfc(wide<S> x) {
    wide<S> const tail = detail::complement(abs(x), x, 0);
    return select(is_negative(x), 2.0 - tail, tail);
}

/// erf(x). Domain: everything. Keeps the sign of zero.
///
/// x times a polynomial in x^2 for |x| < 1/4 (1/2 in one lane), 1 - erfc(|x|) elsewhere.
template <class S>
constexpr wide<S> erf(wide<S> x) {
    using L = lane_of<S>;
    auto const small = x.exponent < (std::is_same_v<S, L> ? -1.0 : -2.0);
    if constexpr (std::is_same_v<L, double>)
        if (small) return detail::error_near_zero(x, small);  // a lone number needs one of the two only
    wide<S> const large = copysign(1.0 - detail::complement(abs(x), x, 0), x);
    if constexpr (std::is_same_v<L, double>)
        return large;
    else
        return select(small, detail::error_near_zero(x, small), large);
}

/// The normal distribution function, erfc(-x / sqrt 2) / 2, with x^2 / 2 exact in the exponential. Domain: everything.
template <class S>
constexpr wide<S> normal_cdf(wide<S> x) {
    auto const root_half = constant<wide<S>>(0x1.6a09e667f3bcdp-1, -0x1.bdd3413b26456p-55);
    wide<S> const tail = scale(detail::complement(abs(x) * root_half, x, -1), -1);
    return select(is_negative(x), tail, 1.0 - tail);
}

/// The normal density exp(-x^2 / 2) / sqrt(2 pi). Domain: everything.
template <class S>
constexpr wide<S> normal_pdf(wide<S> x) {
    auto const factor = constant<S>(0x1.9884533d43651p-2, -0x1.cbc0d30ebfd15p-56);
    return detail::times_exp_of_negative_square(factor, x, -1);
}

}  // namespace hillock::kernels
