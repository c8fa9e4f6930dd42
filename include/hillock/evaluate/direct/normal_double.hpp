// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/exponential_double.hpp>
#include <hillock/evaluate/direct/tables_normal_double.hpp>

namespace hillock::direct {

namespace detail {

/// Where the tables end, and where gelu(-a) and all that is smaller is 0 to rounding.
inline constexpr double normal_table_end = 8.75;
inline constexpr double greatest_normal = 38.75;

/// a = c + d, c a multiple of 1/32 and |d| <= 1/64. The tables hold the values at c; what is added to them is the
/// density at c times d times the integral of exp(-z u - w u^2) over u from 0 to 1, with z = c d and w = d^2/2.
template <real_double V>
struct normal_place {
    integers_of<V> row;
    V c, d, z, w, density, integral;
};
template <real_double V>
[[gnu::always_inline]] constexpr normal_place<V> normal_place_of(V a) {
    V const magic = broadcast<V>(0x1.8p47);
    V const sum = minimum(a, broadcast<V>(normal_table_end)) + magic;  // the end for NaN, so that the row exists
    auto const row = to_bits(sum) & broadcast_bits<V>(511);
    V const c = sum - magic;
    V const d = a - c;
    V const z = product(c, d);
    V const w = product(product(d, d), broadcast<V>(0.5));
    V const second =
        fused(w, polynomial_double(tables::moment_3_double, z), polynomial_double(tables::moment_2_double, z));
    V const first = fused(w, second, polynomial_double(tables::moment_1_double, z));
    V const integral = fused(w, first, polynomial_double(tables::moment_0_double, z));
    return {row, c, d, z, w, look_up<V>(tables::normal_density_double, row), integral};
}

/// The value of a function f at x from that at -|x|: that, or above 0 what is left of 1.
template <real_double V>
[[gnu::always_inline]] constexpr sum_of<V> mirrored(sum_of<V> below, mask_of<V> negative) {
    sum_of<V> const rest = quick_two_sum(broadcast<V>(1), -below.high);
    return select_sum<V>(negative, below, {rest.high, rest.low - below.low});
}

/// The distribution function at x for |x| = a <= 8.75.
template <real_double V>
[[gnu::always_inline]] constexpr sum_of<V> normal_within_table(V a, mask_of<V> negative) {
    auto const place = normal_place_of(a);
    V const change = product(product(place.density, place.d), place.integral);
    V const low = look_up<V>(tables::normal_low_double, place.row) - change;
    return mirrored<V>({look_up<V>(tables::normal_high_double, place.row), low}, negative);
}

/// For a >= 8.75: exp(-a^2/2), and a exp(a^2/2) times the distribution function at -a.
template <real_double V>
struct normal_tail {
    V a;
    falling_exponential<V, V> exponential;
    sum_of<V> factor;
};
template <class Tails = computed_tails, real_double V>
[[gnu::always_inline]] constexpr normal_tail<V> normal_tail_of(V any) {
    using kept = std::conditional_t<Tails::are_lifted, Tails, computed_tails>;
    V const end = broadcast<V>(tail_end<Tails>(greatest_normal, 66.4));
    V const a = minimum(end, maximum(broadcast<V>(normal_table_end), any));
    V const half = broadcast<V>(0.5);
    sum_of<V> const squared = two_product(a, a);
    V const inverse = broadcast<V>(1) / squared.high;
    V const rest = product(inverse, polynomial_double<1>(tables::normal_tail_double, inverse));
    sum_of<V> const factor = quick_two_sum(broadcast<V>(tables::normal_tail_double[0]), rest);
    return {a,
            exponential_of_negative<kept>(product(squared.high, half), product(squared.low, half)),
            {factor.high, factor.low + broadcast<V>(tables::normal_tail_rest_double)}};
}

}  // namespace detail

/// The normal distribution function.
template <real_double V>
[[gnu::always_inline]] constexpr V normal_cdf(V x) {
    V const end = broadcast<V>(detail::normal_table_end);
    auto const within = detail::normal_within_table(minimum(end, absolute(x)), x < broadcast<V>(0));
    V const result = within.high + within.low;
    auto const beyond = x < -end;
    if (!any(beyond)) return result;
    auto const tail = detail::normal_tail_of(absolute(x));
    sum_of<V> const over = multiply(tail.exponential.value, tail.factor);
    sum_of<V> const ratio = divide<V>(over, {tail.a, broadcast<V>(0)});
    return select(beyond, product(ratio.high + ratio.low, tail.exponential.tail), result);
}

/// erf(x) to 2^-50 of itself, of which floats are rounded: 2 Phi(t) - 1, t = |x| sqrt(2), where the halves that are left out
/// leave the table's row of 0 with its change alone.
template <real_double V>
[[gnu::always_inline]] constexpr V error_function(V x) {
    V const t = product(absolute(x), broadcast<V>(0x1.6a09e667f3bcdp0));
    auto const place = detail::normal_place_of(minimum(broadcast<V>(detail::normal_table_end), t));
    V const change = product(product(place.density, place.d), place.integral);
    V const rest = change - look_up<V>(tables::normal_low_double, place.row);
    V const half = (broadcast<V>(0.5) - look_up<V>(tables::normal_high_double, place.row)) + rest;
    return with_sign(half + half, x);
}

/// x times the normal distribution function.
template <real_double V, class Tails = computed_tails>
[[gnu::always_inline]] constexpr V gelu(V x, Tails const& tails = {}) {
    V const end = broadcast<V>(detail::normal_table_end);
    V const a = detail::falling_argument(x, tails, detail::normal_table_end, detail::normal_table_end);
    auto const factor = detail::normal_within_table(a, x < broadcast<V>(0));
    V const within = with_sign(a, x);
    // Near 0 it is x / 2 to rounding, and above the table x.
    V result = fused(within, factor.high, product(within, factor.low));
    if constexpr (Tails::are_computed) result = select(x > end, x, result);
    result = select(absolute(x) < broadcast<V>(0x1p-60), product(x, broadcast<V>(0.5)), result);
    if constexpr (!Tails::are_computed) return result;
    auto const beyond = x < -end;
    if (!any(beyond)) return result;
    auto const tail = detail::normal_tail_of<Tails>(absolute(x));
    sum_of<V> const value = multiply(tail.exponential.value, tail.factor);
    return select(beyond, product(-(value.high + value.low), tail.exponential.tail), result);
}

/// The derivative of `gelu`, the distribution function plus x times the density.
template <real_double V, class Tails = computed_tails>
[[gnu::always_inline]] constexpr V gelu_slope(V x, Tails const& tails = {}) {
    V const end = broadcast<V>(detail::normal_table_end);
    V const a = detail::falling_argument(x, tails, detail::normal_table_end, detail::normal_table_end);
    auto const place = detail::normal_place_of(a);
    // The slope at -a less that at -c is the density at c times -(d integral + c decrease + d (1 + decrease)), where
    // 1 + decrease is the density at a over that at c.
    V const v = place.z + place.w;
    V const decrease = product(v, polynomial_double(tables::decrease_double, v));
    V const change = fused(place.d, place.integral, fused(a, decrease, place.d));
    V const low = look_up<V>(tables::gelu_slope_low_double, place.row) - product(place.density, change);
    auto const value =
        detail::mirrored<V>({look_up<V>(tables::gelu_slope_high_double, place.row), low}, x < broadcast<V>(0));
    V const result = value.high + value.low;
    if constexpr (!Tails::are_computed) return result;
    auto const beyond = x < -end;
    if (!any(beyond)) return result;
    auto const tail = detail::normal_tail_of<Tails>(absolute(x));
    V const density = broadcast<V>(0x1.9884533d43651p-2);  // 1 / sqrt(2 pi)
    V const factor = fused(tail.a, density, -(tail.factor.high / tail.a));
    return select(beyond, product(product(-tail.exponential.value.high, factor), tail.exponential.tail), result);
}

}  // namespace hillock::direct
