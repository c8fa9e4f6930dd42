// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <hillock/evaluate/wide.hpp>

namespace hillock::kernels {

namespace detail {

template <lane::any L>
constexpr L floor_of(L x) {
    return lane::floor(x);
}
template <class L>
constexpr pair<L> floor_of(pair<L> x) {
    L const high = lane::floor(x.hi);
    return quick_two_sum(high, select(high == x.hi, lane::floor(x.lo), L{}));
}

/// The value, for taking its floor: what is below 2^-100 in magnitude is +-2^-100; 0 is 0.
template <class S>
constexpr S floor_argument(wide<S> x) {
    using L = lane_of<S>;
    L const least = broadcast<L>(-100.0);
    return to_significand(wide<S>{x.significand, select(is_zero(x), x.exponent, lane::max(x.exponent, least))});
}

/// The integer r, with the sign of x; x itself from 2^110 on, where all numbers are integers.
template <class S>
constexpr wide<S> rounded_result(wide<S> x, S r) {
    return select(x.exponent > 110.0, x, copysign(normalized(r), x));
}

/// Whether x is an integer, all beyond 2^110 being so.
template <class S>
constexpr mask_of<S> is_integer(wide<S> x) {
    S const value = floor_argument(x);
    return either(x.exponent > 110.0, floor_of(value) == value);
}

}  // namespace detail

/// The greatest integer that is not above x, of x of any size; keeps the sign of zero.
template <class S>
constexpr wide<S> floor(wide<S> x) {
    return detail::rounded_result(x, detail::floor_of(detail::floor_argument(x)));
}

/// The nearest integer, halves away from zero as std::round; a zero has the sign of x.
template <class S>
constexpr wide<S> round(wide<S> x) {
    using L = lane_of<S>;
    S const magnitude = detail::floor_argument(abs(x));
    S const below = detail::floor_of(magnitude);
    auto const up = negate(magnitude - below < constant<S>(0.5));
    return detail::rounded_result(x, below + select(up, broadcast<L>(1.0), L{}));
}

}  // namespace hillock::kernels
