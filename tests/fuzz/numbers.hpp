// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// The numbers in arrays, and what an expression makes of them one by one.
#pragma once

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <random>
#include <type_traits>
#include <vector>

namespace fuzz {

template <class T>
using bits_of = std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>;

// Any NaN is as good as another.
template <class T>
bool same(T a, T b) {
    return std::bit_cast<bits_of<T>>(a) == std::bit_cast<bits_of<T>>(b) || (a != a && b != b);
}

// First numbers where functions bend, all finite; then those of any bits, and what is special. Primes, so that no vector has
// the same twice.
inline constexpr std::size_t finite_count = 509, all_count = 2 * finite_count;
template <class T>
std::vector<T> const& numbers() {
    static std::vector<T> const result = [] {
        std::mt19937_64 random(1);
        std::vector<T> made(all_count);
        std::uniform_real_distribution<T> uniform(-9, 9);
        std::generate_n(made.begin(), finite_count, [&] { return uniform(random); });
        std::generate(made.begin() + finite_count, made.end(),
                      [&] { return std::bit_cast<T>(static_cast<bits_of<T>>(random())); });
        using limits = std::numeric_limits<T>;
        for (T const special : {T(0), T(-0.0), limits::infinity(), -limits::infinity(), limits::quiet_NaN(),
                                limits::denorm_min(), limits::max(), limits::lowest(), T(1), T(-1)})
            made[finite_count + random() % finite_count] = special;
        return made;
    }();
    return result;
}

// The value that a call gives, remembered, as calls take most of the time under the sanitizers.
template <class E, class T, class... Rest>
T value(E const& e, T first, Rest... rest) {
    constexpr std::size_t count = sizeof...(Rest) + 1;
    struct entry {
        T arguments[count], result;
        bool is_filled;
    };
    static std::vector<entry> remembered(1 << 16);
    T const arguments[count] = {first, rest...};
    std::uint64_t hash = 0;
    for (T const argument : arguments)
        hash = (hash ^ std::bit_cast<bits_of<T>>(argument)) * 0x9e3779b97f4a7c15u;
    entry& found = remembered[hash >> 48];
    bool known = found.is_filled;
    for (std::size_t k = 0; k < count; ++k)
        known = known && std::bit_cast<bits_of<T>>(arguments[k]) == std::bit_cast<bits_of<T>>(found.arguments[k]);
    if (!known) {
        found.result = e(first, rest...);
        found.is_filled = true;
        std::copy(arguments, arguments + count, found.arguments);
    }
    return found.result;
}

// Whether a number can be the sum of values: there are no more than forty roundings on the way of each, and one to T.
template <class T, class V>
bool can_be_sum(T sum, std::vector<V> const& values) {
    long double exact = 0, size = 0;
    for (V const one : values) {
        exact += one;
        size += std::isfinite(one) ? std::fabs(one) : 0;
    }
    if (size > std::numeric_limits<T>::max() / 2) return true;  // whether it overflows depends on the order
    if (!std::isfinite(exact)) return exact == exact ? sum == exact : sum != sum;
    long double const bound = 40 * 1.2e-16L * size + std::numeric_limits<T>::epsilon() * std::fabs(exact) +
                              std::numeric_limits<T>::denorm_min();
    return std::fabs(sum - exact) <= bound;
}

}  // namespace fuzz
