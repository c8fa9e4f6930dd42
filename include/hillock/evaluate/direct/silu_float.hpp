// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/logistic_float.hpp>
#include <hillock/evaluate/direct/row_table_float.hpp>

namespace hillock::direct {

/// x / (1 + e^-x) = max(x, 0) - t / (1 + e^t), t = |x|.
template <real_float V, class Tails = computed_tails>
[[gnu::always_inline]] constexpr V silu(V x, Tails const& tails = {}) {
    V const t = absolute(x);
    V const limit = broadcast<V>(tables::logistic_limit);
    V const near = within(t, limit);
    V const positive =
        maximum(broadcast<V>(0), is_lanes<V> ? x : minimum(limit, x));  // a constant is not fused with inf
    V result = fused_less(near, logistic_below_near(near), positive);
    if (tails.reached(t, limit)) {
        V const one = broadcast<V>(1);
        V const far = minimum(broadcast<V>(tail_end<Tails>(110, 270)), t);
        auto const [steps, first, second, power, e] = split_tail(far);
        V const change = fused(product(power, e), e - one, second);
        V const tail = scaled_tail<Tails>(product(far, one_plus(first, change)), steps);
        result = select(t > limit, select(x < broadcast<V>(0), -tail, x - tail), result);
    }
    return result;
}

/// The slope of silu: 1 minus that at -x.
template <real_float V, class Tails = computed_tails>
[[gnu::always_inline]] constexpr V silu_slope(V x, Tails const& tails = {}) {
    V const t = absolute(x);
    V const one = broadcast<V>(1);
    V const limit = broadcast<V>(tables::logistic_limit);
    V const near = within(t, limit);
    V const below = logistic_below_near(near);
    // below (1 - t (1 - below)): 1 - t is exact where the sum nearly vanishes
    V result = product(below, fused(near, below, one - near));
    if (tails.reached(t, limit)) {
        V const far = minimum(broadcast<V>(tail_end<Tails>(120, 270)), t);
        auto const [steps, first, second, power, e] = split_tail(far);
        V const change = fused(product(power, e), e - one, second);
        V const factor = fused(far, fused_less(e, e, e), one - far);
        result = select(t > limit, scaled_tail<Tails>(product(factor, one_plus(first, change)), steps), result);
    }
    return mirrored(x, result);
}

}  // namespace hillock::direct
