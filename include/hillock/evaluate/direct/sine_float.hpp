// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/exponential_float.hpp>
#include <hillock/evaluate/direct/tables_sine_float.hpp>

/// sin and cos of floats.
namespace hillock::direct {

/// The greatest argument, beyond which it is a matter for wide numbers: the number of quarter turns times the second part of
/// pi / 2 is at most 2^-8, and what was rounded off a product at most 2^-16.
constexpr double limit_of_sine(bool is_product) {
    return is_product ? 512 : 100'000;
}

namespace detail {

/// What is left of a number t less the quarter turns nearest to it and its excess, as a sum, and in the low bits of `steps`
/// how many these were.
template <class V>
struct quarter_turns {
    V steps, r, rest;
};
template <real_float V, class Excess>
[[gnu::always_inline]] constexpr quarter_turns<V> less_quarter_turns(V t, [[maybe_unused]] Excess const& excess) {
    V const steps = fused(t, broadcast<V>(tables::inverse_quarter_turn), broadcast<V>(to_integer));
    V const n = steps - broadcast<V>(to_integer);
    V const first = fused(n, broadcast<V>(-tables::quarter_turn[0]), t);  // exact
    V const second = product(n, broadcast<V>(tables::quarter_turn[1]));
    V const second_rest = fused(n, broadcast<V>(tables::quarter_turn[1]), -second);
    V less = second, less_rest = second_rest;
    if constexpr (!std::is_same_v<Excess, no_excess>) {
        less = second + excess;
        V const added = less - second;
        less_rest = second_rest + ((second - (less - added)) + (excess - added));
    }
    V const r = first - less;
    return {steps, r, fused(n, broadcast<V>(-tables::quarter_turn[2]), ((first - r) - less) - less_rest)};
}

/// The sine of x and so many quarter turns.
template <real_float V, class Tails, class Excess>
[[gnu::always_inline]] constexpr V sine_and_turns(V x, int turns, Tails const& tails, Excess const& excess) {
    V const t = absolute(x);
    V const limit = broadcast<V>(limit_of_sine(!std::is_same_v<Excess, no_excess>));
    tails.reached(t, limit);
    auto const [steps, r, rest] = less_quarter_turns(within(t, limit), excess_of_absolute(x, excess));
    V const one = broadcast<V>(1);
    V const z = product(r, r);
    V const slope = fused(z, broadcast<V>(-0.5), one);
    V const sine = r + fused(product(z, r), polynomial<0>(tables::sine, z), product(rest, slope));
    V const lost = fused_less(r, rest, fused(z, broadcast<V>(-0.5), one - slope));
    V const cosine = slope + fused(product(z, z), polynomial<0>(tables::cosine, z), lost);
    auto const place = to_bits(steps) + broadcast_bits<V>(turns);
    auto const is_odd = (place & broadcast_bits<V>(1)) == broadcast_bits<V>(1);
    auto const sign = broadcast_bits<V>(-0x7fffffff - 1);
    auto const of_x = turns == 0 ? to_bits(x) & sign : broadcast_bits<V>(0);
    return from_bits<V>(to_bits(select(is_odd, cosine, sine)) ^ ((place << 30) & sign) ^ of_x);
}

}  // namespace detail

/// sin(x), up to the limit.
template <real_float V, class Tails = computed_tails, class Excess = no_excess>
[[gnu::always_inline]] constexpr V sine(V x, Tails const& tails = {}, Excess const& excess = {}) {
    return detail::sine_and_turns(x, 0, tails, excess);
}
/// cos(x), up to the limit.
template <real_float V, class Tails = computed_tails, class Excess = no_excess>
[[gnu::always_inline]] constexpr V cosine(V x, Tails const& tails = {}, Excess const& excess = {}) {
    return detail::sine_and_turns(x, 1, tails, excess);
}

}  // namespace hillock::direct
