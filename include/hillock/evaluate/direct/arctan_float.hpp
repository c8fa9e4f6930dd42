// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/octave_row_float.hpp>
#include <hillock/evaluate/direct/tables_arctan_float.hpp>

namespace hillock::direct {

/// arctan(x), from a table with four rows an octave; beyond, pi / 2 less a few terms in 1 / x.
template <real_float V, class Tails = computed_tails>
[[gnu::always_inline]] constexpr V arctan(V x, Tails const& tails = {}) {
    V const t = absolute(x);
    V const limit = broadcast<V>(tables::arctan_limit);
    V const near = within(t, limit);
    auto const [value, d, quotient] =
        octave_row_of<tables::arctan_rows>(near, maximum(broadcast<V>(tables::arctan_least), near));
    // in the first row t itself, which is less than F(c) in all others
    V const base = maximum(value, minimum(broadcast<V>(tables::arctan_first_end), near));
    V result = fused(d, quotient, base);
    if (tails.reached(t, limit)) {
        V const r = broadcast<V>(1) / maximum(limit, t);
        V const z = product(r, r);
        V const terms = fused(z, broadcast<V>(0.2), broadcast<V>(-1.0 / 3));
        V const less = r + fused(product(z, r), terms, broadcast<V>(-tables::half_pi[1]));
        result = select(t > limit, broadcast<V>(tables::half_pi[0]) - less, result);
    }
    return with_sign(result, x);
}

}  // namespace hillock::direct
