// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

namespace hillock::detail {

/// The number d.ddd * 10^exponent, whose `count` digits are characters without trailing zeros (zero is "0").
struct decimal {
    char digits[17];
    int count;
    int exponent;
    bool negative;
};

/// A natural number of up to 800 bits, all that a double needs, lowest limb first, with zeros from `size` on.
struct big_natural {
    std::uint32_t limbs[25]{};
    int size = 0;

    constexpr explicit big_natural(std::uint64_t value) {
        for (; value != 0; value >>= 32)
            limbs[size++] = static_cast<std::uint32_t>(value);
    }

    /// The position of the highest bit, counted from 1.
    constexpr int bits() const { return 32 * size - std::countl_zero(limbs[size - 1]); }

    /// Multiplies by a factor that is not 0.
    constexpr void multiply(std::uint32_t factor) {
        std::uint64_t carry = 0;
        for (int i = 0; i < size; ++i) {
            carry += std::uint64_t{limbs[i]} * factor;
            limbs[i] = static_cast<std::uint32_t>(carry);
            carry >>= 32;
        }
        if (carry != 0) limbs[size++] = static_cast<std::uint32_t>(carry);
    }

    /// Multiplies by 5^power, 5^13 at a time.
    constexpr void multiply_by_power_of_5(int power) {
        for (; power >= 13; power -= 13)
            multiply(1220703125);
        std::uint32_t factor = 1;
        for (; power > 0; --power)
            factor *= 5;
        if (factor != 1) multiply(factor);
    }

    /// Multiplies by 2^shift.
    constexpr void shift_left(int shift) {
        multiply(std::uint32_t{1} << (shift % 32));
        int const whole = shift / 32;
        if (whole == 0) return;
        for (int i = size - 1; i >= 0; --i)
            limbs[i + whole] = limbs[i];
        for (int i = 0; i < whole; ++i)
            limbs[i] = 0;
        size += whole;
    }

