// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/symbols/rational.hpp>

#include <bit>
#include <cstdint>
#include <limits>

namespace hillock::detail {

inline constexpr double infinite = std::numeric_limits<double>::infinity();
/// Ends beyond it count as infinite, so that no arithmetic on ends overflows, which constant evaluation refuses.
inline constexpr double largest_end = 0x1p1000;

/// What may be wrong with a function somewhere on an interval.
enum fault : unsigned char {
    no_fault = 0,
    /// It may have no value there: log of a negative number, a division by 0.
    undefined = 1,
    /// It may not be analytic there: sqrt at 0.
    singular = 2,
};

/// Real numbers from `lower` to `upper`, either of which may be infinite: where a value lies for certain.
///
/// Ends are rounded outward, except where the result is exact, so that 0 and 1 stay what they are.
struct interval {
    double lower, upper;
    unsigned char faults = no_fault;

    constexpr bool is_point() const { return lower == upper; }
    constexpr bool contains(double value) const { return lower <= value && value <= upper; }
    constexpr bool is_bounded() const { return lower > -infinite && upper < infinite; }
};

inline constexpr interval everything{-infinite, infinite}, zero_interval{0, 0}, one_interval{1, 1};
inline constexpr interval pi_interval{0x1.921fb54442d18p+1, 0x1.921fb54442d19p+1},
    half_pi_interval{0x1.921fb54442d18p+0, 0x1.921fb54442d19p+0},
    e_interval{0x1.5bf0a8b145769p+1, 0x1.5bf0a8b14576ap+1}, log_2_interval{0x1.62e42fefa39efp-1, 0x1.62e42fefa39fp-1};

constexpr double smaller(double a, double b) {
    return a < b ? a : b;
}
constexpr double larger(double a, double b) {
    return a < b ? b : a;
}
constexpr double magnitude(double a) {
    return a < 0 ? -a : a;
}

/// A number below v, by at least 2^-52 of it.
constexpr double lowered(double v) {
    return v >= largest_end ? largest_end : v <= -largest_end ? -infinite : v - (magnitude(v) * 0x1p-52 + 0x1p-1070);
}
constexpr double raised(double v) {
    return -lowered(-v);
}

/// a + b, rounded down: the error of the sum is known exactly (Knuth, TAOCP 2, 4.2.2).
constexpr double sum_down(double a, double b) {
    if (a == -infinite || b == -infinite) return -infinite;
    if (a == infinite || b == infinite) return infinite;
    double const s = a + b, t = s - a;
    return (a - (s - t)) + (b - t) < 0 || magnitude(s) > largest_end ? lowered(s) : s;
}

/// Whether the product with another such number is exact.
constexpr bool is_short(double a) {
    return a == 0 || (magnitude(a) < 0x1p120 && magnitude(a) > 0x1p-120 &&
                      (std::bit_cast<std::uint64_t>(a) & ((std::uint64_t{1} << 29) - 1)) == 0);
}
constexpr double product_down(double a, double b) {
    if (a == 0 || b == 0) return 0;
    double const size_a = magnitude(a), size_b = magnitude(b);
    bool const negative = (a < 0) != (b < 0);
    if (size_a >= 0x1p500 || size_b >= 0x1p500) {
        if (size_a == infinite || size_b == infinite) return negative ? -infinite : infinite;
        if (size_a > 1 && size_b > largest_end / size_a) return negative ? -infinite : largest_end;
    }
    double const result = a * b;
    return size_a == 1 || size_b == 1 || (is_short(a) && is_short(b)) ? result : lowered(result);
}
/// a / b, b not 0, rounded down.
constexpr double quotient_down(double a, double b) {
    if (a == 0) return 0;
    double const size_a = magnitude(a), size_b = magnitude(b);
    bool const negative = (a < 0) != (b < 0);
    if (size_b == infinite) return size_a == infinite && negative ? -infinite : negative ? -0x1p-1000 : 0;
    if (size_a == infinite) return negative ? -infinite : infinite;
    if (size_b < 1 && size_a >= largest_end * size_b) return negative ? -infinite : largest_end;
    double const result = a / b;
    return size_b == 1 || (is_short(result) && is_short(b) && result * b == a) ? result : lowered(result);
}

constexpr unsigned char faults_of(interval const& a, interval const& b) {
    return static_cast<unsigned char>(a.faults | b.faults);
}

/// The value with these faults besides its own.
constexpr interval with_faults(interval value, int faults) {
    value.faults = static_cast<unsigned char>(value.faults | faults);
    return value;
}

constexpr interval negative(interval const& a) {
    return {-a.upper, -a.lower, a.faults};
}
constexpr interval sum(interval const& a, interval const& b) {
    return {sum_down(a.lower, b.lower), -sum_down(-a.upper, -b.upper), faults_of(a, b)};
}
constexpr interval difference(interval const& a, interval const& b) {
    return sum(a, negative(b));
}
constexpr interval product(interval const& a, interval const& b) {
    unsigned char const faults = faults_of(a, b);
    if (a.lower >= 0)
        return {b.lower >= 0 ? product_down(a.lower, b.lower) : product_down(a.upper, b.lower),
                b.upper >= 0 ? -product_down(-a.upper, b.upper) : -product_down(-a.lower, b.upper), faults};
    if (a.upper <= 0) return negative(product(negative(a), b));
    if (b.lower >= 0 || b.upper <= 0) return product(b, a);
    return {smaller(product_down(a.lower, b.upper), product_down(a.upper, b.lower)),
            larger(-product_down(-a.lower, b.lower), -product_down(-a.upper, b.upper)), faults};
}
/// Where b may be 0, any number, and undefined.
constexpr interval quotient(interval const& a, interval const& b) {
    if (b.contains(0)) return {-infinite, infinite, static_cast<unsigned char>(faults_of(a, b) | undefined)};
    if (b.upper < 0) return quotient(negative(a), negative(b));
    return {quotient_down(a.lower, a.lower >= 0 ? b.upper : b.lower),
            -quotient_down(-a.upper, a.upper >= 0 ? b.lower : b.upper), faults_of(a, b)};
}
constexpr interval square(interval const& a) {
    if (a.lower >= 0) return product(a, a);
    if (a.upper <= 0) return square(negative(a));
    return {0, larger(-product_down(-a.lower, a.lower), -product_down(-a.upper, a.upper)), a.faults};
}
/// All that is in one of both.
constexpr interval hull(interval const& a, interval const& b) {
    return {smaller(a.lower, b.lower), larger(a.upper, b.upper), faults_of(a, b)};
}
/// What is in both; b's ends where they are known to hold for a.
constexpr interval common(interval const& a, double lower, double upper) {
    return {smaller(larger(a.lower, lower), upper), larger(smaller(a.upper, upper), lower), a.faults};
}
constexpr interval smallest(interval const& a, interval const& b) {
    return {smaller(a.lower, b.lower), smaller(a.upper, b.upper), faults_of(a, b)};
}
constexpr interval largest(interval const& a, interval const& b) {
    return {larger(a.lower, b.lower), larger(a.upper, b.upper), faults_of(a, b)};
}
constexpr interval absolute(interval const& a) {
    if (a.lower >= 0) return a;
    if (a.upper <= 0) return negative(a);
    return {0, larger(-a.lower, a.upper), a.faults};
}
constexpr interval point(double value) {
    return {value, value};
}
/// Of a bounded one.
constexpr double middle(interval const& a) {
    return 0.5 * a.lower + 0.5 * a.upper;
}
constexpr double width(interval const& a) {
    return a.upper - a.lower;
}

/// 2^n for |n| <= 1022.
constexpr double power_of_two(int n) {
    return std::bit_cast<double>(static_cast<std::uint64_t>(n + 1023) << 52);
}

/// The exact number; one beyond every double is taken for infinite.
constexpr interval enclosure_of(rational const& value) {
    if (value.is_zero()) return zero_interval;
    int const top = bit_count(value.numerator) - bit_count(value.denominator) + value.exponent;
    if (top > 990) return value.is_negative() ? point(-infinite) : point(infinite);
    if (top < -960) return value.is_negative() ? interval{-0x1p-958, 0} : interval{0, 0x1p-958};
    auto const part = [](int128 integer) {
        auto const rounded = static_cast<double>(integer);
        bool const exact = static_cast<int128>(rounded) == integer;
        return exact ? point(rounded) : interval{lowered(rounded), raised(rounded)};
    };
    interval result = part(value.numerator);
    if (value.denominator != 1) result = quotient(result, part(value.denominator));
    // In two steps, as the exponent alone may be beyond those of doubles.
    int const first = value.exponent / 2;
    double const low = power_of_two(first), high = power_of_two(value.exponent - first);
    return {result.lower * low * high, result.upper * low * high};
}

}  // namespace hillock::detail
