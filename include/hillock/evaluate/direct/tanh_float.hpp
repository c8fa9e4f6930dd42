// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/logistic_float.hpp>
#include <hillock/evaluate/direct/row_table_float.hpp>
#include <hillock/evaluate/direct/tables_tanh_float.hpp>
#include <hillock/evaluate/direct/tables_tanh_slope_float.hpp>

namespace hillock::direct {

/// tanh(x), from a table up to where it is 1.
template <real_float V>
[[gnu::always_inline]] constexpr V tanh(V x) {
    V const t = minimum(broadcast<V>(tables::tanh_limit), absolute(x));
    V const steps = fused(t, broadcast<V>(tables::tanh_linear), broadcast<V>(to_integer));
    auto const row = row_at<tables::tanh_rows, V>(to_bits(steps));
    V const d = t - row.column[0];
    // in the first row F(c) = 0 and d is added exactly; in the others d is less than F(c)
    V const result = fused(detail::row_polynomial<2>(row, d), d, maximum(row.column[1], d));
    return with_sign(result, x);
}

/// 1 / cosh(x)^2, the slope of tanh.
template <real_float V, class Tails = computed_tails>
[[gnu::always_inline]] constexpr V tanh_slope(V x, Tails const& tails = {}) {
    V const t = absolute(x);
    V const limit = broadcast<V>(tables::tanh_slope_limit);
    V const near = within(t, limit);
    V result = from_rows<tables::tanh_slope_rows>(
        near, fused(near, broadcast<V>(tables::tanh_slope_linear), broadcast<V>(to_integer)));
    if (tails.reached(t, limit)) {
        V const far = minimum(broadcast<V>(55), t);
        auto const [steps, first, second, power, e] = split_tail(far + far);
        V const change = fused(product(power, e), broadcast<V>(-2), second);
        result = select(t > limit, scaled_down(product(broadcast<V>(4), one_plus(first, change)), steps), result);
    }
    return result;
}

}  // namespace hillock::direct
