// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#include <hillock/properties/interval_functions.hpp>
#include <hillock/properties/sign_finder.hpp>

#include <gtest/gtest.h>

#include <cmath>

namespace {

using namespace hillock::detail;
using hillock::op;

/// sin(frequency x) + offset.
struct wave_function {
    double frequency, offset;

    static void enter(int) {}
    interval value(interval const& x) const {
        return sum(function_over(op::sin, product(point(frequency), x)), point(offset));
    }
    interval slope(interval const& x) const {
        return product(point(frequency), function_over(op::cos, product(point(frequency), x)));
    }
    static int value_effort() { return 1; }
    static int slope_effort() { return 1; }
    static int sign_by_scale(interval const&) { return 0; }
    static int slope_by_scale(interval const&) { return 0; }

    double at(double x) const { return std::sin(frequency * x) + offset; }
};

/// However little may be spent, the parts cover the line without gaps, and what they tell holds.
TEST(PropertiesSearch, CoversTheLineAndTellsNothingWrong) {
    constexpr double lower = -15.75, upper = 16.5;
    int told = 0;
    for (wave_function function : {wave_function{1, 0.3}, {1, 1}, {2, -1}, {0.25, 0.125}, {7, 0.01}, {40, 0.5}}) {
        for (int effort : {0, 1, 2, 3, 7, 20, 61, 150, 400, 1000, 5000, 100000}) {
            sign_map map;
            map.add({lower, upper, stretch::open, false, false, 0, 0});
            for (int stage = 0; stage <= last_stage(0x1p-22); ++stage)
                sign_finder<wave_function>{function, 0x1p-22, effort}.refine(map, stage, stage);
            ASSERT_TRUE(map.complete);
            ASSERT_GT(map.size, 0);
            EXPECT_EQ(map.parts[map.size - 1].upper, upper);
            for (int i = 0; i < map.size; ++i) {
                stretch const& part = map.parts[i];
                ASSERT_EQ(i > 0 ? map.parts[i - 1].upper : lower, part.lower) << "a gap, with an effort of " << effort;
                if (part.crosses != 0) {
                    EXPECT_LE(function.at(part.lower) * part.crosses, 1e-12);
                    EXPECT_GE(function.at(part.upper) * part.crosses, -1e-12);
                } else if (part.sign != stretch::open) {
                    ++told;
                    for (int k = 0; k <= 64; ++k) {
                        double const x = part.lower + (part.upper - part.lower) * k / 64;
                        ASSERT_GE(function.at(x) * static_cast<int>(part.sign), -1e-12)
                            << x << ", with an effort of " << effort;
                    }
                }
            }
        }
    }
    EXPECT_GT(told, 500);
}

TEST(PropertiesSearch, FindsEveryZeroWhereItMay) {
    wave_function function{1, 0.3};
    sign_map map;
    map.add({-16, 16, stretch::open, false, false, 0, 0});
    sign_finder<wave_function>{function, 0x1p-22, 10000}.refine(map, 0, last_stage(0x1p-22));
    int zeros = 0;
    for (int i = 0; i < map.size; ++i)
        zeros += map.parts[i].crosses != 0;
    EXPECT_EQ(map.untold(), 0);
    EXPECT_EQ(zeros, 10);
}

/// More parts than there is room for become one of which nothing is told.
TEST(PropertiesSearch, WithoutRoomTheRestIsUntold) {
    sign_map map;
    for (int i = 0; i < 2 * sign_map::capacity; ++i)
        map.add({1.0 * i, i + 1.0, i % 2 == 0 ? stretch::above : stretch::below, true, true, 0, 0});
    EXPECT_EQ(map.size, sign_map::capacity);
    EXPECT_TRUE(map.complete);
    EXPECT_EQ(map.untold(), 1);
    EXPECT_EQ(map.parts[map.size - 1].upper, 2.0 * sign_map::capacity);
}

}  // namespace
