// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/properties/slopes.hpp>
#include <hillock/properties/tail.hpp>

namespace hillock::detail {

/// What functions make of tails. Each growing argument's rule is the function's expansion at infinity, with its rest
/// enclosed (Abramowitz & Stegun 7.1.13 and 26.2.12 for the error function's and the normal distribution's tails).
struct tail_functions : tail_arithmetic {
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

    constexpr tail function(op code, tail const& u) const {
        if (!u.known || u.infinite_sign != 0) return unknown_tail;
        switch (code) {
        case op::verbatim:
            return u;
        case op::square:
            return product(u, u);
        case op::sqrt:
            return power_of(u, half);
        case op::rsqrt:
            return reciprocal(power_of(u, half));
        // Where the sign is not known they may have kinks and jumps for ever.
        case op::abs:
            if (is_zero(u)) return u;
            return sign(u) == 0 ? unknown_tail : sign(u) > 0 ? u : negative(u);
        case op::sign:
            if (is_zero(u)) return u;
            return sign(u) == 0 ? unknown_tail : constant(rational_from_int(sign(u)));
        default:
            break;
        }
        if (u.main.degree() > 0 || shape(u.rest).shape == scale_course::rises) {
            int const direction = sign(u);
            tail const result = direction == 0 ? unknown_tail : at_infinity(code, u, direction > 0);
            if (result.known) return result;
        }
        return range(u).is_bounded() ? near_number(code, u) : by_values(code, u);
    }

private:
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

