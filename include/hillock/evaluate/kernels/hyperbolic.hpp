// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <hillock/evaluate/kernels/exponential.hpp>
#include <hillock/evaluate/kernels/logarithm.hpp>
#include <hillock/evaluate/kernels/root.hpp>
#include <hillock/evaluate/kernels/tables_hyperbolic.hpp>

namespace hillock::kernels {

/// The hyperbolic sine, odd: (m + m/(m + 1))/2 with m = exp(|x|) - 1.
template <class S>
constexpr wide<S> sinh(wide<S> x) {
    wide<S> const m = expm1(abs(x));
    return copysign(scale(m + m / (m + power_of_two<wide<S>>(0)), -1), x);
}

/// The hyperbolic cosine: (e + 1/e)/2 with e = exp(|x|).
template <class S>
constexpr wide<S> cosh(wide<S> x) {
    wide<S> const e = exp(abs(x));
    return scale(e + power_of_two<wide<S>>(0) / e, -1);
}

/// The hyperbolic tangent, odd: m/(m + 2) with m = exp(2|x|) - 1.
template <class S>
constexpr wide<S> tanh(wide<S> x) {
    wide<S> const m = expm1(scale(abs(x), 1));
    return copysign(m / (m + power_of_two<wide<S>>(1)), x);
}

/// 1 - tanh(x)^2, relatively accurate in the tails: 4 e/(1 + e)^2 with e = exp(-2|x|).
template <class S>
constexpr wide<S> sech_square(wide<S> x) {
    wide<S> const e = exp(-scale(abs(x), 1));
    return scale(e, 2) / square(e + power_of_two<wide<S>>(0));
}

/// log(cosh(x)), relatively accurate near 0.
///
/// With m = exp(-|x|) - 1 and e = exp(-|x|): log(1 + m^2/(2 e)) up to 1, and |x| + log(1 + e^2) - log(2) beyond.
template <class S>
constexpr wide<S> logcosh(wide<S> x) {
    using L = lane_of<S>;
    using W = wide<S>;
    W const positive = abs(x);
    auto const parts = detail::exponential_of(-positive);
    W const e = detail::exponential_value(parts);
    W const m = detail::exponential_value_less_one(parts, -positive);
    auto const near = positive.exponent < 0.0;
    W const beside = log1p(select(near, scale(square(m) / e, -1), square(e)));
    W const linear = positive - constant<W>(tables::log_2[0], tables::log_2[1]);
    W const result = select(near, beside, linear + beside);
    return select(either(is_nan(x), is_infinite(x)), select(x.exponent > L{}, positive, x), result);
}

/// x - tanh(x), relatively accurate near 0; odd. x^3 N(x^2)/cosh(x) up to 3/2, N a polynomial.
template <class S>
constexpr wide<S> tanh_residual(wide<S> x) {
    using W = wide<S>;
    W const positive = abs(x);
    W const bound{constant<S>(1.5), lane_of<S>{}};
    auto const near = positive <= bound;
    W const inner = select(near, positive, bound);
    S const z = to_significand(square(inner));
    W const e = exp(inner);
    W const twice_cosh = e + power_of_two<W>(0) / e;
    W const series = scale(square(inner) * inner * normalized(polynomial<tables::tanh_residual_numerator>(z)), 1);
    return copysign(
        select(either(near, is_nan(x)), select(is_nan(x), x, series / twice_cosh), positive - tanh(positive)), x);
}

/// The inverse hyperbolic sine, odd: log(1 + x + x^2/(1 + sqrt(1 + x^2))) for x >= 0.
template <class S>
constexpr wide<S> asinh(wide<S> x) {
    using W = wide<S>;
    W const one = power_of_two<W>(0);
    W const positive = abs(x);
    W const square_of = square(x);
    return copysign(log1p(positive + square_of / (one + sqrt(one + square_of))), x);
}

/// The inverse hyperbolic cosine, NaN below 1: log(1 + t + sqrt(2 t + t^2)), t = x - 1.
template <class S>
constexpr wide<S> acosh(wide<S> x) {
    using W = wide<S>;
    W const t = x - power_of_two<W>(0);
    W const outside = select(is_negative(t), not_a_number<W>(), t);
    return log1p(outside + sqrt(scale(outside, 1) + square(outside)));
}

/// The inverse hyperbolic tangent, odd, NaN outside [-1, 1], infinite at its ends: log(1 + 2x/(1 - x))/2 for x >= 0.
template <class S>
constexpr wide<S> atanh(wide<S> x) {
    using W = wide<S>;
    W const positive = abs(x);
    W const left = power_of_two<W>(0) - positive;
    W const result = scale(log1p(scale(positive, 1) / left), -1);
    return copysign(select(is_negative(left), not_a_number<W>(), result), x);
}

}  // namespace hillock::kernels