    /// Subtracts factor * other, which is not greater.
    constexpr void subtract(std::uint32_t factor, big_natural const& other) {
        std::int64_t carry = 0;
        for (int i = 0; i < other.size; ++i) {
            carry += std::int64_t{limbs[i]} - static_cast<std::int64_t>(std::uint64_t{other.limbs[i]} * factor);
            limbs[i] = static_cast<std::uint32_t>(carry);
            carry >>= 32;
        }
    }
};

/// The sign of x + factor * y - z over the lowest `size` limbs, beyond which all are zero; factor is 0, 1 or 2.
constexpr int sign_of_difference(big_natural const& x, int factor, big_natural const& y, big_natural const& z,
                                 int size) {
    std::int64_t rest = 0;
    for (int i = size - 1; i >= 0; --i) {
        rest = rest * (std::int64_t{1} << 32) + z.limbs[i] - x.limbs[i] - factor * std::int64_t{y.limbs[i]};
        if (rest < 0) return 1;
        if (rest > factor) return -1;
    }
    return rest > 0 ? -1 : 0;
}

/// The digits of a natural number from 1 to 2^53.
constexpr decimal decimal_of_natural(std::uint64_t value, bool negative) {
    decimal result{{}, 0, 0, negative};
    for (; value % 10 == 0; value /= 10)
        ++result.exponent;
    for (std::uint64_t rest = value; rest != 0; rest /= 10)
        ++result.count;
    for (int i = result.count; i > 0; value /= 10)
        result.digits[--i] = static_cast<char>('0' + value % 10);
    result.exponent += result.count - 1;
    return result;
}

/// The shortest digits that round to `value`, of those the closest to it; infinities and NaN have none (count 0).
constexpr decimal shortest_decimal(double value) {
    auto const bits = std::bit_cast<std::uint64_t>(value);
    bool const negative = bits >> 63 != 0;
    int const biased = static_cast<int>(bits >> 52 & 0x7ff);
    std::uint64_t const fraction = bits & ((std::uint64_t{1} << 52) - 1);
    if (biased == 0x7ff) return {{}, 0, 0, negative};
    if (biased == 0 && fraction == 0) return {{'0'}, 1, 0, negative};

    // |value| = mantissa * 2^exponent.
    std::uint64_t const mantissa = biased != 0 ? fraction | std::uint64_t{1} << 52 : fraction;
    int const exponent = (biased != 0 ? biased : 1) - 1075;
    if (exponent <= 0 && std::countr_zero(mantissa) >= -exponent) {
        return decimal_of_natural(mantissa >> -exponent, negative);
    }

    // |value| = rest / unit * 10^scale; what rounds to it reaches from rest - below to rest + above * below.
    // With 2^b <= |value| < 2^(b + 1), 10^(scale - 1) <= 2^b < 10^scale: thus 1/10 <= rest / unit < 2.
    bool const even = mantissa % 2 == 0;
    int const above = fraction == 0 && biased > 1 ? 2 : 1;
    int const scale = ((exponent + 63 - std::countl_zero(mantissa)) * 78913 >> 18) + 1;
    big_natural rest(mantissa << above);
    big_natural below(1);
    big_natural unit(1);
    if (scale < 0) {
        rest.multiply_by_power_of_5(-scale);
        below.multiply_by_power_of_5(-scale);
    } else {
        unit.multiply_by_power_of_5(scale);
    }

    // Powers of two, such that the highest limb of unit has 28 bits: then it gives each digit, or that less one.
    int const shift = exponent - above - scale;
    int const unit_shift = shift < 0 ? -shift : 0;
    int const extra = (60 - (unit.bits() + unit_shift) % 32) % 32;
    unit.shift_left(unit_shift + extra);
    rest.shift_left(unit_shift + shift + extra);
    below.shift_left(unit_shift + shift + extra);

    int const size = unit.size;
    decimal result{{}, 0, scale, negative};
    bool high = sign_of_difference(rest, above, below, unit, size) > (even ? -1 : 0);
    if (!high) {
        --result.exponent;
        rest.multiply(10);
        below.multiply(10);
    }
    while (true) {
        std::uint32_t digit = rest.limbs[size - 1] / (unit.limbs[size - 1] + 1);
        if (digit != 0) rest.subtract(digit, unit);
        if (sign_of_difference(rest, 0, rest, unit, size) >= 0) {
            ++digit;
            rest.subtract(1, unit);
        }
        bool const low = sign_of_difference(rest, 0, rest, below, size) < (even ? 1 : 0);
        high = sign_of_difference(rest, above, below, unit, size) > (even ? -1 : 0);
        if (high && low) {
            int const half = sign_of_difference(rest, 1, rest, unit, size);
            high = half > 0 || (half == 0 && digit % 2 != 0);
        }
        result.digits[result.count++] = static_cast<char>('0' + digit + (high ? 1 : 0));
        if (low || high) return result;
        rest.multiply(10);
        below.multiply(10);
    }
}

/// Writes `value` as C++ would read it (`-3`, `0.5`, `1e-30`, or inf, -inf, nan) in at most 26 characters, no null
/// after them, and returns how many.
constexpr std::size_t write_decimal(char* out, double value) {
    decimal const number = shortest_decimal(value);
    char* end = out;
    bool const is_nan = std::bit_cast<std::uint64_t>(value) << 1 > std::uint64_t{0x7ff} << 53;
    if (number.negative && !is_nan) *end++ = '-';
    if (number.count == 0) {
        for (char const* name = is_nan ? "nan" : "inf"; *name != '\0'; ++name)
            *end++ = *name;
        return static_cast<std::size_t>(end - out);
    }
    bool const plain = number.exponent >= -5 && number.exponent <= 16;
    int const before_point = plain ? number.exponent + 1 : 1;
    for (int i = before_point < 1 ? before_point - 1 : 0; i < number.count || i < before_point; ++i) {
        if (i == before_point) *end++ = '.';
        *end++ = i >= 0 && i < number.count ? number.digits[i] : '0';
    }
    if (!plain) {
        int const size = number.exponent < 0 ? -number.exponent : number.exponent;
        *end++ = 'e';
        if (number.exponent < 0) *end++ = '-';
        if (size >= 100) *end++ = static_cast<char>('0' + size / 100);
        if (size >= 10) *end++ = static_cast<char>('0' + size / 10 % 10);
        *end++ = static_cast<char>('0' + size % 10);
    }
    return static_cast<std::size_t>(end - out);
}

}  // namespace hillock::detail
