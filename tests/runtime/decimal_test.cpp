// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#include <hillock/detail/decimal.hpp>

#include <bit>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace {

using hillock::detail::shortest_decimal;
using hillock::detail::write_decimal;
using limits = std::numeric_limits<double>;

constexpr bool is_written(double value, std::string_view expected) {
    char text[26]{};
    return std::string_view(text, write_decimal(text, value)) == expected;
}

static_assert(is_written(0.0, "0"));
static_assert(is_written(-0.0, "-0"));
static_assert(is_written(0.5, "0.5"));
static_assert(is_written(0.1, "0.1"));
static_assert(is_written(1.702, "1.702"));
static_assert(is_written(2.0, "2"));
static_assert(is_written(-3.0, "-3"));
static_assert(is_written(100.0, "100"));
static_assert(is_written(0.1 + 0.2, "0.30000000000000004"));
static_assert(is_written(-1.0 / 3.0, "-0.3333333333333333"));
static_assert(is_written(0.044715, "0.044715"));
static_assert(is_written(1e-5, "0.00001"));
static_assert(is_written(1e-6, "1e-6"));
static_assert(is_written(-1.2345678901234567e-5, "-0.000012345678901234568"));
static_assert(is_written(1e-30, "1e-30"));
static_assert(is_written(3.5e38, "3.5e38"));
static_assert(is_written(1.5e300, "1.5e300"));
static_assert(is_written(1e16, "10000000000000000"));
static_assert(is_written(1e17, "1e17"));
static_assert(is_written(9007199254740992.0, "9007199254740992"));
static_assert(is_written(1e23, "1e23"));
static_assert(is_written(9e15 / 8 + 0.25, "1125000000000000.2"));
static_assert(is_written(9e15 / 8 + 0.75, "1125000000000000.8"));
static_assert(is_written(limits::max(), "1.7976931348623157e308"));
static_assert(is_written(limits::min(), "2.2250738585072014e-308"));
static_assert(is_written(limits::denorm_min(), "5e-324"));
static_assert(is_written(limits::infinity(), "inf"));
static_assert(is_written(-limits::infinity(), "-inf"));
static_assert(is_written(limits::quiet_NaN(), "nan"));
static_assert(is_written(-limits::quiet_NaN(), "nan"));

static_assert(shortest_decimal(-1.25).count == 3);
static_assert(shortest_decimal(-1.25).negative);
static_assert(shortest_decimal(1200.0).count == 2);
static_assert(shortest_decimal(1200.0).exponent == 3);
static_assert(shortest_decimal(limits::infinity()).count == 0);

/// The digits and the exponent as std::to_chars writes them: "-d.ddde-xx".
std::string scientific(double value) {
    char text[40];
    return std::string(text, std::to_chars(text, text + 40, value, std::chars_format::scientific).ptr);
}

/// The same from our digits.
std::string scientific_of_ours(double value) {
    auto const number = shortest_decimal(value);
    std::string text = number.negative ? "-" : "";
    text += number.digits[0];
    if (number.count > 1) text += '.' + std::string(number.digits + 1, number.digits + number.count);
    int const size = number.exponent < 0 ? -number.exponent : number.exponent;
    return text + (number.exponent < 0 ? "e-" : "e+") + (size < 10 ? "0" : "") + std::to_string(size);
}

/// Empty when the digits are those of std::to_chars and the text is well formed and reads back as the same number.
std::string fault_of(double value) {
    std::string const expected = scientific(value);
    std::string const digits = scientific_of_ours(value);
    if (digits != expected) return "digits " + digits + " for " + expected;
    char buffer[27];
    buffer[26] = '#';
    std::size_t const size = write_decimal(buffer, value);
    if (size > 26 || buffer[26] != '#') return "too long for " + expected;
    std::string const text(buffer, size);
    double back = 0;
    auto const [end, error] = std::from_chars(buffer, buffer + size, back);
    if (error != std::errc{} || end != buffer + size ||
        std::bit_cast<std::uint64_t>(back) != std::bit_cast<std::uint64_t>(value)) {
        return text + " does not read back as " + expected;
    }
    int const exponent = shortest_decimal(value).exponent;
    if ((text.find('e') == std::string::npos) != (exponent >= -5 && exponent <= 16)) return text + ": wrong notation";
    return "";
}

void expect_right(double value) {
    for (double const signed_value : {value, -value}) {
        std::string const fault = fault_of(signed_value);
        ASSERT_TRUE(fault.empty()) << fault;
    }
}

