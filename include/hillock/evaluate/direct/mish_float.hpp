// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/logistic_float.hpp>
#include <hillock/evaluate/direct/row_table_float.hpp>
#include <hillock/evaluate/direct/tables_mish_float.hpp>
#include <hillock/evaluate/direct/tables_mish_slope_float.hpp>

/// mish(x) = x tanh(softplus(x)) and its slope: from a table, and beyond it the first terms in e^-|x|.
namespace hillock::direct {

template <real_float V, class Tails = computed_tails>
[[gnu::always_inline]] constexpr V mish(V x, Tails const& tails = {}) {
    V const t = absolute(x);
    V const limit = broadcast<V>(tables::mish_limit);
    V near = x;
    if constexpr (!is_lanes<V>) near = maximum(-limit, minimum(limit, x));
    V const gate =
        from_rows<tables::mish_rows>(near, fused(near, broadcast<V>(tables::mish_linear), broadcast<V>(to_integer)));
    V result = product(near, gate);
    if (tails.reached(t, limit)) {
        V const far = minimum(broadcast<V>(tail_end<Tails>(110, 270)), t);
        auto const [steps, first, second, power, e] = split_tail(far);
        V const change = fused(product(power, e), broadcast<V>(-0.5), second);
        V const left = scaled_tail<Tails>(product(-far, one_plus(first, change)), steps);
        V const lost = product(product(e, e), fused(e, broadcast<V>(4), broadcast<V>(-2)));
        V const right = x + product(far, lost);
        result = select(t > limit, select(x < broadcast<V>(0), left, right), result);
    }
    return result;
}

template <real_float V, class Tails = computed_tails>
[[gnu::always_inline]] constexpr V mish_slope(V x, Tails const& tails = {}) {
    V const t = absolute(x);
    V const limit = broadcast<V>(tables::mish_slope_limit);
    V near = x;
    if constexpr (!is_lanes<V>) near = maximum(-limit, minimum(limit, x));
    V result = from_rows<tables::mish_slope_rows>(
        near, fused(near, broadcast<V>(tables::mish_slope_linear), broadcast<V>(to_integer)));
    if (tails.reached(t, limit)) {
        V const one = broadcast<V>(1);
        V const far = minimum(broadcast<V>(tail_end<Tails>(120, 270)), t);
        auto const [steps, first, second, power, e] = split_tail(far);
        V const factor = fused(e, broadcast<V>(-0.5), one) - fused(far, -e, far);  // (1 - e / 2) + x (1 - e)
        V const left = scaled_tail<Tails>(product(factor, power), steps);
        V const right = fused(product(e, e), fused(far, broadcast<V>(4), broadcast<V>(-2)), one);
        result = select(t > limit, select(x < broadcast<V>(0), left, right), result);
    }
    return result;
}

}  // namespace hillock::direct
