// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/exponential_float.hpp>
#include <hillock/evaluate/direct/row_table_float.hpp>
#include <hillock/evaluate/direct/tables_logistic_float.hpp>
#include <hillock/evaluate/direct/tables_softplus_float.hpp>

/// The logistic function of floats, its slope and its integral.
///
/// Each is made of a function of t = |x| that falls like e^-t: from a table where most inputs lie, and where any lane is
/// beyond that, as e^-t (1 + a few terms), for those lanes.
namespace hillock::direct {

/// The value at x of a function with f(-x) = 1 - f(x), from that at -|x|.
template <real_float V>
[[gnu::always_inline]] constexpr V mirrored(V x, V below) {
#if defined(__x86_64__) && !defined(__clang__)  // g++ makes a difference and a blend of what is one instruction
    if constexpr (is_lanes<V>) {
        if constexpr (V::count == 16) {
            V const zero = broadcast<V>(0), one = broadcast<V>(1);
            asm("vcmpnltps %2, %1, %%k1\n\tvsubps %0, %3, %0%{%%k1%}"
                : "+v"(below.value)
                : "v"(x.value), "v"(zero.value), "v"(one.value)
                : "k1");
            return below;
        }
    }
#endif
    return select(x < broadcast<V>(0), below, broadcast<V>(1) - below);
}

/// 1 / (1 + e^t) for t >= 0 up to the limit of the table.
template <real_float V, class Excess = no_excess>
[[gnu::always_inline]] constexpr V logistic_below_near(V t, Excess const& excess = {}) {
    return from_rows<tables::logistic_rows>(
        t, fused(t, broadcast<V>(tables::logistic_linear), broadcast<V>(to_integer)), excess);
}

/// 1 / (1 + e^-x).
template <real_float V, class Tails = computed_tails, class Excess = no_excess>
[[gnu::always_inline]] constexpr V logistic(V x, Tails const& tails = {}, Excess const& excess = {}) {
    V const t = absolute(x);
    auto const of_t = excess_of_absolute(x, excess);
    V const limit = broadcast<V>(tables::logistic_limit);
    V below = logistic_below_near(within(t, limit), of_t);
    if (tails.reached(t, limit)) {
        auto const [steps, first, second, power, e] = split_tail(minimum(broadcast<V>(tail_end<Tails>(110, 270)), t));
        V change = fused(product(power, e), e - broadcast<V>(1), second);
        if constexpr (!std::is_same_v<Excess, no_excess>) change = fused(power, of_t, change);
        below = select(t > limit, scaled_tail<Tails>(one_plus(first, change), steps), below);
    }
    return mirrored(x, below);
}

/// e^x / (1 + e^x)^2, the logistic function's slope: y - y^2, y = 1 / (1 + e^t).
template <real_float V, class Tails = computed_tails>
[[gnu::always_inline]] constexpr V logistic_slope(V x, Tails const& tails = {}) {
    V const t = absolute(x);
    V const limit = broadcast<V>(tables::logistic_limit);
    V const below = logistic_below_near(within(t, limit));
    V result = fused_less(below, below, below);
    if (tails.reached(t, limit)) {
        auto const [steps, first, second, power, e] = split_tail(minimum(broadcast<V>(tail_end<Tails>(110, 270)), t));
        V const change = fused(product(power, e), fused(e, broadcast<V>(3), broadcast<V>(-2)), second);
        result = select(t > limit, scaled_tail<Tails>(one_plus(first, change), steps), result);
    }
    return result;
}

/// log(1 + e^x).
template <real_float V, class Tails = computed_tails>
[[gnu::always_inline]] constexpr V softplus(V x, Tails const& tails = {}) {
    V const t = absolute(x);
    V const limit = broadcast<V>(tables::softplus_limit);
    V const near = within(t, limit);
    V const steps = fused(near, broadcast<V>(tables::softplus_linear), broadcast<V>(to_integer));
    auto const row = row_at<tables::softplus_rows, V>(to_bits(steps));
    V const d = near - row.column[0];
    V const positive = maximum(broadcast<V>(0), is_lanes<V> ? x : minimum(broadcast<V>(0x1p100), x));
    // positive + F(c) and what that sum lost, so that it is not rounded twice
    V const greater = maximum(positive, row.column[1]);
    V const sum = positive + row.column[1];
    V const lost = minimum(row.column[1], positive) - (sum - greater);
    V result = sum + fused(detail::row_polynomial<2>(row, d), d, lost);
    if (tails.reached(t, limit)) {
        auto const [shift, first, second, power, e] = split_tail(minimum(broadcast<V>(tail_end<Tails>(110, 270)), t));
        V const terms = fused(e, broadcast<V>(1.0 / 3), broadcast<V>(-0.5));
        V const change = fused(product(power, e), terms, second);
        result =
            select(t > limit, maximum(broadcast<V>(0), x) + scaled_tail<Tails>(one_plus(first, change), shift), result);
    }
    return result;
}

}  // namespace hillock::direct
