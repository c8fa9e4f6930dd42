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
/// The row in whose octave `place` lies, below the table's end, for a t near it.
template <auto const& Numbers, real_float V>
[[gnu::always_inline]] constexpr octave_row<V> octave_row_of(V t, V place) {
    auto const row = row_at<Numbers, V>(to_bits(place) >> 21);
    V const d = t - row.column[0];
    return {row.column[1], d, detail::row_polynomial<2>(row, d)};
}
/// F(t) from the row of t; if the least number of the first row is told, t may be less, and has that row.
template <auto const& Numbers, real_float V>
[[gnu::always_inline]] constexpr V from_octaves(V t) {
    auto const [value, d, quotient] = octave_row_of<Numbers>(t, t);
    return fused(d, quotient, value);
}
template <auto const& Numbers, real_float V>
[[gnu::always_inline]] constexpr V from_octaves(V t, double least) {
    auto const [value, d, quotient] = octave_row_of<Numbers>(t, maximum(broadcast<V>(least), t));
    return fused(d, quotient, value);
}

}  // namespace hillock::direct
