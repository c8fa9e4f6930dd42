// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "progress.hpp"
#include "regions.hpp"
#include "runs.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <optional>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lab {

/// What all experiments share. Each is repeated with the seeds 1, 2, ...
struct plan {
    std::vector<neural::layer_loops> activations;
    std::vector<std::size_t> styles;  // of each, how it is drawn
    std::vector<std::size_t> depths{2, 4, 6, 10};
    std::vector<double> rates{0.3, 0.1, 0.03, 0.01};
    unsigned seeds = 3;
    int digits_epochs = 30, spirals_epochs = 300;

    std::size_t deepest() const { return depths.back(); }
};

/// What is usual: Glorot's variance for functions that are near x or bounded, and He's for those that are 0 or nearly so on
/// one side, as these halve what comes in.
inline neural::initialization usual_initialization(std::string_view activation) {
    bool const keeps_both_sides =
        activation == "identity" || activation == "sigmoid" || activation == "tanh" || activation == "selu";
    return {keeps_both_sides ? neural::initialization::glorot : neural::initialization::he, 1};
}

/// The median, which is one of the numbers: of an even count the lower of the middle ones.
inline double median(std::vector<double> numbers) {
    std::sort(numbers.begin(), numbers.end());
    return numbers[(numbers.size() - 1) / 2];
}

/// The runs of one setting, that differ in their seed.
struct repeated {
    std::vector<outcome> runs;

    template <class Number>
    double median_of(Number number) const {
        std::vector<double> numbers;
        for (outcome const& run : runs)
            numbers.push_back(static_cast<double>(number(run)));
        return median(numbers);
    }
    double test_accuracy() const { return median_of(std::mem_fn(&outcome::test_accuracy)); }
    double worst_accuracy() const { return std::ranges::min(runs, {}, &outcome::test_accuracy).test_accuracy; }
    double loss() const { return median_of(std::mem_fn(&outcome::loss)); }
    std::ptrdiff_t diverged() const { return std::ranges::count(runs, true, &outcome::diverged); }
};

/// One activation and depth: at each rate.
struct cell {
    std::vector<repeated> at_rate;
    std::size_t best_rate;  // where the median of the last losses is least
    region_map regions;     // of the first seed at the best rate; empty where nobody looks at them

    repeated const& best() const { return at_rate[best_rate]; }
};

/// All activations, all depths.
struct grid {
    std::vector<std::vector<cell>> cells;  // [activation][depth]

    cell const& deepest(std::size_t activation) const { return cells[activation].back(); }
};

/// What a deep network does whose first weights are too large.
struct explosion {
    static constexpr std::size_t layers = 10;
    static constexpr float scale = 2;
    static constexpr double rate = 0.01, longest_gradient = 1;

    struct row {
        repeated large, clipped, usual;
    };
    std::vector<row> rows;  // of each activation
};

/// A setting with each seed; `first`, unless null, gets the trained network of the first.
inline repeated repeat(setting chosen, plan const& all, neural::data_set const& data, progress& bar,
                       std::optional<neural::network>* first = nullptr) {
    repeated result;
    for (chosen.seed = 1; chosen.seed <= all.seeds; ++chosen.seed) {
        std::mt19937 random(chosen.seed);
        neural::network model = untrained(data, chosen, random);
        result.runs.push_back(train(model, data, chosen, random));
        bar.advance(chosen.work(data));
        if (first != nullptr && chosen.seed == 1) *first = std::move(model);
    }
    return result;
}

/// Each activation at each depth and rate. Of data of two inputs, with what the networks of the first depth say of the plane.
inline grid run_grid(plan const& all, neural::data_set const& data, int epochs, progress& bar) {
    grid result;
    for (neural::layer_loops const& activation : all.activations) {
        auto& row = result.cells.emplace_back();
        for (std::size_t const depth : all.depths) {
            cell& current = row.emplace_back();
            for (double const rate : all.rates) {
                setting const chosen{activation, depth, usual_initialization(activation.name), {epochs, rate}, 1};
                std::optional<neural::network> first;
                current.at_rate.push_back(repeat(chosen, all, data, bar, &first));
                std::size_t const index = current.at_rate.size() - 1;
                if (index == 0 || current.at_rate[index].loss() < current.best().loss()) {
                    current.best_rate = index;
                    if (data.inputs == 2 && depth == all.depths.front()) current.regions = map_regions(*first);
                }
            }
        }
    }
    return result;
}

inline explosion run_explosion(plan const& all, neural::data_set const& data, progress& bar) {
    explosion result;
    for (neural::layer_loops const& activation : all.activations) {
        neural::initialization const usual = usual_initialization(activation.name);
        neural::initialization const large{usual.variance, explosion::scale};
        neural::schedule const free{all.digits_epochs, explosion::rate};
        neural::schedule const clipped{all.digits_epochs, explosion::rate, explosion::longest_gradient};
        auto const run = [&](neural::initialization initial, neural::schedule const& schedule) {
            return repeat({activation, explosion::layers, initial, schedule, 1}, all, data, bar);
        };
        result.rows.push_back({run(large, free), run(large, clipped), run(usual, free)});
    }
    return result;
}

/// The work of `run_grid` and of `run_explosion`, as `progress` counts it.
inline double grid_work(plan const& all, neural::data_set const& data, int epochs) {
    double work = 0;
    for (std::size_t const depth : all.depths)
        work += setting{all.activations[0], depth, {}, {epochs, 1}, 1}.work(data);
    return work * static_cast<double>(all.rates.size() * all.seeds * all.activations.size());
}
inline double explosion_work(plan const& all, neural::data_set const& data) {
    return 3 * setting{all.activations[0], explosion::layers, {}, {all.digits_epochs, 1}, 1}.work(data) *
           static_cast<double>(all.seeds * all.activations.size());
}

}  // namespace lab
