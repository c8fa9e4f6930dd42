// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/double_functions.hpp>

/// Functions of doubles, from which floats are rounded, for arguments of a magnitude up to 700 where the result would leave
/// that of normal numbers: without the care for the last bit that the functions of the same names in double itself take.
namespace hillock::direct::moderate {

template <real_double V>
[[gnu::always_inline]] constexpr V within(V x) {
    return minimum(broadcast<V>(700), maximum(broadcast<V>(-700), x));
}
/// exp(x) as scale exp(r), |r| <= log(2) / 32, and (exp(r) - 1 - r) / r^2, to 2^-54 of r.
template <real_double V>
struct power_and_rest {
    V scale, r, series;
};
template <real_double V>
[[gnu::always_inline]] constexpr power_and_rest<V> split_exponential(V x) {
    constexpr double series[] = {1.0 / 2, 1.0 / 6, 1.0 / 24, 1.0 / 120, 1.0 / 720, 1.0 / 5040};
    V const bounded = within(x);
    V const magic = broadcast<V>(0x1.8p52);
    V const sum = fused(bounded, broadcast<V>(0x1.71547652b82fep4), magic);
    V const sixteenths = sum - magic;
    V const first = fused(sixteenths, broadcast<V>(-tables::log_2_double[0] / 16), bounded);
    V const r = fused(sixteenths, broadcast<V>(-tables::log_2_double[1] / 16), first);
    auto const bits = to_bits(sum);
    V const scale = from_bits<V>(to_bits(look_up_16<V>(tables::powers_double, bits)) + (bits << 48));
    return {scale, r, polynomial_double(series, r)};
}
template <real_double V>
[[gnu::always_inline]] constexpr V exp(V x) {
    auto const [scale, r, series] = split_exponential(x);
    return fused(scale, fused(product(r, r), series, r), scale);
}
/// To 2^-47.
template <real_double V>
[[gnu::always_inline]] constexpr V expm1(V x) {
    auto const [scale, r, series] = split_exponential(x);
    V const result = fused(scale, fused(product(r, r), series, r), scale - broadcast<V>(1));
    return select(absolute(x) < broadcast<V>(0x1p-54), x, result);  // which keeps the sign of zero
}
/// exp(x) - 1 - x, to 2^-42. Next to 0 the scale is 1 and r is x, so that only the series is left.
template <real_double V>
[[gnu::always_inline]] constexpr V expm1_residual(V x) {
    auto const [scale, r, series] = split_exponential(x);
    V const linear = fused(scale, r, (scale - broadcast<V>(1)) - x);
    return fused(scale, product(product(r, r), series), linear);
}
template <real_double V>
[[gnu::always_inline]] constexpr V logistic(V x) {
    V const one = broadcast<V>(1);
    return one / (one + moderate::exp(-x));
}
/// e / (1 + e)^2 for e = exp(-|x|)
template <real_double V>
[[gnu::always_inline]] constexpr V logistic_slope(V x) {
    V const e = moderate::exp(-absolute(x));
    V const under = broadcast<V>(1) + e;
    return e / product(under, under);
}
template <real_double V>
[[gnu::always_inline]] constexpr V softplus(V x) {
    return maximum(x, broadcast<V>(0)) + logarithm_of_one_plus(moderate::exp(-absolute(x)));
}
template <real_double V>
[[gnu::always_inline]] constexpr V tanh(V x) {
    V const a = absolute(x);
    V const less = moderate::expm1(-(a + a));
    return select(a < broadcast<V>(0x1p-30), x, with_sign(-less / (broadcast<V>(2) + less), x));
}
template <real_double V>
[[gnu::always_inline]] constexpr V tanh_slope(V x) {
    return product(broadcast<V>(4), moderate::logistic_slope(x + x));
}
template <real_double V>
[[gnu::always_inline]] constexpr V silu(V x) {
    return x / (broadcast<V>(1) + moderate::exp(-x));
}
/// s (1 + x (1 - s)) for s = logistic(x), 1 - s = e s
template <real_double V>
[[gnu::always_inline]] constexpr V silu_slope(V x) {
    V const one = broadcast<V>(1);
    V const e = moderate::exp(-x);
    V const s = one / (one + e);
    return product(s, fused(product(within(x), e), s, one));
}
/// tanh(softplus(x)) = n / (n + 2) for n = e (e + 2), e = exp(x)
template <real_double V>
[[gnu::always_inline]] constexpr V tanh_softplus(V x) {
    V const two = broadcast<V>(2);
    V const e = moderate::exp(minimum(x, broadcast<V>(240)));
    V const n = product(e, e + two);
    return n / (n + two);
}
template <real_double V>
[[gnu::always_inline]] constexpr V mish(V x) {
    return product(x, moderate::tanh_softplus(x));
}
template <real_double V>
[[gnu::always_inline]] constexpr V normal_pdf(V x) {
    return product(moderate::exp(product(product(x, x), broadcast<V>(-0.5))), broadcast<V>(0x1.9884533d43651p-2));
}
/// x to the power of y for a positive x.
template <real_double V>
[[gnu::always_inline]] constexpr V pow(V x, V y) {
    return moderate::exp(product(logarithm(x), y));
}

}  // namespace hillock::direct::moderate
