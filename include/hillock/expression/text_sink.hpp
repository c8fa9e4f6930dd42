// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/detail/decimal.hpp>
#include <hillock/symbols/rational.hpp>
#include <hillock/symbols/text_view.hpp>

#include <cstddef>
#include <iosfwd>
#include <limits>

namespace hillock {

/// Text of bounded length, made by the compiler where its expression is constant: converts to std::string_view and
/// std::string, compares with strings, and can be streamed.
template <std::size_t Capacity>
struct text {
    /// With a zero at the end.
    char characters[Capacity + 1]{};
    /// How many of them there are.
    std::size_t length = 0;

    /// The characters, as long as the text lives.
    ///@{
    constexpr text_view view() const { return {characters, length}; }
    constexpr operator text_view() const { return view(); }
    ///@}
    /// To std::string_view, std::string and their like.
    template <detail::string_like String>
    constexpr operator String() const {
        return String(characters, length);
    }
    /// As std::string has them.
    ///@{
    constexpr char const* c_str() const { return characters; }
    constexpr char const* data() const { return characters; }
    constexpr std::size_t size() const { return length; }
    constexpr char const* begin() const { return characters; }
    constexpr char const* end() const { return characters + length; }
    ///@}

    /// Whether the characters are the same.
    ///@{
    friend constexpr bool operator==(text const& a, text_view b) { return a.view() == b; }
    template <detail::string_like String>
    friend constexpr bool operator==(text const& a, String const& b) {
        return a.view() == b;
    }
    ///@}
    /// Writes the characters.
    template <class Traits>
    friend auto& operator<<(std::basic_ostream<char, Traits>& stream, text const& written) {
        return stream << written.view();
    }
};
/// Whether the characters are the same.
template <std::size_t A, std::size_t B>
constexpr bool operator==(text<A> const& a, text<B> const& b) {
    return a.view() == b.view();
}

namespace detail {

/// Collects characters; without a buffer it only counts them.
struct text_sink {
    char* buffer = nullptr;
    std::size_t length = 0;

    constexpr void put(char c) {
        if (buffer != nullptr) buffer[length] = c;
        ++length;
    }
    constexpr void put(text_view characters) {
        for (char c : characters)
            put(c);
    }
    constexpr void put_integer(int128 value) {
        char digits[40]{};
        int count = 0;
        do {
            digits[count++] = static_cast<char>('0' + static_cast<int>(value % 10));
            value /= 10;
        } while (value != 0);
        while (count > 0)
            put(digits[--count]);
    }
    constexpr void put_double(double value) {
        // Counting is done without the value, which only the expression holds.
        char digits[32]{};
        std::size_t const count = buffer != nullptr ? write_decimal(digits, value) : 26;
        put(text_view(digits, count));
    }
};

/// |value| as a double, rounded twice at most: for printing.
constexpr double nearest_double(rational const& value) {
    if (bit_count(value.numerator) - bit_count(value.denominator) + value.exponent > 1024)
        return std::numeric_limits<double>::infinity();
    double result = static_cast<double>(value.numerator) / static_cast<double>(value.denominator);
    for (int i = 0; i < value.exponent; ++i)
        result *= 2;
    for (int i = 0; i > value.exponent; --i)
        result /= 2;
    return result;
}

/// Writes a non-negative number: as the exact decimal where that has at most 36 digits, else as a fraction or rounded.
constexpr void put_rational(text_sink& sink, rational const& value) {
    int128 rest = value.denominator;
    int fives = 0;
    for (; rest % 5 == 0; rest /= 5)
        ++fives;
    int const places = fives > -value.exponent ? fives : -value.exponent;
    rational scaled = value;
    if (places > 0) scaled = multiply(multiply(value, integer_power({5, 1, 0}, places)), {1, 1, places});
    if (rest == 1 && scaled.is_integer() && bit_count(scaled.numerator) + scaled.exponent < 120) {
        int128 const digits = scaled.numerator * (int128{1} << scaled.exponent);
        int128 unit = 1;
        for (int i = 0; i < places; ++i)
            unit *= 10;
        sink.put_integer(digits / unit);
        if (places <= 0) return;
        sink.put('.');
        int128 fraction = digits % unit;
        for (unit /= 10; unit > 0; unit /= 10) {
            sink.put(static_cast<char>('0' + static_cast<int>(fraction / unit % 10)));
            fraction %= unit;
        }
    } else if (rest == 1 || value.exponent < -60 || value.exponent > 60) {
        char digits[32]{};
        sink.put(text_view(digits, write_decimal(digits, nearest_double(value))));
    } else {
        sink.put_integer(value.numerator * (int128{1} << (value.exponent > 0 ? value.exponent : 0)));
        sink.put('/');
        sink.put_integer(value.denominator * (int128{1} << (value.exponent < 0 ? -value.exponent : 0)));
    }
}

/// Whether a number is written as a fraction: 1/3.
constexpr bool is_fraction(rational const& value) {
    int128 rest = value.denominator;
    while (rest % 5 == 0)
        rest /= 5;
    return rest != 1 && value.exponent >= -60 && value.exponent <= 60;
}

}  // namespace detail
}  // namespace hillock
