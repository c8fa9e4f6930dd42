// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bit>
#include <cstdint>
#include <limits>

namespace hillock::direct::detail {

__extension__ typedef unsigned __int128 uint128;

/// A finite double as sign, integer and power of two.
struct scaled_integer {
    bool negative;
    int exponent;
    uint128 magnitude;

    constexpr explicit scaled_integer(double x) {
        auto const bits = std::bit_cast<std::uint64_t>(x);
        int const field = static_cast<int>(bits >> 52 & 0x7ff);
        std::uint64_t const fraction = bits & 0xfffffffffffff;
        negative = bits >> 63 != 0;
        exponent = (field == 0 ? 1 : field) - 1075;
        magnitude = field == 0 ? fraction : fraction | 0x10000000000000;
    }
};

constexpr int bit_length(uint128 value) {
    auto const high = static_cast<std::uint64_t>(value >> 64);
    return high != 0 ? 64 + std::bit_width(high) : static_cast<int>(std::bit_width(static_cast<std::uint64_t>(value)));
}
/// value / 2^count; whether anything was lost stays in the last bit.
constexpr uint128 shifted_right(uint128 value, int count) {
    if (count > 126) return value != 0 ? 1 : 0;
    uint128 const whole = value >> count;
    return (whole << count) != value ? whole | 1 : whole;
}

/// a b + c rounded once, of any finite doubles, in integers: where results overflow, or products or results are
/// small enough to lose digits.
constexpr double fused_in_integers(double a, double b, double c) {
    scaled_integer product(a);
    scaled_integer const factor(b);
    scaled_integer addend(c);
    product.negative = product.negative != factor.negative;
    product.exponent += factor.exponent;
    product.magnitude *= factor.magnitude;
    if (product.magnitude == 0) return (product.negative ? -0.0 : 0.0) + c;
    // Both to one exponent, the greater with its first bit at 124, so that what the other loses lies far below the result.
    scaled_integer& greater = addend.magnitude != 0 && addend.exponent + bit_length(addend.magnitude) >
                                                           product.exponent + bit_length(product.magnitude)
                                  ? addend
                                  : product;
    scaled_integer& lesser = &greater == &addend ? product : addend;
    int const lift = 124 - bit_length(greater.magnitude);
    greater.magnitude <<= lift;
    greater.exponent -= lift;
    int const shift = greater.exponent - lesser.exponent;
    if (lesser.magnitude != 0)
        lesser.magnitude = shift >= 0 ? shifted_right(lesser.magnitude, shift) : lesser.magnitude << -shift;
    uint128 sum = greater.magnitude;
    bool negative = greater.negative;
    if (greater.negative == lesser.negative) {
        sum += lesser.magnitude;
    } else if (lesser.magnitude > sum) {
        sum = lesser.magnitude - sum;
        negative = lesser.negative;
    } else {
        sum -= lesser.magnitude;
    }
    if (sum == 0) return 0.0;
    int exponent = greater.exponent;
    int const excess = bit_length(sum) - 53;
    int const drop = exponent + excess < -1074 ? -1074 - exponent : excess;
    if (drop > 0) {
        uint128 const kept = drop > 126 ? 0 : sum >> drop;
        uint128 const rest = drop > 126 ? 1 : sum - (kept << drop);
        uint128 const half = drop > 126 ? 2 : static_cast<uint128>(1) << (drop - 1);
        sum = kept + (rest > half || (rest == half && (kept & 1) != 0) ? 1 : 0);
        exponent += drop;
    }
    if (exponent + bit_length(sum) > 1024)
        return negative ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
    double result = static_cast<double>(static_cast<std::uint64_t>(sum));
    for (; exponent > 0; --exponent)
        result *= 2;
    if (exponent < -1000) {
        result *= 0x1p-100;
        exponent += 100;
    }
    for (; exponent <= -64; exponent += 64)
        result *= 0x1p-64;
    for (; exponent < 0; ++exponent)
        result *= 0.5;
    return negative ? -result : result;
}

}  // namespace hillock::direct::detail
