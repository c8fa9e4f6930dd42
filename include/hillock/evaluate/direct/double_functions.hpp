// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/exponential_double.hpp>

/// Functions of doubles to about 2^-50 of their value, from which floats are rounded. Their polynomials are the Taylor
/// series, whose coefficients need no generator.
namespace hillock::direct {

namespace detail {

/// The correctly rounded root, digit by digit: for constant expressions.
constexpr double exact_square_root(double x) {
    if (!(x > 0) || x > 0x1.fffffffffffffp1023) return x;
    if (x < 0x1p-1000) return exact_square_root(x * 0x1p108) * 0x1p-54;
    auto const bits = std::bit_cast<std::int64_t>(x);
    std::int64_t exponent = (bits >> 52) - 1075;
    auto significand = static_cast<std::uint64_t>((bits & 0xfffffffffffff) | 0x10000000000000);
    if ((exponent & 1) != 0) {
        significand *= 2;
        --exponent;
    }
    __extension__ using uint128 = unsigned __int128;
    uint128 rest = static_cast<uint128>(significand) << 54;  // its root has 54 digits, one more than the result
    std::uint64_t root = 0;
    for (uint128 digit = static_cast<uint128>(1) << 53; digit != 0; digit >>= 1) {
        uint128 const tried = ((static_cast<uint128>(root) << 1) + digit) * digit;
        if (tried <= rest) {
            rest -= tried;
            root += static_cast<std::uint64_t>(digit);
        }
    }
    // A root is never half way between two numbers.
    std::uint64_t const rounded = (root >> 1) + (root & 1);
    double result = static_cast<double>(rounded);
    std::int64_t const scale = exponent / 2 - 26;
    return result * std::bit_cast<double>((scale + 1023) << 52);
}

/// Of 32 and 64 bytes.
template <class V>
[[gnu::always_inline]] inline void vector_square_root([[maybe_unused]] V& x) {
#if defined(__x86_64__) && defined(__clang__)
    scalar_of<V> numbers[V::count];
    __builtin_memcpy(numbers, &x.value, sizeof numbers);
    if constexpr (sizeof numbers == 64)
        clang::root_64_bytes(numbers);
    else
        clang::root_32_bytes(numbers);
    __builtin_memcpy(&x.value, numbers, sizeof numbers);
#elif defined(__x86_64__)
    if constexpr (sizeof(scalar_of<V>) == 4)
        asm("vsqrtps %1, %0" : "=v"(x.value) : "v"(x.value));
    else
        asm("vsqrtpd %1, %0" : "=v"(x.value) : "v"(x.value));
#endif
}

}  // namespace detail

/// The square root, correctly rounded, of a number that is not negative.
template <real V>
[[gnu::always_inline]] constexpr V square_root(V x) {
    if constexpr (!is_lanes<V>) {
        auto const wide = static_cast<double>(x);  // the root of a float is rounded to the same float from a double
        return static_cast<V>(std::is_constant_evaluated() ? detail::exact_square_root(wide) : __builtin_sqrt(wide));
    } else {
        // As <cmath> may set errno, a loop of it is not made one operation.
#if defined(__x86_64__)
        constexpr bool in_one = sizeof(x.value) == 64 || sizeof(x.value) == 32;
#else
        constexpr bool in_one = false;
#endif
        if constexpr (in_one)
            detail::vector_square_root(x);
        else
            for (int i = 0; i < V::count; ++i)
                x.value[i] = static_cast<scalar_of<V>>(__builtin_sqrt(static_cast<double>(x.value[i])));
        return x;
    }
}

namespace detail {

/// k log(2) + log(1 + f), 1 + f between the roots of 1/2 and of 2: the series of 2 artanh(f / (2 + f)).
template <real_double V>
[[gnu::always_inline]] constexpr V logarithm_from(V k, V f) {
    constexpr double series[] = {1.0 / 3,  1.0 / 5,  1.0 / 7,  1.0 / 9,  1.0 / 11,
                                 1.0 / 13, 1.0 / 15, 1.0 / 17, 1.0 / 19, 1.0 / 21};
    V const s = f / (broadcast<V>(2) + f);
    V const z = product(s, s);
    V const two_s = s + s;
    V const rest = product(product(two_s, z), polynomial_double(series, z));
    return fused(k, broadcast<V>(0x1.62e42fefa39efp-1), two_s + rest);
}
template <real_double V>
struct logarithm_split {
    V k, f;
};
/// x = 2^k (1 + f) for a positive normal x.
template <real_double V>
[[gnu::always_inline]] constexpr logarithm_split<V> split_for_logarithm(V x) {
    auto const bits = to_bits(x);
    // 2^k is by how much the exponent exceeds that of the root of 1/2.
    auto const steps = (bits + broadcast_bits<V>(0x3ff0000000000000 - 0x3fe6a09e667f3bcd)) >> 52;
    V const k = from_bits<V>(steps + broadcast_bits<V>(0x4330000000000000)) - broadcast<V>(0x1p52 + 1023);
    V const significand = from_bits<V>(bits - ((steps - broadcast_bits<V>(1023)) << 52));
    return {k, significand - broadcast<V>(1)};
}

}  // namespace detail

/// The natural logarithm of a positive normal number.
template <real_double V>
[[gnu::always_inline]] constexpr V logarithm(V x) {
    auto const split = detail::split_for_logarithm(x);
    return detail::logarithm_from(split.k, split.f);
}

/// log(1 + x) for x from -0.9 on; away from 0 what the sum 1 + x loses is below 2^-51 of the result.
template <real_double V>
[[gnu::always_inline]] constexpr V logarithm_of_one_plus(V x) {
    auto const split = detail::split_for_logarithm(broadcast<V>(1) + maximum(x, broadcast<V>(-0.9)));
    auto const near = absolute(x) < broadcast<V>(0.25);
    return detail::logarithm_from(select(near, broadcast<V>(0), split.k), select(near, x, split.f));
}

namespace detail {

/// x less the nearest multiple of pi/2, for |x| <= 2^17, and the bits of which multiple it is.
template <real_double V>
struct quarter_turn {
    V rest;
    integers_of<V> quarter;
};
template <real_double V>
[[gnu::always_inline]] constexpr quarter_turn<V> quarter_turn_of(V x) {
    V const magic = broadcast<V>(0x1.8p52);
    V const sum = fused(x, broadcast<V>(0x1.45f306dc9c883p-1), magic);
    V const turns = sum - magic;
    V const first = fused(turns, broadcast<V>(-0x1.921fb54442d18p+0), x);
    return {fused(turns, broadcast<V>(-0x1.1a62633145c07p-54), first), to_bits(sum)};
}
/// sin(x) for turn 0, cos(x) for turn 1.
template <real_double V>
[[gnu::always_inline]] constexpr V sine_after(V x, std::int64_t turn) {
    constexpr double sine[] = {-1.0 / 6,        1.0 / 120,        -1.0 / 5040,          1.0 / 362880,
                               -1.0 / 39916800, 1.0 / 6227020800, -1.0 / 1307674368000, 1.0 / 355687428096000};
    constexpr double cosine[] = {-1.0 / 2,       1.0 / 24,        -1.0 / 720,         1.0 / 40320,
                                 -1.0 / 3628800, 1.0 / 479001600, -1.0 / 87178291200, 1.0 / 20922789888000};
    auto const [r, quarter] = quarter_turn_of(x);
    auto const place = quarter + broadcast_bits<V>(turn);
    V const z = product(r, r);
    V const of_sine = fused(product(r, z), polynomial_double(sine, z), r);
    V const of_cosine = fused(z, polynomial_double(cosine, z), broadcast<V>(1));
    auto const is_odd = (place & broadcast_bits<V>(1)) == broadcast_bits<V>(1);
    V const result = select(is_odd, of_cosine, of_sine);
    return from_bits<V>(to_bits(result) ^ ((place & broadcast_bits<V>(2)) << 62));
}

}  // namespace detail

/// For |x| up to 2^17.
template <real_double V>
[[gnu::always_inline]] constexpr V sine(V x) {
    return select(absolute(x) < broadcast<V>(0x1p-30), x, detail::sine_after(x, 0));
}
template <real_double V>
[[gnu::always_inline]] constexpr V cosine(V x) {
    return detail::sine_after(x, 1);
}
/// sin(x) / x, for |x| up to 2^17.
template <real_double V>
[[gnu::always_inline]] constexpr V sine_over(V x) {
    auto const near = absolute(x) < broadcast<V>(0x1p-13);
    V const one = broadcast<V>(1);
    V const series = fused(product(x, broadcast<V>(-1.0 / 6)), x, one);
    return select(near, series, sine(x) / select(near, one, x));
}

/// (sinc(x) - cos(x)) / x^2 for |x| <= 1, by its Taylor series.
template <real_double V>
[[gnu::always_inline]] constexpr V sinc1_near(V x) {
    constexpr double series[] = {1.0 / 3,
                                 -1.0 / 30,
                                 1.0 / 840,
                                 -1.0 / 45360,
                                 1.0 / 3991680,
                                 -1.0 / 518918400,
                                 1.0 / 93405312000,
                                 -1.0 / 22230464256000,
                                 1.0 / 6758061133824000};
    return polynomial_double(series, product(x, x));
}

namespace detail {

/// 0 for t below 1/4, then the one number, the other from 3/4 to 5/4, the one again, and 0 above 4.
template <real_double V>
[[gnu::always_inline]] constexpr V by_place(V t, double at_half, double at_1) {
    V const zero = broadcast<V>(0), half = broadcast<V>(at_half), one = broadcast<V>(at_1);
    V const above = select(t > broadcast<V>(4), zero, select(t > broadcast<V>(1.25), half, one));
    return select(t < broadcast<V>(0.25), zero, select(t < broadcast<V>(0.75), half, above));
}

}  // namespace detail

/// The arc tangent: from c = 0, 1/2 or 1 near x or 1/x, arctan(c) and the series of what is left.
template <real_double V>
[[gnu::always_inline]] constexpr V arc_tangent(V x) {
    constexpr double series[] = {-1.0 / 3,  1.0 / 5,  -1.0 / 7,  1.0 / 9,  -1.0 / 11, 1.0 / 13,
                                 -1.0 / 15, 1.0 / 17, -1.0 / 19, 1.0 / 21, -1.0 / 23};
    V const one = broadcast<V>(1);
    V const t = absolute(x);
    auto const beyond = t > one;
    V const c = detail::by_place(t, 0.5, 1);
    V const base = detail::by_place(t, 0x1.dac670561bb4fp-2, 0x1.921fb54442d18p-1);
    V const over = select(beyond, fused_less(c, t, one), t - c);
    V const under = select(beyond, t + c, fused(c, t, one));
    V const w = over / under;
    V const z = product(w, w);
    V const value = base + fused(product(w, z), polynomial_double(series, z), w);
    return with_sign(select(beyond, broadcast<V>(0x1.921fb54442d18p+0) - value, value), x);
}

}  // namespace hillock::direct
