// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/ieee.hpp>
#include <hillock/evaluate/direct/octave_row_float.hpp>
#include <hillock/evaluate/direct/tables_bent_identity_float.hpp>
#include <hillock/evaluate/direct/tables_squareplus_float.hpp>

/// Activations of floats that are made of a square root, by tables, as that and a quotient would take longer. Beyond these,
/// by a few terms in 1 / x.
namespace hillock::direct {

/// (x + sqrt(x^2 + 4)) / 2 = max(x, 0) + 2 / (sqrt(t^2 + 4) + t), t = |x|.
template <real_float V, class Tails = computed_tails>
[[gnu::always_inline]] constexpr V squareplus(V x, Tails const& tails = {}) {
    V const t = absolute(x);
    V const limit = broadcast<V>(tables::squareplus_limit);
    V below = from_octaves<tables::squareplus_rows>(within(t, limit), tables::squareplus_least);
    if (tails.reached(t, limit)) {
        V const r = broadcast<V>(1) / maximum(limit, t);
        V const z = product(r, r);
        V const terms = fused(z, fused(z, broadcast<V>(-5), broadcast<V>(2)), broadcast<V>(-1));
        below = select(t > limit, fused(r, product(z, terms), r), below);
    }
    return maximum(broadcast<V>(0), x) + below;
}

/// (sqrt(x^2 + 1) - 1) / 2 + x.
template <real_float V, class Tails = computed_tails>
[[gnu::always_inline]] constexpr V bent_identity(V x, Tails const& tails = {}) {
    V const t = absolute(x);
    V const limit = broadcast<V>(tables::bent_identity_limit);
    V result = from_octaves<tables::bent_identity_rows>(within(t, limit), tables::bent_identity_least) + x;
    if (tails.reached(t, limit)) {
        V const half = broadcast<V>(0.5);
        V const r = half / maximum(limit, t);
        V const less = fused(r, fused_less(product(r, r), half, half), -half);
        V const sum = product(half, x) + less;
        result = select(t > limit, select(x < broadcast<V>(0), sum, ieee_sum(x, sum)), result);
    }
    return result;
}

}  // namespace hillock::direct
