// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/clang_operations.hpp>
#include <hillock/evaluate/direct/fused_emulated.hpp>

namespace hillock::direct {

namespace detail {

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
#if defined(__aarch64__) && !defined(__clang__)  // g++ would do it one lane after another
    } else if constexpr (sizeof(T) * Count == 16) {
        if constexpr (sizeof(T) == 4)
            asm("fmla %0.4s, %1.4s, %2.4s" : "+w"(c.value) : "w"(a.value), "w"(b.value));
        else
            asm("fmla %0.2d, %1.2d, %2.2d" : "+w"(c.value) : "w"(a.value), "w"(b.value));
        return c;
#elif !defined(__FMA__) && !defined(__ARM_FEATURE_FMA)
    } else if constexpr (sizeof(T) * Count == 16) {
        return {detail::fused_exactly<T>(a.value, b.value, c.value)};
#endif
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