    /// A function of an argument that grows beyond all bounds.
    constexpr tail at_infinity(op code, tail const& u, bool upward) const {
        tail const a = upward ? u : negative(u), one = constant(one_number);
        auto const twice = [&](tail const& v) { return product(constant(two), v); };
        // c e^-a, where c lies between these and runs to the latter.
        auto const decay = [&](tail const& exponent, double (*lower)(double), double end) {
            tail const q = exponential(negative(exponent));
            double const largest = range(q).upper;
            if (!(largest <= 0.5)) return unknown_tail;
            return scaled(q, {lowered(lowered(end * lower(largest))), end}, point(end));
        };
        // c e^(-k a^2) / a: the tails of the error function and of the normal distribution.
        auto const gaussian = [&](rational const& k, surd const& scale, double correction, bool divided) {
            double const nearest = range(a).lower;
            if (!(nearest > 2)) return unknown_tail;
            tail const bell = product(constant(scale), exponential(negative(product(constant(k), product(a, a)))));
            if (!divided) return bell;
            return scaled(product(bell, reciprocal(a)), {lowered(1 - raised(correction / (nearest * nearest))), 1},
                          one_interval);
        };
        auto const error_tail = [&] { return gaussian(one_number, surd{one_number, one_number, -1}, 0.5, true); };
        auto const normal_tail = [&](bool divided) { return gaussian(half, surd{one_number, half, -1}, 1, divided); };
        auto const logarithmic = [&] {
            interval const here = function_over(code, common(range(a), 1, infinite));
            return plain({here.lower, infinite}, point(infinite));
        };
        auto const bounded = [&](tail const& scale, double bound) {
            return scaled(scale, {-bound, bound}, {-bound, bound});
        };
        switch (code) {
        case op::exp:
            return exponential(u);
        case op::exp2:
            return exponential(
                scaled(u, {0x1.62e42fefa39efp-1, 0x1.62e42fefa39fp-1}, {0x1.62e42fefa39efp-1, 0x1.62e42fefa39fp-1}));
        case op::expm1:
            return sum(exponential(u), negative(one));
        case op::expm1_residual:
            return sum(exponential(u), negative(sum(u, one)));
        case op::logistic: {
            tail const q = decay(
                a, [](double e) { return 1 / (1 + e); }, 1);
            return upward ? sum(one, negative(q)) : q;
        }
        case op::tanh: {
            tail const distance = sum(one, negative(decay(
                                               twice(a), [](double e) { return 1 / (1 + e); }, 2)));
            return upward ? distance : negative(distance);
        }
        case op::sech_square:
            return decay(
                twice(a), [](double e) { return 1 / ((1 + e) * (1 + e)); }, 4);
        case op::softplus: {
            tail const q = decay(
                a, [](double e) { return 1 - e / 2; }, 1);
            return upward ? sum(u, q) : q;
        }
        case op::tanh_softplus:
            if (!upward)
                return decay(
                    a, [](double e) { return (e + 2) / (e * e + 2 * e + 2); }, 1);
            return sum(
                one,
                negative(decay(
                    twice(a), [](double e) { return 1 / (1 + 2 * approximate::root(e) * (1 + 0x1p-40) + 2 * e); }, 2)));
        case op::logcosh: {
            double const q = range(exponential(negative(twice(a)))).upper;
            if (!(q <= 0.5)) return unknown_tail;
            interval const log_half{-0x1.62e42fefa39fp-1, -0x1.62e42fefa39efp-1};
            return sum(a, plain(detail::sum(log_half, {0, q}), log_half));
        }
        case op::tanh_residual:
            return sum(u, negative(at_infinity(op::tanh, u, upward)));
        case op::sinh:
        case op::cosh: {
            tail const grown = exponential(a);
            double const q = range(exponential(negative(twice(a)))).upper;
            if (!(q <= 0.5)) return unknown_tail;
            bool const odd = code == op::sinh;
            tail const result =
                scaled(grown, {odd ? lowered(0.5 * (1 - q)) : 0.5, odd ? 0.5 : raised(0.5 * (1 + q))}, point(0.5));
            return odd && !upward ? negative(result) : result;
        }
        case op::erfc:
            return upward ? error_tail() : sum(constant(two), negative(error_tail()));
        case op::erf: {
            tail const distance = sum(one, negative(error_tail()));
            return upward ? distance : negative(distance);
        }
        case op::normal_cdf:
            return upward ? sum(one, negative(normal_tail(true))) : normal_tail(true);
        case op::normal_pdf:
            return normal_tail(false);
        case op::atan: {
            double const nearest = range(a).lower;
            if (!(nearest > 1)) return unknown_tail;
            tail const distance = scaled(reciprocal(a), {lowered(1 - 0.34 / (nearest * nearest)), 1}, one_interval);
            tail const result = sum(constant(surd{half, one_number, 2}), negative(distance));
            return upward ? result : negative(result);
        }
        case op::cbrt: {
            germ all;
            if (!whole(a, all) || !all.is_plain()) return unknown_tail;
            return by_values(code, u);
        }
        case op::log:
        case op::log2:
        case op::log1p:
        case op::acosh:
            return upward ? logarithmic() : unknown_tail;
        case op::asinh:
            return upward ? logarithmic() : negative(logarithmic());
        case op::floor:
        case op::round:
            return sum(u, plain({-1, 1}, {-1, 1}));
        case op::sinc:
        case op::sinc1:
        case op::sinc2:
        case op::sinc3:
        case op::sinc4:
        case op::sinc5:
        case op::sinc6: {
            // |j_n(a)| <= (1 + sum of (n+k)! / (2^k k! (n-k)!) a^-k) / a, by its formula in sines and cosines.
            int const n = static_cast<int>(code) - static_cast<int>(op::sinc);
            double const nearest = range(a).lower;
            if (!(nearest > 1)) return unknown_tail;
            double bound = 1, term = 1;
            for (int k = 1; k <= n; ++k)
                bound += term *= (n + k) * (n - k + 1) / (2.0 * k * nearest);
            return bounded(reciprocal(power_of(a, rational_from_int(n + 1))), raised(raised(bound * (1 + 0x1p-40))));
        }
        default:
            return by_values(code, u);
        }
    }
};

}  // namespace hillock::detail
