// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/exponential_double.hpp>

namespace hillock::direct {

namespace detail {

/// tanh(softplus(x)) = over / under, from e = exp(-|x|): (2e + e^2) / (2 + 2e + e^2) below 0, and
/// (1 + 2e) / (1 + 2e + 2e^2) above.
template <real_double V>
struct mish_ratio {
    sum_of<V> over, under, squared;  // squared is e^2
};
template <real_double V>
[[gnu::always_inline]] constexpr mish_ratio<V> mish_ratio_of(sum_of<V> e, mask_of<V> negative) {
    V const zero = broadcast<V>(0);
    sum_of<V> const squared = multiply(e, e);
    sum_of<V> const two_e{e.high + e.high, e.low + e.low};
    sum_of<V> const over = add(two_e, select_sum<V>(negative, squared, {broadcast<V>(1), zero}));
    sum_of<V> const two_squared{squared.high + squared.high, squared.low + squared.low};
    return {over, add(over, select_sum<V>(negative, {broadcast<V>(2), zero}, two_squared)), squared};
}

}  // namespace detail

/// x tanh(softplus(x)).
template <real_double V, class Tails = computed_tails>
[[gnu::always_inline]] constexpr V mish(V x, Tails const& tails = {}) {
    V const a = detail::falling_argument(x, tails);
    V const within = with_sign(a, x);
    auto const negative = x < broadcast<V>(0);
    auto const e = detail::exponential_of_negative<Tails>(a);
    auto const ratio = detail::mish_ratio_of(e.value, negative);
    sum_of<V> const factor = divide(ratio.over, ratio.under);
    V const whole = fused(within, factor.high, product(within, factor.low));
    // Near 0 it is 3/5 x to rounding, and above 40 x.
    V result = detail::times_tail(whole, detail::tail_where<V>(negative, e.tail));
    if constexpr (Tails::are_computed) result = select(x > broadcast<V>(40), x, result);
    return select(absolute(x) < broadcast<V>(0x1p-60), product(x, broadcast<V>(0.6)), result);
}

/// The derivative of `mish`: with d = 2 + 2e + e^2, e ((2 + e) d + 4x (1 + e)) / d^2 below 0, and with
/// d = 1 + 2e + 2e^2, ((1 + 2e) d + 4x e^2 (1 + e)) / d^2 above.
template <real_double V, class Tails = computed_tails>
[[gnu::always_inline]] constexpr V mish_slope(V x, Tails const& tails = {}) {
    V const a = detail::falling_argument(x, tails);
    V const four_x = product(with_sign(a, x), broadcast<V>(4));
    auto const negative = x < broadcast<V>(0);
    auto const e = detail::exponential_of_negative<Tails>(a);
    auto const ratio = detail::mish_ratio_of(e.value, negative);
    V const one = broadcast<V>(1);
    V const zero = broadcast<V>(0);
    sum_of<V> const two_and = add<V>({broadcast<V>(2), zero}, e.value);
    sum_of<V> const first = multiply(select_sum<V>(negative, two_and, ratio.over), ratio.under);
    sum_of<V> const factor = select_sum<V>(negative, {one, zero}, ratio.squared);
    sum_of<V> const second = multiply(multiply(four_x, detail::one_and(e.value)), factor);
    sum_of<V> const sum = add(first, second);
    V const sum_high = sum.high + sum.low;
    sum_of<V> const times = select_sum<V>(negative, e.value, {one, zero});
    V const over = fused(sum_high, times.high, product(sum_high, times.low));
    V const under = ratio.under.high;
    V const result = over / fused(under, under, product(under + under, ratio.under.low));
    return detail::times_tail(result, detail::tail_where<V>(negative, e.tail));
}

}  // namespace hillock::direct
