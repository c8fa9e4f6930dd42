// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/exponential_double.hpp>

namespace hillock::direct {

namespace detail {

/// log(1 + e) for 0 <= e <= 1, relatively accurate.
///
/// With e near j/16 and a short factor near 1 / (1 + j/16), it is -log(factor) + log(1 + f), f = (1 + e) factor - 1.
template <real_double V>
[[gnu::always_inline]] constexpr sum_of<V> logarithm_of_one_and(sum_of<V> e) {
    auto const places = to_bits(minimum(e.high, broadcast<V>(1)) + broadcast<V>(0x1.8p48));  // 1 for NaN
    auto const place = places & broadcast_bits<V>(31);
    V const factor = look_up<V>(tables::logarithm_factor_double, place);
    sum_of<V> const times = two_product(e.high, factor);
    V const f = times.high + (factor - broadcast<V>(1));  // exact
    V const f_low = fused(e.low, factor, times.low);
    sum_of<V> const leading = quick_two_sum(look_up<V>(tables::logarithm_high_double, place), f);
    V const rest = fused(product(f, f), polynomial_double(tables::logarithm_rest_double, f), f_low);
    V const low = leading.low + look_up<V>(tables::logarithm_low_double, place);
    return {leading.high, rest + low};
}

}  // namespace detail

/// log(1 + exp(x)), as max(x, 0) + log(1 + exp(-|x|)).
template <real_double V, class Tails = computed_tails>
[[gnu::always_inline]] constexpr V softplus(V x, Tails const& tails = {}) {
    V const a = detail::falling_argument(x, tails);
    auto const e = detail::exponential_of_negative<Tails>(a);
    sum_of<V> const logarithm = detail::logarithm_of_one_and(e.value);
    V const zero = broadcast<V>(0);
    V bounded = x;
    if constexpr (Tails::are_computed) bounded = minimum(broadcast<V>(64), x);
    sum_of<V> const whole = two_sum(maximum(zero, bounded), logarithm.high);
    V const result =
        detail::times_tail(whole.high + (whole.low + logarithm.low), detail::tail_where<V>(x < zero, e.tail));
    if constexpr (!Tails::are_computed) return result;
    // Above 40 it is x to rounding, also where x is infinite.
    return select(x > broadcast<V>(40), x, result);
}

}  // namespace hillock::direct
