// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/elu_float.hpp>
#include <hillock/evaluate/direct/logistic_float.hpp>
#include <hillock/evaluate/direct/tables_elish_float.hpp>

/// Activations of floats that are elu times a gate.
namespace hillock::direct {

/// elu(x) / (1 + e^-x): x times a gate from a table, whose rows meet at 0, where the gate has a kink.
template <real_float V, class Tails = computed_tails>
[[gnu::always_inline]] constexpr V elish(V x, Tails const& tails = {}) {
    V const t = absolute(x);
    V const zero = broadcast<V>(0), one = broadcast<V>(1);
    V const limit = broadcast<V>(tables::elish_limit);
    V near = x;
    if constexpr (!is_lanes<V>) near = maximum(-limit, minimum(limit, x));
    V const beside = fused(near, broadcast<V>(tables::elish_linear), broadcast<V>(-0.5));
    V result = product(near, from_rows<tables::elish_rows>(near, beside + broadcast<V>(to_integer)));
    if (tails.reached(t, limit)) {
        V const far = minimum(broadcast<V>(tail_end<Tails>(110, 270)), t);
        auto const [shift, high, low, power, e] = split_tail(far);
        // e^-t (1 - k e + k e^2): 1 / (1 + e) or (1 - e) / (1 + e)
        V const k = select(x < zero, broadcast<V>(2), one);
        V const terms = fused(product(power, e), fused(k, e, -k), low);
        V const tail = scaled_tail<Tails>(one_plus(high, terms), shift);
        result =
            select(t > limit, select(x < zero, -tail, x - product(far, maximum(broadcast<V>(0x1p-100), tail))), result);
    }
    return result;
}

/// elu(x) (1 + x) / 2 between -1 and 1, elu(x) times 0 or 1 elsewhere.
template <real_float V>
[[gnu::always_inline]] constexpr V hard_elish(V x) {
    V const one = broadcast<V>(1);
    V const half = product(broadcast<V>(0.5), within(direct::elu(x), one));
    V const gate = maximum(-one, minimum(one, x));
    V const result = with_sign(absolute(fused(half, gate, half)), x);
    if constexpr (is_lanes<V>)
        return result;
    else
        return select(x > one, x, result);
}

}  // namespace hillock::direct
