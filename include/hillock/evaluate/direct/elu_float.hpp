// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/exponential_float.hpp>
#include <hillock/evaluate/direct/row_table_float.hpp>

namespace hillock::direct {

/// x, or below 0 scale rest + (scale - 1), which elsewhere need not be a number.
template <real_float V>
[[gnu::always_inline]] constexpr V or_below_zero(V x, V scale, V rest) {
    V const one = broadcast<V>(1);
#if defined(__x86_64__) && !defined(__clang__)  // g++ would not put the choice into the operations
    if constexpr (is_lanes<V>) {
        if constexpr (V::count == 16) {
            V const zero = broadcast<V>(0);
            asm("vcmpltps %4, %0, %%k1\n\tvsubps %3, %1, %0%{%%k1%}\n\tvfmadd231ps %2, %1, %0%{%%k1%}"
                : "+&v"(x.value)
                : "v"(scale.value), "v"(rest.value), "v"(one.value), "v"(zero.value)
                : "k1");
            return x;
        }
    }
#endif
    return select(x < broadcast<V>(0), fused(scale, rest, scale - one), x);
}

/// e^x = scale + scale rest for x from -20 to 0; at other x these need not be numbers.
template <class V>
struct scaled_rest {
    V scale, rest;
};
template <real_float V>
[[gnu::always_inline]] constexpr scaled_rest<V> exp_below_zero(V x) {
    // leaves the exponent of 2^n in the low bits
    constexpr double to_exponent = to_integer + 127;
    V const bounded = maximum(broadcast<V>(-20), is_lanes<V> ? x : minimum(broadcast<V>(0), x));
    V const steps = fused(bounded, broadcast<V>(tables::inverse_log_2), broadcast<V>(to_exponent));
    // what log_2_low would add, up to 2^-24, is scaled by 2^n n in elu, n <= 0
    V const r = fused(steps - broadcast<V>(to_exponent), broadcast<V>(-tables::log_2), bounded);
    return {from_bits<V>(to_bits(steps) << 23), detail::small_expm1(tables::exponential_short, r)};
}

/// x, or e^x - 1 below 0: elu with alpha = 1.
template <real_float V>
[[gnu::always_inline]] constexpr V elu(V x) {
    auto const [scale, rest] = exp_below_zero(x);
    return or_below_zero(x, scale, rest);
}

/// 1, or e^x below 0: its slope.
template <real_float V, class Tails = computed_tails>
[[gnu::always_inline]] constexpr V elu_slope(V x, Tails const& tails = {}) {
    V const limit = broadcast<V>(20);
    auto const [scale, rest] = exp_below_zero(x);
    V result = select(x >= broadcast<V>(0), broadcast<V>(1), fused(scale, rest, scale));
    if (tails.reached(absolute(x), limit)) {
        auto const [steps, first, second] =
            split_exponential(maximum(broadcast<V>(tail_end<Tails>(-110, -270)), minimum(-limit, x)));
        result = select(x < -limit, scaled_tail<Tails>(one_plus(first, second), steps), result);
    }
    return result;
}

}  // namespace hillock::direct
