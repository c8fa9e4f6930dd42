// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/logistic_float.hpp>
#include <hillock/evaluate/direct/row_table_float.hpp>
#include <hillock/evaluate/direct/tables_scaled_tanh_float.hpp>
#include <hillock/evaluate/direct/tables_tanh_float.hpp>

namespace hillock::direct {

/// The row of t: F(c), its slope there, d = t - c, and (F(t) - F(c)) / d = slope + d rest.
template <class V>
struct tanh_row {
    V value, slope, d, rest;

    [[gnu::always_inline]] constexpr V quotient() const { return fused(rest, d, slope); }
};
template <real_float V, class Excess = no_excess>
[[gnu::always_inline]] constexpr tanh_row<V> tanh_row_of(V t, [[maybe_unused]] Excess const& excess = {}) {
    V const steps = fused(t, broadcast<V>(tables::tanh_linear), broadcast<V>(to_integer));
    auto const row = row_at<tables::tanh_rows, V>(to_bits(steps));
    V const whole = t - row.column[0];
    V const d = less_excess(whole, excess);
    V value = row.column[1];
    // what that lost matters in the first row, where F(c) is 0
    if constexpr (!std::is_same_v<Excess, no_excess>) value = value - (excess - (whole - d));
    return {value, row.column[2], d, detail::row_polynomial<3>(row, d)};
}

/// tanh(x), from a table up to where it is 1.
template <real_float V, class Excess = no_excess>
[[gnu::always_inline]] constexpr V tanh(V x, Excess const& excess = {}) {
    auto row = tanh_row_of(minimum(broadcast<V>(tables::tanh_limit), absolute(x)), excess_of_absolute(x, excess));
    if constexpr (std::is_same_v<Excess, no_excess>) {
        // In the first row, where F(c) is 0 and its slope 1, that is t and a little, rounded once: 0.51 ULP, not 1.01.
        auto const has_value = row.value > broadcast<V>(0);
        row.slope = select(has_value, row.slope, broadcast<V>(0));
        row.value = select(has_value, row.value, row.d);
    }
    return with_sign(fused(row.d, row.quotient(), row.value), x);
}

/// 1.7159 tanh(2 x / 3) (LeCun et al. 1998), from a table up to where it is 1.7159.
template <real_float V>
[[gnu::always_inline]] constexpr V scaled_tanh(V x) {
    V const t = minimum(broadcast<V>(tables::scaled_tanh_limit), absolute(x));
    V const steps = fused(t, broadcast<V>(tables::scaled_tanh_linear), broadcast<V>(to_integer));
    auto const row = row_at<tables::scaled_tanh_rows, V>(to_bits(steps));
    V const d = t - row.column[0];
    // the first term apart: in the first row, where F(c) is 0, it is nearly all, and rounded once
    V const further = fused(product(d, d), detail::row_polynomial<3>(row, d), row.column[1]);
    return with_sign(fused(d, row.column[2], further), x);
}

/// 1 / cosh(x)^2, the slope of tanh: 1 - F(t)^2 as 1 - F(c)^2 and the change of that, from the same row.
template <real_float V, class Tails = computed_tails>
[[gnu::always_inline]] constexpr V tanh_slope(V x, Tails const& tails = {}) {
    V const t = absolute(x);
    V const limit = broadcast<V>(tables::tanh_limit);
    auto const row = tanh_row_of(minimum(limit, t));
    V const change = product(row.d, row.quotient());
    V result = fused_less(change, fused(row.value, broadcast<V>(2), change), row.slope);
    if (tails.reached(t, limit)) {
        V const far = minimum(broadcast<V>(tail_end<Tails>(55, 135)), t);
        auto const [steps, first, second, power, e] = split_tail(far + far);
        V const rest = fused(product(power, e), broadcast<V>(-2), second);
        result = select(t > limit, scaled_tail<Tails>(product(broadcast<V>(4), one_plus(first, rest)), steps), result);
    }
    return result;
}

}  // namespace hillock::direct
