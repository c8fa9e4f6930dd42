// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/doubt.hpp>

#include <cstddef>

namespace hillock::direct {

/// A double, or lanes of doubles.
template <class V>
concept real_double = real<V> && std::is_same_v < scalar_of<V>,
double > ;

/// An unevaluated sum, of doubles mostly, of which `low` is about a rounding error of `high`.
template <real V>
struct sum_of {
    V high, low;
};

/// a + b exactly, for |a| >= |b| or a = 0 (Dekker).
template <real_double V>
[[gnu::always_inline]] constexpr sum_of<V> quick_two_sum(V a, V b) {
    V const whole = a + b;
    return {whole, b - (whole - a)};
}
/// a + b exactly (Knuth).
template <real_double V>
[[gnu::always_inline]] constexpr sum_of<V> two_sum(V a, V b) {
    V const whole = a + b;
    V const part = whole - a;
    return {whole, (a - (whole - part)) + (b - part)};
}
/// a b exactly.
template <real V>
[[gnu::always_inline]] constexpr sum_of<V> two_product(V a, V b) {
    V const whole = product(a, b);
    return {whole, fused(a, b, -whole)};
}

template <real_double V>
[[gnu::always_inline]] constexpr sum_of<V> select_sum(mask_of<V> chosen, sum_of<V> a, sum_of<V> b) {
    return {select(chosen, a.high, b.high), select(chosen, a.low, b.low)};
}
/// a + b, neither ordered, to about 2^-100 of the greater one.
template <real_double V>
[[gnu::always_inline]] constexpr sum_of<V> add(sum_of<V> a, sum_of<V> b) {
    sum_of<V> const whole = two_sum(a.high, b.high);
    return {whole.high, whole.low + (a.low + b.low)};
}
/// a b to about 2^-100.
template <real_double V>
[[gnu::always_inline]] constexpr sum_of<V> multiply(sum_of<V> a, sum_of<V> b) {
    V const whole = product(a.high, b.high);
    return {whole, fused(a.high, b.low, fused(a.low, b.high, fused(a.high, b.high, -whole)))};
}
template <real_double V>
[[gnu::always_inline]] constexpr sum_of<V> multiply(V a, sum_of<V> b) {
    V const whole = product(a, b.high);
    return {whole, fused(a, b.low, fused(a, b.high, -whole))};
}
/// a / b to about 2^-100, with one division.
template <real_double V>
[[gnu::always_inline]] constexpr sum_of<V> divide(sum_of<V> a, sum_of<V> b) {
    V const reciprocal = broadcast<V>(1) / b.high;
    V const quotient = product(a.high, reciprocal);
    V const rest = fused_less(quotient, b.low, fused_less(quotient, b.high, a.high) + a.low);
    return {quotient, product(rest, reciprocal)};
}

/// 2^n for integers n from -1022 to 1023.
template <real_double V>
[[gnu::always_inline]] constexpr V power_of_two(V n) {
    return from_bits<V>(to_bits(n + broadcast<V>(0x1.8p52 + 1023)) << 52);
}

/// The polynomial of these coefficients of ascending powers at x, by Horner's rule, from number `first` on.
template <std::size_t first = 0, real_double V, std::size_t terms>
[[gnu::always_inline]] constexpr V polynomial_double(double const (&coefficients)[terms], V x) {
    if constexpr (first + 1 == terms)
        return broadcast<V>(coefficients[first]);
    else
        return fused(polynomial_double<first + 1>(coefficients, x), x, broadcast<V>(coefficients[first]));
}

/// Two terms of it, from number `first` on.
template <std::size_t first, real_double V, std::size_t terms>
[[gnu::always_inline]] constexpr V two_terms_double(double const (&coefficients)[terms], V x) {
    return fused(broadcast<V>(coefficients[first + 1]), x, broadcast<V>(coefficients[first]));
}
/// The same polynomial by Estrin's scheme, of an even number of terms above two: of ten terms four operations wait for each
/// other, and not nine, for a product more. What a loop waits for is a chain of operations, where these are long.
template <std::size_t first = 0, real_double V, std::size_t terms>
[[gnu::always_inline]] constexpr V polynomial_in_fours(double const (&coefficients)[terms], V x, V square, V fourth) {
    V const two = two_terms_double<first>(coefficients, x);
    if constexpr (first + 2 == terms) {
        return two;
    } else {
        V const four = fused(two_terms_double<first + 2>(coefficients, x), square, two);
        if constexpr (first + 4 == terms)
            return four;
        else
            return fused(polynomial_in_fours<first + 4>(coefficients, x, square, fourth), fourth, four);
    }
}

/// The numbers at these places of a table.
template <real_double V>
[[gnu::always_inline]] constexpr V look_up(double const* table, integers_of<V> place) {
    if constexpr (is_lanes<V>) {
        V result;
#if defined(__x86_64__) && !defined(__clang__)  // g++ would load one number after another
        if constexpr (V::count == 8) {
            asm("kxnorw %%k1, %%k1, %%k1\n\tvgatherqpd (%1, %2, 8), %0%{%%k1%}"
                : "=&v"(result.value)
                : "r"(table), "v"(place.value)
                : "k1");
            return result;
        }
#endif
        for (int i = 0; i < V::count; ++i)
            result.value[i] = table[place.value[i]];
        return result;
    } else {
        return table[place];
    }
}

/// Of sixteen numbers those at these places, of which the low four bits count.
template <real_double V>
[[gnu::always_inline]] constexpr V look_up_16(double const (&table)[16], integers_of<V> place) {
    if constexpr (is_lanes<V>) {
        V result;
#if defined(__x86_64__) && defined(__clang__)
        if constexpr (V::count == 8) {
            std::int64_t places[8];
            double taken[8];
            __builtin_memcpy(places, &place.value, sizeof places);
            clang::take_eight(table, places, taken);
            __builtin_memcpy(&result.value, taken, sizeof taken);
            return result;
        }
#elif defined(__x86_64__)
        if constexpr (V::count == 8) {
            V low, high;
            __builtin_memcpy(&low.value, table, sizeof low.value);
            __builtin_memcpy(&high.value, table + 8, sizeof high.value);
            result = from_bits<V>(place);
            asm("vpermi2pd %2, %1, %0" : "+v"(result.value) : "v"(low.value), "v"(high.value));
            return result;
        }
#endif
        for (int i = 0; i < V::count; ++i)
            result.value[i] = table[place.value[i] & 15];
        return result;
    } else {
        return table[place & 15];
    }
}

}  // namespace hillock::direct
