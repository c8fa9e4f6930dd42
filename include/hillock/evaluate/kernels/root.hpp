// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <hillock/evaluate/kernels/tables_root.hpp>
#include <hillock/evaluate/wide.hpp>

namespace hillock::kernels {

/// The square root: NaN below 0; -0 of -0.
template <class S>
constexpr wide<S> sqrt(wide<S> x) {
    using L = lane_of<S>;
    using W = wide<S>;
    L const half = lane::floor(x.exponent * 0.5);
    auto const positive = leading(x.significand) > L{};
    L const factor = 1.0 + (x.exponent - half * 2.0);  // 1 or 2
    S const m = select(positive, scaled(x.significand, factor), constant<S>(1));
    W const result = normalized(square_root(m), half);
    W const special = select(is_negative(x), not_a_number<W>(), x);
    return select(both(positive, x.exponent < nan_threshold), result, special);
}

/// 1 / sqrt(x): an infinity at 0, of its sign; NaN below 0.
template <class S>
constexpr wide<S> rsqrt(wide<S> x) {
    return power_of_two<wide<S>>(0) / sqrt(x);
}

namespace detail {

/// A better cube root of m from y with an error below 2^-35: one Newton step whose residual is nearly exact.
template <lane::any L>
constexpr L refined_cube_root(L m, L y) {
    pair<L> const square = two_product(y, y);
    pair<L> const cube = square * y;
    return y + ((m - cube.hi) - cube.lo) / (square.hi * 3.0);
}
template <class L>
constexpr pair<L> refined_cube_root(pair<L> m, L start) {
    L const y = refined_cube_root(m.hi, start);
    pair<L> const square = two_product(y, y);
    pair<L> const cube = square * y;
    return quick_two_sum(y, ((m.hi - cube.hi) + (m.lo - cube.lo)) / (square.hi * 3.0));
}

}  // namespace detail

/// The real cube root, odd.
///
/// A polynomial on [1, 2], one step of Halley's iteration, and Newton steps with an exact residual.
template <class S>
constexpr wide<S> cbrt(wide<S> x) {
    using L = lane_of<S>;
    using W = wide<S>;
    L const third = lane::floor(product(x.exponent, 1.0 / 3) + 0x1p-10);
    L const left = x.exponent - third * 3.0;
    auto const ordinary = both(negate(is_zero(x)), x.exponent < nan_threshold);
    L const power = select(ordinary, lane::min(lane::max(left, L{}), broadcast<L>(2.0)), L{});
    W const positive = abs(x);
    S const m = select(ordinary, positive.significand, constant<S>(1));
    double const* const table = tables::cube_root;
    L start = broadcast<L>(table[4]);
    for (int k = 3; k >= 0; --k)
        start = product(start, leading(m)) + table[k];
    start = start * lane::look_up(tables::cube_root_powers, power);
    S const scaled_m = scaled(m, lane::power_of_two(power));
    L const cube = product(product(start, start), start);
    L const lead = leading(scaled_m);
    start = start + product(start, (lead - cube) / (cube + cube + lead));
    W const result = normalized(detail::refined_cube_root(scaled_m, start), third);
    return select(ordinary, copysign(result, x), x);
}

}  // namespace hillock::kernels
