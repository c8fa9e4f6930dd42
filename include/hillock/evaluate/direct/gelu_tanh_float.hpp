// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/logistic_float.hpp>
#include <hillock/evaluate/direct/row_table_float.hpp>
#include <hillock/evaluate/direct/tables_gelu_tail_float.hpp>
#include <hillock/evaluate/direct/tables_gelu_tanh_float.hpp>
#include <hillock/evaluate/direct/tables_gelu_tanh_slope_float.hpp>

/// x (1 + tanh(u(x))) / 2 = x logistic(2 u(x)), u(x) = sqrt(2 / pi) (x + 0.044715 x^3), and its slope.
namespace hillock::direct {

template <class V>
struct gelu_tanh_tail {
    V steps, rest;
};
/// e^(-2 u(t)) = 2^n (1 + rest) for t from 6 to 11, where it is too small to matter beside 1.
template <real_float V>
[[gnu::always_inline]] constexpr gelu_tanh_tail<V> split_gelu_tanh_tail(V t) {
    // 2 u(t) = t (a + b t^2); a_high has few bits, so that a_high - sum is exact
    V const a_high = broadcast<V>(tables::gelu_tanh_inner[0]), a_low = broadcast<V>(tables::gelu_tanh_inner[1]);
    V const b = broadcast<V>(tables::gelu_tanh_inner[2]), b_low = broadcast<V>(tables::gelu_tanh_inner[3]);
    V const square = product(t, t);
    V const square_rest = fused(t, t, -square);
    V const sum = fused(b, square, a_high);
    V const sum_rest = fused(b, square, a_high - sum) + fused(b, square_rest, fused(b_low, square, a_low));
    V const whole = product(t, sum);
    V const whole_rest = fused(t, sum_rest, fused(t, sum, -whole));
    auto const [steps, first, second] = split_exponential(-whole);
    return {steps, first + (second - fused(whole_rest, first + second, whole_rest))};
}

template <real_float V, class Tails = computed_tails>
[[gnu::always_inline]] constexpr V gelu_tanh(V x, Tails const& tails = {}) {
    V const limit = broadcast<V>(tables::gelu_tanh_limit);
    V const near = magnitude_within<Tails>(x, limit);
    V result = from_quadratic_rows<tables::gelu_tanh_rows>(near, tables::gelu_tanh_linear, tables::gelu_tanh_quadratic);
    if (tails.reached_on_left(x, limit)) {
        V const t = absolute(x);
        V const far = minimum(broadcast<V>(tail_end<Tails>(11, 15.2)), t);
        auto const [steps, rest] = split_gelu_tanh_tail(far);
        result = select(t > limit, scaled_tail<Tails>(fused(far, rest, far), steps), result);
    }
    return maximum(broadcast<V>(0), x) - result;
}

/// The slope of gelu_tanh: 1 minus that at -x.
template <real_float V, class Tails = computed_tails>
[[gnu::always_inline]] constexpr V gelu_tanh_slope(V x, Tails const& tails = {}) {
    V const one = broadcast<V>(1);
    V const limit = broadcast<V>(tables::gelu_tanh_slope_limit);
    V const near = magnitude_within<Tails>(x, limit);
    V result = from_quadratic_rows<tables::gelu_tanh_slope_rows>(near, tables::gelu_tanh_slope_linear,
                                                                 tables::gelu_tanh_slope_quadratic);
    if (tails.reached_on_left(x, limit)) {
        V const t = absolute(x);
        V const far = minimum(broadcast<V>(tail_end<Tails>(11, 15.2)), t);
        auto const [steps, rest] = split_gelu_tanh_tail(far);
        V const a = broadcast<V>(tables::gelu_tanh_inner[0] + tables::gelu_tanh_inner[1]);
        V const b = product(product(far, far), broadcast<V>(3 * tables::gelu_tanh_inner[2]));
        V const factor = fused_less(far, a + b, one);
        result = select(t > limit, scaled_tail<Tails>(fused(factor, rest, factor), steps), result);
    }
    return mirrored(x, result);
}

}  // namespace hillock::direct
