// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/any.hpp>

#include <limits>

namespace hillock::direct {

// Sums, products and quotients as the processor makes them, also where a constant expression may not: constant evaluation
// refuses to overflow and to make a NaN.

namespace detail {

template <class T>
inline constexpr T infinity = std::numeric_limits<T>::infinity();

template <class T>
constexpr bool is_negative(T x) {
    return std::bit_cast<integers_of<T>>(x) < 0;
}
template <class T>
constexpr T signed_infinity(bool negative) {
    return negative ? -infinity<T> : infinity<T>;
}
template <class T>
constexpr bool is_infinite(T x) {
    return x == infinity<T> || x == -infinity<T>;
}
/// What rounds to an infinity, in a double: of floats as it is, of doubles scaled by 2^-600.
template <class T>
constexpr bool overflows(double result) {
    constexpr double limit = sizeof(T) == 4 ? 0x1.ffffffp127 : 0x1p424;
    return result >= limit || result <= -limit;
}
/// A factor by which doubles are scaled, so that what overflows can be seen.
template <class T>
inline constexpr double scale = sizeof(T) == 4 ? 1 : 0x1p-600;

}  // namespace detail

template <class T>
requires std::is_floating_point_v<T>
[[gnu::always_inline]] constexpr T ieee_product(T a, T b) {
    if (!std::is_constant_evaluated()) return product(a, b);
    bool const negative = detail::is_negative(a) != detail::is_negative(b);
    if (a != a || b != b) return std::numeric_limits<T>::quiet_NaN();
    if (detail::is_infinite(a) || detail::is_infinite(b))
        return a == 0 || b == 0 ? std::numeric_limits<T>::quiet_NaN() : detail::signed_infinity<T>(negative);
    // Of two doubles, at most one is above 2^512 in magnitude where the product does not overflow.
    double const greater = static_cast<double>(absolute(absolute(a) < absolute(b) ? b : a));
    double const lesser = static_cast<double>(absolute(absolute(a) < absolute(b) ? a : b));
    bool const large = sizeof(T) == 4 || greater > 0x1p400;
    if (large && sizeof(T) == 8 && lesser > 0x1p512) return detail::signed_infinity<T>(negative);
    if (large && detail::overflows<T>(greater * detail::scale<T> * lesser)) return detail::signed_infinity<T>(negative);
    return a * b;
}

template <class T>
requires std::is_floating_point_v<T>
[[gnu::always_inline]] constexpr T ieee_sum(T a, T b) {
    if (!std::is_constant_evaluated()) return a + b;
    if (a != a || b != b || (detail::is_infinite(a) && b == -a)) return std::numeric_limits<T>::quiet_NaN();
    if (detail::is_infinite(a) || detail::is_infinite(b)) return detail::is_infinite(a) ? a : b;
    bool const large = sizeof(T) == 4 || absolute(a) > T(0x1p120) || absolute(b) > T(0x1p120);
    double const sum = static_cast<double>(a) * detail::scale<T> + static_cast<double>(b) * detail::scale<T>;
    if (large && detail::overflows<T>(sum)) return detail::signed_infinity<T>(sum < 0);
    return a + b;
}

/// a b + c, rounded once, of finite numbers. Where no fused operation of the processor does it, what is too large for its
/// emulation gives infinity, as if it had overflowed: then wide numbers decide.
template <class T>
requires std::is_floating_point_v<T>
[[gnu::always_inline]] constexpr T ieee_fused(T a, T b, T c) {
#if defined(__FMA__) || defined(__ARM_FEATURE_FMA)
    if (!std::is_constant_evaluated()) return fused(a, b, c);
#endif
    constexpr T factor_limit = sizeof(T) == 4 ? T(0x1p63) : T(0x1p490);
    constexpr T addend_limit = sizeof(T) == 4 ? T(0x1p126) : T(0x1p980);
    if (absolute(a) > factor_limit || absolute(b) > factor_limit || absolute(c) > addend_limit)
        return detail::infinity<T>;
    return fused(a, b, c);
}

/// Of a number and one that is not 0.
template <class T>
requires std::is_floating_point_v<T>
[[gnu::always_inline]] constexpr T ieee_quotient(T a, T b) {
    if (!std::is_constant_evaluated()) return a / b;
    if (a != a) return std::numeric_limits<T>::quiet_NaN();
    bool const negative = detail::is_negative(a) != detail::is_negative(b);
    if (detail::is_infinite(a)) return detail::signed_infinity<T>(negative);
    bool const large = sizeof(T) == 4 || absolute(a) > T(0x1p120);
    if (large && detail::overflows<T>(static_cast<double>(a) * detail::scale<T> / static_cast<double>(b)))
        return detail::signed_infinity<T>(negative);
    return a / b;
}

template <class T, int N>
[[gnu::always_inline]] inline lanes<T, N> ieee_product(lanes<T, N> a, lanes<T, N> b) {
    return product(a, b);
}
template <class T, int N>
[[gnu::always_inline]] inline lanes<T, N> ieee_sum(lanes<T, N> a, lanes<T, N> b) {
    return a + b;
}
template <class T, int N>
[[gnu::always_inline]] inline lanes<T, N> ieee_fused(lanes<T, N> a, lanes<T, N> b, lanes<T, N> c) {
    if constexpr (sizeof(T) * N >= 32) {
        return fused(a, b, c);
    } else {
        for (int i = 0; i < N; ++i)
            c.value[i] = ieee_fused(a.value[i], b.value[i], c.value[i]);
        return c;
    }
}
template <class T, int N>
[[gnu::always_inline]] inline lanes<T, N> ieee_quotient(lanes<T, N> a, lanes<T, N> b) {
    return a / b;
}

}  // namespace hillock::direct
