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

/// The float nearest to a finite double, an infinity for what is too large.
constexpr float nearest_float(double value) {
    constexpr double infinite = 0x1.ffffffp127;
    constexpr float greatest = std::numeric_limits<float>::max();
    if (value >= infinite || value <= -infinite) return detail::signed_infinity<float>(value < 0);
    if (value > static_cast<double>(greatest)) return greatest;
    if (value < -static_cast<double>(greatest)) return -greatest;
    return static_cast<float>(value);
}

/// a b + c of finite numbers, rounded once.
[[gnu::always_inline]] constexpr float ieee_fused(float a, float b, float c) {
    if (!std::is_constant_evaluated()) return fused(a, b, c);
    return nearest_float(detail::fused_to_odd(a, b, c));
}
[[gnu::always_inline]] constexpr double ieee_fused(double a, double b, double c) {
    if (!std::is_constant_evaluated()) return fused(a, b, c);
    return detail::fused_exactly(a, b, c);
}

/// How much more `rounded` is than the product of which it is the rounded value (Negated: than -a b); as a number 0 where
/// that is infinite, as lanes then not finite.
template <bool Negated, class V>
[[gnu::always_inline]] constexpr V excess_of_product(V a, V b, V rounded) {
    if constexpr (!is_lanes<V>)
        if (any_not_finite(rounded)) return 0;
    return Negated ? fused(a, b, rounded) : fused_less(a, b, rounded);
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
    return fused(a, b, c);
}
template <class T, int N>
[[gnu::always_inline]] inline lanes<T, N> ieee_quotient(lanes<T, N> a, lanes<T, N> b) {
    return a / b;
}

}  // namespace hillock::direct
