// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/doubt.hpp>

/// Polynomials of float kernels, and tables of 32 rows, of which each has one that starts at the row's point.
namespace hillock::direct {

template <class V>
concept real_float = real<V> && std::is_same_v < scalar_of<V>,
float > ;

/// 32 rows {c, F(c), c1, c2, ...} of Columns numbers, eight floats apart.
/// By column too: 32 floats are two registers of AVX-512.
template <int Columns>
struct row_table {
    alignas(64) float column[Columns][32] = {};
    alignas(32) float row[32 * 8] = {};

    constexpr row_table(float const (&numbers)[32][Columns]) {
        for (int i = 0; i < 32; ++i) {
            for (int j = 0; j < Columns; ++j)
                column[j][i] = row[8 * i + j] = numbers[i][j];
        }
    }
};

/// A row for each lane, by column.
template <class V, int Columns>
struct row_of {
    V column[Columns];
};

namespace detail {

typedef float eight_floats __attribute__((vector_size(32), aligned(16)));
typedef float four_in_memory __attribute__((vector_size(16), may_alias));
typedef float sixteen_in_memory __attribute__((vector_size(64), may_alias));

/// Four numbers, and four others behind them.
[[gnu::always_inline]] inline void two_at(float const* first, float const* second, eight_floats& result) {
    auto const& low = *reinterpret_cast<four_in_memory const*>(first);
    auto const& high = *reinterpret_cast<four_in_memory const*>(second);
#if defined(__x86_64__) && !defined(__clang__)  // from memory, as what g++ makes takes the port of the shuffles
    asm("vinsertf128 $1, %2, %t1, %0" : "=x"(result) : "x"(low), "m"(high));
#else
    result = __builtin_shufflevector(low, high, 0, 1, 2, 3, 4, 5, 6, 7);
#endif
}

/// Four columns from `First` on of the rows that eight lanes want: eight half rows, turned.
template <int First, int Columns>
[[gnu::always_inline]] inline void take_four(row_table<Columns> const& table, std::uint32_t const* offset,
                                             row_of<lanes<float, 8>, Columns>& result) {
    auto const at = [&](int lane) { return table.row + First + offset[lane]; };
    eight_floats a, b, c, d;
    two_at(at(0), at(4), a);
    two_at(at(1), at(5), b);
    two_at(at(2), at(6), c);
    two_at(at(3), at(7), d);
    eight_floats const ab = __builtin_shufflevector(a, b, 0, 8, 1, 9, 4, 12, 5, 13);
    eight_floats const cd = __builtin_shufflevector(c, d, 0, 8, 1, 9, 4, 12, 5, 13);
    result.column[First].value = __builtin_shufflevector(ab, cd, 0, 1, 8, 9, 4, 5, 12, 13);
    if constexpr (Columns > First + 1)
        result.column[First + 1].value = __builtin_shufflevector(ab, cd, 2, 3, 10, 11, 6, 7, 14, 15);
    if constexpr (Columns > First + 2) {
        eight_floats const ab_high = __builtin_shufflevector(a, b, 2, 10, 3, 11, 6, 14, 7, 15);
        eight_floats const cd_high = __builtin_shufflevector(c, d, 2, 10, 3, 11, 6, 14, 7, 15);
        result.column[First + 2].value = __builtin_shufflevector(ab_high, cd_high, 0, 1, 8, 9, 4, 5, 12, 13);
        if constexpr (Columns > First + 3)
            result.column[First + 3].value = __builtin_shufflevector(ab_high, cd_high, 2, 3, 10, 11, 6, 7, 14, 15);
    }
}

/// A column's numbers for sixteen lanes, from two registers.
template <int Column, int Columns>
[[gnu::always_inline]] inline void take_column(row_table<Columns> const& table, lane_integers<float, 16> index,
                                               row_of<lanes<float, 16>, Columns>& result) {
    if constexpr (Column < Columns) {
#if !defined(__clang__) && defined(__x86_64__)
        auto const* const halves = reinterpret_cast<sixteen_in_memory const*>(table.column[Column]);
        asm("vpermi2ps %2, %1, %0" : "+v"(index.value) : "v"(halves[0]), "vm"(halves[1]));
        result.column[Column] = from_bits<lanes<float, 16>>(index);
#elif defined(__x86_64__)
        std::int32_t places[16];
        float taken[16];
        __builtin_memcpy(places, &index.value, sizeof places);
        clang::take_sixteen(table.column[Column], places, taken);
        __builtin_memcpy(&result.column[Column].value, taken, sizeof taken);
#else
        for (int i = 0; i < 16; ++i)
            result.column[Column].value[i] = table.column[Column][index.value[i] & 31];
#endif
    }
}

}  // namespace detail

/// How many numbers the rows of a table have.
template <int Columns>
constexpr int columns_of(float const (&)[32][Columns]) {
    return Columns;
}
/// A table as lanes want it, made where lanes use it.
template <auto const& Numbers>
inline constexpr row_table<columns_of(Numbers)> table_of{Numbers};

/// The row that the low five bits of the index tell.
template <auto const& Numbers, real_float V>
[[gnu::always_inline]] constexpr auto row_at(integers_of<V> index) {
    constexpr int Columns = columns_of(Numbers);
    if constexpr (is_lanes<V>) {
        constexpr auto const& table = table_of<Numbers>;
        row_of<V, Columns> result;
        if constexpr (V::count == 16) {
            detail::take_column<0>(table, index, result);
            detail::take_column<1>(table, index, result);
            detail::take_column<2>(table, index, result);
            detail::take_column<3>(table, index, result);
            detail::take_column<4>(table, index, result);
            detail::take_column<5>(table, index, result);
            detail::take_column<6>(table, index, result);
            detail::take_column<7>(table, index, result);
        } else {
            // Of rows of eight numbers; by memory, as taking a vector apart takes the port of the shuffles.
            index = (index & broadcast_bits<V>(31)) << 3;
            std::uint32_t offset[V::count];
            __builtin_memcpy(offset, &index.value, sizeof offset);
            asm("" : "+m"(offset));
            if constexpr (V::count == 8) {
                detail::take_four<0>(table, offset, result);
                if constexpr (Columns > 4) detail::take_four<4>(table, offset, result);
            } else {
                for (int j = 0; j < Columns; ++j) {
                    float taken[V::count];
                    for (int i = 0; i < V::count; ++i)
                        taken[i] = table.row[offset[i] + j];
                    __builtin_memcpy(&result.column[j].value, taken, sizeof taken);
                }
            }
        }
        return result;
    } else {
        row_of<V, Columns> result{};
        for (int j = 0; j < Columns; ++j)
            result.column[j] = Numbers[index & 31][j];
        return result;
    }
}

namespace detail {

template <int I, real_float V, int N>
[[gnu::always_inline]] constexpr V polynomial(float const (&coefficients)[N], V x) {
    if constexpr (I + 1 == N)
        return broadcast<V>(coefficients[I]);
    else
        return fused(polynomial<I + 1>(coefficients, x), x, broadcast<V>(coefficients[I]));
}

template <int First, int Columns, real_float V>
[[gnu::always_inline]] constexpr V row_polynomial(row_of<V, Columns> const& row, V d) {
    if constexpr (First + 1 == Columns)
        return row.column[First];
    else
        return fused(row_polynomial<First + 1>(row, d), d, row.column[First]);
}

}  // namespace detail

/// Of an argument that is not a rounded product: nothing was added to it.
struct no_excess {};
/// x less what rounding has added to a product in it; the difference is small, or exact.
template <real_float V, class Excess>
[[gnu::always_inline]] constexpr V less_excess(V x, [[maybe_unused]] Excess const& excess) {
    if constexpr (std::is_same_v<Excess, no_excess>)
        return x;
    else
        return x - excess;
}
/// The excess of |x|, from that of x.
template <real_float V>
[[gnu::always_inline]] constexpr V excess_of_absolute(V x, V excess) {
    return times_sign(excess, x);
}
template <real_float V>
[[gnu::always_inline]] constexpr no_excess excess_of_absolute(V, no_excess none) {
    return none;
}

/// Scalars stay where the table is, so that nothing overflows in a constant expression; lanes drop what they get.
template <real_float V>
[[gnu::always_inline]] constexpr V within(V t, V limit) {
    if constexpr (is_lanes<V>)
        return t;
    else
        return minimum(limit, t);
}

/// The magnitude of x, or a limit that is less. Of NaN it is NaN, unless the kernel has doubted that.
template <class Tails, real_float V>
[[gnu::always_inline]] constexpr V magnitude_within(V x, V limit) {
#if defined(__x86_64__) && !defined(__clang__)
    if constexpr (is_lanes<V>) {
        if constexpr (V::count == 16 && !Tails::are_computed) {  // the lesser magnitude, without sign
            asm("vrangeps $10, %1, %0, %0" : "+v"(x.value) : "v"(limit.value));
            return x;
        }
    }
#endif
    return minimum(limit, absolute(x));
}

/// F(t) from the row of the index whose number is in the low five bits of `steps`.
template <auto const& Numbers, real_float V, class Excess = no_excess>
[[gnu::always_inline]] constexpr V from_rows(V t, V steps, Excess const& excess = {}) {
    auto const row = row_at<Numbers, V>(to_bits(steps));
    return detail::row_polynomial<1>(row, less_excess(t - row.column[0], excess));
}

/// What, added to a number of at most 2^21, rounds it to an integer in the low bits.
inline constexpr double to_integer = 0x1.8p23;

/// F(t) from rows of which the index is linear t + quadratic t^2.
template <auto const& Numbers, real_float V>
[[gnu::always_inline]] constexpr V from_quadratic_rows(V t, double linear, double quadratic) {
    V const density = fused(t, broadcast<V>(quadratic), broadcast<V>(linear));
    return from_rows<Numbers>(t, fused(t, density, broadcast<V>(to_integer)));
}

}  // namespace hillock::direct
