// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/arithmetic.hpp>

/// Questions that one answer for all lanes decides: what a rare path is taken by.
namespace hillock::direct {

/// Whether any lane is true.
[[gnu::always_inline]] constexpr bool any(bool truth) {
    return truth;
}
template <class T, int N>
[[gnu::always_inline]] inline bool any(lane_integers<T, N> truth) {
#if defined(__x86_64__) && !defined(__clang__)
    bool found;
    if constexpr (sizeof(T) * N == 64) {
        asm("vptestmq %1, %1, %%k1\n\tkortestb %%k1, %%k1" : "=@ccnz"(found) : "v"(truth.value) : "k1");
        return found;
    } else if constexpr (sizeof(T) * N == 32) {
        asm("vptest %1, %1" : "=@ccnz"(found) : "x"(truth.value));
        return found;
    }
#endif
    if constexpr (sizeof(T) * N == 16) {
        typedef std::int64_t halves __attribute__((vector_size(16)));
        auto const both = reinterpret_cast<halves>(truth.value);
        return (both[0] | both[1]) != 0;
    }
#if defined(__clang__) && __clang_major__ >= 15  // a loop of it may stay one
    typedef bool booleans __attribute__((ext_vector_type(N)));
    if constexpr (N >= 8) {
        using bits = std::conditional_t<N == 8, unsigned char, unsigned short>;
        return __builtin_bit_cast(bits, __builtin_convertvector(truth.value, booleans)) != 0;
    }
#endif
    typename lanes<T, N>::integer result = 0;
    for (int i = 0; i < N; ++i)
        result |= truth.value[i];
    return result != 0;
}

/// Whether any lane of a is above that of b.
template <class T>
requires std::is_floating_point_v<T>
[[gnu::always_inline]] constexpr bool any_above(T a, T b) {
    return a > b;
}
template <class T, int N>
[[gnu::always_inline]] inline bool any_above(lanes<T, N> a, lanes<T, N> b) {
#if defined(__x86_64__) && !defined(__clang__)
    bool result;
    if constexpr (sizeof(T) * N == 64) {
        if constexpr (sizeof(T) == 4)
            asm("vcmpgtps %2, %1, %%k1\n\tkortestw %%k1, %%k1" : "=@ccnz"(result) : "v"(a.value), "v"(b.value) : "k1");
        else
            asm("vcmpgtpd %2, %1, %%k1\n\tkortestb %%k1, %%k1" : "=@ccnz"(result) : "v"(a.value), "v"(b.value) : "k1");
        return result;
    } else if constexpr (sizeof(T) * N == 32) {
        typename lanes<T, N>::mask_type const above = a.value > b.value;
        asm("vptest %1, %1" : "=@ccnz"(result) : "x"(above));
        return result;
    }
#endif
    return any(a > b);
}

/// Whether any lane is an infinity or NaN.
template <class T>
requires std::is_floating_point_v<T>
[[gnu::always_inline]] constexpr bool any_not_finite(T a) {
    constexpr T greatest = sizeof(T) == 4 ? T(0x1.fffffep127f) : T(0x1.fffffffffffffp1023);
    return !(a <= greatest && a >= -greatest);
}
template <class T, int N>
[[gnu::always_inline]] inline bool any_not_finite(lanes<T, N> a) {
    constexpr auto all_but_sign =
        static_cast<typename lanes<T, N>::integer>(sizeof(T) == 4 ? 0x7fffffff : 0x7fffffffffffffff);
    constexpr auto greatest =
        static_cast<typename lanes<T, N>::integer>(sizeof(T) == 4 ? 0x7f7fffff : 0x7fefffffffffffff);
    typename lanes<T, N>::mask_type const magnitude =
        reinterpret_cast<typename lanes<T, N>::mask_type>(a.value) & all_but_sign;
#if defined(__x86_64__) && !defined(__clang__)
    bool result;
    if constexpr (sizeof(T) * N == 64) {
        // The classes are quiet NaN, infinity, -infinity and signalling NaN.
        if constexpr (sizeof(T) == 4)
            asm("vfpclassps $0x99, %1, %%k1\n\tkortestw %%k1, %%k1" : "=@ccnz"(result) : "v"(a.value) : "k1");
        else
            asm("vfpclasspd $0x99, %1, %%k1\n\tkortestb %%k1, %%k1" : "=@ccnz"(result) : "v"(a.value) : "k1");
        return result;
    } else if constexpr (sizeof(T) * N == 32) {
        typename lanes<T, N>::mask_type const above = magnitude > greatest;
        asm("vptest %1, %1" : "=@ccnz"(result) : "x"(above));
        return result;
    }
#endif
    return any(lane_integers<T, N>{magnitude > greatest});
}

/// A mark, 0 or NaN, that becomes NaN in each lane where x is an infinity or NaN: many vectors are asked at once.
template <class T, int N>
[[gnu::always_inline]] inline lanes<T, N> marked_if_not_finite(lanes<T, N> mark, lanes<T, N> x) {
    return {mark.value + x.value * typename lanes<T, N>::vector_type{}};
}
/// Whether any lane is NaN.
template <class T, int N>
[[gnu::always_inline]] inline bool any_nan(lanes<T, N> a) {
#if defined(__x86_64__) && !defined(__clang__)
    bool result;
    if constexpr (sizeof(T) * N == 64) {
        if constexpr (sizeof(T) == 4)
            asm("vcmpunordps %1, %1, %%k1\n\tkortestw %%k1, %%k1" : "=@ccnz"(result) : "v"(a.value) : "k1");
        else
            asm("vcmpunordpd %1, %1, %%k1\n\tkortestb %%k1, %%k1" : "=@ccnz"(result) : "v"(a.value) : "k1");
        return result;
    }
#endif
    return any(a != a);
}

}  // namespace hillock::direct
