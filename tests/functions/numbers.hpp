// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// Numbers of all kinds that are the same everywhere, and a digest of results.
#pragma once

#include <bit>
#include <cstdint>
#include <limits>
#include <type_traits>

namespace functions {

template <class T>
using bits_of = std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>;

/// Random bits that depend on nothing but i (SplitMix64, Steele et al. 2014).
constexpr std::uint64_t mixed(std::uint64_t i) {
    std::uint64_t z = (i + 1) * 0x9e3779b97f4a7c15;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
}

/// The i-th of many numbers: two of three with every exponent as often as every other, the third from 2^-20 to 2^9, where
/// functions bend.
template <class T>
constexpr T spread(std::uint64_t i) {
    using bits = bits_of<T>;
    constexpr int digits = std::numeric_limits<T>::digits - 1;
    constexpr std::uint64_t exponents = std::uint64_t{1} << (8 * sizeof(T) - 1 - digits), bias = exponents / 2 - 1;
    std::uint64_t const random = mixed(i);
    std::uint64_t const exponent = i % 3 == 0 ? bias - 20 + i / 3 % 29 : i / 3 % (exponents - 1);
    auto const mantissa = static_cast<bits>(random) & ((bits{1} << digits) - 1);
    auto const sign = static_cast<bits>(random >> 63) << (8 * sizeof(T) - 1);
    return std::bit_cast<T>(static_cast<bits>(sign | static_cast<bits>(exponent) << digits | mantissa));
}

/// FNV-1a over whole results; any NaN is as good as another.
class digest {
public:
    template <class T>
    constexpr void add(T v) {
        hash = (hash ^ (v != v ? 1 : std::bit_cast<bits_of<T>>(v))) * 0x100000001b3;
    }
    constexpr std::uint64_t value() const { return hash; }

private:
    std::uint64_t hash = 0xcbf29ce484222325;
};

}  // namespace functions
