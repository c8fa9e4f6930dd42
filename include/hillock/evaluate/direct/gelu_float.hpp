// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/logistic_float.hpp>
#include <hillock/evaluate/direct/row_table_float.hpp>
#include <hillock/evaluate/direct/tables_gelu_float.hpp>
#include <hillock/evaluate/direct/tables_gelu_slope_float.hpp>
#include <hillock/evaluate/direct/tables_gelu_tail_float.hpp>

/// gelu(x) = x Phi(x), Phi the normal distribution, and its slope.
namespace hillock::direct {

/// e^(-t^2 / 2) = 2^n (1 + rest), and t Phi(-t) e^(t^2 / 2), for t from 6 to 23.3.
template <class V>
struct normal_tail {
    V steps, rest, ratio;
};
template <real_float V>
[[gnu::always_inline]] constexpr normal_tail<V> split_normal_tail(V t) {
    V const square = product(t, t);
    V const half_rest = product(fused(t, t, -square), broadcast<V>(-0.5));
    auto const [steps, first, second] = split_exponential(product(square, broadcast<V>(-0.5)));
    V const rest = first + (second + fused(half_rest, first + second, half_rest));
    return {steps, rest, detail::polynomial<0>(tables::gelu_tail, broadcast<V>(1) / square)};
}

/// x Phi(x) = max(x, 0) - t Phi(-t), t = |x|.
template <real_float V, class Tails = computed_tails>
[[gnu::always_inline]] constexpr V gelu(V x, Tails const& tails = {}) {
    V const limit = broadcast<V>(tables::gelu_limit);
    V const near = magnitude_within<Tails>(x, limit);
    V result = from_quadratic_rows<tables::gelu_rows>(near, tables::gelu_linear, tables::gelu_quadratic);
    if (tails.reached_on_left(x, limit)) {
        V const t = absolute(x);
        auto const [steps, rest, ratio] = split_normal_tail(minimum(broadcast<V>(tail_end<Tails>(14.9, 23.3)), t));
        result = select(t > limit, scaled_tail<Tails>(fused(ratio, rest, ratio), steps), result);
    }
    return maximum(broadcast<V>(0), x) - result;
}

/// Phi(x) + x phi(x), the slope of gelu: 1 minus that at -x.
template <real_float V, class Tails = computed_tails>
[[gnu::always_inline]] constexpr V gelu_slope(V x, Tails const& tails = {}) {
    V const limit = broadcast<V>(tables::gelu_slope_limit);
    V const near = magnitude_within<Tails>(x, limit);
    V result =
        from_quadratic_rows<tables::gelu_slope_rows>(near, tables::gelu_slope_linear, tables::gelu_slope_quadratic);
    if (tails.reached_on_left(x, limit)) {
        V const t = absolute(x);
        V const far = minimum(broadcast<V>(tail_end<Tails>(15.1, 23.3)), t);
        auto const [steps, rest, ratio] = split_normal_tail(far);
        V const scale = fused(far, broadcast<V>(-tables::inverse_root_of_two_pi), ratio / far);
        result = select(t > limit, scaled_tail<Tails>(fused(scale, rest, scale), steps), result);
    }
    return mirrored(x, result);
}

}  // namespace hillock::direct
