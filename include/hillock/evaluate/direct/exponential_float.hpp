// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/row_table_float.hpp>
#include <hillock/evaluate/direct/tables_exponential_float.hpp>

#include <limits>

/// exp and expm1 of floats, and the pieces of e^x that the tails of other kernels are made of.
namespace hillock::direct {

/// e^x = 2^n (1 + first + second), n in the low bits of `steps`, second much less than first: nothing is rounded as
/// coarsely as a sum of the two would be.
template <class V>
struct power_of_e {
    V steps, first, second;
};

namespace detail {

/// e^r - 1 for small r, from a table's coefficients.
template <real_float V, int N>
[[gnu::always_inline]] constexpr V small_expm1(float const (&coefficients)[N], V r) {
    return fused(product(r, r), polynomial<0>(coefficients, r), r);
}

}  // namespace detail

/// For |x| up to 170: x - n log(2) is exact with the high part of log(2).
template <real_float V>
[[gnu::always_inline]] constexpr power_of_e<V> split_exponential(V x) {
    V const steps = fused(x, broadcast<V>(tables::inverse_log_2), broadcast<V>(to_integer));
    V const n = steps - broadcast<V>(to_integer);
    V const exact = fused(n, broadcast<V>(-tables::log_2), x);
    V const r = fused(n, broadcast<V>(-tables::log_2_low), exact);
    V const r_rest = fused(n, broadcast<V>(-tables::log_2_low), exact - r);
    return {steps, r, fused(product(r, r), detail::polynomial<0>(tables::exponential, r), r_rest)};
}
/// 1 + first + second, |first| <= 1, rounded once but for what is much less.
template <real_float V>
[[gnu::always_inline]] constexpr V one_plus(V first, V second) {
    V const sum = broadcast<V>(1) + first;
    return sum + (second + (first - (sum - broadcast<V>(1))));
}

/// 2^n, n in the low bits of `steps`, for n in [-126, 127].
template <real_float V>
[[gnu::always_inline]] constexpr V power_of_two(V steps) {
    return from_bits<V>((to_bits(steps) << 23) + broadcast_bits<V>(0x3f800000));
}
/// y 2^n rounded once, for n in [-190, 63] and 2^(n + 64) y normal or 0. What is below normal numbers is rounded as an integer
/// in the low bits of a sum: a product that is subnormal takes processors a hundred cycles.
template <real_float V>
[[gnu::always_inline]] constexpr V scaled_down(V y, V steps) {
    V const scale = from_bits<V>((to_bits(steps) << 23) + broadcast_bits<V>(0x5f800000));
    V const high = product(y, scale);
    V const least = broadcast<V>(0x1p-62);
    V const magnitude = absolute(high);
    if (!any_above(least, magnitude)) [[likely]]
        return product(high, broadcast<V>(0x1p-64));
    auto const subnormal = to_bits(minimum(least, magnitude) + least);                       // 0x21000000 for `least`
    auto const normal = to_bits(product(maximum(least, magnitude), broadcast<V>(0x1p-64)));  // 0x00800000
    return with_sign(from_bits<V>(subnormal + (normal - broadcast_bits<V>(0x21000000))), high);
}
/// The same of a tail, or that scaled up.
template <class Tails, real_float V>
[[gnu::always_inline]] constexpr V scaled_tail(V y, V steps) {
    if constexpr (Tails::are_lifted) {
        V const bounded = maximum(broadcast<V>(to_integer - 340), minimum(broadcast<V>(to_integer - 95), steps));
        return product(y, from_bits<V>((to_bits(bounded) + broadcast_bits<V>(127 + lift_digits<float>)) << 23));
    } else {
        return scaled_down(y, steps);
    }
}
/// y 2^n rounded once, for n in [-250, 250] and y in [1/2, 2], finite.
template <real_float V>
[[gnu::always_inline]] constexpr V scaled(V y, V steps) {
#if defined(__x86_64__) && !defined(__clang__)
    if constexpr (is_lanes<V>) {
        if constexpr (V::count == 16) {
            V const n = steps - broadcast<V>(to_integer);
            asm("vscalefps %1, %0, %0" : "+v"(y.value) : "v"(n.value));
            return y;
        }
    }
#endif
    auto const n = to_bits(steps) - broadcast_bits<V>(0x4b400000);
    auto const half = n >> 1;
    auto const one = broadcast_bits<V>(0x3f800000);
    return product(product(y, from_bits<V>((half << 23) + one)), from_bits<V>(((n - half) << 23) + one));
}

/// e^x.
template <real_float V, class Tails = computed_tails, class Excess = no_excess>
[[gnu::always_inline]] constexpr V exp(V x, Tails const& tails = {}, Excess const& excess = {}) {
    V const highest = broadcast<V>(0x1.62e42ep6);  // of the finite e^x
    V bounded = x;
    if constexpr (Tails::are_computed)
        bounded = maximum(broadcast<V>(tail_end<Tails>(-110, -270)), minimum(highest, x));
    else
        tails.reached(absolute(x), broadcast<V>(87));  // where e^-x is a normal number
    V const steps = fused(bounded, broadcast<V>(tables::inverse_log_2), broadcast<V>(to_integer));
    V const n = steps - broadcast<V>(to_integer);
    V const exact = fused(n, broadcast<V>(-tables::log_2), bounded);
    V const r = less_excess(fused(n, broadcast<V>(-tables::log_2_low), exact), excess);
    V const y = broadcast<V>(1) + detail::small_expm1(tables::exponential, r);
    if constexpr (!Tails::are_computed) return scaled(y, steps);
    if constexpr (Tails::are_lifted) return scaled_tail<Tails>(y, steps);
    V const lowest = broadcast<V>(to_integer - 125);  // of results that are surely normal
    V result = scaled(y, maximum(lowest, steps));
    if (any_above(lowest, steps)) result = select(steps < lowest, scaled_down(y, minimum(lowest, steps)), result);
    return select(x > highest, broadcast<V>(std::numeric_limits<double>::infinity()), result);
}

/// e^x - 1.
template <real_float V>
[[gnu::always_inline]] constexpr V expm1(V x) {
    V const zero_steps = broadcast<V>(to_integer);
    V const highest = broadcast<V>(0x1.62e42ep6);
    V const clear = broadcast<V>(16.5);  // from here on 2^n - 1 may be rounded
    V const bounded = maximum(broadcast<V>(-20), minimum(highest, x));
    V steps = fused(bounded, broadcast<V>(tables::inverse_log_2), zero_steps);
    // up to 1/2 without 2 (1 + rest) - 1, where what rounded the rest counts double
    steps = select(bounded < broadcast<V>(0.5), minimum(zero_steps, steps), steps);
    V const n = steps - zero_steps;
    V const r = fused(n, broadcast<V>(-tables::log_2_low), fused(n, broadcast<V>(-tables::log_2), bounded));
    V const rest = detail::small_expm1(tables::exponential_wide, r);
    V small_steps = steps;
    if constexpr (!is_lanes<V>) small_steps = x > clear ? zero_steps : steps;
    V const scale = power_of_two(small_steps);
    V result = fused(scale, rest, scale - broadcast<V>(1));
    if (any_above(x, clear)) {
        auto const [shift, first, second] = split_exponential(bounded);
        V const inverse = power_of_two((zero_steps + zero_steps) - minimum(broadcast<V>(to_integer + 100), shift));
        result = select(x > clear, scaled(one_plus(first, second - inverse), shift), result);
        result = select(x > highest, broadcast<V>(std::numeric_limits<double>::infinity()), result);
    }
    return result;
}

/// e^-t = 2^n (1 + first + second) for the results of the tails, e and 1 + rest without the 2^n for corrections to them.
template <class V>
struct tail_exponential {
    V steps, first, second, power, e;
};
/// For t from 6 to 110.
template <real_float V>
[[gnu::always_inline]] constexpr tail_exponential<V> split_tail(V t) {
    auto const [steps, first, second] = split_exponential(-t);
    V const power = broadcast<V>(1) + (first + second);
    V const scale = power_of_two(maximum(broadcast<V>(to_integer - 60), steps));  // below, e changes nothing
    return {steps, first, second, power, product(scale, power)};
}

}  // namespace hillock::direct
