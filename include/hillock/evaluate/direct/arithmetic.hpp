// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/fused.hpp>

/// Operations on a float, a double, or lanes of them, with the same bits in a constant expression and at run time, on
/// every compiler and instruction set. There is no operator * for lanes: `product` is rounded before anything is added to
/// it, `fused` is not. Constant evaluation allows neither NaN nor an overflow: kernels keep away from both.
namespace hillock {

// clang-format off
template <class T, int N> [[gnu::always_inline]] inline lanes<T, N> operator+(lanes<T, N> a, lanes<T, N> b) { return {a.value + b.value}; }
template <class T, int N> [[gnu::always_inline]] inline lanes<T, N> operator-(lanes<T, N> a, lanes<T, N> b) { return {a.value - b.value}; }
template <class T, int N> [[gnu::always_inline]] inline lanes<T, N> operator/(lanes<T, N> a, lanes<T, N> b) { return {a.value / b.value}; }
template <class T, int N> [[gnu::always_inline]] inline lanes<T, N> operator-(lanes<T, N> a) { return {-a.value}; }
template <class T, int N> [[gnu::always_inline]] inline direct::lane_integers<T, N> operator<(lanes<T, N> a, lanes<T, N> b) { return {a.value < b.value}; }
template <class T, int N> [[gnu::always_inline]] inline direct::lane_integers<T, N> operator>(lanes<T, N> a, lanes<T, N> b) { return {a.value > b.value}; }
template <class T, int N> [[gnu::always_inline]] inline direct::lane_integers<T, N> operator<=(lanes<T, N> a, lanes<T, N> b) { return {a.value <= b.value}; }
template <class T, int N> [[gnu::always_inline]] inline direct::lane_integers<T, N> operator>=(lanes<T, N> a, lanes<T, N> b) { return {a.value >= b.value}; }
template <class T, int N> [[gnu::always_inline]] inline direct::lane_integers<T, N> operator==(lanes<T, N> a, lanes<T, N> b) { return {a.value == b.value}; }
template <class T, int N> [[gnu::always_inline]] inline direct::lane_integers<T, N> operator!=(lanes<T, N> a, lanes<T, N> b) { return {a.value != b.value}; }

namespace direct {

template <class T, int N> [[gnu::always_inline]] inline lane_integers<T, N> operator&(lane_integers<T, N> a, lane_integers<T, N> b) { return {a.value & b.value}; }
template <class T, int N> [[gnu::always_inline]] inline lane_integers<T, N> operator|(lane_integers<T, N> a, lane_integers<T, N> b) { return {a.value | b.value}; }
template <class T, int N> [[gnu::always_inline]] inline lane_integers<T, N> operator^(lane_integers<T, N> a, lane_integers<T, N> b) { return {a.value ^ b.value}; }
template <class T, int N> [[gnu::always_inline]] inline lane_integers<T, N> operator~(lane_integers<T, N> a) { return {~a.value}; }
template <class T, int N> [[gnu::always_inline]] inline lane_integers<T, N> operator+(lane_integers<T, N> a, lane_integers<T, N> b) { return {a.value + b.value}; }
template <class T, int N> [[gnu::always_inline]] inline lane_integers<T, N> operator-(lane_integers<T, N> a, lane_integers<T, N> b) { return {a.value - b.value}; }
template <class T, int N> [[gnu::always_inline]] inline lane_integers<T, N> operator<<(lane_integers<T, N> a, int count) { return {a.value << count}; }
template <class T, int N> [[gnu::always_inline]] inline lane_integers<T, N> operator>>(lane_integers<T, N> a, int count) { return {a.value >> count}; }
template <class T, int N> [[gnu::always_inline]] inline lane_integers<T, N> operator<(lane_integers<T, N> a, lane_integers<T, N> b) { return {a.value < b.value}; }
template <class T, int N> [[gnu::always_inline]] inline lane_integers<T, N> operator==(lane_integers<T, N> a, lane_integers<T, N> b) { return {a.value == b.value}; }
// clang-format on

/// A number in every lane; what is not a float is rounded to one.
template <real V>
[[gnu::always_inline]] constexpr V broadcast(double number) {
    if constexpr (is_lanes<V>)
        return {static_cast<scalar_of<V>>(number) - typename V::vector_type{}};
    else
        return static_cast<V>(number);
}
/// An integer in every lane.
template <real V>
[[gnu::always_inline]] constexpr integers_of<V> broadcast_bits(std::int64_t number) {
    if constexpr (is_lanes<V>)
        return {static_cast<typename V::integer>(number) - typename V::mask_type{}};
    else
        return static_cast<integers_of<V>>(number);
}

template <class T>
requires std::is_floating_point_v<T>
[[gnu::always_inline]] constexpr T select(bool chosen, T a, T b) {
    return chosen ? a : b;
}
namespace detail {

#if !defined(__clang__)
// The compiler cannot see through a fence: a product is not merged with the sum that follows. It takes the class and not its
// vector, which as a type of its own would be taken to be aligned to its size.
template <class T>
requires std::is_floating_point_v<T>
[[gnu::always_inline]] inline void fence(T& number) {
#if defined(__x86_64__) || defined(__SSE2__)
    asm("" : "+v"(number));
#elif defined(__aarch64__)
    asm("" : "+w"(number));
#else
    asm("" : "+m"(number));
#endif
}
template <class T, int N>
[[gnu::always_inline]] inline void fence(lanes<T, N>& number) {
#if defined(__x86_64__) || defined(__SSE2__)
    asm("" : "+v"(number.value));
#elif defined(__aarch64__)
    asm("" : "+w"(number.value));
#else
    asm("" : "+m"(number.value));
#endif
}
#endif

template <class T>
[[gnu::always_inline]] inline T apart(T a, T b) {
#if defined(__clang__)
#pragma clang fp contract(off)
#endif
    T result = a * b;
#if !defined(__clang__)
    fence(result);
#endif
    return result;
}

}  // namespace detail

template <class T, int N>
[[gnu::always_inline]] inline lanes<T, N> select(lane_integers<T, N> chosen, lanes<T, N> a, lanes<T, N> b) {
#if !defined(__clang__)
    detail::fence(b);  // with a constant g++ would make bits of the comparison, one lane after another
#endif
    return {chosen.value ? a.value : b.value};
}

/// A value that g++ does not know. Of a comparison that chooses between constants it would otherwise make bits, one lane
/// after another.
template <real V>
[[gnu::always_inline]] constexpr V opaque(V x) {
#if !defined(__clang__)
    if constexpr (is_lanes<V>) detail::fence(x);
#endif
    return x;
}

/// a b, rounded, whatever is added to it later.
template <class T>
requires std::is_floating_point_v<T>
[[gnu::always_inline]] constexpr T product(T a, T b) {
    if (std::is_constant_evaluated()) return a * b;
    return detail::apart(a, b);
}
template <class T, int N>
[[gnu::always_inline]] inline lanes<T, N> product(lanes<T, N> a, lanes<T, N> b) {
#if defined(__clang__)
#pragma clang fp contract(off)
#endif
    a.value = a.value * b.value;  // a result of its own would stay in memory
#if !defined(__clang__)
    detail::fence(a);
#endif
    return a;
}

/// The second if either is NaN or they are equal: what the processor's instruction does, and so one operation.
template <class T>
requires std::is_floating_point_v<T>
[[gnu::always_inline]] constexpr T minimum(T a, T b) {
    return a < b ? a : b;
}
template <class T>
requires std::is_floating_point_v<T>
[[gnu::always_inline]] constexpr T maximum(T a, T b) {
    return a > b ? a : b;
}
template <class T, int N>
[[gnu::always_inline]] inline lanes<T, N> minimum(lanes<T, N> a, lanes<T, N> b) {
#if defined(__x86_64__) && !defined(__clang__)  // g++ makes a comparison and a blend of what is one instruction
    if constexpr (sizeof(T) * N >= 32) {
        if constexpr (sizeof(T) == 4)
            asm("vminps %2, %1, %0" : "=v"(a.value) : "v"(a.value), "vm"(b.value));
        else
            asm("vminpd %2, %1, %0" : "=v"(a.value) : "v"(a.value), "vm"(b.value));
        return a;
    }
#endif
    return select(a < b, a, b);
}
template <class T, int N>
[[gnu::always_inline]] inline lanes<T, N> maximum(lanes<T, N> a, lanes<T, N> b) {
#if defined(__x86_64__) && !defined(__clang__)
    if constexpr (sizeof(T) * N >= 32) {
        if constexpr (sizeof(T) == 4)
            asm("vmaxps %2, %1, %0" : "=v"(a.value) : "v"(a.value), "vm"(b.value));
        else
            asm("vmaxpd %2, %1, %0" : "=v"(a.value) : "v"(a.value), "vm"(b.value));
        return a;
    }
#endif
    return select(a > b, a, b);
}

/// floats as doubles, and doubles as the floats that are nearest.
template <int N>
[[gnu::always_inline]] inline lanes<double, N> widened(lanes<float, N> x) {
#if defined(__x86_64__) && !defined(__clang__)  // g++ would do it in halves
    if constexpr (N == 8) {
        lanes<double, 8> result;
        asm("vcvtps2pd %1, %0" : "=v"(result.value) : "v"(x.value));
        return result;
    }
#endif
    return {__builtin_convertvector(x.value, typename lanes<double, N>::vector_type)};
}
template <int N>
[[gnu::always_inline]] inline lanes<float, N> narrowed(lanes<double, N> x) {
    return {__builtin_convertvector(x.value, typename lanes<float, N>::vector_type)};
}

/// The bits of a number as a signed integer, and back.
template <real V>
[[gnu::always_inline]] constexpr integers_of<V> to_bits(V x) {
    if constexpr (is_lanes<V>)
        return {reinterpret_cast<typename V::mask_type>(x.value)};
    else
        return std::bit_cast<integers_of<V>>(x);
}
template <real V>
[[gnu::always_inline]] constexpr V from_bits(integers_of<V> bits) {
    if constexpr (is_lanes<V>)
        return {reinterpret_cast<typename V::vector_type>(bits.value)};
    else
        return std::bit_cast<V>(bits);
}
template <real V>
[[gnu::always_inline]] constexpr V absolute(V x) {
    return from_bits<V>(to_bits(x) & broadcast_bits<V>(sizeof(scalar_of<V>) == 4 ? 0x7fffffff : 0x7fffffffffffffff));
}
/// The magnitude of a, which is not negative, with the sign of b.
template <real V>
[[gnu::always_inline]] constexpr V with_sign(V a, V b) {
    return from_bits<V>(to_bits(a) |
                        (to_bits(b) & ~broadcast_bits<V>(sizeof(scalar_of<V>) == 4 ? 0x7fffffff : 0x7fffffffffffffff)));
}
/// a, negated where b is negative.
template <real V>
[[gnu::always_inline]] constexpr V times_sign(V a, V b) {
    return from_bits<V>(to_bits(a) ^
                        (to_bits(b) & ~broadcast_bits<V>(sizeof(scalar_of<V>) == 4 ? 0x7fffffff : 0x7fffffffffffffff)));
}

}  // namespace direct
}  // namespace hillock
