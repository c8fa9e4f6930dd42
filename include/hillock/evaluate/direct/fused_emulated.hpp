// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/fused_small.hpp>
#include <hillock/evaluate/direct/lanes.hpp>

#include <bit>
#include <cstdint>

/// a b + c rounded once where the processor has no fused operation: of one number, and of the lanes in 16 bytes.
namespace hillock::direct::detail {

/// a b + c of floats, in double: the product is exact, the sum rounded to odd, so that a float of it is rounded once.
constexpr double fused_to_odd(float a, float b, float c) {
    double const product = static_cast<double>(a) * static_cast<double>(b);
    double const addend = static_cast<double>(c);
    double sum = product + addend;
    double const part = sum - product;
    double const rest = (product - (sum - part)) + (addend - part);
    if (rest != 0) {
        auto bits = std::bit_cast<std::int64_t>(sum);
        if ((bits & 1) == 0) bits += (rest > 0) == (sum > 0) ? 1 : -1;
        sum = std::bit_cast<double>(bits);
    }
    return sum;
}
/// a b + c rounded once, of finite numbers.
constexpr float fused_exactly(float a, float b, float c) {
    return static_cast<float>(fused_to_odd(a, b, c));
}

struct double_sum {
    double high, low;
};
constexpr double_sum exact_sum(double a, double b) {
    double const sum = a + b;
    double const part = sum - a;
    return {sum, (a - (sum - part)) + (b - part)};
}
constexpr bool is_within(double x, double bound) {
    return x <= bound && x >= -bound;
}
/// a b + c rounded once, of finite numbers: Boldo and Melquiond, "Emulation of FMA and correctly rounded sums: proved
/// algorithms using rounding to odd", 2008; in integers near the ends of the range. Of others not finite.
constexpr double fused_exactly(double a, double b, double c) {
    constexpr double greatest = 0x1.fffffffffffffp1023;
    bool const great = !is_within(a, 0x1p495) || !is_within(b, 0x1p495) || !is_within(c, 0x1p990);
    if (great && is_within(a, greatest) && is_within(b, greatest) && is_within(c, greatest))
        return fused_in_integers(a, b, c);
    double const whole = a * b;
    if (is_within(c, 0x1p-800) && is_within(whole, 0x1p-900)) return fused_in_integers(a, b, c);
    double const a_split = a * 0x1.0000002p27;
    double const b_split = b * 0x1.0000002p27;
    double const a_high = a_split - (a_split - a);
    double const b_high = b_split - (b_split - b);
    double const a_low = a - a_high;
    double const b_low = b - b_high;
    double const whole_rest = (((a_high * b_high - whole) + a_high * b_low) + a_low * b_high) + a_low * b_low;
    double_sum const low = exact_sum(c, whole_rest);
    double_sum const high = exact_sum(whole, low.high);
    double_sum tail = exact_sum(high.low, low.low);
    if (tail.low != 0) {
        auto bits = std::bit_cast<std::int64_t>(tail.high);
        if ((bits & 1) == 0) bits += (tail.low > 0) == (tail.high > 0) ? 1 : -1;
        tail.high = std::bit_cast<double>(bits);
    }
    return high.high + tail.high;
}

template <class T>
using sixteen_bytes = typename lanes<T, int{16 / sizeof(T)}>::vector_type;
template <class T>
using integers_in_sixteen_bytes = typename lanes<T, int{16 / sizeof(T)}>::mask_type;

template <class T>
[[gnu::noinline]] inline sixteen_bytes<T> fused_one_by_one(sixteen_bytes<T> a, sixteen_bytes<T> b, sixteen_bytes<T> c) {
    for (int lane = 0; lane < static_cast<int>(16 / sizeof(T)); ++lane)
        c[lane] = fused_exactly(a[lane], b[lane], c[lane]);
    return c;
}
template <class Truths>
[[gnu::always_inline]] inline bool any_of(Truths truths) {
    typedef std::int64_t halves __attribute__((vector_size(16)));
    auto const both = reinterpret_cast<halves>(truths);
    return (both[0] | both[1]) != 0;
}

// Functions of their own, not inlined: an activation has dozens of fused operations.

/// Of floats, in double: the sum of the exact product is rounded twice, which goes wrong only where the first result is just
/// between two floats, or the float subnormal.
template <class T>
requires(sizeof(T) == 4) [[gnu::noinline]] inline sixteen_bytes<T> fused_exactly(sixteen_bytes<T> a, sixteen_bytes<T> b,
                                                                                 sixteen_bytes<T> c) {
    using doubles = sixteen_bytes<double>;
    typedef float two_floats __attribute__((vector_size(8)));
    auto const lower = [](sixteen_bytes<T> of) {
        return __builtin_convertvector(__builtin_shufflevector(of, of, 0, 1), doubles);
    };
    auto const upper = [](sixteen_bytes<T> of) {
        auto turned = __builtin_shufflevector(of, of, 2, 3, 0, 1);
#if defined(__x86_64__) && !defined(__clang__)  // g++ would see what it is and convert one after another
        asm("" : "+x"(turned));
#endif
        return __builtin_convertvector(__builtin_shufflevector(turned, turned, 0, 1), doubles);
    };
    doubles const low = lower(a) * lower(b) + lower(c), high = upper(a) * upper(b) + upper(c);
    auto const low_result = __builtin_convertvector(low, two_floats);
    auto const high_result = __builtin_convertvector(high, two_floats);
    sixteen_bytes<T> const result = __builtin_shufflevector(low_result, high_result, 0, 1, 2, 3);
    using integers = integers_in_sixteen_bytes<T>;
    auto const last_digits =
        __builtin_shufflevector(reinterpret_cast<integers>(low), reinterpret_cast<integers>(high), 0, 2, 4, 6) &
        0x1fffffff;
    integers const magnitude = reinterpret_cast<integers>(result) & 0x7fffffff;
    integers const is_doubtful = (last_digits == 0x10000000) | ((magnitude > 0) & (magnitude < 0x00800001));
    if (any_of(is_doubtful)) [[unlikely]]
        return fused_one_by_one<T>(a, b, c);
    return result;
}

/// Of doubles, as of one.
template <class T>
requires(sizeof(T) == 8) [[gnu::noinline]] inline sixteen_bytes<T> fused_exactly(sixteen_bytes<T> a, sixteen_bytes<T> b,
                                                                                 sixteen_bytes<T> c) {
    using doubles = sixteen_bytes<T>;
    using integers = integers_in_sixteen_bytes<T>;
    auto const magnitude = [](doubles x) {
        return reinterpret_cast<doubles>(reinterpret_cast<integers>(x) & 0x7fffffffffffffff);
    };
    doubles const whole = a * b;
    integers const is_usual = (magnitude(a) <= 0x1p495) & (magnitude(b) <= 0x1p495) & (magnitude(c) <= 0x1p990) &
                              ((magnitude(c) > 0x1p-800) | (magnitude(whole) > 0x1p-900));
    if (any_of(~is_usual)) [[unlikely]]
        return fused_one_by_one<T>(a, b, c);
    struct sum {
        doubles high, low;
    };
    auto const exact_sum = [](doubles p, doubles q) {
        doubles const high = p + q, part = high - p;
        return sum{high, (p - (high - part)) + (q - part)};
    };
    doubles const a_split = a * 0x1.0000002p27, b_split = b * 0x1.0000002p27;
    doubles const a_high = a_split - (a_split - a), b_high = b_split - (b_split - b);
    doubles const a_low = a - a_high, b_low = b - b_high;
    doubles const whole_rest = (((a_high * b_high - whole) + a_high * b_low) + a_low * b_high) + a_low * b_low;
    sum const low = exact_sum(c, whole_rest), high = exact_sum(whole, low.high), tail = exact_sum(high.low, low.low);
    // To odd: towards 0, and the last bit set if anything was lost.
    typedef std::uint64_t bits_of_two __attribute__((vector_size(16)));
    auto const bits = reinterpret_cast<bits_of_two>(tail.high);
    auto const is_inexact = reinterpret_cast<bits_of_two>(tail.low != 0) & 1;
    auto const has_other_sign = (bits ^ reinterpret_cast<bits_of_two>(tail.low)) >> 63;
    return high.high + reinterpret_cast<doubles>((bits - (is_inexact & has_other_sign)) | is_inexact);
}

}  // namespace hillock::direct::detail
