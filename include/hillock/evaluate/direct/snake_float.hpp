// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/sine_float.hpp>

/// Activations of floats that are made of sin(x), up to its kernel's limit.
namespace hillock::direct {

/// sin(x) / x, 1 at 0.
template <real_float V, class Tails = computed_tails>
[[gnu::always_inline]] constexpr V sine_over(V x, Tails const& tails = {}) {
    V const zero = broadcast<V>(0), one = broadcast<V>(1);
    return select(x == zero, one, direct::sine(x, tails) / select(x == zero, one, x));
}

/// x + sin(x)^2: of what is left of x less the quarter turns nearest to it, x + sin(r)^2 or (x + 1) - sin(r)^2.
template <real_float V, class Tails = computed_tails>
[[gnu::always_inline]] constexpr V snake(V x, Tails const& tails = {}) {
    V const limit = broadcast<V>(limit_of_sine(false));
    tails.reached(absolute(x), limit);
    V const bounded = is_lanes<V> ? x : maximum(-limit, minimum(limit, x));
    V const steps = fused(bounded, broadcast<V>(tables::inverse_quarter_turn), broadcast<V>(to_integer));
    V const n = steps - broadcast<V>(to_integer);
    V const first = fused(n, broadcast<V>(-tables::quarter_turn[0]), bounded);  // exact
    // (first - n times the second part of pi / 2)^2
    V const rest = product(n, broadcast<V>(-2 * tables::quarter_turn[1]));
    V const z = fused(first, first, product(first, rest));
    V const terms = product(z, detail::polynomial<0>(tables::sine_square, z));
    auto const is_odd = (to_bits(steps) & broadcast_bits<V>(1)) == broadcast_bits<V>(1);
    // 1 - z and what that lost, or z; the sum with x loses nothing where it nearly cancels
    V const whole = select(is_odd, broadcast<V>(1), broadcast<V>(0));
    V const change = select(is_odd, -z, z);
    V const nearly = whole + change;
    return (x + nearly) + fused(change, terms, change - (nearly - whole));
}

}  // namespace hillock::direct
