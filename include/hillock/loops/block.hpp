// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/arithmetic.hpp>
#include <hillock/expression/node.hpp>

namespace hillock {

/// A block of numbers in memory, 64 unless said otherwise, for a user's own kernel: `hk::lanes<float>`. `evaluate` computes it
/// with the best instructions that the processor has, whatever the program was compiled for.
///
/// A number converts to a block of it. Products are rounded before they are added to anything.
template <class T, int Count>
requires(sizeof(T) * Count > 64) struct lanes<T, Count> {
    static_assert(std::is_same_v<T, float> || std::is_same_v<T, double>, "hillock: lanes are of float or double");
    static_assert(Count % 16 == 0, "hillock: the length of a block is a multiple of 16");
    /// The type of one number.
    using scalar = T;
    /// How many there are.
    static constexpr int count = Count;

    /// In the order of memory.
    alignas(64) T numbers[static_cast<unsigned>(Count)];

    /// Not initialised.
    lanes() = default;
    /// The same number in each lane.
    lanes(T number) {
        for (T& lane : numbers)
            lane = number;
    }
    /// Reads `count` numbers.
    static lanes load(T const* from) {
        lanes result;
        __builtin_memcpy(result.numbers, from, sizeof result.numbers);
        return result;
    }
    /// Reads `present` numbers; the other lanes are 0.
    static lanes load(T const* from, int present) {
        lanes result(T(0));
        for (int lane = 0; lane < present; ++lane)
            result.numbers[lane] = from[lane];
        return result;
    }
    /// Writes all lanes.
    void store(T* to) const { __builtin_memcpy(to, numbers, sizeof numbers); }
    /// Writes the first `present` lanes.
    void store(T* to, int present) const {
        for (int lane = 0; lane < present; ++lane)
            to[lane] = numbers[lane];
    }
    /// One lane, from 0 to `count` - 1.
    ///@{
    T& operator[](int lane) { return numbers[lane]; }
    T operator[](int lane) const { return numbers[lane]; }
    ///@}

    /// Lane by lane.
    ///@{
    friend lanes operator+(lanes const& a, lanes const& b) {
        return in_pieces(a, b, [](piece left, piece right) { return left + right; });
    }
    friend lanes operator-(lanes const& a, lanes const& b) {
        return in_pieces(a, b, [](piece left, piece right) { return left - right; });
    }
    friend lanes operator*(lanes const& a, lanes const& b) {
        return in_pieces(a, b, [](piece left, piece right) { return direct::product(left, right); });
    }
    friend lanes operator/(lanes const& a, lanes const& b) {
        return in_pieces(a, b, [](piece left, piece right) { return left / right; });
    }
    friend lanes operator-(lanes const& a) {
        return in_pieces(a, a, [](piece left, piece) { return -left; });
    }
    ///@}

private:
    using piece = lanes<T, 16 / sizeof(T)>;
    static lanes in_pieces(lanes const& a, lanes const& b, auto operation) {
        lanes result;
        for (int i = 0; i < Count; i += piece::count)
            operation(piece::load(a.numbers + i), piece::load(b.numbers + i)).store(result.numbers + i);
        return result;
    }
};

namespace detail {

/// Lanes that a register holds.
template <class T, int Count>
concept in_register = sizeof(T) * Count <= 64;

}  // namespace detail

// Of lanes in registers; those in memory have their own.

/// A product that is rounded before anything is added to it.
template <class T, int N>
requires detail::in_register<T, N>
[[gnu::always_inline]] inline lanes<T, N> operator*(lanes<T, N> a, lanes<T, N> b) {
    return direct::product(a, b);
}
/// Lane by lane, with the same number for each.
///@{
// clang-format off
template <class T, int N, plain_number S> requires detail::in_register<T, N> [[gnu::always_inline]] inline lanes<T, N> operator+(lanes<T, N> a, S b) { return a + lanes<T, N>(static_cast<T>(b)); }
template <class T, int N, plain_number S> requires detail::in_register<T, N> [[gnu::always_inline]] inline lanes<T, N> operator-(lanes<T, N> a, S b) { return a - lanes<T, N>(static_cast<T>(b)); }
template <class T, int N, plain_number S> requires detail::in_register<T, N> [[gnu::always_inline]] inline lanes<T, N> operator*(lanes<T, N> a, S b) { return a * lanes<T, N>(static_cast<T>(b)); }
template <class T, int N, plain_number S> requires detail::in_register<T, N> [[gnu::always_inline]] inline lanes<T, N> operator/(lanes<T, N> a, S b) { return a / lanes<T, N>(static_cast<T>(b)); }
template <class T, int N, plain_number S> requires detail::in_register<T, N> [[gnu::always_inline]] inline lanes<T, N> operator+(S a, lanes<T, N> b) { return lanes<T, N>(static_cast<T>(a)) + b; }
template <class T, int N, plain_number S> requires detail::in_register<T, N> [[gnu::always_inline]] inline lanes<T, N> operator-(S a, lanes<T, N> b) { return lanes<T, N>(static_cast<T>(a)) - b; }
template <class T, int N, plain_number S> requires detail::in_register<T, N> [[gnu::always_inline]] inline lanes<T, N> operator*(S a, lanes<T, N> b) { return lanes<T, N>(static_cast<T>(a)) * b; }
template <class T, int N, plain_number S> requires detail::in_register<T, N> [[gnu::always_inline]] inline lanes<T, N> operator/(S a, lanes<T, N> b) { return lanes<T, N>(static_cast<T>(a)) / b; }
// clang-format on
///@}

/// Lane by lane, with a block or a number.
///@{
template <class T, int N>
[[gnu::always_inline]] inline lanes<T, N>& operator+=(lanes<T, N>& a, std::type_identity_t<lanes<T, N>> const& b) {
    return a = a + b;
}
template <class T, int N>
[[gnu::always_inline]] inline lanes<T, N>& operator-=(lanes<T, N>& a, std::type_identity_t<lanes<T, N>> const& b) {
    return a = a - b;
}
template <class T, int N>
[[gnu::always_inline]] inline lanes<T, N>& operator*=(lanes<T, N>& a, std::type_identity_t<lanes<T, N>> const& b) {
    return a = a * b;
}
template <class T, int N>
[[gnu::always_inline]] inline lanes<T, N>& operator/=(lanes<T, N>& a, std::type_identity_t<lanes<T, N>> const& b) {
    return a = a / b;
}
///@}

}  // namespace hillock
