// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/properties/scale.hpp>

namespace hillock::detail {

/// Sums, products and functions of tails for t from `start` to `end`, usually infinity. Up to a finite end there are no limits.
struct tail_arithmetic {
    double start, end = infinite;

    constexpr scale_course compare(germ const& a, germ const& b) const {
        interval rate[polynomial::degrees]{};
        for (int k = 1; k < polynomial::degrees; ++k) {
            surd const exact = detail::sum(a.rate.c[k], detail::negative(b.rate.c[k]));
            rate[k] = exact.fits() ? enclosure_of(exact)
                                   : detail::difference(enclosure_of(a.rate.c[k]), enclosure_of(b.rate.c[k]));
        }
        return course_of_scale(a.power - b.power, rate, start, end);
    }
    constexpr scale_course shape(germ const& a) const { return compare(a, germ{}); }

    /// t^n, n < 0.
    constexpr interval power_between(int n) const {
        return {end == infinite ? 0 : power(point(end), n).lower, power(point(start), n).upper};
    }
    static constexpr int sign_of(interval const& a) { return a.lower > 0 ? 1 : a.upper < 0 ? -1 : 0; }

    constexpr germ with_sign(germ a, int known = 0) const {
        int const shown = sign_of(a.factor);
        a.sign = shown != 0 ? shown : known;
        if (a.sign > 0) a.factor.lower = larger(a.factor.lower, 0);
        if (a.sign < 0) a.factor.upper = smaller(a.factor.upper, 0);
        return a;
    }
    constexpr bool add(germ const& a, germ const& b, germ& result) const {
        if (a.is_zero() || b.is_zero()) {
            result = a.is_zero() ? b : a;
            return true;
        }
        scale_course const ratio = compare(a, b);
        if (ratio.shape == scale_course::undecided) return false;
        int const agreed = a.sign == b.sign ? a.sign : 0;
        if (ratio.shape == scale_course::equal) {
            result = a;
            result.factor = detail::sum(a.factor, b.factor);
            result.limit = detail::sum(a.limit, b.limit);
        } else {
            bool const first_falls = ratio.shape == scale_course::falls;
            germ const& small = first_falls ? a : b;
            interval const share = first_falls ? ratio.values : compare(b, a).values;
            result = first_falls ? b : a;
            if (!small.factor.is_bounded() || !share.is_bounded()) return false;
            result.factor = detail::sum(result.factor, detail::product(small.factor, share));
        }
        result = with_sign(result, agreed);
        return true;
    }
    constexpr bool multiply(germ const& a, germ const& b, germ& result) const {
        if (a.is_zero() || b.is_zero()) {
            result = {};
            return true;
        }
        result.factor = detail::product(a.factor, b.factor);
        // 0 times infinity may be anything.
        bool const open =
            (a.limit.contains(0) && !b.limit.is_bounded()) || (b.limit.contains(0) && !a.limit.is_bounded());
        result.limit = open ? everything : detail::product(a.limit, b.limit);
        result.power = a.power + b.power;
        for (int k = 1; k < polynomial::degrees; ++k)
            result.rate.c[k] = detail::sum(a.rate.c[k], b.rate.c[k]);
        result = with_sign(result, a.sign * b.sign);
        return result.rate.fits();
    }
    /// The polynomial as its first term times what the others make of its coefficient.
    constexpr germ leading(polynomial const& p) const {
        germ result;
        int const degree = p.degree();
        if (degree < 0) return result;
        result.limit = enclosure_of(p.c[degree]);
        result.factor = result.limit;
        for (int k = 0; k < degree; ++k)
            result.factor =
                detail::sum(result.factor, detail::product(enclosure_of(p.c[k]), power_between(k - degree)));
        result.power = degree;
        return with_sign(result);
    }
    constexpr bool whole(tail const& a, germ& result) const { return a.known && add(leading(a.main), a.rest, result); }

    static constexpr tail of(germ const& rest) { return {{}, rest, true, 0}; }
    static constexpr tail constant(surd const& value) {
        tail result;
        result.main.c[0] = value;
        return result;
    }
    static constexpr tail constant(rational const& value) { return constant(surd_of(value)); }
    constexpr tail plain(interval const& factor, interval const& limit, int sign = 0) const {
        germ result;
        result.factor = factor;
        result.limit = limit;
        result.factor.faults = result.limit.faults = no_fault;
        return of(with_sign(result, sign));
    }

