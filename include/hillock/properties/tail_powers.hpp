// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/properties/slopes.hpp>
#include <hillock/properties/tail.hpp>

namespace hillock::detail {

/// Exponentials, reciprocals and powers of tails, and functions whose argument stays bounded.
struct tail_powers : tail_arithmetic {
    constexpr tail exponential(tail const& u) const {
        if (!u.known || u.infinite_sign != 0) return unknown_tail;
        interval const rest = range(u.rest);
        if (u.main.degree() > 0 && rest.is_bounded()) {
            interval const constant = enclosure_of(u.main.c[0]), rest_limit = limit(u.rest);
            germ result;
            result.factor = function_over(op::exp, detail::sum(constant, rest));
            result.limit = function_over(op::exp, detail::sum(constant, rest_limit.is_bounded() ? rest_limit : rest));
            for (int k = 1; k < polynomial::degrees; ++k)
                result.rate.c[k] = u.main.c[k];
            return of(with_sign(result, 1));
        }
        if (range(u).is_bounded()) return near_number(op::exp, u);
        germ all;
        if (!whole(u, all)) return unknown_tail;
        // A growing argument that is no polynomial: beyond kappa t^k, if it is beyond that at the start and grows faster.
        for (int k = polynomial::degrees - 1; k > 0 && all.sign != 0; --k) {
            germ step;
            step.power = k;
            scale_course const ratio = compare(all, step);
            if (ratio.shape != scale_course::rises && ratio.shape != scale_course::equal) continue;
            double const kappa = product_down(absolute(all.factor).lower, smaller(ratio.values.lower, 0x1p60));
            if (!(kappa > 0x1p-60)) continue;
            germ result;
            result.factor = result.limit = all.sign > 0 ? interval{1, infinite} : interval{0, 1};
            result.rate.c[k] = surd_of(rational_from_double(all.sign * smaller(kappa, 0x1p60)));
            return of(with_sign(result, 1));
        }
        return plain(function_over(op::exp, range(u)), function_over(op::exp, limit(u)), 1);
    }

    constexpr tail reciprocal(tail const& u) const {
        if (!u.known || u.infinite_sign != 0) return unknown_tail;
        if (u.main.degree() == 0) {
            surd const inverse{detail::reciprocal(u.main.c[0].q), detail::reciprocal(u.main.c[0].root),
                               -u.main.c[0].half_pis};
            tail result = constant(inverse);
            if (u.rest.is_zero()) return result;
            interval const here = range(u), ends = limit(u), square_limit = detail::square(enclosure_of(inverse));
            if (shape(u.rest).shape == scale_course::falls && !here.contains(0) && ends.is_bounded()) {
                tail const change =
                    product(of(u.rest), plain(detail::quotient(enclosure_of(negative_of(inverse)), here),
                                              detail::negative(square_limit)));
                return sum(result, change);
            }
        }
        germ all;
        if (!whole(u, all) || all.sign == 0) return unknown_tail;
        all.factor = inverse_of(all.factor, all.sign);
        all.limit = inverse_of(all.limit, all.sign);
        all.power = -all.power;
        for (surd& each : all.rate.c)
            each = detail::negative(each);
        return of(with_sign(all, all.sign));
    }

    /// u^exponent.
    constexpr tail power_of(tail const& u, rational const& exponent) const {
        if (!u.known || u.infinite_sign != 0 || !exponent.fits()) return unknown_tail;
        if (exponent.is_negative()) return reciprocal(power_of(u, negate(exponent)));
        if (int const n = to_int(exponent); n > 0 && n <= 8) {
            tail result = u;
            for (int i = 1; i < n; ++i)
                result = product(result, u);
            return result;
        }
        double const e = enclosure_of(exponent).lower;
        bool const exact = enclosure_of(exponent).is_point();
        if (u.main.degree() == 0 && (u.rest.is_zero() || shape(u.rest).shape == scale_course::falls)) {
            surd const& base = u.main.c[0];
            // The root of a constant stays exact.
            if (u.rest.is_zero() && exponent == half && base.root == one_number && base.half_pis % 2 == 0 &&
                !base.q.is_negative()) {
                rational const whole_root = exact_root(base.q);
                return constant(surd{whole_root.fits() ? whole_root : one_number,
                                     whole_root.fits() ? one_number : base.q, base.half_pis / 2});
            }
            interval const here = range(u);
            if (!(here.lower > 0)) return unknown_tail;
            if (!exact) return plain(everything, everything, 1);
            if (base.is_one()) {
                interval const slope = detail::product(enclosure_of(exponent), power(hull(here, one_interval), e - 1));
                return sum(constant(one_number), product(of(u.rest), plain(slope, enclosure_of(exponent))));
            }
            return plain(power(here, e), power(limit(u), e), 1);
        }
        germ all;
        if (!whole(u, all) || all.sign <= 0 || !exact) return unknown_tail;
        all.factor = power(common(all.factor, 0, infinite), e);
        all.limit = power(common(all.limit, 0, infinite), e);
        all.factor.faults = all.limit.faults = no_fault;
        if (all.power != 0 && !(is_short(all.power) && is_short(e))) return unknown_tail;
        all.power *= e;
        for (surd& each : all.rate.c)
            each = detail::product(each, surd_of(exponent));
        if (!all.rate.fits()) return unknown_tail;
        return of(with_sign(all, 1));
    }

protected:
    static constexpr surd negative_of(surd const& a) { return detail::negative(a); }
    static constexpr interval inverse_of(interval const& a, int sign) {
        if (!a.contains(0)) return quotient(one_interval, a);
        if (sign > 0) return {a.upper == 0 ? 0 : quotient_down(1, a.upper), infinite};
        return detail::negative(inverse_of(detail::negative(a), 1));
    }
    constexpr tail by_values(op code, tail const& u) const {
        interval const result = function_over(code, range(u));
        // What jumps does so at a limit, too.
        bool const jumps = code == op::floor || code == op::round;
        interval const ends = jumps ? result : function_over(code, limit(u));
        if ((result.faults & undefined) != 0) return unknown_tail;
        return plain(result, ends);
    }
    /// A function whose argument stays bounded: at an exact known value, that and the change by the slope.
    constexpr tail near_number(op code, tail const& u) const {
        interval const here = range(u), ends = limit(u);
        int const fact = fact_of(code);
        surd const& at = u.main.c[0];
        if (code == op::floor || code == op::round) return by_values(code, u);
        bool const vanishes = u.rest.is_zero() || shape(u.rest).shape == scale_course::falls;
        if (vanishes && u.main.degree() <= 0 && fact >= 0 && function_facts[fact].value.fits() && ends.is_bounded() &&
            (at.is_zero() || at.is_one()) && function_facts[fact].at == (at.is_zero() ? 0 : 1)) {
            tail const value = constant(function_facts[fact].value);
            if (u.rest.is_zero()) return value;
            interval const slope = slope_over(code, 0, hull(here, enclosure_of(at))), last = slope_over(code, 0, ends);
            if (slope.is_bounded() && (slope.faults & undefined) == 0)
                return sum(value, product(of(u.rest), plain(slope, last)));
        }
        return by_values(code, u);
    }
};

}  // namespace hillock::detail
