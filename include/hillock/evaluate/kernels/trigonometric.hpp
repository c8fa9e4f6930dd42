// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <hillock/evaluate/kernels/quarter_turns.hpp>
#include <hillock/evaluate/kernels/table_row.hpp>
#include <hillock/evaluate/kernels/tables_trigonometric.hpp>
#include <hillock/evaluate/wide.hpp>

namespace hillock::kernels {

namespace detail {

/// sin, or cos where `odd` holds, of an angle within pi / 4 of 0: 1 + z Q(z), z = r^2, is sin(r) / r or cos(r), by
/// coefficients chosen per lane.
template <lane::any L>
constexpr wide<L> sine_or_cosine(reduced_angle<wide<L>> const& reduced, mask<L> odd)
{
    namespace t = tables;
    wide<L> const angle = reduced.angle;
    L const one = broadcast<L>(1.0);
    L const unit = lane::power_of_two(lane::max(angle.exponent, broadcast<L>(-200.0)));
    L const r = angle.significand * unit;
    L const z = product(r, r);
    L const q = list_horner<0, 6>(either_list<L>(odd, t::cosine_short, t::sine_short), z);
    // What the significand lacks of the angle moves the sine by rest cos r, the cosine by -rest sin r.
    L const base = select(odd, one, angle.significand);
    L const moved = product(reduced.rest, select(odd, -r * unit, one - z * 0.5));
    return normalized(base + (product(base, product(z, q)) + moved), select(odd, L{}, angle.exponent));
}

template <lane::any L>
constexpr wide<pair<L>> sine_or_cosine(reduced_angle<wide<pair<L>>> const& reduced, mask<L> odd)
{
    namespace t = tables;
    wide<pair<L>> const angle = reduced.angle;
    pair<L> const r = scaled(angle.significand, lane::power_of_two(lane::max(angle.exponent, broadcast<L>(-200.0))));
    pair<L> const z = r * r;
    pair<L> p = list_horner<10, 7>(either_list<L>(odd, t::cosine_hi, t::sine_hi),
                                   either_list<L>(odd, t::cosine_lo, t::sine_lo), z);
    p = horner_step(p, z, broadcast<L>(1.0), L{});
    p = quick_two_sum(p.hi, p.lo);
    return normalized(select(odd, p, p * angle.significand), select(odd, L{}, angle.exponent));
}

/// The remainder of an integer by four, 0 to 3.
template <lane::any L>
constexpr L remainder_by_four(L n)
{
    return n - 4.0 * lane::round_even((n - 1.5) * 0.25);
}

/// sin(x + quarters pi / 2) from the reduced x.
template <class W>
constexpr W sine_of(reduced_angle<W> const& reduced, double quarters)
{
    using L = lane_of<W>;
    L const turn = remainder_by_four(reduced.whole + quarters);
    W const value = sine_or_cosine(reduced, either(turn == 1.0, turn == 3.0));
    return select(turn >= 2.0, -value, value);
}

/// The value where x is below the greatest exponent, NaN elsewhere: at the infinities and NaN too.
template <class W>
constexpr W if_angle(W x, W value)
{
    return select(x.exponent <= greatest_angle_exponent, value, not_a_number<W>());
}

}  // namespace detail

/// sin(x). Domain: |x| < 2^greatest_angle_exponent, every float and double; NaN beyond. Keeps the sign of zero.
template <class W>
constexpr W sin(W x)
{
    return select(is_zero(x), x, detail::if_angle(x, detail::sine_of(reduce_angle(x), 0)));
}

/// cos(x). Domain: as sin.
template <class W>
constexpr W cos(W x)
{
    return detail::if_angle(x, detail::sine_of(reduce_angle(x), 1));
}

/// tan(x) = sin(x) / cos(x). Domain: as sin; no double is a pole. Keeps the sign of zero.
template <class W>
constexpr W tan(W x)
{
    auto const reduced = reduce_angle(x);
    W const ratio = detail::sine_of(reduced, 0) / detail::sine_of(reduced, 1);
    return select(is_zero(x), x, detail::if_angle(x, ratio));
}

}  // namespace hillock::kernels
