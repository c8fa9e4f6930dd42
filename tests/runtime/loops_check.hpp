// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// What the tests of hk::apply share: arrays at chosen offsets from an alignment, numbers of all kinds, equality of bits.
#pragma once

#include <hillock/hillock.hpp>

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <new>
#include <random>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

namespace loops {

namespace hk = hillock;

template <class T>
using bits_of = std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>;

// Any NaN is as good as another.
template <class T>
bool same(T a, T b) {
    return std::bit_cast<bits_of<T>>(a) == std::bit_cast<bits_of<T>>(b) || (a != a && b != b);
}

// How many numbers one is from the other.
template <class T>
long long distance(T a, T b) {
    auto const place = [](T v) {
        auto const bits = std::bit_cast<bits_of<T>>(v);
        auto const magnitude = static_cast<long long>(bits & (~bits_of<T>{} >> 1));
        return std::signbit(v) ? -magnitude : magnitude;
    };
    return std::llabs(place(a) - place(b));
}

inline std::string shown(double v) {
    char text[80];
    std::snprintf(text, sizeof text, "%a (%.9g)", v, v);
    return text;
}

// Complains of the first element that differs.
template <class T>
bool all_same(std::span<T const> computed, std::span<T const> expected, std::string const& what) {
    EXPECT_EQ(computed.size(), expected.size()) << what;
    for (std::size_t i = 0; i < computed.size(); ++i)
        if (!same(computed[i], expected[i])) {
            ADD_FAILURE() << what << ": element " << i << " of " << computed.size() << " is " << shown(computed[i])
                          << " and should be " << shown(expected[i]);
            return false;
        }
    return true;
}

// Half of them any bits, thus of every magnitude, with infinities, NaNs and subnormals; half of them where functions bend.
template <class T>
std::vector<T> numbers(std::size_t count, std::uint64_t seed) {
    constexpr int mantissa = sizeof(T) == 4 ? 23 : 52;
    constexpr bits_of<T> bias = sizeof(T) == 4 ? 127 : 1023, sign = bits_of<T>{1} << (8 * sizeof(T) - 1);
    std::mt19937_64 random(seed);
    std::vector<T> result(count);
    for (std::size_t i = 0; i < count; ++i) {
        auto bits = static_cast<bits_of<T>>(random());
        if (random() % 2 == 0) {
            bits_of<T> const exponent = bias - 14 + static_cast<bits_of<T>>(random() % 22);
            bits = (bits & sign) | (bits & ((bits_of<T>{1} << mantissa) - 1)) | exponent << mantissa;
        }
        result[i] = std::bit_cast<T>(bits);
    }
    T const infinity = std::numeric_limits<T>::infinity();
    T const special[] = {0,
                         T(-0.0),
                         infinity,
                         -infinity,
                         std::numeric_limits<T>::quiet_NaN(),
                         std::numeric_limits<T>::denorm_min(),
                         -std::numeric_limits<T>::denorm_min(),
                         std::numeric_limits<T>::max(),
                         std::numeric_limits<T>::lowest(),
                         1,
                         -1};
    for (T const v : special)
        if (count > 0) result[random() % count] = v;
    return result;
}

// Of magnitudes from 2^-30 to 2^8.
template <class T>
std::vector<T> moderate(std::size_t count, std::uint64_t seed) {
    constexpr int mantissa = sizeof(T) == 4 ? 23 : 52;
    constexpr bits_of<T> bias = sizeof(T) == 4 ? 127 : 1023, sign = bits_of<T>{1} << (8 * sizeof(T) - 1);
    std::mt19937_64 random(seed);
    std::vector<T> result(count);
    for (T& v : result) {
        bits_of<T> const exponent = bias - 30 + static_cast<bits_of<T>>(random() % 38);
        auto const bits = static_cast<bits_of<T>>(random());
        v = std::bit_cast<T>(
            static_cast<bits_of<T>>((bits & sign) | (bits & ((bits_of<T>{1} << mantissa) - 1)) | exponent << mantissa));
    }
    return result;
}

// Where functions bend, all finite.
template <class T>
std::vector<T> ordinary(std::size_t count, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    std::uniform_real_distribution<T> uniform(-6, 6);
    std::vector<T> result(count);
    for (T& v : result)
        v = uniform(random);
    return result;
}

// An array that starts some elements behind a boundary of 64 bytes, between canaries that nobody may change.
template <class T>
class guarded {
public:
    guarded(std::size_t count, std::size_t offset) : length(count), start(margin + offset) {
        std::size_t const bytes = (start + count + margin) * sizeof(T);
        memory = static_cast<unsigned char*>(::operator new (bytes, std::align_val_t{64}));
        total = bytes;
        std::memset(memory, canary, bytes);
    }
    guarded(guarded const&) = delete;
    guarded& operator=(guarded const&) = delete;
    ~guarded() { ::operator delete (memory, std::align_val_t{64}); }

    T* data() { return reinterpret_cast<T*>(memory) + start; }
    T const* data() const { return reinterpret_cast<T const*>(memory) + start; }
    std::size_t size() const { return length; }
    T* begin() { return data(); }
    T* end() { return data() + length; }
    T& operator[](std::size_t i) { return data()[i]; }

    // Whether the bytes before and behind the array are what they were.
    bool canaries_live() const {
        std::size_t const first = start * sizeof(T), last = first + length * sizeof(T);
        for (std::size_t i = 0; i < total; ++i)
            if ((i < first || i >= last) && memory[i] != canary) return false;
        return true;
    }

private:
    static constexpr unsigned char canary = 0xc5;
    static constexpr std::size_t margin = 256 / sizeof(T);
    std::size_t length, start, total;
    unsigned char* memory;
};

template <class T>
inline constexpr char const* type_name = sizeof(T) == 4 ? "float" : "double";

// Which loop ran, for the messages of failures.
inline std::string on() {
    return " on " + std::string(hk::instruction_set());
}

}  // namespace loops
