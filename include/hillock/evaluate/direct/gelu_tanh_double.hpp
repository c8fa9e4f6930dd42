// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/logistic_double.hpp>
#include <hillock/evaluate/direct/tables_gelu_tanh_double.hpp>

namespace hillock::direct {

namespace detail {

/// x (2 sqrt(2 / pi) + multiple 2 sqrt(2 / pi) 0.044715 x^2), multiple = 1 or 3.
template <int multiple, real_double V>
[[gnu::always_inline]] constexpr sum_of<V> gelu_tanh_argument(V x, sum_of<V> squared) {
    static_assert(multiple == 1 || multiple == 3);
    constexpr auto const& cubic_parts =
        multiple == 1 ? tables::gelu_tanh_cubic_double : tables::gelu_tanh_slope_cubic_double;
    V const linear_high = broadcast<V>(tables::gelu_tanh_linear_double[0]);
    V const linear_low = broadcast<V>(tables::gelu_tanh_linear_double[1]);
    sum_of<V> const cubic{broadcast<V>(cubic_parts[0]), broadcast<V>(cubic_parts[1])};
    sum_of<V> const term = multiply(squared, cubic);
    sum_of<V> const sum = add(sum_of<V>{linear_high, linear_low}, term);
    return multiply(x, quick_two_sum(sum.high, sum.low));
}
/// Beyond it, below 0, the functions here are 0 to rounding; far above it they are x and 1.
inline constexpr double greatest_gelu_tanh = 21.65;

}  // namespace detail

/// x / 2 (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))), as x logistic(2 sqrt(2 / pi) (x + 0.044715 x^3)).
template <real_double V, class Tails = computed_tails>
[[gnu::always_inline]] constexpr V gelu_tanh(V x, Tails const& tails = {}) {
    V const a = detail::falling_argument(x, tails, Tails::are_computed ? detail::greatest_gelu_tanh : 7, 31);
    sum_of<V> const argument = detail::gelu_tanh_argument<1>(a, two_product(a, a));
    auto const e = detail::exponential_of_negative<Tails>(argument.high, argument.low);
    auto const factor = detail::logistic_of(e, x < broadcast<V>(0));
    V const within = with_sign(a, x);
    V const whole = fused(within, factor.value.high, product(within, factor.value.low));
    // Near 0 it is x / 2 to rounding, and above 20 x.
    V result = detail::times_tail(whole, factor.tail);
    if constexpr (Tails::are_computed) result = select(x > broadcast<V>(20), x, result);
    return select(absolute(x) < broadcast<V>(0x1p-60), product(x, broadcast<V>(0.5)), result);
}

/// The derivative of `gelu_tanh`.
template <real_double V, class Tails = computed_tails>
[[gnu::always_inline]] constexpr V gelu_tanh_slope(V x, Tails const& tails = {}) {
    V const a = detail::falling_argument(x, tails, Tails::are_computed ? detail::greatest_gelu_tanh : 7, 31);
    sum_of<V> const squared = two_product(a, a);
    sum_of<V> const argument = detail::gelu_tanh_argument<1>(a, squared);
    auto const e = detail::exponential_of_negative<Tails>(argument.high, argument.low);
    sum_of<V> const y = detail::gelu_tanh_argument<3>(a, squared);
    auto const negative = x < broadcast<V>(0);
    sum_of<V> const signed_y = select_sum<V>(negative, {-y.high, -y.low}, y);
    return detail::slope_of_times_logistic(e, negative, signed_y);
}

}  // namespace hillock::direct
