// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/exponential_double.hpp>

namespace hillock::direct {

namespace detail {

/// 1 / (1 + exp(-x)) as (high + low) tail, from exp(-|x|).
template <real_double V, class Tail>
[[gnu::always_inline]] constexpr falling_exponential<V, Tail> logistic_of(falling_exponential<V, Tail> const& e,
                                                                          mask_of<V> negative) {
    V const one = broadcast<V>(1);
    sum_of<V> const over = select_sum<V>(negative, e.value, {one, broadcast<V>(0)});
    return {divide(over, one_and(e.value)), tail_where<V>(negative, e.tail)};
}

/// d/dx of x logistic(x) for y = x, and of x logistic(v(x)) for y = x v'(x): (1 + e + y) e / (1 + e)^2 below 0, and
/// (1 + e + y e) / (1 + e)^2 above, from e = exp(-|v|).
template <real_double V, class Tail>
[[gnu::always_inline]] constexpr V slope_of_times_logistic(falling_exponential<V, Tail> const& e, mask_of<V> negative,
                                                           sum_of<V> y) {
    V const one = broadcast<V>(1);
    sum_of<V> const unit{one, broadcast<V>(0)};
    sum_of<V> const below = one_and(e.value);
    sum_of<V> const over = add(below, multiply(y, select_sum<V>(negative, unit, e.value)));
    sum_of<V> const factor = select_sum<V>(negative, e.value, unit);
    V const squared = fused(below.high, below.high, product(below.high + below.high, below.low));
    V const result = product(over.high + over.low, factor.high) / squared;
    return times_tail(result, tail_where<V>(negative, e.tail));
}

}  // namespace detail

/// 1 / (1 + exp(-x)), of x or of x and a little.
template <real_double V, class Tails = computed_tails, class... Low>
[[gnu::always_inline]] constexpr V logistic(V x, Tails const& tails = {}, Low... x_low) {
    V const a = detail::falling_argument(x, tails);
    auto const e = detail::exponential_of_negative<Tails>(a, times_sign(x_low, x)...);
    auto const result = detail::logistic_of(e, x < broadcast<V>(0));
    return detail::times_tail(result.value.high + result.value.low, result.tail);
}

/// The derivative of `logistic`, exp(-|x|) / (1 + exp(-|x|))^2.
template <real_double V, class Tails = computed_tails>
[[gnu::always_inline]] constexpr V logistic_slope(V x, Tails const& tails = {}) {
    V const a = detail::falling_argument(x, tails);
    auto const e = detail::exponential_of_negative<Tails>(a);
    sum_of<V> const below = detail::one_and(e.value);
    V const squared = fused(below.high, below.high, product(below.high + below.high, below.low));
    return detail::times_tail(e.value.high / squared, e.tail);
}

/// The hyperbolic tangent, (1 - exp(-2|x|)) / (1 + exp(-2|x|)) with the sign of x, of x or of x and a little.
template <real_double V, class... Low>
[[gnu::always_inline]] constexpr V tanh(V x, Low... x_low) {
    V const a = minimum(broadcast<V>(19.25), absolute(x));  // from which on the result is 1
    auto const parts = detail::exponential_of(-(a + a), product(broadcast<V>(-2), times_sign(x_low, x))...);
    sum_of<V> const half = detail::half_exponential_less_one(parts);
    sum_of<V> const result = divide<V>({-half.high, -half.low}, detail::one_and(half));
    return select(absolute(x) < broadcast<V>(0x1p-30), x, with_sign(result.high + result.low, x));
}

/// The derivative of `tanh`, 4 exp(-2|x|) / (1 + exp(-2|x|))^2.
template <real_double V, class Tails = computed_tails>
[[gnu::always_inline]] constexpr V tanh_slope(V x, Tails const& tails = {}) {
    V const a = detail::falling_argument(x, tails, detail::greatest_falling / 2, detail::greatest_lifted / 2);
    auto const e = detail::exponential_of_negative<Tails>(a + a);
    sum_of<V> const below = detail::one_and(e.value);
    V const squared = fused(below.high, below.high, product(below.high + below.high, below.low));
    return detail::times_tail(product(e.value.high, broadcast<V>(4)) / squared, e.tail);
}

/// x logistic(x).
template <real_double V, class Tails = computed_tails>
[[gnu::always_inline]] constexpr V silu(V x, Tails const& tails = {}) {
    V const a = detail::falling_argument(x, tails);
    V const within = with_sign(a, x);
    auto const factor = detail::logistic_of(detail::exponential_of_negative<Tails>(a), x < broadcast<V>(0));
    V const whole = fused(within, factor.value.high, product(within, factor.value.low));
    V const result = detail::times_tail(whole, factor.tail);
    if constexpr (!Tails::are_computed) return result;
    return select(x > broadcast<V>(40), x, result);  // which is x there
}

/// The derivative of `silu`.
template <real_double V, class Tails = computed_tails>
[[gnu::always_inline]] constexpr V silu_slope(V x, Tails const& tails = {}) {
    V const a = detail::falling_argument(x, tails);
    sum_of<V> const within{with_sign(a, x), broadcast<V>(0)};
    return detail::slope_of_times_logistic(detail::exponential_of_negative<Tails>(a), x < broadcast<V>(0), within);
}

}  // namespace hillock::direct
