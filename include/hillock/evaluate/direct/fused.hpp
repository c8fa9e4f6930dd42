// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/clang_operations.hpp>
#include <hillock/evaluate/direct/fused_small.hpp>
#include <hillock/evaluate/direct/lanes.hpp>

#include <bit>

namespace hillock::direct {

namespace detail {

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

/// Of 32 and 64 bytes, which are used only where the processor has fused operations.
template <class T, int Count>
[[gnu::always_inline]] inline lanes<T, Count> fused_by_hardware(lanes<T, Count> a, lanes<T, Count> b,
                                                                lanes<T, Count> c) {
#if defined(__clang__) && __has_builtin(__builtin_elementwise_fma)
    return {__builtin_elementwise_fma(a.value, b.value, c.value)};
#elif defined(__clang__) && defined(__x86_64__)
    T factor[Count], other[Count], sum[Count];
    __builtin_memcpy(factor, &a.value, sizeof factor);
    __builtin_memcpy(other, &b.value, sizeof other);
    __builtin_memcpy(sum, &c.value, sizeof sum);
    if constexpr (sizeof(T) * Count == 64)
        clang::fuse_64_bytes(factor, other, sum);
    else
        clang::fuse_32_bytes(factor, other, sum);
    __builtin_memcpy(&c.value, sum, sizeof sum);
    return c;
#elif defined(__clang__)
    // Not a product and a sum to be contracted: clang would share the product with others, and then not fuse it.
    for (int i = 0; i < Count; ++i)
        if constexpr (sizeof(T) == 4)
            c.value[i] = __builtin_fmaf(a.value[i], b.value[i], c.value[i]);
        else
            c.value[i] = __builtin_fma(a.value[i], b.value[i], c.value[i]);
    return c;
#elif defined(__x86_64__)
    if constexpr (sizeof(T) == 4)
        asm("vfmadd213ps %2, %1, %0" : "+v"(a.value) : "v"(b.value), "vm"(c.value));
    else
        asm("vfmadd213pd %2, %1, %0" : "+v"(a.value) : "v"(b.value), "vm"(c.value));
    return a;
#else
    static_assert(Count == 0, "hillock: no such lanes on this processor");
#endif
}

}  // namespace detail

/// a b + c rounded once: by the processor's fused operation where there is one, otherwise the same number.
template <class T>
requires std::is_floating_point_v<T>
[[gnu::always_inline]] constexpr T fused(T a, T b, T c) {
#if defined(__FMA__) || defined(__ARM_FEATURE_FMA)
    bool has_builtin = !std::is_constant_evaluated();  // as a constant, the question would be asked while compiling
#elif defined(__GNUC__) && !defined(__clang__)
    // g++ knows it in constant expressions, but not where digits are lost at the end of the range.
    bool const has_builtin = std::is_constant_evaluated() && (c > T(0x1p-60) || c < T(-0x1p-60));
#else
    constexpr bool has_builtin = false;
#endif
    if (has_builtin) {
        if constexpr (sizeof(T) == 4)
            return __builtin_fmaf(a, b, c);
        else
            return __builtin_fma(a, b, c);
    }
    return detail::fused_exactly(a, b, c);
}
template <class T, int Count>
[[gnu::always_inline]] inline lanes<T, Count> fused(lanes<T, Count> a, lanes<T, Count> b, lanes<T, Count> c) {
    if constexpr (sizeof(T) * Count >= 32) {
        return detail::fused_by_hardware(a, b, c);
    } else {
        for (int i = 0; i < Count; ++i)
            c.value[i] = fused(a.value[i], b.value[i], c.value[i]);
        return c;
    }
}

/// c - a b rounded once.
template <class T>
requires std::is_floating_point_v<T>
[[gnu::always_inline]] constexpr T fused_less(T a, T b, T c) {
    return fused(-a, b, c);
}
template <class T, int Count>
[[gnu::always_inline]] inline lanes<T, Count> fused_less(lanes<T, Count> a, lanes<T, Count> b, lanes<T, Count> c) {
#if defined(__x86_64__) && !defined(__clang__)  // what is hidden from g++ it cannot negate without an operation
    if constexpr (sizeof(T) * Count >= 32) {
        if constexpr (sizeof(T) == 4)
            asm("vfnmadd213ps %2, %1, %0" : "+v"(a.value) : "v"(b.value), "vm"(c.value));
        else
            asm("vfnmadd213pd %2, %1, %0" : "+v"(a.value) : "v"(b.value), "vm"(c.value));
        return a;
    }
#endif
    return fused(lanes<T, Count>{-a.value}, b, c);
}

}  // namespace hillock::direct
