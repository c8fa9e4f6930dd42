// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <hillock/evaluate/kernels/tables_trigonometric.hpp>
#include <hillock/evaluate/wide.hpp>

namespace hillock::kernels {

/// The greatest exponent of an argument of sin, cos and tan for which the table of 2 / pi suffices.
inline constexpr double greatest_angle_exponent = 1100;

/// A number of quarter turns but for a multiple of four: whole + part, |part| <= 1/2 and a little.
template <class L>
struct quarter_turns {
    L whole{};
    pair<L> part{};
};

/// m 2^e 2 / pi for one double |m| < 2 and -200 <= e <= greatest_angle_exponent, after Payne and Hanek (1983).
///
/// Five windows of 52 bits of 2 / pi, the first of them chosen so that all above it makes whole turns, are multiplied
/// exactly. The part is off by less than 2^-150, which leaves 2^-90 of the part for the double nearest to a multiple
/// of pi / 2.
template <lane::any L>
constexpr quarter_turns<L> count_quarter_turns(L m, L e) {
    L const first = lane::max(lane::round_even(product(e - 66.5, 1.0 / 26)), L{});  // floor((e - 54) / 26)
    L const s = m * lane::power_of_two(e - first * 26.0 - 52.0);
    double const* const window = tables::two_over_pi;
    auto const p0 = two_product(s, lane::look_up(window, first));
    auto const p1 = two_product(s * 0x1p-52, lane::look_up(window + 2, first));
    auto const p2 = two_product(s * 0x1p-104, lane::look_up(window + 4, first));
    auto const p3 = two_product(s * 0x1p-156, lane::look_up(window + 6, first));
    L const p4 = product(s * 0x1p-208, lane::look_up(window + 8, first));

    // |p0| < 2^79: take away multiples of 2^30, then the whole numbers of all that may exceed one half.
    L const a0 = p0.hi - ((p0.hi + 0x1.8p82) - 0x1.8p82);
    L const n0 = lane::round_even(a0);
    L const n1 = lane::round_even(p0.lo);
    L const n2 = lane::round_even(p1.hi);
    auto const s0 = two_sum(a0 - n0, p0.lo - n1);
    auto const s1 = two_sum(s0.hi, p1.hi - n2);
    L const n3 = lane::round_even(s1.hi);
    auto const s2 = two_sum(s1.hi - n3, p2.hi);
    auto const s3 = two_sum(s2.hi, p1.lo);

    // What those sums leave counts next to a multiple of pi / 2, where s3 is small.
    auto const t0 = two_sum(s0.lo, s1.lo);
    auto const t1 = two_sum(t0.hi, s2.lo);
    auto const t2 = two_sum(t1.hi, s3.lo);
    auto const t3 = two_sum(t2.hi, p2.lo);
    auto const t4 = two_sum(t3.hi, p3.hi);
    L const rest = ((t0.lo + t1.lo) + (t2.lo + t3.lo)) + (t4.lo + (p3.lo + p4));
    auto const top = two_sum(s3.hi, t4.hi);
    return {(n0 + n1) + (n2 + n3), quick_two_sum(top.hi, top.lo + rest)};
}

/// The same for a pair: its trailing double has windows of its own.
template <lane::any L>
constexpr quarter_turns<L> count_quarter_turns(pair<L> m, L e) {
    auto const high = count_quarter_turns(m.hi, e);
    quarter_turns<L> low;
    bool skipped = false;
    if constexpr (std::is_same_v<L, double>) skipped = m.lo == 0;
    if (!skipped) {
        L const shift = lane::max(lane::exponent_of(m.lo), broadcast<L>(-300.0));
        L const low_exponent = lane::max(e + shift, broadcast<L>(-200.0));
        low = count_quarter_turns(m.lo * lane::power_of_two(-shift), low_exponent);
    }
    pair<L> const part = high.part + low.part;
    L const whole = lane::round_even(part.hi);
    return {(high.whole + low.whole) + whole, two_sum(part.hi - whole, part.lo)};
}

/// x = whole pi / 2 + angle, |angle| <= pi / 4 and a little; whole but for a multiple of four.
/// `rest` is what one lane lacks of the angle's significand (for a pair: 0).
template <class W>
struct reduced_angle {
    lane_of<W> whole;
    W angle;
    lane_of<W> rest;
};

/// Domain: |x| < 2^greatest_angle_exponent; beyond, the result means nothing. Relative error below 2^-52 (2^-90).
template <class S>
constexpr reduced_angle<wide<S>> reduce_angle(wide<S> x) {
    using L = lane_of<S>;
    auto const small = x.exponent < -1.0;
    if constexpr (std::is_same_v<L, double>)
        if (small) return {0, x, 0};
    L const lowest = broadcast<L>(-2.0);
    L const exponent = select(x.exponent <= greatest_angle_exponent, lane::max(x.exponent, lowest), lowest);
    auto const turns = count_quarter_turns(x.significand, exponent);
    pair<L> const angle = turns.part * constant<pair<L>>(0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54);
    L const shift = lane::exponent_of(angle.hi);
    pair<L> const significand = scaled(angle, lane::power_of_two(-shift));
    L const whole = select(small, L{}, turns.whole);
    if constexpr (std::is_same_v<S, L>)
        return {whole, select(small, x, wide<S>{significand.hi, shift}), select(small, L{}, significand.lo)};
    else
        return {whole, select(small, x, wide<S>{significand, shift}), L{}};
}

}  // namespace hillock::kernels
