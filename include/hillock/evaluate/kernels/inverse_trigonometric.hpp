// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <hillock/evaluate/kernels/table_row.hpp>
#include <hillock/evaluate/kernels/tables_inverse_trigonometric.hpp>
#include <hillock/evaluate/wide.hpp>

namespace hillock::kernels {

namespace detail {

/// atan(t) for |t| <= 1/32 and z = t^2, on the scale on which t is given: t (1 + z Q(z)).
template <lane::any L>
constexpr L arctangent_near_zero(L t, L z) {
    L const q = row_polynomial<4, 4, 4>(tables::arctangent_short, tables::arctangent_short, L{}, z);
    return t + product(t, product(z, q));
}
template <lane::any L>
constexpr pair<L> arctangent_near_zero(pair<L> t, pair<L> z) {
    pair<L> const q = row_polynomial<7, 4, 4>(tables::arctangent_hi, tables::arctangent_lo, L{}, z);
    return t * (1.0 + z * q);
}

/// The angle plus a small part: for one lane the low part of the angle still counts.
template <lane::any L>
constexpr L add_to_angle(pair<L> angle, L part) {
    return angle.hi + (angle.lo + part);
}
template <lane::any L>
constexpr pair<L> add_to_angle(pair<L> angle, pair<L> part) {
    return angle + part;
}

/// u - c v: for one lane with the product exact, as the difference may be small.
template <lane::any L>
constexpr L minus_product(L u, L v, L c) {
    pair<L> const whole = two_product(v, c);
    return (u - whole.hi) - whole.lo;
}
template <lane::any L>
constexpr pair<L> minus_product(pair<L> u, pair<L> v, L c) {
    return u - v * c;
}

/// The sign bit, of zeros too.
template <class W>
constexpr mask<lane_of<W>> has_sign(W x) {
    using L = lane_of<W>;
    return lane::copysign(broadcast<L>(1.0), leading(x.significand)) < 0.0;
}

/// sqrt((1 - x) (1 + x)), NaN for |x| > 1.
template <class S>
constexpr wide<S> other_leg(wide<S> x) {
    using L = lane_of<S>;
    using W = wide<S>;
    W const square = (1.0 - x) * (1.0 + x);
    auto const positive = leading(square.significand) > 0.0;
    L const half = lane::floor(square.exponent * 0.5);
    L const odd = square.exponent - half - half;
    S const s = select(positive, scaled(square.significand, odd + 1.0), constant<S>(1));
    W const root{square_root(s), half};
    return select(positive, select(is_nan(square), square, root), select(is_zero(square), W{}, not_a_number<W>()));
}

}  // namespace detail

/// The angle of the point (x, y) in (-pi, pi]. Domain: everything, with the conventions of IEEE 754 for zeros and
/// infinities.
///
/// With u <= v the magnitudes, c the multiple of 1/16 next to u/v and t = (u - c v) / (v + c u), |t| <= 1/32, the
/// angle beside the nearer axis is atan(c) + atan(t); atan(c) stands in a table, added to the angle of the axis.
template <class S>
constexpr wide<S> atan2(wide<S> y, wide<S> x) {
    using L = lane_of<S>;
    using W = wide<S>;
    auto const steep = abs(y) > abs(x);
    W const u = abs(select(steep, x, y));
    W v = abs(select(steep, y, x));
    v = select(is_zero(v), constant<W>(1), v);
    L const none{};
    L const lowest = broadcast<L>(-200.0);

    L const exponent = u.exponent - v.exponent;
    L const within = lane::power_of_two(lane::min(lane::max(exponent, lowest), none));
    L const ratio = leading(u.significand) * within / leading(v.significand);
    L const k = lane::min(lane::round_even(ratio * 16.0), broadcast<L>(16.0));
    auto const direct = k == none;
    L const c = k * 0.0625;
    S const near = scaled(u.significand, within);
    S const difference = detail::minus_product(near, v.significand, c);
    S const t = select(direct, u.significand, difference) / (v.significand + product(near, c));
    L const t_exponent = select(direct, exponent, none);
    L const t_scale = select(direct, within, none + 1.0);
    S const z = product(scaled(t, t_scale), scaled(t, t_scale));
    S const part = detail::arctangent_near_zero(t, z);

    auto const left = detail::has_sign(x);
    pair<L> const right_angle = constant<pair<L>>(0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54);
    pair<L> const axis = select(steep, right_angle, select(left, right_angle + right_angle, pair<L>{}));
    L const turn = select(steep, none - 1.0, none + 1.0) * select(left, none - 1.0, none + 1.0);
    pair<L> const angle = axis + pair<L>{lane::look_up(tables::arctangent_angle_hi, k) * turn,
                                         lane::look_up(tables::arctangent_angle_lo, k) * turn};
    auto const alone = angle.hi == none;
    S const sum = select(alone, part, detail::add_to_angle(angle, scaled(part, t_scale * turn)));
    W const result = normalized(sum, select(alone, t_exponent, none));
    return select(either(is_nan(x), is_nan(y)), not_a_number<W>(), copysign(result, y));
}

/// atan(x). Domain: everything; +-pi/2 at the infinities. Keeps the sign of zero.
template <class W>
constexpr W atan(W x) {
    return atan2(x, constant<W>(1));
}

/// asin(x), the angle of the point (sqrt((1 - x) (1 + x)), x). Domain: |x| <= 1, NaN beyond. Keeps the sign of zero.
template <class W>
constexpr W asin(W x) {
    return atan2(x, detail::other_leg(x));
}

/// acos(x), the angle of the point (x, sqrt((1 - x) (1 + x))), accurate next to 1. Domain: |x| <= 1, NaN beyond.
template <class W>
constexpr W acos(W x) {
    return atan2(detail::other_leg(x), x);
}

}  // namespace hillock::kernels
