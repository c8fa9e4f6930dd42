// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/logistic_float.hpp>
#include <hillock/evaluate/direct/tables_gelu_quick_float.hpp>
#include <hillock/evaluate/direct/tables_gelu_quick_slope_float.hpp>

/// x logistic(1.702 x) and its slope.
namespace hillock::direct {

/// u = 1.702 t, and e^-u / (1 + e^-u) = 2^n (1 + rest) with e = e^-u, for t from 6 to 66.
template <class V>
struct gelu_quick_tail {
    V steps, rest, u, e;
};
template <real_float V>
[[gnu::always_inline]] constexpr gelu_quick_tail<V> split_gelu_quick_tail(V t) {
    constexpr double factor = static_cast<float>(1.702);
    V const u = product(t, broadcast<V>(factor));
    V const u_rest = fused(t, broadcast<V>(factor), -u) + product(t, broadcast<V>(1.702 - factor));
    auto const [steps, first, second, power, e] = split_tail(u);
    return {steps, first + fused(power, -(u_rest + e), second), u, e};  // e^2 is too small to matter
}

/// max(x, 0) - t / (1 + e^(1.702 t)), t = |x|.
template <real_float V, class Tails = computed_tails>
[[gnu::always_inline]] constexpr V gelu_quick(V x, Tails const& tails = {}) {
    V const t = absolute(x);
    V const limit = broadcast<V>(tables::gelu_quick_limit);
    V const near = within(t, limit);
    V result =
        from_quadratic_rows<tables::gelu_quick_rows>(near, tables::gelu_quick_linear, tables::gelu_quick_quadratic);
    if (tails.reached(t, limit)) {
        V const far = minimum(broadcast<V>(tail_end<Tails>(66, 160)), t);
        auto const [steps, rest, u, e] = split_gelu_quick_tail(far);
        result = select(t > limit, scaled_tail<Tails>(fused(far, rest, far), steps), result);
    }
    return maximum(broadcast<V>(0), x) - result;
}

/// The slope of gelu_quick: 1 minus that at -x.
template <real_float V, class Tails = computed_tails>
[[gnu::always_inline]] constexpr V gelu_quick_slope(V x, Tails const& tails = {}) {
    V const t = absolute(x);
    V const one = broadcast<V>(1);
    V const limit = broadcast<V>(tables::gelu_quick_slope_limit);
    V const near = within(t, limit);
    V result = from_quadratic_rows<tables::gelu_quick_slope_rows>(near, tables::gelu_quick_slope_linear,
                                                                  tables::gelu_quick_slope_quadratic);
    if (tails.reached(t, limit)) {
        auto const [steps, rest, u, e] = split_gelu_quick_tail(minimum(broadcast<V>(tail_end<Tails>(66, 160)), t));
        V const factor = fused_less(u, one - e, one);
        result = select(t > limit, scaled_tail<Tails>(fused(factor, rest, factor), steps), result);
    }
    return mirrored(x, result);
}

}  // namespace hillock::direct