    constexpr tail sum(tail const& a, tail const& b) const {
        tail result;
        if (!a.known || !b.known || a.infinite_sign != 0 || b.infinite_sign != 0) return unknown_tail;
        for (int k = 0; k < polynomial::degrees; ++k)
            result.main.c[k] = detail::sum(a.main.c[k], b.main.c[k]);
        if (result.main.fits()) {
            result.known = add(a.rest, b.rest, result.rest);
            return result;
        }
        germ first, second;
        result.main = {};
        result.known = whole(a, first) && whole(b, second) && add(first, second, result.rest);
        return result;
    }
    static constexpr tail negative(tail a) {
        for (surd& each : a.main.c)
            each = detail::negative(each);
        a.rest.factor = detail::negative(a.rest.factor);
        a.rest.limit = detail::negative(a.rest.limit);
        a.rest.sign = -a.rest.sign;
        a.infinite_sign = -a.infinite_sign;
        return a;
    }
    constexpr tail product(tail const& a, tail const& b) const {
        tail result;
        if (!a.known || !b.known || a.infinite_sign != 0 || b.infinite_sign != 0) return unknown_tail;
        int const degree_a = a.main.degree(), degree_b = b.main.degree();
        bool fits = degree_a + degree_b < polynomial::degrees;
        for (int i = 0; i <= degree_a && fits; ++i)
            for (int k = 0; k <= degree_b; ++k)
                result.main.c[i + k] = detail::sum(result.main.c[i + k], detail::product(a.main.c[i], b.main.c[k]));
        germ first, second;
        if (fits && result.main.fits()) {
            if (a.rest.is_zero() && b.rest.is_zero()) return result;
            germ both;
            result.known = multiply(leading(a.main), b.rest, first) && multiply(leading(b.main), a.rest, second) &&
                           multiply(a.rest, b.rest, both) && add(first, second, first) && add(first, both, result.rest);
            if (result.known) return result;
        }
        result.main = {};
        result.known = whole(a, first) && whole(b, second) && multiply(first, second, result.rest);
        return result;
    }
    /// a times something that lies in `factor` and runs to `limit`.
    constexpr tail scaled(tail const& a, interval const& factor, interval const& limit) const {
        return product(a, plain(factor, limit));
    }

    /// 1, -1: the sign that all values have from the start on; 0: not known. Zero itself has none.
    constexpr int sign(tail const& a) const {
        germ all;
        if (a.infinite_sign != 0) return a.infinite_sign;
        return whole(a, all) ? all.sign : 0;
    }
    constexpr bool is_zero(tail const& a) const { return a.known && a.main.degree() < 0 && a.rest.is_zero(); }

    /// The values from the start on.
    constexpr interval range(germ const& a) const {
        scale_course const shape = this->shape(a);
        if (shape.shape != scale_course::undecided) return detail::product(a.factor, shape.values);
        return a.sign > 0 ? interval{0, infinite} : a.sign < 0 ? interval{-infinite, 0} : everything;
    }
    constexpr interval range(tail const& a) const {
        if (!a.known) return everything;
        germ all;
        interval const apart = detail::sum(range(leading(a.main)), range(a.rest));
        if (a.main.degree() > 0 && whole(a, all)) {
            interval const together = range(all);
            return common(apart, together.lower, together.upper);
        }
        return apart;
    }
    /// What the values get as near to as one likes: a number, or an infinity. To a finite end, one of the values.
    constexpr interval limit(germ const& a) const {
        if (end < infinite) return range(a);
        switch (shape(a).shape) {
        case scale_course::falls:
            return a.factor.is_bounded() ? zero_interval : everything;
        case scale_course::equal:
            return a.limit;
        case scale_course::rises:
            if (a.limit.lower > 0 || (a.sign > 0 && a.factor.lower > 0)) return point(infinite);
            if (a.limit.upper < 0 || (a.sign < 0 && a.factor.upper < 0)) return point(-infinite);
            return everything;
        default:
            return everything;
        }
    }
    constexpr interval limit(tail const& a) const {
        germ all;
        if (!a.known || a.infinite_sign != 0) return everything;
        if (a.main.degree() > 0) return whole(a, all) ? limit(all) : everything;
        interval const rest = limit(a.rest);
        return rest.is_bounded() || rest.is_point() ? detail::sum(enclosure_of(a.main.c[0]), rest) : everything;
    }
};

}  // namespace hillock::detail
