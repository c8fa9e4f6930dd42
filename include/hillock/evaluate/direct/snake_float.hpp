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

namespace detail {

/// x less m quarter turns, |x| up to the limit of sin: its square, z, and sin^2 of it as z + z terms.
template <class V>
struct sine_square_parts {
    V z, terms;
};
template <real_float V>
[[gnu::always_inline]] constexpr sine_square_parts<V> square_of_sine(V x, V m) {
    V const first = fused(m, broadcast<V>(-tables::quarter_turn[0]), x);
    // (first - m times the second part of pi / 2)^2
    V const rest = product(m, broadcast<V>(-2 * tables::quarter_turn[1]));
    V const z = fused(first, first, product(rest, fused(rest, broadcast<V>(0.25), first)));
    return {z, product(z, polynomial<0>(tables::sine_square, z))};
}
template <real_float V>
[[gnu::always_inline]] constexpr V within_limit_of_sine(V x) {
    V const limit = broadcast<V>(limit_of_sine(false));
    return is_lanes<V> ? x : maximum(-limit, minimum(limit, x));
}

}  // namespace detail

/// x + sin(x)^2: of what is left of x less the quarter turns nearest to it, x + sin(r)^2 or (x + 1) - sin(r)^2.
template <real_float V, class Tails = computed_tails>
[[gnu::always_inline]] constexpr V snake(V x, Tails const& tails = {}) {
    tails.reached(absolute(x), broadcast<V>(limit_of_sine(false)));
    V const bounded = detail::within_limit_of_sine(x);
    V const steps = fused(bounded, broadcast<V>(tables::inverse_quarter_turn), broadcast<V>(to_integer));
    auto const [z, terms] = detail::square_of_sine(bounded, steps - broadcast<V>(to_integer));
    auto const is_odd = (to_bits(steps) & broadcast_bits<V>(1)) == broadcast_bits<V>(1);
    // 1 - z and what that lost, or z; the sum with x loses nothing where it nearly cancels
    V const whole = select(is_odd, broadcast<V>(1), broadcast<V>(0));
    V const change = select(is_odd, -z, z);
    V const nearly = whole + change;
    return (x + nearly) + fused(change, terms, change - (nearly - whole));
}

/// 1 + sin(2 x), its slope, as 2 sin(x + pi / 4)^2: of x less n - 1/2 quarter turns, 2 sin(r)^2 or 2 - 2 sin(r)^2.
template <real_float V, class Tails = computed_tails>
[[gnu::always_inline]] constexpr V snake_slope(V x, Tails const& tails = {}) {
    tails.reached(absolute(x), broadcast<V>(limit_of_sine(false)));
    V const bounded = detail::within_limit_of_sine(x);
    V const half = broadcast<V>(0.5);
    V const steps = fused(bounded, broadcast<V>(tables::inverse_quarter_turn), half) + broadcast<V>(to_integer);
    auto const [z, terms] = detail::square_of_sine(bounded, (steps - broadcast<V>(to_integer)) - half);
    auto const is_odd = (to_bits(steps) & broadcast_bits<V>(1)) == broadcast_bits<V>(1);
    V const change = select(is_odd, -(z + z), z + z);
    V const nearly = select(is_odd, broadcast<V>(2), broadcast<V>(0)) + change;
    return fused(change, terms, nearly);
}

}  // namespace hillock::direct
