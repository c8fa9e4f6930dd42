// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <hillock/evaluate/kernels/polynomial.hpp>
#include <hillock/evaluate/kernels/tables_logarithm.hpp>
#include <hillock/evaluate/wide.hpp>

namespace hillock::kernels {

namespace detail {

/// A positive number as 2^power (center + rest), center = 45/64 .. 90/64 a multiple of 1/64, |rest| <= 1/128.
template <class S>
struct logarithm_parts {
    lane_of<S> power;
    lane_of<S> center;
    S rest;
};

/// The power to which a leading significand in [1, 2) is cut in halves: 1 above 90/64.
template <lane::any L>
constexpr L upper_half(L leading_significand) {
    return select(leading_significand > 1.40625, broadcast<L>(1.0), L{});
}

template <lane::any L>
constexpr L nearest_center(L m) {
    return lane::round_even(m * 64.0) * 0x1p-6;
}

/// The parts of x > 0.
template <class S>
constexpr logarithm_parts<S> logarithm_of(wide<S> x) {
    using L = lane_of<S>;
    L const upper = upper_half(leading(x.significand));
    S const m = scaled(x.significand, 1.0 - upper * 0.5);
    L const center = nearest_center(leading(m));
    return {x.exponent + upper, center, m - center};
}

/// The parts of 1 + x, x > -1: the rest is relatively accurate where the power is 0 and the center 1.
template <class S>
constexpr logarithm_parts<S> logarithm_of_one_plus(wide<S> x) {
    using L = lane_of<S>;
    auto const great = x.exponent > 200.0;
    S const moderate = select(great, S{}, to_significand(x));
    L const sum = leading(moderate + 1.0);
    L const sum_exponent = lane::exponent_of(sum);
    L const sum_significand = sum * lane::power_of_two(-sum_exponent);
    L const upper = upper_half(select(great, leading(x.significand), sum_significand));
    L const power = select(great, x.exponent, sum_exponent) + upper;
    L const factor = select(great, 1.0 - upper * 0.5, lane::power_of_two(-(sum_exponent + upper)));
    S const m = scaled(select(great, x.significand, moderate), factor);
    L const one = select(great, L{}, factor);
    L const center = nearest_center(select(great, leading(m), sum * factor));
    pair<L> const apart = two_sum(one, -center);
    return {power, center, (m + apart.hi) + apart.lo};
}

/// log(center) + log(1 + rest / center), by 2 atanh(s), s = rest / (2 center + rest).
template <lane::any L>
constexpr L logarithm_of_significand(logarithm_parts<L> const& x) {
    L const s = x.rest / (x.rest + x.center * 2.0);
    L const z = product(s, s);
    L const twice = s + s;
    L const atanh = product(twice, product(z, polynomial<tables::atanh_rest>(z)));
    L const index = x.center * 64.0 - 45.0;
    pair<L> const high = two_sum(lane::look_up(tables::logs_hi, index), twice);
    return high.hi + (high.lo + (atanh + lane::look_up(tables::logs_lo, index)));
}
template <class L>
constexpr pair<L> logarithm_of_significand(logarithm_parts<pair<L>> const& x) {
    pair<L> const s = x.rest / (x.rest + x.center * 2.0);
    pair<L> const z = s * s;
    pair<L> const twice = scaled(s, broadcast<L>(2.0));
    pair<L> const atanh = add_smaller(twice, twice * (z * polynomial<tables::atanh_rest>(z)));
    L const index = x.center * 64.0 - 45.0;
    return pair<L>{lane::look_up(tables::logs_hi, index), lane::look_up(tables::logs_lo, index)} + atanh;
}

/// power log(2) + m
template <lane::any L>
constexpr L with_power(L m, L power) {
    pair<L> const high = two_product(power, broadcast<L>(tables::log_2[0]));
    return (high.hi + m) + (high.lo + product(power, tables::log_2[1]));
}
template <class L>
constexpr pair<L> with_power(pair<L> m, L power) {
    return pair<L>{broadcast<L>(tables::log_2[0]), broadcast<L>(tables::log_2[1])} * power + m;
}

template <class S>
constexpr wide<S> natural_logarithm(logarithm_parts<S> const& x) {
    return normalized(with_power(logarithm_of_significand(x), x.power));
}

/// `result` where log(x) is of a positive finite x; the limits, and NaN below 0.
template <class S>
constexpr wide<S> logarithm_result(wide<S> x, wide<S> result) {
    using W = wide<S>;
    W const special = select(is_zero(x), -infinite<W>(), select(is_negative(x), not_a_number<W>(), x));
    auto const ordinary = both(leading(x.significand) > lane_of<S>{}, x.exponent < infinite_threshold);
    return select(ordinary, result, special);
}

/// The argument, or 1 in the place of what has no finite logarithm.
template <class S>
constexpr wide<S> logarithm_argument(wide<S> x) {
    auto const ordinary = both(leading(x.significand) > lane_of<S>{}, x.exponent < infinite_threshold);
    return select(ordinary, x, power_of_two<wide<S>>(0));
}

}  // namespace detail

/// The natural logarithm: -infinity at 0, NaN below 0.
///
/// x = 2^n m, c the multiple of 1/64 next to m: log(x) = n log(2) + log(c) + 2 atanh((m - c)/(m + c)).
template <class S>
constexpr wide<S> log(wide<S> x) {
    auto const parts = detail::logarithm_of(detail::logarithm_argument(x));
    return detail::logarithm_result(x, detail::natural_logarithm(parts));
}

/// The logarithm to base 2: as log; exact for powers of two.
template <class S>
constexpr wide<S> log2(wide<S> x) {
    auto const parts = detail::logarithm_of(detail::logarithm_argument(x));
    S const rest =
        product(detail::logarithm_of_significand(parts), constant<S>(tables::log_2_e[0], tables::log_2_e[1]));
    return detail::logarithm_result(x, normalized(rest + parts.power));
}

/// log(1 + x), relatively accurate near 0: -infinity at -1, NaN below; keeps the sign of zero.
template <class S>
constexpr wide<S> log1p(wide<S> x) {
    using W = wide<S>;
    W const one = power_of_two<W>(0);
    auto const pole = x == -one;
    auto const inside = x > -one;
    auto const tiny = x.exponent < -150.0;
    W const argument = select(both(inside, x.exponent < infinite_threshold), x, W{});
    W const result = detail::natural_logarithm(detail::logarithm_of_one_plus(argument));
    W const below = select(pole, -infinite<W>(), select(inside, x, not_a_number<W>()));
    return select(either(tiny, is_infinite(x)), select(inside, x, not_a_number<W>()), select(inside, result, below));
}

}  // namespace hillock::kernels
