// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/ieee.hpp>
#include <hillock/evaluate/direct/octave_row_float.hpp>
#include <hillock/evaluate/direct/tables_xielu_float.hpp>

#include <limits>

namespace hillock::direct {

/// xielu with its usual parameters: 0.8 x^2 + x / 2 above 0, 0.8 (e^x - 1 - x) + x / 2 below. That has a zero near -2.43, at
/// which a row starts. Beyond the table it is straight, with a slope of 0.3.
template <real_float V>
[[gnu::always_inline]] constexpr V xielu(V x) {
    V const t = absolute(x);
    V const near = minimum(broadcast<V>(tables::xielu_limit), t);
    V const in_table = from_octaves<tables::xielu_rows>(near, tables::xielu_least);
    V const greatest = broadcast<V>(std::numeric_limits<float>::max());
    V const beyond = within(t - near, greatest);
    V const below = ieee_fused(beyond, broadcast<V>(0.3), in_table);
    V const positive = is_lanes<V> ? x : minimum(greatest, maximum(broadcast<V>(0), x));
    V const half = product(positive, broadcast<V>(0.5));
    V const above = ieee_fused(product(positive, broadcast<V>(0.8)), positive, half);
    V const result = select(x < broadcast<V>(0), below, above);
    if constexpr (!is_lanes<V>)
        if (!(t <= greatest)) return t;
    return result;
}

}  // namespace hillock::direct
