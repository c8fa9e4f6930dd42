// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <hillock/evaluate/kernels/exponential.hpp>
#include <hillock/evaluate/kernels/logarithm.hpp>
#include <hillock/evaluate/kernels/rounding.hpp>
#include <hillock/evaluate/precision.hpp>

namespace hillock::kernels {

/// a to the power of b, with the limits of IEEE 754's pow, but NaN of any NaN: pow(a, 0) = 1 = pow(1, b) otherwise.
///
/// A negative a has the sign of b's parity, and gives NaN where it is finite and b no integer. exp(b log|a|) in pairs.
template <class S>
constexpr wide<S> pow(wide<S> a, wide<S> b) {
    using L = lane_of<S>;
    using W = wide<S>;
    W const one = power_of_two<W>(0);
    auto const exponent = to_pair(b) * log(abs(to_pair(a)));
    W const magnitude = from_pair<S>(exp(exponent));
    auto const below = lane::copysign(broadcast<L>(1.0), leading(a.significand)) < L{};
    auto const integer = detail::is_integer(b);
    auto const odd = both(integer, negate(detail::is_integer(scale(b, -1))));
    // At a zero the exponent is infinite: the result is exactly 0, or an infinity.
    W const finite = select(both(is_zero(a), leading(b.significand) > L{}), W{}, magnitude);
    W const signed_result = select(both(below, odd), -finite, finite);
    auto const outside = both(both(is_negative(a), negate(is_infinite(a))), negate(integer));
    W const result = select(is_zero(b), one, select(outside, not_a_number<W>(), signed_result));
    return select(either(is_nan(a), is_nan(b)), not_a_number<W>(), result);
}

namespace detail {

template <class W>
constexpr W power_by_squaring(W x, unsigned n) {
    W result = (n & 1) != 0 ? x : power_of_two<W>(0);
    for (n >>= 1; n != 0; n >>= 1) {
        x = x * x;
        if ((n & 1) != 0) result = result * x;
    }
    return result;
}

}  // namespace detail

/// x to the power of the same integer n in every lane, by squaring; 1 for n = 0. In pairs beyond +-4: the relative
/// error is below |n| 2^-102, or the rounding of S.
template <class S>
constexpr wide<S> power_integer(wide<S> x, int n) {
    using W = wide<S>;
    unsigned const size = n < 0 ? 0u - static_cast<unsigned>(n) : static_cast<unsigned>(n);
    W const power =
        size <= 4 ? detail::power_by_squaring(x, size) : from_pair<S>(detail::power_by_squaring(to_pair(x), size));
    W const result = n < 0 ? power_of_two<W>(0) / power : power;
    return select(is_nan(x), x, result);
}

}  // namespace hillock::kernels
