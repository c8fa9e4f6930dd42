// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "../neural/sample.hpp"

#include <hillock/hillock.hpp>

#include <cstddef>
#include <numbers>
#include <random>
#include <vector>

namespace lab {

namespace hk = hillock;

/// Points of two arms around the middle, each of which is the other turned by half a circle; `turns` counts the circles from
/// the inner end to the outer. The sines are hillock's, which are the same everywhere.
inline std::vector<neural::sample> draw_spirals(std::size_t points_of_each, double turns, double noise,
                                                std::mt19937& random) {
    auto const between_minus_one_and_one = [&] { return static_cast<double>(random()) * 0x1p-31 - 1; };
    std::vector<neural::sample> result;
    for (std::size_t i = 0; i < points_of_each; ++i)
        for (std::size_t arm = 0; arm < 2; ++arm) {
            double const along = (static_cast<double>(i) + 0.5) / static_cast<double>(points_of_each);
            double const angle = 2 * std::numbers::pi * turns * along,
                         radius = (arm == 0 ? 2 : -2) * (0.1 + 0.9 * along);
            double const right = radius * hk::cos(angle), up = radius * hk::sin(angle);
            double const right_noise = noise * between_minus_one_and_one(),
                         up_noise = noise * between_minus_one_and_one();
            result.push_back({{static_cast<float>(right + right_noise), static_cast<float>(up + up_noise)}, arm});
        }
    return result;
}

/// 960 points to learn from and 320 others.
inline neural::data_set make_spirals() {
    std::mt19937 random(1);
    constexpr double turns = 1.75, noise = 0.08;
    return {2, 2, draw_spirals(480, turns, noise, random), draw_spirals(160, turns, noise, random)};
}

}  // namespace lab