void expect_right_around(std::uint64_t bits) {
    for (std::uint64_t distance = 0; distance <= 4; ++distance) {
        for (std::uint64_t const near : {bits - distance, bits + distance}) {
            double const value = std::bit_cast<double>(near);
            if ((near >> 52 & 0x7ff) == 0x7ff) continue;
            ASSERT_NO_FATAL_FAILURE(expect_right(value));
        }
    }
}

TEST(decimal, random_bit_patterns) {
    std::mt19937_64 random(20260101);
    for (int i = 0; i < 1'000'000; ++i) {
        std::uint64_t const bits = random();
        if ((bits >> 52 & 0x7ff) == 0x7ff) continue;
        std::string const fault = fault_of(std::bit_cast<double>(bits));
        ASSERT_TRUE(fault.empty()) << fault;
    }
}

TEST(decimal, random_numbers_of_usual_size) {
    std::mt19937_64 random(20260102);
    for (int i = 0; i < 300'000; ++i) {
        std::uint64_t const exponent = 1023 - 64 + random() % 128;
        ASSERT_NO_FATAL_FAILURE(expect_right(std::bit_cast<double>(exponent << 52 | random() >> 12)));
    }
}

TEST(decimal, random_subnormal_numbers) {
    std::mt19937_64 random(20260103);
    for (int i = 0; i < 100'000; ++i) {
        ASSERT_NO_FATAL_FAILURE(expect_right(std::bit_cast<double>(random() >> (12 + random() % 52))));
    }
}

TEST(decimal, few_digits) {
    std::mt19937_64 random(20260104);
    for (int i = 0; i < 300'000; ++i) {
        std::string const text =
            std::to_string(random() % 1'000'000) + "e" + std::to_string(static_cast<int>(random() % 640) - 330);
        double value = 0;
        auto const result = std::from_chars(text.data(), text.data() + text.size(), value);
        if (result.ec != std::errc{}) continue;
        ASSERT_NO_FATAL_FAILURE(expect_right(value));
    }
}

TEST(decimal, integers_and_their_halves_quarters_and_eighths) {
    std::mt19937_64 random(20260105);
    for (int i = 0; i < 50'000; ++i) {
        auto const integer = static_cast<double>(random() >> (random() % 64));
        for (double const divisor : {1.0, 2.0, 4.0, 8.0}) ASSERT_NO_FATAL_FAILURE(expect_right(integer / divisor));
    }
    for (int i = 0; i < 20'000; ++i) ASSERT_NO_FATAL_FAILURE(expect_right(i / 8.0));
}

TEST(decimal, ties_between_two_shortest) {
    std::mt19937_64 random(20260106);
    for (int i = 0; i < 20'000; ++i) {
        for (std::uint64_t const exponent : {48, 49, 50, 51, 52, 53, 54, 55, 56}) {
            ASSERT_NO_FATAL_FAILURE(expect_right(std::bit_cast<double>((1023 + exponent) << 52 | random() >> 12)));
        }
    }
}

TEST(decimal, around_powers_of_two) {
    for (std::uint64_t exponent = 0; exponent <= 0x7fe; ++exponent) {
        ASSERT_NO_FATAL_FAILURE(expect_right_around(exponent != 0 ? exponent << 52 : 4));
    }
    for (int i = 3; i < 52; ++i) ASSERT_NO_FATAL_FAILURE(expect_right_around(std::uint64_t{1} << i));
    ASSERT_NO_FATAL_FAILURE(expect_right_around(std::bit_cast<std::uint64_t>(limits::max())));
}

TEST(decimal, around_powers_of_ten) {
    for (int exponent = -322; exponent <= 308; ++exponent) {
        std::string const text = "1e" + std::to_string(exponent);
        double value = 0;
        ASSERT_EQ(std::from_chars(text.data(), text.data() + text.size(), value).ec, std::errc{});
        ASSERT_NO_FATAL_FAILURE(expect_right_around(std::bit_cast<std::uint64_t>(value)));
    }
}

TEST(decimal, infinities_and_nan) {
    EXPECT_TRUE(is_written(limits::infinity(), "inf"));
    EXPECT_TRUE(is_written(-limits::infinity(), "-inf"));
    EXPECT_TRUE(is_written(limits::quiet_NaN(), "nan"));
    EXPECT_TRUE(is_written(-limits::quiet_NaN(), "nan"));
    EXPECT_EQ(shortest_decimal(limits::quiet_NaN()).count, 0);
}

} // namespace
