// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <hillock/detail/fast_math.hpp>

#include <bit>
#include <concepts>
#include <cstdint>
#include <type_traits>

/// Primitive operations on a lane: one double, or a compiler vector of doubles (`vector_size`). Without branches, and
/// with the same bits in a constant expression and at run time, on every compiler and instruction set.
namespace hillock::lane {

/// A compiler vector of doubles.
template <class L>
concept vector = !std::is_arithmetic_v<L> && !std::is_class_v<L> && requires(L v) {
    v + v;
    { v[0] + 0.0 } -> std::same_as<double>;
};

template <class L>
concept any = std::same_as<L, double> || vector<L>;

/// What a comparison of two lanes gives: bool, or a vector of integers that are 0 or -1.
template <class L>
using mask = decltype(L{} < L{});

/// An operand beside an L: an L, or a number for all its lanes.
template <class B, class L>
concept operand = std::same_as<B, L> || std::is_arithmetic_v<B>;

/// The number in every lane; the sign of zero is kept.
template <any L, operand<L> B>
constexpr L broadcast(B value) {
    if constexpr (std::same_as<L, B>) {
        return value;
    } else if constexpr (std::same_as<L, double>) {
        return static_cast<double>(value);
    } else {
        return static_cast<double>(value) - L{};
    }
}

constexpr double select(bool chosen, double a, double b) {
    return chosen ? a : b;
}
template <vector L>
constexpr L select(std::type_identity_t<mask<L>> chosen, L a, L b) {
    return chosen ? a : b;
}

constexpr bool both(bool a, bool b) {
    return a && b;
}
constexpr bool either(bool a, bool b) {
    return a || b;
}
constexpr bool negate(bool a) {
    return !a;
}
template <class M>
requires(!std::is_arithmetic_v<M>) constexpr M both(M a, M b) {
    return a & b;
}
template <class M>
requires(!std::is_arithmetic_v<M>) constexpr M either(M a, M b) {
    return a | b;
}
template <class M>
requires(!std::is_arithmetic_v<M>) constexpr M negate(M a) {
    return ~a;
}

/// The bits of every double as a signed 64-bit integer.
template <any L>
constexpr auto bits(L x) {
    if constexpr (std::same_as<L, double>) {
        return std::bit_cast<std::int64_t>(x);
    } else {
        return std::bit_cast<mask<L>>(x);
    }
}

constexpr double min(double a, double b) {
    return b < a ? b : a;
}
constexpr double max(double a, double b) {
    return a < b ? b : a;
}
template <vector L>
constexpr L min(L a, L b) {
    return b < a ? b : a;
}
template <vector L>
constexpr L max(L a, L b) {
    return a < b ? b : a;
}

template <any L>
constexpr L abs(L x) {
    if constexpr (std::same_as<L, double>) {
        return __builtin_fabs(x);
    } else {
        return std::bit_cast<L>(bits(x) & 0x7fffffffffffffff);
    }
}

/// The magnitude of the first with the sign of the second.
template <any L>
constexpr L copysign(L magnitude, L sign) {
    if constexpr (std::same_as<L, double>) {
        return __builtin_copysign(magnitude, sign);
    } else {
        auto const all = bits(magnitude) & 0x7fffffffffffffff;
        return std::bit_cast<L>(all | (bits(sign) & ~(all | 0x7fffffffffffffff)));
    }
}

template <any L>
constexpr mask<L> is_nan(L x) {
    return x != x;
}

/// The nearest integer, ties to even; |x| < 2^51.
template <any L>
constexpr L round_even(L x) {
    return (x + 0x1.8p52) - 0x1.8p52;
}

/// The greatest integer that is not above x, of any x.
template <any L>
constexpr L floor(L x) {
    mask<L> const small = abs(x) < 0x1p52;
    L const rounded = (select(small, abs(x), L{}) + 0x1p52) - 0x1p52;
    L const nearest = copysign(rounded, x);
    return select(small, copysign(nearest - select(nearest > x, L{} + 1.0, L{}), x), x);
}

/// 2^n for an integral n in [-1022, 1023].
template <any L>
constexpr L power_of_two(L n) {
    return std::bit_cast<L>(bits(n + 0x1.00000000003ffp52) << 52);
}

/// The exponent of |x| in [1, 2) 2^exponent, for normal x; -1023 for 0.
template <any L>
constexpr L exponent_of(L x) {
    return std::bit_cast<L>(((bits(x) >> 52) & 0x7ff) | 0x4330000000000000) - 0x1.00000000003ffp52;
}

/// Entry `index` of a table of doubles, for every lane its own; the index is an integer within the table.
template <any L>
constexpr L look_up(double const* table, L index) {
    if constexpr (std::same_as<L, double>) {
        return table[static_cast<int>(index)];
    } else {
        L result{};
        for (int i = 0; i < static_cast<int>(sizeof(L) / sizeof(double)); ++i)
            result[i] = table[static_cast<int>(index[i])];
        return result;
    }
}

namespace detail {

/// The bytes of the widest register that an unsplit fence may use.
#if defined(__AVX512F__)
inline constexpr unsigned fence_size = 64;
#elif defined(__AVX__)
inline constexpr unsigned fence_size = 32;
#else
inline constexpr unsigned fence_size = 16;
#endif

/// The value, which the compiler cannot see through: no product is merged with the sum that follows it.
template <class L>
inline L fence(L value) {
    if constexpr (sizeof(L) > fence_size) {
        typedef double half __attribute__((vector_size(sizeof(L) / 2)));
        struct halves {
            half low, high;
        };
        auto split = std::bit_cast<halves>(value);
        split.low = fence(split.low);
        split.high = fence(split.high);
        return std::bit_cast<L>(split);
    } else {
#if defined(__x86_64__) || defined(__SSE2__)
        asm("" : "+x"(value));
#elif defined(__aarch64__)
        asm("" : "+w"(value));
#else
        asm("" : "+m"(value));
#endif
        return value;
    }
}

}  // namespace detail

/// a b, rounded, whatever is added to it later: never contracted into a fused operation.
template <any L, operand<L> B>
constexpr L product(L a, B b) {
    L const result = a * b;
    if (std::is_constant_evaluated()) return result;
    return detail::fence(result);
}

#if defined(__FMA__) || defined(__ARM_FEATURE_FMA)
/// a b + c, rounded once, at run time.
template <any L>
inline L fused(L a, L b, L c) {
    if constexpr (std::same_as<L, double>) {
        return __builtin_fma(a, b, c);
    } else {
        L result{};
        for (int i = 0; i < static_cast<int>(sizeof(L) / sizeof(double)); ++i)
            result[i] = __builtin_fma(a[i], b[i], c[i]);
        return result;
    }
}
#endif

}  // namespace hillock::lane
