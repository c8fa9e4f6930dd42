// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/exponential_float.hpp>
#include <hillock/evaluate/direct/row_table_float.hpp>

namespace hillock::direct {

/// x, or e^x - 1 below 0: elu with alpha = 1.
template <real_float V>
[[gnu::always_inline]] constexpr V elu(V x) {
    V const bounded = maximum(broadcast<V>(-20), minimum(broadcast<V>(0), x));
    V const steps = fused(bounded, broadcast<V>(tables::inverse_log_2), broadcast<V>(to_integer));
    // what log_2_low would add is scaled by 2^n n, n <= 0
    V const r = fused(steps - broadcast<V>(to_integer), broadcast<V>(-tables::log_2), bounded);
    V const scale = power_of_two(steps);
    return maximum(fused(scale, detail::small_expm1(tables::exponential_short, r), scale - broadcast<V>(1)), x);
}

}  // namespace hillock::direct
