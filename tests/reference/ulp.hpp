// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// What the reference tables are made of, and how a result is measured against them.
// Everything is constexpr, needs no <cmath> and knows nothing of the library.
#pragma once

#include <bit>
#include <cstdint>
#include <initializer_list>  // for (auto e : {r.f, r.d1, r.d2})
#include <limits>

namespace reference {

inline constexpr double inf = std::numeric_limits<double>::infinity();
inline constexpr double NaN = std::numeric_limits<double>::quiet_NaN();
inline constexpr float inff = std::numeric_limits<float>::infinity();
inline constexpr float NaNf = std::numeric_limits<float>::quiet_NaN();

// The exact real value at exactly that input. NaN, infinity (a limit, or the type overflows) as such.
template <class T>
struct expected;

// For float: the exact value rounded to double, good to 2^-30 ULP of float.
template <>
struct expected<float> {
    double value;
    bool near_zero = false;  // within 1/8 of an interior zero of this derivative: the absolute bound will do
    bool unchecked = false;  // no single right answer (second derivative at a joint of two pieces, 0 times infinity)
};

// For double: the unevaluated sum hi + lo. Where hi is subnormal lo is 0, and the value good to 0.5 ULP only.
template <>
struct expected<double> {
    double hi;
    double lo = 0;
    bool near_zero = false;
    bool unchecked = false;
};

// An activation of one number: value, first and second derivative.
template <class T>
struct row {
    T x;
    expected<T> f, d1, d2;
};

// An activation of two numbers: value, first and second partial derivatives. Signs of zeros are not kept here.
template <class T>
struct row2 {
    T a, b;
    expected<T> f, da, db, daa, dab, dbb;
};

namespace detail {

constexpr double magnitude(double v) {
    return v < 0 ? -v : v;
}

constexpr bool is_nan(double v) {
    return v != v;
}

// The spacing of T at v, v finite; the smallest subnormal of T below the normal range.
template <class T>
constexpr double spacing(double v) {
    constexpr int digits = std::numeric_limits<T>::digits;
    constexpr int lowest = std::numeric_limits<T>::min_exponent - digits;   // -149, -1074
    constexpr int highest = std::numeric_limits<T>::max_exponent - digits;  // 104, 971
    int exponent = static_cast<int>((std::bit_cast<std::uint64_t>(v) >> 52) & 0x7ff) - 1023 - (digits - 1);
    exponent = exponent < lowest ? lowest : exponent > highest ? highest : exponent;
    return exponent >= -1022 ? std::bit_cast<double>(static_cast<std::uint64_t>(exponent + 1023) << 52)
                             : std::bit_cast<double>(std::uint64_t{1} << (exponent + 1074));
}

// |computed - (hi + lo)| in units of the spacing of T; infinite from 2^60 on.
template <class T>
constexpr double ulp_error(double computed, double hi, double lo) {
    if (is_nan(computed) || is_nan(hi)) return is_nan(computed) && is_nan(hi) ? 0 : inf;
    if (computed == hi && (magnitude(hi) == inf || lo == 0)) return 0;
    if (magnitude(hi) == inf) return inf;

    double unit = spacing<T>(hi);
    bool const toward_zero = (hi > 0 && lo < 0) || (hi < 0 && lo > 0);
    bool const power_of_two = (std::bit_cast<std::uint64_t>(hi) << 12) == 0;
    if (toward_zero && power_of_two && unit > 0x1p-1074)
        unit /= 2;  // the exact value is just below the power of two hi

    if (magnitude(computed) == inf) {
        // Exact values above the largest finite one by less than half a ULP may round to infinity, taken as the next
        // value of a wider exponent. At or below the largest, infinity is a spurious overflow.
        constexpr double largest = std::numeric_limits<T>::max();
        bool const above = magnitude(hi) > largest || (magnitude(hi) == largest && lo != 0 && !toward_zero);
        if (!above || (computed > 0) != (hi > 0)) return inf;
        double const excess = (magnitude(hi) - largest) + magnitude(lo);
        return (unit - excess) / unit;
    }
    bool const huge = magnitude(computed) >= 0x1p1000 || magnitude(hi) >= 0x1p1000;
    double const scale = huge ? 0x1p-60 : 1;  // no overflow in the difference
    double const error = magnitude((computed * scale - hi * scale) - lo * scale);
    unit *= scale;
    return error >= unit * 0x1p60 ? inf : error / unit;
}

constexpr double absolute_error(double computed, double hi, double lo) {
    if (is_nan(computed) || is_nan(hi) || magnitude(computed) >= 0x1p1000 || magnitude(hi) >= 0x1p1000)
        return is_nan(computed) && is_nan(hi) ? 0 : computed == hi ? 0 : inf;
    return magnitude((computed - hi) - lo);
}

}  // namespace detail

// The error of a computed result in ULP, a correctly rounded one having at most 0.5. NaN matches NaN only, an infinity
// the same infinity only (an infinite error otherwise); the sign of a zero does not count.
constexpr double ulp_error(float computed, expected<float> exact) {
    return detail::ulp_error<float>(static_cast<double>(computed), exact.value, 0);
}

constexpr double ulp_error(double computed, expected<double> exact) {
    return detail::ulp_error<double>(computed, exact.hi, exact.lo);
}

constexpr double absolute_error(float computed, expected<float> exact) {
    return detail::absolute_error(static_cast<double>(computed), exact.value, 0);
}

constexpr double absolute_error(double computed, expected<double> exact) {
    return detail::absolute_error(computed, exact.hi, exact.lo);
}

// Whether a result is good: within `ulps`, or within `near_zero` absolutely where the table says that this will do.
template <class T>
constexpr bool agrees(T computed, expected<T> exact, double ulps, double near_zero = 0) {
    return exact.unchecked || ulp_error(computed, exact) <= ulps ||
           (exact.near_zero && absolute_error(computed, exact) <= near_zero);
}

}  // namespace reference
