// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/properties/tail_powers.hpp>

namespace hillock::detail {

/// What functions make of tails. Each growing argument's rule is the function's expansion at infinity, with its rest
/// enclosed (Abramowitz & Stegun 7.1.13 and 26.2.12 for the error function's and the normal distribution's tails).
struct tail_functions : tail_powers {
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
    /// sinc_n of an argument that grows: a wave that falls like a^-(n+1).
    constexpr tail spherical(op code, tail const& a) const {
        // |j_n(a)| <= (1 + sum of (n+k)! / (2^k k! (n-k)!) a^-k) / a, by its formula in sines and cosines.
        int const n = static_cast<int>(code) - static_cast<int>(op::sinc);
        double const nearest = range(a).lower;
        if (!(nearest > 1)) return unknown_tail;
        double bound = 1, term = 1;
        for (int k = 1; k <= n; ++k)
            bound += term *= (n + k) * (n - k + 1) / (2.0 * k * nearest);
        bound = raised(raised(bound * (1 + 0x1p-40)));
        return scaled(reciprocal(power_of(a, rational_from_int(n + 1))), {-bound, bound}, {-bound, bound});
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
        switch (code) {
        case op::exp:
            return exponential(u);
        case op::exp2:
            return exponential(scaled(u, log_2_interval, log_2_interval));
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
            interval const log_half = detail::negative(log_2_interval);
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
        default:
            return is_spherical(code) ? spherical(code, a) : by_values(code, u);
        }
    }
};

}  // namespace hillock::detail
