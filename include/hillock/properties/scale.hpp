// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/properties/interval_functions.hpp>

namespace hillock::detail {

/// q sqrt(root) pi^(half_pis / 2), exactly: what the coefficients in exponents are, so that equal ones cancel.
struct surd {
    rational q, root;
    int half_pis;

    constexpr bool fits() const { return q.fits() && root.fits(); }
    constexpr bool is_zero() const { return q.is_zero(); }
    constexpr bool is_one() const { return q == one_number && root == one_number && half_pis == 0; }
};
inline constexpr surd no_surd{{0, 1, 0}, {1, 1, 0}, 0}, not_representable{{0, 0, 0}, {1, 1, 0}, 0};

constexpr surd surd_of(rational const& q) {
    return {q, one_number, 0};
}
constexpr surd product(surd const& a, surd const& b) {
    if (a.is_zero() || b.is_zero()) return no_surd;
    surd result{multiply(a.q, b.q), multiply(a.root, b.root), a.half_pis + b.half_pis};
    if (rational const whole = result.root.fits() ? exact_root(result.root) : unrepresentable; whole.fits())
        result = {multiply(result.q, whole), one_number, result.half_pis};
    return result;
}
constexpr surd sum(surd const& a, surd const& b) {
    if (a.is_zero()) return b;
    if (b.is_zero()) return a;
    if (!(a.root == b.root) || a.half_pis != b.half_pis) return not_representable;
    rational const q = add(a.q, b.q);
    return q.is_zero() && q.fits() ? no_surd : surd{q, a.root, a.half_pis};
}
constexpr surd negative(surd const& a) {
    return {negate(a.q), a.root, a.half_pis};
}
constexpr interval enclosure_of(surd const& a) {
    interval result = enclosure_of(a.q);
    if (!(a.root == one_number)) result = product(result, over(course_of(op::sqrt), enclosure_of(a.root)));
    if (a.half_pis == 0) return result;
    interval const power_of_pi = power(pi_interval, 0.5 * a.half_pis);
    return product(result, {power_of_pi.lower, power_of_pi.upper});
}

/// c[0] + c[1] t + … + c[4] t^4.
struct polynomial {
    static constexpr int degrees = 5;
    surd c[degrees] = {no_surd, no_surd, no_surd, no_surd, no_surd};

    /// -1 of the polynomial 0.
    constexpr int degree() const {
        int result = degrees - 1;
        while (result >= 0 && c[result].is_zero())
            --result;
        return result;
    }
    constexpr bool fits() const {
        for (surd const& each : c)
            if (!each.fits()) return false;
        return true;
    }
};

/// c(t) t^power e^(rate[1] t + … + rate[4] t^4) for all t from some T on, where c(t) lies in `factor`, and gets as near as
/// one likes to `limit` as t grows.
struct germ {
    interval factor = zero_interval, limit = zero_interval;
    /// 1 and -1: c(t) has this sign and is never 0; 0: nothing is said.
    int sign = 0;
    double power = 0;
    polynomial rate{};

    constexpr bool is_zero() const { return factor.lower == 0 && factor.upper == 0; }
    constexpr bool is_plain() const { return power == 0 && rate.degree() < 0; }
};

/// Where an expression runs to as x goes to one of both infinities, for t = |x| >= start: a polynomial and a rest. What a
/// tail cannot say is not `known`.
struct tail {
    polynomial main{};
    germ rest{};
    bool known = true;
    /// 1 and -1: a constant beyond every double, which is never reached.
    int infinite_sign = 0;
};
inline constexpr tail unknown_tail{{}, {}, false, 0};

/// A scale t^power e^rate, as t grows from `start` to `end`: it falls or rises all the way, or is 1.
struct scale_course {
    enum kind : signed char { falls = -1, equal = 0, rises = 1, undecided = 2 };
    kind shape;
    /// Its values; to 0 or to infinity, where the end is infinite.
    interval values;
};

/// t^power e^(rate[1] t + …) at t, which may be infinite.
constexpr interval scale_at(double exponent, interval const* rate, double t, bool falls) {
    if (t == infinite) return falls ? zero_interval : point(infinite);
    interval logarithm = product(point(exponent), over(course_of(op::log), point(t)));
    interval reach = one_interval;
    for (int k = 1; k < polynomial::degrees; ++k) {
        reach = product(reach, point(t));
        if (rate[k].lower != 0 || rate[k].upper != 0) logarithm = sum(logarithm, product(rate[k], reach));
    }
    return over(course_of(op::exp), logarithm);
}
constexpr scale_course course_of_scale(double exponent, interval const* rate, double start, double end) {
    int top = polynomial::degrees - 1;
    while (top > 0 && rate[top].lower == 0 && rate[top].upper == 0)
        --top;
    if (top == 0 && exponent == 0) return {scale_course::equal, one_interval};
    double const leading = top == 0 ? exponent : rate[top].upper < 0 ? rate[top].upper : rate[top].lower;
    bool const falls = leading < 0;
    if (leading == 0 || (!falls && rate[top].lower < 0)) return {scale_course::undecided, everything};
    if (top > 0) {
        // t (log scale)' = exponent + sum of k rate_k t^k has the sign of its last term, when the others are small at the start.
        double const turned = falls ? 1 : -1;
        double against = larger(turned * exponent, 0) * raised(power(point(start), -top).upper);
        for (int k = 1; k < top; ++k)
            against +=
                k * larger(product(point(turned), rate[k]).upper, 0) * raised(power(point(start), k - top).upper);
        if (!(raised(raised(raised(against))) < top * magnitude(leading))) return {scale_course::undecided, everything};
    }
    interval const first = scale_at(exponent, rate, start, falls), last = scale_at(exponent, rate, end, falls);
    return {falls ? scale_course::falls : scale_course::rises, hull(first, last)};
}

}  // namespace hillock::detail
