// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/properties/courses.hpp>

namespace hillock::detail {

/// A function's value at a number of its domain (closed, infinities included), enclosed.
constexpr interval value_at(course const& line, double x) {
    op const code = line.of;
    bool const at_lower = x <= line.domain_lower, at_upper = x >= line.domain_upper;
    if (at_lower || at_upper) {
        if (line.shape == course::valley_at_0) return {line.ceiling, line.ceiling};
        if (line.shape == course::peak_at_0) return {line.floor, line.floor};
        double const end = at_lower == (line.shape == course::increasing) ? line.floor : line.ceiling;
        if (code == op::atan || code == op::asin || code == op::acos)
            return end == 0  ? zero_interval
                   : end < 0 ? interval{end, lowered(0x1p-52 + end) + 0x1p-51}
                             : interval{end - 0x1p-51, end};
        return {end, end};
    }
    if (x == row_of(code).at) return row_of(code).value;
    if (double const farthest = row_of(code).farthest; magnitude(x) > farthest) {
        double const far = x < 0 ? -farthest : farthest;
        return hull(value_at(line, far), value_at(line, x < 0 ? -infinite : infinite));
    }
    if (magnitude(x) >= largest_end || (line.domain_lower == 0 && x < 0x1p-990)) {
        // Monotone all of them, so that the value lies between that at a nearer number and the limit.
        double const near = x >= largest_end ? 0x1p990 : x <= -largest_end ? -0x1p990 : 0x1p-990;
        return hull(value_at(line, near), value_at(line, x >= largest_end ? line.domain_upper : line.domain_lower));
    }
    if (code == op::sqrt) {
        double const root = approximate::root(x);  // rounded to nearest
        return is_short(root) && root * root == x ? point(root) : interval{lowered(root), raised(root)};
    }
    double const value = approximation(code, x), error = magnitude(value) * approximation_error + 0x1p-1000;
    return common({value - error, value + error}, line.floor, line.ceiling);
}

/// A function with a course, over an interval.
constexpr interval over(course const& line, interval const& a) {
    interval inside = a;
    if (a.lower < line.domain_lower || a.upper > line.domain_upper) {
        if (a.upper < line.domain_lower || a.lower > line.domain_upper)
            return {-infinite, infinite, static_cast<unsigned char>(a.faults | undefined)};
        inside = common(a, line.domain_lower, line.domain_upper);
        inside.faults |= undefined;
    }
    if (line.singular_at_ends && ((line.domain_lower > -infinite && inside.lower <= line.domain_lower) ||
                                  (line.domain_upper < infinite && inside.upper >= line.domain_upper))) {
        inside.faults |= singular;
        if (line.of == op::log || line.of == op::log2 || line.of == op::log1p || line.of == op::rsqrt ||
            line.of == op::atanh)
            inside.faults |= undefined;
    }
    if (line.singular_at_0 && inside.contains(0)) inside.faults |= singular;
    interval const low = value_at(line, inside.lower), high = inside.is_point() ? low : value_at(line, inside.upper);
    interval result = hull(low, high);
    if ((line.shape == course::valley_at_0 || line.shape == course::peak_at_0) && inside.lower < 0 && inside.upper > 0)
        result = hull(result, value_at(line, 0));
    result.faults = inside.faults;
    return result;
}

/// Whether (offset + k) quarter turns, for k a multiple of 4, may lie in an interval of quarter turns.
constexpr bool may_reach(interval const& quarters, double offset) {
    double const lower = (quarters.lower - offset) * 0.25, upper = (quarters.upper - offset) * 0.25;
    auto const next = static_cast<double>(static_cast<std::int64_t>(upper + 0x1p-30) - (upper + 0x1p-30 < 0 ? 1 : 0));
    return next >= lower - 0x1p-30;
}
/// sin (shift 0) or cos (shift 1) over an interval.
constexpr interval wave(interval const& a, int shift) {
    interval const whole{-1, 1, a.faults};
    if (!(a.lower > -0x1p20 && a.upper < 0x1p20) || width(a) > 6.2) return whole;
    auto const at = [&](double x) -> interval {
        if (x == 0) return shift == 0 ? zero_interval : one_interval;
        auto const turned = approximate::turn(x);
        double const value = shift == 0 ? turned.sine : turned.cosine;
        double const error = turned.error + magnitude(value) * approximation_error;
        return {value - error, value + error};
    };
    interval result = hull(at(a.lower), at(a.upper));
    interval const quarters{a.lower / approximate::half_pi, a.upper / approximate::half_pi};
    if (may_reach(quarters, shift == 0 ? 1 : 0) && !a.is_point()) result.upper = 1;
    if (may_reach(quarters, shift == 0 ? -1 : 2) && !a.is_point()) result.lower = -1;
    result = common(result, -1, 1);
    result.faults = a.faults;
    return result;
}

constexpr bool is_spherical(op code) {
    return code >= op::sinc && code <= op::sinc6;
}
/// sinc_n over an interval. It is c times the integral of (1 - t^2)^n cos(x t) over [-1, 1], so it and its even
/// derivatives are largest at 0: |f| <= 1 / (2n+1)!!, |f''| <= 1 / ((2n+3) (2n+1)!!); f' = -x sinc_(n+1).
constexpr interval spherical(int order, interval const& a) {
    double bound = 1;
    for (int k = 3; k <= 2 * order + 1; k += 2)
        bound /= k;
    bound = order == 0 ? 1 : raised(raised(bound));
    interval result{order == 0 ? -0.2172336283 : -bound, bound};
    if (a.lower > 2 || a.upper < -2) {
        // By sinc_(n+1) = ((2n+1) sinc_n - sinc_(n-1)) / x^2, where sinc_(-1) = cos.
        interval const x{a.lower, a.upper}, below = square(x);
        interval before = wave(x, 1), now = quotient(wave(x, 0), x);
        for (int n = 0; n < order; ++n) {
            interval const next = quotient(difference(product(point(2 * n + 1), now), before), below);
            before = now;
            now = next;
        }
        result = common(result, now.lower, now.upper);
    } else if (double const m = a.is_bounded() ? middle(a) : infinite; magnitude(m) <= 4) {
        interval const step{sum_down(a.lower, -m), -sum_down(-a.upper, m)};
        double const reach = larger(-step.lower, step.upper);
        double const bend = raised(0.5 * raised(reach * reach) * raised(bound / (2 * order + 3)));
        interval const slope =
            order < 6 ? negative(product(point(m), approximate::spherical(order + 1, m))) : interval{-bound, bound};
        interval near = approximate::spherical(order, m);
        if (!a.is_point()) near = sum(sum(near, product(slope, step)), {-bend, bend});
        result = common(result, near.lower, near.upper);
    }
    result.faults = a.faults;
    return result;
}

/// a^n for an integer n >= 0.
constexpr interval whole_power(interval const& a, int n) {
    if (n % 2 == 0 && a.lower < 0) return whole_power(absolute(a), n);
    auto const of = [n](double x, bool up) {
        interval result = one_interval;
        for (int i = 0; i < n; ++i)
            result = product(result, point(x));
        return up ? result.upper : result.lower;
    };
    return {of(a.lower, false), of(a.upper, true), a.faults};
}
/// a^b for a number b.
constexpr interval power(interval const& a, double exponent) {
    if (magnitude(exponent) < 64 && exponent == static_cast<int>(exponent)) {
        interval const whole = whole_power(a, static_cast<int>(magnitude(exponent)));
        return exponent < 0 ? quotient(one_interval, whole) : whole;
    }
    if (exponent < 0) return quotient(one_interval, power(a, -exponent));
    if (a.upper < 0) return {-infinite, infinite, static_cast<unsigned char>(a.faults | undefined)};
    interval inside = common(a, 0, infinite);
    if (a.lower < 0) inside.faults |= undefined;
    if (a.lower <= 0) inside.faults |= singular;
    auto const at = [&](double x) -> interval {
        if (x == 0 || x == 1) return point(x);
        if (x == infinite) return point(infinite);
        return over(course_of(op::exp), product(point(exponent), over(course_of(op::log), point(x))));
    };
    interval result = hull(at(inside.lower), at(inside.upper));
    result.faults = inside.faults;
    return result;
}

/// A function of one number that is in the list of courses or one of the others below.
constexpr interval function_over(op code, interval const& a) {
    if (has_course(code)) return over(course_of(code), a);
    auto const without_limits = [&](interval result, bool may_jump) {
        result.faults = static_cast<unsigned char>(a.faults | (may_jump ? singular : no_fault));
        return result;
    };
    switch (code) {
    case op::square:
        return square(a);
    case op::abs:
        return without_limits(absolute(a), a.lower < 0 && a.upper > 0);
    case op::sign:
        return without_limits({a.lower > 0    ? 1.0
                               : a.lower == 0 ? 0.0
                                              : -1.0,
                               a.upper < 0    ? -1.0
                               : a.upper == 0 ? 0.0
                                              : 1.0},
                              a.contains(0));
    case op::floor:
        return without_limits(sum({a.lower, a.upper}, {-1, 0}), true);
    case op::round:
        return without_limits(sum({a.lower, a.upper}, {-0.5, 0.5}), true);
    case op::sin:
        return wave(a, 0);
    case op::cos:
        return wave(a, 1);
    case op::tan: {
        interval const below = wave(a, 1);
        if (below.contains(0)) return quotient(one_interval, below);
        interval const low = quotient(wave(point(a.lower), 0), wave(point(a.lower), 1));
        interval const high = quotient(wave(point(a.upper), 0), wave(point(a.upper), 1));
        return without_limits({low.lower, high.upper}, false);
    }
    case op::verbatim:
        return a;
    default:
        if (is_spherical(code)) return spherical(static_cast<int>(code) - static_cast<int>(op::sinc), a);
        return {-infinite, infinite, static_cast<unsigned char>(a.faults | undefined | singular)};
    }
}

/// A function of two or three numbers.
constexpr interval function_over(op code, interval const& a, interval const& b, interval const& c = zero_interval) {
    switch (code) {
    case op::pow:
        if (b.is_point()) return power(a, b.lower);
        if (a.lower > 0) return over(course_of(op::exp), product(b, over(course_of(op::log), a)));
        return {-infinite, infinite, static_cast<unsigned char>(faults_of(a, b) | undefined | singular)};
    // Where another operand may become the result, there may be a kink.
    case op::min:
    case op::max:
        return with_faults(code == op::min ? smallest(a, b) : largest(a, b),
                           a.upper < b.lower || b.upper < a.lower ? no_fault : singular);
    case op::clamp: {
        bool const apart = (a.lower > b.upper && a.upper < c.lower) || a.upper < b.lower || a.lower > c.upper;
        return with_faults(smallest(largest(a, b), c), apart ? no_fault : singular);
    }
    case op::atan2: {
        // On the plane without the negative half of b's axis, where it jumps.
        if (b.lower > 0) return over(course_of(op::atan), quotient(a, b));
        if (a.lower > 0) return difference(half_pi_interval, over(course_of(op::atan), quotient(b, a)));
        if (a.upper < 0) return difference(negative(half_pi_interval), over(course_of(op::atan), quotient(b, a)));
        return {-0x1.921fb54442d19p+1, 0x1.921fb54442d19p+1,
                static_cast<unsigned char>(faults_of(a, b) | undefined | singular)};
    }
    case op::logsumexp2: {
        // max + log(1 + e^-|a - b|); increasing in both.
        auto const at = [](double u, double v) {
            double const far = magnitude(u - v) < 600 ? magnitude(u - v) : 600;
            return sum(point(larger(u, v)),
                       over(course_of(op::softplus), interval{far < 600 ? -far : -infinite, -far}));
        };
        if (!a.is_bounded() || !b.is_bounded()) return {larger(a.lower, b.lower), infinite, faults_of(a, b)};
        return {at(a.lower, b.lower).lower, at(a.upper, b.upper).upper, faults_of(a, b)};
    }
    default:
        return {-infinite, infinite, static_cast<unsigned char>(faults_of(a, b) | undefined | singular)};
    }
}

}  // namespace hillock::detail
