// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/row_table_float.hpp>

namespace hillock::direct {

/// A row of a table with four rows an octave: F(c), d = t - c and (F(t) - F(c)) / d.
template <class V>
struct octave_row {
    V value, d, quotient;
};
/// The row of t, which is below the table's end; what is less than its second row, if that is told, has its first.
template <auto const& Numbers, real_float V>
[[gnu::always_inline]] constexpr octave_row<V> octave_row_of(V t) {
    auto const row = row_at<Numbers, V>(to_bits(t) >> 21);
    V const d = t - row.column[0];
    return {row.column[1], d, detail::row_polynomial<2>(row, d)};
}
template <auto const& Numbers, real_float V>
[[gnu::always_inline]] constexpr octave_row<V> octave_row_of(V t, double least) {
    auto const row = row_at<Numbers, V>(to_bits(maximum(broadcast<V>(least), t)) >> 21);
    V const d = t - row.column[0];
    return {row.column[1], d, detail::row_polynomial<2>(row, d)};
}

/// A rounded square or product and what it lost.
template <class V>
struct rounded_and_lost {
    V rounded, lost;
};
template <real V>
[[gnu::always_inline]] constexpr rounded_and_lost<V> exact_product(V a, V b) {
    V const rounded = product(a, b);
    return {rounded, fused(a, b, -rounded)};
}

}  // namespace hillock::direct
