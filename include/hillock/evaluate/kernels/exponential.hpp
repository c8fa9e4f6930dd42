// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <hillock/evaluate/kernels/polynomial.hpp>
#include <hillock/evaluate/kernels/tables_exponential.hpp>
#include <hillock/evaluate/wide.hpp>

namespace hillock::kernels {

/// exp of arguments beyond +- this one is as of this one: so exp(-infinity) times an infinity is 0.
inline constexpr double greatest_exponential_argument = 0x1p45;

namespace detail {

/// An exponential as 2^power 2^(step / 32) (1 + rest), step = 0 .. 31.
template <class S>
struct exponential_parts {
    lane_of<S> power;
    pair<lane_of<S>> step;  // 2^(step / 32)
    S rest;

    /// From a number of steps of 1/32 and r, |r| <= log(2) / 64 and a little.
    constexpr exponential_parts(lane_of<S> steps, S r) {
        using L = lane_of<S>;
        power = lane::floor(steps * 0x1p-5);
        L const index = steps - power * 32.0;
        step = {lane::look_up(tables::powers_hi, index), lane::look_up(tables::powers_lo, index)};
        rest = product(r, polynomial<tables::expm1_over_x>(r));
    }
};

/// 2^(step / 32) (1 + rest)
template <lane::any L>
constexpr L exponential_significand(exponential_parts<L> const& parts) {
    return parts.step.hi + (product(parts.step.hi, parts.rest) + parts.step.lo);
}
template <class L>
constexpr pair<L> exponential_significand(exponential_parts<pair<L>> const& parts) {
    return add_smaller(parts.step, parts.step * parts.rest);
}

/// 2^power 2^(step / 32) (1 + rest) - 1 for |power| <= 200; `scale` is 2^power.
template <lane::any L>
constexpr L exponential_less_one(exponential_parts<L> const& parts, L scale) {
    return (parts.step.hi * scale - 1.0) + (product(parts.step.hi, parts.rest) + parts.step.lo) * scale;
}
template <class L>
constexpr pair<L> exponential_less_one(exponential_parts<pair<L>> const& parts, L scale) {
    return (scaled(parts.step, scale) - 1.0) + scaled(parts.step * parts.rest, scale);
}

/// x, for the reductions: within the greatest argument.
template <lane::any L>
constexpr L within_exponential(L x) {
    return lane::min(lane::max(x, broadcast<L>(-greatest_exponential_argument)),
                     broadcast<L>(greatest_exponential_argument));
}
template <class L>
constexpr pair<L> within_exponential(pair<L> x) {
    L const within = within_exponential(x.hi);
    return {within, select(within == x.hi, x.lo, L{})};
}

/// x - steps log(2) / 32, for steps so near that the leading difference is exact.
template <lane::any L>
constexpr L less_steps(L x, L steps) {
    double const* const unit = tables::log_2_over_32;
    pair<L> const first = two_product(steps, broadcast<L>(unit[0]));
    return (x - first.hi) - (first.lo + product(steps, unit[1]));
}
template <class L>
constexpr pair<L> less_steps(pair<L> x, L steps) {
    double const* const unit = tables::log_2_over_32;
    pair<L> const first = two_product(steps, broadcast<L>(unit[0]));
    pair<L> const second = two_product(steps, broadcast<L>(unit[1]));
    pair<L> const low = two_sum(x.lo, -first.lo);
    pair<L> const high = two_sum(x.hi - first.hi, low.hi);
    return quick_two_sum(high.hi, high.lo) + pair<L>{low.lo - product(steps, unit[2]) - second.lo, L{}} - second.hi;
}

/// The parts of exp(x), x a moderate S or any wide number.
template <class S>
constexpr exponential_parts<S> exponential_of(S x) {
    S const within = within_exponential(x);
    auto const steps = lane::round_even(product(leading(within), 0x1.71547652b82fep5));
    return {steps, less_steps(within, steps)};
}
template <class S>
constexpr exponential_parts<S> exponential_of(wide<S> x) {
    return exponential_of(to_significand(x));
}

/// Where the argument was cut at its lower limit the value is made so small that no product of a cut large one with it is
/// anything but 0: x exp(x) times a function that decays as exp(-exp(x)).
template <class S>
constexpr wide<S> exponential_value(exponential_parts<S> const& parts) {
    using L = lane_of<S>;
    L const beyond = select(parts.power < -0x1.7p45, broadcast<L>(-0x1p52), L{});
    return normalized(exponential_significand(parts), parts.power + beyond);
}

/// The exponential of x less 1; `tiny` is the result where |x| is below 2^-150.
template <class S>
constexpr wide<S> exponential_value_less_one(exponential_parts<S> const& parts, wide<S> x) {
    using L = lane_of<S>;
    L const far = broadcast<L>(200.0);
    L const power = lane::min(lane::max(parts.power, -far), far);
    wide<S> const moderate = normalized(exponential_less_one(parts, lane::power_of_two(power)));
    wide<S> const result = select(parts.power > far, exponential_value(parts), moderate);
    return select(either(x.exponent < -150.0, is_nan(x)), x, result);
}

}  // namespace detail

/// E to the power of x.
///
/// exp(x) = 2^n 2^(j/32) e^r, |r| <= log(2)/64, with a table of 2^(j/32) and a polynomial for (e^r - 1)/r.
template <class S>
constexpr wide<S> exp(wide<S> x) {
    return select(is_nan(x), x, detail::exponential_value(detail::exponential_of(x)));
}

/// 2 to the power of x. As exp; exact for integers.
template <class S>
constexpr wide<S> exp2(wide<S> x) {
    S const within = detail::within_exponential(to_significand(x));
    auto const steps = lane::round_even(leading(within) * 32.0);
    S const r = product(within - steps * 0x1p-5, constant<S>(0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56));
    return select(is_nan(x), x, detail::exponential_value(detail::exponential_parts<S>(steps, r)));
}

/// exp(x) - 1, relatively accurate near 0; keeps the sign of zero.
template <class S>
constexpr wide<S> expm1(wide<S> x) {
    return detail::exponential_value_less_one(detail::exponential_of(x), x);
}

/// exp(x) - 1 - x, relatively accurate near 0. A polynomial for (exp(x) - 1 - x)/x^2 serves |x| <= 1/2.
template <class S>
constexpr wide<S> expm1_residual(wide<S> x) {
    using L = lane_of<S>;
    auto const small = x.exponent < -1.0;
    S const near = select(small, to_significand(x), S{});
    wide<S> const series = square(x) * normalized(polynomial<tables::expm1_residual_over_square>(near));
    wide<S> const least{constant<S>(1), broadcast<L>(-2.0)};
    wide<S> const apart = select(small, least, x);
    return select(is_nan(x), x, select(small, series, expm1(apart) - apart));
}

}  // namespace hillock::kernels
