// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bit>
#include <cstdint>

namespace hillock {

/// The integers that exact numbers are made of.
__extension__ using int128 = __int128;

/// An exact number: numerator / denominator * 2^exponent, both odd (or the numerator 0) and without a common factor.
///
/// Every finite double and every decimal literal of up to 36 digits is one. A result that would need more than
/// 126 bits has denominator 0 ("does not fit"): the rewriting then leaves the operation as it stands.
struct rational {
    // Without initialisers: constant evaluation would spend its time on arrays of them.
    int128 numerator;    ///< Odd, or 0.
    int128 denominator;  ///< Odd and positive; 0 where the number does not fit.
    int exponent;        ///< The power of 2.

    /// What the number is like; the last three of one that fits.
    ///@{
    constexpr bool fits() const { return denominator != 0; }
    constexpr bool is_integer() const { return denominator == 1 && exponent >= 0; }
    constexpr bool is_zero() const { return numerator == 0; }
    constexpr bool is_negative() const { return numerator < 0; }
    ///@}

    /// Equal numbers have equal parts.
    friend constexpr bool operator==(rational const&, rational const&) = default;
};

namespace detail {

// Compilers' builtins: <bit>'s functions are several calls deep, which constant evaluation pays for.
constexpr int bit_count(int128 value) {
    if (value < 0) value = -value;
    auto const high = static_cast<std::uint64_t>(value >> 64);
    auto const low = static_cast<std::uint64_t>(value);
    if (high != 0) return 128 - __builtin_clzll(high);
    return low != 0 ? 64 - __builtin_clzll(low) : 0;
}

/// Of a number that is not 0.
constexpr int trailing_zeros(int128 value) {
    auto const low = static_cast<std::uint64_t>(value);
    return low != 0 ? __builtin_ctzll(low) : 64 + __builtin_ctzll(static_cast<std::uint64_t>(value >> 64));
}

constexpr int128 greatest_common_divisor(int128 a, int128 b) {
    if (a < 0) a = -a;
    if (b < 0) b = -b;
    while (b != 0) {
        int128 const rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

inline constexpr rational unrepresentable{0, 0, 0};

/// Brings any fraction times a power of two to the one form that equal numbers share.
constexpr rational normalized(int128 numerator, int128 denominator, int exponent) {
    if (denominator == 0) return unrepresentable;
    if (numerator == 0) return {0, 1, 0};
    if (denominator < 0) {
        numerator = -numerator;
        denominator = -denominator;
    }
    int const up = trailing_zeros(numerator);
    int const down = trailing_zeros(denominator);
    numerator >>= up;
    denominator >>= down;
    if (denominator != 1) {
        int128 const common = greatest_common_divisor(numerator, denominator);
        numerator /= common;
        denominator /= common;
    }
    return {numerator, denominator, exponent + up - down};
}

constexpr rational multiply(rational a, rational b) {
    if (!a.fits() || !b.fits()) return unrepresentable;
    if (a.denominator != 1 || b.denominator != 1) {
        rational const cross = normalized(a.numerator, b.denominator, a.exponent);
        rational const other = normalized(b.numerator, a.denominator, b.exponent);
        a = {cross.numerator, other.denominator, cross.exponent};
        b = {other.numerator, cross.denominator, other.exponent};
    }
    if (bit_count(a.numerator) + bit_count(b.numerator) > 126) return unrepresentable;
    if (bit_count(a.denominator) + bit_count(b.denominator) > 126) return unrepresentable;
    if (a.is_zero() || b.is_zero()) return {0, 1, 0};
    return {a.numerator * b.numerator, a.denominator * b.denominator, a.exponent + b.exponent};
}

constexpr rational add(rational a, rational b) {
    if (!a.fits() || !b.fits()) return unrepresentable;
    if (a.is_zero()) return b;
    if (b.is_zero()) return a;
    int const exponent = a.exponent < b.exponent ? a.exponent : b.exponent;
    int const shift_a = a.exponent - exponent;
    int const shift_b = b.exponent - exponent;
    if (bit_count(a.numerator) + shift_a + bit_count(b.denominator) > 125) return unrepresentable;
    if (bit_count(b.numerator) + shift_b + bit_count(a.denominator) > 125) return unrepresentable;
    if (bit_count(a.denominator) + bit_count(b.denominator) > 126) return unrepresentable;
    int128 const left = a.numerator * (int128{1} << shift_a) * b.denominator;
    int128 const right = b.numerator * (int128{1} << shift_b) * a.denominator;
    return normalized(left + right, a.denominator * b.denominator, exponent);
}

constexpr rational negate(rational a) {
    return {-a.numerator, a.denominator, a.exponent};
}

/// 1 / a; a is not zero.
constexpr rational reciprocal(rational a) {
    if (a.is_zero()) return unrepresentable;
    return a.numerator < 0 ? rational{-a.denominator, -a.numerator, -a.exponent}
                           : rational{a.denominator, a.numerator, -a.exponent};
}

constexpr rational integer_power(rational a, int power) {
    if (power < 0) return integer_power(reciprocal(a), -power);
    rational result{1, 1, 0};
    for (int i = 0; i < power && result.fits(); ++i)
        result = multiply(result, a);
    return result;
}

/// The exact square root of a number, or one that does not fit.
constexpr rational exact_root(rational value) {
    if (value.is_negative() || value.exponent % 2 != 0 || bit_count(value.numerator) > 62 ||
        bit_count(value.denominator) > 62)
        return unrepresentable;
    auto const root = [](std::int64_t square) -> std::int64_t {
        std::int64_t low = 0;
        std::int64_t high = std::int64_t{1} << 31;
        while (low < high) {
            std::int64_t const middle = low + (high - low + 1) / 2;
            if (middle <= square / middle)
                low = middle;
            else
                high = middle - 1;
        }
        return low * low == square ? low : -1;
    };
    std::int64_t const numerator = root(static_cast<std::int64_t>(value.numerator));
    std::int64_t const denominator = root(static_cast<std::int64_t>(value.denominator));
    if (numerator < 0 || denominator < 0) return unrepresentable;
    return {numerator, denominator, value.exponent / 2};
}

/// Whether a < b; numbers too far apart to subtract exactly are told apart by their size.
constexpr bool is_less(rational a, rational b) {
    if (a.is_negative() != b.is_negative()) return a.is_negative();
    rational const difference = add(a, negate(b));
    if (difference.fits()) return difference.is_negative();
    int const size_a = bit_count(a.numerator) - bit_count(a.denominator) + a.exponent;
    int const size_b = bit_count(b.numerator) - bit_count(b.denominator) + b.exponent;
    return (size_a < size_b) != a.is_negative();
}

/// The value of a small integer (|a| < 2^31); `fallback` when a is something else.
constexpr int to_int(rational a, int fallback = 0) {
    if (!a.is_integer() || bit_count(a.numerator) + a.exponent > 31) return fallback;
    return static_cast<int>(a.numerator * (int128{1} << a.exponent));
}

constexpr rational rational_from_int(std::int64_t value) {
    return normalized(value, 1, 0);
}

/// The exact value of a finite double; infinities and NaN do not fit.
constexpr rational rational_from_double(double value) {
    auto const bits = std::bit_cast<std::uint64_t>(value);
    int const biased = static_cast<int>(bits >> 52) & 0x7ff;
    if (biased == 0x7ff) return unrepresentable;
    auto mantissa = static_cast<std::int64_t>(bits & ((std::uint64_t{1} << 52) - 1));
    if (biased != 0) mantissa |= std::int64_t{1} << 52;
    return normalized((bits >> 63) != 0 ? -mantissa : mantissa, 1, (biased != 0 ? biased : 1) - 1075);
}

/// Reads a C++ number literal, decimal, with point and exponent and digit separators, exactly.
constexpr rational parse_rational(char const* text, int size) {
    int128 mantissa = 0;
    int places = 0;
    int exponent = 0;
    bool after_point = false;
    for (int i = 0; i < size; ++i) {
        char const c = text[i];
        if (c == '\'') continue;
        if (c == '.') {
            after_point = true;
        } else if (c == 'e' || c == 'E') {
            bool const minus = text[i + 1] == '-';
            if (minus || text[i + 1] == '+') ++i;
            while (++i < size) {
                if (text[i] < '0' || text[i] > '9') return unrepresentable;
                exponent = exponent * 10 + (text[i] - '0');
                if (exponent > 400) return unrepresentable;
            }
            if (minus) exponent = -exponent;
        } else if (c < '0' || c > '9' || mantissa >> 121 != 0) {
            return unrepresentable;
        } else {
            mantissa = mantissa * 10 + (c - '0');
            places += after_point ? 1 : 0;
        }
    }
    if (exponent == places) return normalized(mantissa, 1, 0);
    rational const scale = integer_power({5, 1, 1}, exponent > places ? exponent - places : places - exponent);
    return multiply(normalized(mantissa, 1, 0), exponent > places ? scale : reciprocal(scale));
}

}  // namespace detail
}  // namespace hillock
