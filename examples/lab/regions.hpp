// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "../neural/training.hpp"

#include <cstddef>
#include <vector>

namespace lab {

/// What a network of two inputs says of the points of a square grid around 0, row by row from the lowest.
struct region_map {
    static constexpr std::size_t side = 100;
    static constexpr float reach = 2.3f;  // of the grid, to all four sides

    static float coordinate(std::size_t index) {
        return reach * ((2 * static_cast<float>(index) + 1) / static_cast<float>(side) - 1);
    }
    bool at(std::size_t row, std::size_t column) const { return is_second_class[row * side + column]; }

    std::vector<bool> is_second_class;
};

inline region_map map_regions(neural::network& model) {
    std::vector<neural::sample> points;
    for (std::size_t row = 0; row < region_map::side; ++row)
        for (std::size_t column = 0; column < region_map::side; ++column)
            points.push_back({{region_map::coordinate(column), region_map::coordinate(row)}, 0});
    region_map result;
    neural::in_batches(model, points, [&](neural::batch const& current) {
        neural::matrix const& scores = model.forward(current.in);
        for (std::size_t i = 0; i < current.labels.size(); ++i)
            result.is_second_class.push_back(scores[neural::batch_size + i] > scores[i]);
    });
    return result;
}

}  // namespace lab
