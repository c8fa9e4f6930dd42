// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// The fused operation where the processor has none, and in constant expressions, is that of the C library: of numbers of all
// sizes, next to the ends of the range and next to each other, to the last bit.

#include <hillock/evaluate/direct/fused_emulated.hpp>
#include <hillock/evaluate/direct/ieee.hpp>

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <limits>
#include <random>

namespace {

namespace direct = hillock::direct;

// A number of a random exponent around `exponent`, with few digits now and then, so that ties happen.
template <class T>
T number(std::mt19937_64& random, int exponent, int spread) {
    T const digits = std::bit_cast<double>((random() >> 12) | 0x3ff0000000000000) + T(0);
    T const few = random() % 4 == 0 ? std::ldexp(std::nearbyint(std::ldexp(digits, 12)), -12) : digits;
    int const scale = exponent + static_cast<int>(random() % static_cast<unsigned>(2 * spread + 1)) - spread;
    return std::ldexp(random() % 2 == 0 ? few : -few, scale);
}

// In 16 bytes, in a lane beside others that need, or need not, another way.
template <class T>
void compare_lanes(T a, T b, T c, T expected) {
    using vector = direct::detail::sixteen_bytes<T>;
    constexpr int count = 16 / sizeof(T);
    for (int lane = 0; lane < count; ++lane) {
        vector as = T(1.5) - vector{}, bs = T(3) - vector{}, cs = T(0.25) - vector{};
        as[lane] = a;
        bs[lane] = b;
        cs[lane] = c;
        vector const found = direct::detail::fused_exactly<T>(as, bs, cs);
        for (int other = 0; other < count; ++other)
            ASSERT_TRUE(other == lane || found[other] == T(4.75)) << "lane " << other;
        bool const same = std::isnan(expected)
                              ? std::isnan(found[lane])
                              : expected == found[lane] && std::signbit(expected) == std::signbit(found[lane]);
        bool const finite = std::isfinite(a) && std::isfinite(b) && std::isfinite(c);
        ASSERT_TRUE(same || (!finite && !std::isfinite(found[lane])))
            << std::hexfloat << a << " * " << b << " + " << c << " is " << expected << ", not " << found[lane]
            << " in lane " << lane;
    }
}

template <class T>
void compare(T a, T b, T c) {
    T const expected = std::fma(a, b, c), found = direct::detail::fused_exactly(a, b, c);
    // Of what is not finite it is not asked which infinity, or NaN, it gives.
    bool const finite = std::isfinite(a) && std::isfinite(b) && std::isfinite(c);
    bool const same =
        finite ? expected == found && std::signbit(expected) == std::signbit(found) : !std::isfinite(found);
    ASSERT_TRUE(same) << std::hexfloat << a << " * " << b << " + " << c << " is " << expected << ", not " << found;
    compare_lanes(a, b, c, expected);
}

TEST(fused, of_doubles_of_all_sizes) {
    std::mt19937_64 random(20261126);
    for (int i = 0; i < 400'000; ++i)
        compare(number<double>(random, 0, 1020), number<double>(random, 0, 1020), number<double>(random, 0, 1020));
}
TEST(fused, of_doubles_that_nearly_cancel_or_tie) {
    std::mt19937_64 random(1);
    for (int exponent : {-1070, -1020, -900, -500, 0, 494, 500, 900, 988, 1000, 1015})
        for (int i = 0; i < 40'000; ++i) {
            int const part = exponent / 2;
            double const a = number<double>(random, part, 3), b = number<double>(random, exponent - part, 3);
            compare(a, b, number<double>(random, exponent, 60));
            compare(a, b, -(a * b));
            compare(a, a, std::nextafter(-(a * a), 0.0));
        }
}
TEST(fused, of_what_is_not_finite) {
    constexpr double infinite = std::numeric_limits<double>::infinity();
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    double const all[] = {infinite, -infinite, none, 0, 1, -0x1p1000, 0x1p-1070, 0x1p600};
    for (double a : all)
        for (double b : all)
            for (double c : all)
                if (!(std::isfinite(a) && std::isfinite(b) && std::isfinite(c))) compare(a, b, c);
}
TEST(fused, of_floats) {
    std::mt19937_64 random(2);
    for (int i = 0; i < 400'000; ++i) {
        float const a = number<float>(random, 0, 100), b = number<float>(random, 0, 20);
        compare(a, b, number<float>(random, 0, 100));
        compare(a, b, -(a * b));
    }
}
TEST(fused, of_floats_that_tie_or_are_subnormal) {
    std::mt19937_64 random(3);
    for (int exponent : {-149, -140, -126, -100, 0, 60, 127})
        for (int i = 0; i < 40'000; ++i) {
            int const part = exponent / 2;
            float const a = number<float>(random, part, 3), b = number<float>(random, exponent - part, 3);
            compare(a, b, number<float>(random, exponent, 60));
            // A sum just between two floats, but for what lies far below.
            float const c = std::ldexp(static_cast<float>(random() % 2 == 0 ? 0x1000001 : 0x800001), exponent - 24);
            compare(std::ldexp(1.0f, part - 24), std::ldexp(random() % 2 == 0 ? 1.0f : -1.0f, exponent - part), c);
            compare(std::ldexp(1.0f + 0x1p-23f, part - 24), std::ldexp(1.0f + 0x1p-22f, exponent - part), c);
            compare(std::ldexp(1.0f - 0x1p-24f, part - 24), std::ldexp(1.0f - 0x1p-24f, exponent - part), -c);
        }
}

// As constants too, where overflow is no error.
static_assert(direct::ieee_fused(0x1p600, 0x1p600, 1.0) == std::numeric_limits<double>::infinity());
static_assert(direct::ieee_fused(-0x1p600, 0x1p600, 1.0) == -std::numeric_limits<double>::infinity());
static_assert(direct::ieee_fused(0x1p600, 0x1p423, -0x1p1023) == 0);
static_assert(direct::ieee_fused(0x1.0000001p600, 0x1.0000001p300, -0x1.0000002p900) == 0x1p844);
static_assert(direct::ieee_fused(-3.0, 3.0, 9.5) == 0.5);
static_assert(direct::ieee_fused(0x1p100f, 0x1p100f, 1.0f) == std::numeric_limits<float>::infinity());

}  // namespace
