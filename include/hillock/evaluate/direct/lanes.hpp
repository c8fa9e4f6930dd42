// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/detail/fast_math.hpp>

#include <cstdint>
#include <type_traits>

namespace hillock {

/// Count numbers of type T, float or double, side by side: a compiler vector as a value.
///
/// A class, because clang refuses to pass a bare vector between functions of different instruction sets. Every function
/// on it is always inlined, so that the outermost function alone decides about the instructions. It copies its vector as one:
/// left to itself, g++ copies the class in pieces of the baseline's registers, which doubled the time of AVX2 loops.
/// Of more than 64 bytes, as without a Count, it is an array in memory: loops/block.hpp.
template <class T, int Count = 64>
struct lanes {
    using scalar = T;
    using integer = std::conditional_t<sizeof(T) == 4, std::int32_t, std::int64_t>;
    static constexpr int count = Count;
    static constexpr int alignment = sizeof(T) * Count < 16 ? sizeof(T) * Count : 16;
    typedef T vector_type __attribute__((vector_size(sizeof(T) * Count), aligned(alignment)));
    typedef integer mask_type __attribute__((vector_size(sizeof(T) * Count), aligned(alignment)));

    vector_type value;

    lanes() = default;
    [[gnu::always_inline]] lanes(vector_type const& vector) : value(vector) {}
    /// The number in every lane.
    [[gnu::always_inline]] lanes(T number) : value(number - vector_type{}) {}
    [[gnu::always_inline]] lanes(lanes const& other) : value(other.value) {}
    [[gnu::always_inline]] lanes& operator=(lanes const& other) {
        value = other.value;
        return *this;
    }

    [[gnu::always_inline]] static lanes load(T const* from) {
        lanes result;
        __builtin_memcpy(&result.value, from, sizeof result.value);
        return result;
    }
    /// Reads `present` numbers; the other lanes are 0.
    [[gnu::always_inline]] static lanes load(T const* from, int present) {
        T filled[static_cast<unsigned>(Count)]{};
        for (int lane = 0; lane < present; ++lane)
            filled[lane] = from[lane];
        return load(filled);
    }
    [[gnu::always_inline]] void store(T* to) const { __builtin_memcpy(to, &value, sizeof value); }
    /// Writes the first `present` lanes.
    [[gnu::always_inline]] void store(T* to, int present) const {
        for (int lane = 0; lane < present; ++lane)
            to[lane] = value[lane];
    }
    [[gnu::always_inline]] T operator[](int lane) const { return value[lane]; }
};

namespace direct {

/// What stands for a vector of truths, or of integers as wide as the lanes.
template <class T, int Count>
struct lane_integers {
    typename lanes<T, Count>::mask_type value;

    lane_integers() = default;
    [[gnu::always_inline]] lane_integers(typename lanes<T, Count>::mask_type const& vector) : value(vector) {}
    [[gnu::always_inline]] lane_integers(lane_integers const& other) : value(other.value) {}
    [[gnu::always_inline]] lane_integers& operator=(lane_integers const& other) {
        value = other.value;
        return *this;
    }
};

template <class V>
inline constexpr bool is_lanes = false;
template <class T, int Count>
inline constexpr bool is_lanes<lanes<T, Count>> = true;

/// A float, a double, or lanes of either: what the kernels here are templates of.
template <class V>
concept real = std::is_same_v<V, float> || std::is_same_v<V, double> || is_lanes<V>;

template <class V>
struct lane_traits {
    using scalar = V;
    using mask = bool;
    using integers = std::conditional_t<sizeof(V) == 4, std::int32_t, std::int64_t>;
};
template <class T, int Count>
struct lane_traits<lanes<T, Count>> {
    using scalar = T;
    using mask = lane_integers<T, Count>;
    using integers = lane_integers<T, Count>;
};
/// float or double, of which V has one or several.
template <class V>
using scalar_of = typename lane_traits<V>::scalar;
/// What a comparison gives, and what `to_bits` gives: integers as wide as the lanes.
template <class V>
using mask_of = typename lane_traits<V>::mask;
template <class V>
using integers_of = typename lane_traits<V>::integers;

}  // namespace direct
}  // namespace hillock
