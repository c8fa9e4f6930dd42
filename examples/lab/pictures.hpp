// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "plot.hpp"
#include "results.hpp"

#include <cmath>
#include <cstddef>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace lab {

inline constexpr char const* powers_of_ten = "set logscale y\nset format y '10^{%T}'";

/// A line for each activation, with the points that `points_of(index)` gives.
template <class Points>
std::vector<line> lines_of(plan const& what, Points points_of) {
    std::vector<line> result;
    for (std::size_t i = 0; i < what.activations.size(); ++i)
        result.push_back({std::string(what.activations[i].name), what.styles[i], points_of(i)});
    return result;
}

using points = std::vector<std::pair<double, double>>;

/// What a logarithmic axis can show.
inline double positive(double number) {
    return number > 0 ? number : std::numeric_limits<double>::quiet_NaN();
}

inline points losses_of(repeated const& from) {
    points result;
    for (double const loss : from.runs.front().losses)
        result.emplace_back(static_cast<double>(result.size() + 1), positive(loss));
    return result;
}
inline points norms_of(gradient_norms const& norms) {
    points result;
    for (std::size_t i = 0; i + 1 < norms.size(); ++i)
        result.emplace_back(static_cast<double>(i + 1), positive(norms[i]));
    return result;
}

/// Losses by the epoch, for each depth.
inline std::vector<picture> training_pictures(plan const& what, grid const& data) {
    std::vector<picture> result;
    for (std::size_t depth = 0; depth < what.depths.size(); ++depth)
        result.push_back(draw_lines(
            layers_text(what.depths[depth]), "epoch", "training loss",
            lines_of(what, [&](std::size_t i) { return losses_of(data.cells[i][depth].best()); }), powers_of_ten));
    return result;
}

/// A number of each activation's best runs, by depth.
template <class Number>
picture draw_by_depth(std::string const& title, std::string const& unit, plan const& what, grid const& data,
                      Number number, std::string const& settings) {
    auto const line = [&](std::size_t i) {
        points result;
        for (std::size_t depth = 0; depth < what.depths.size(); ++depth)
            result.emplace_back(what.depths[depth], number(data.cells[i][depth].best()));
        return result;
    };
    return draw_lines(title, "hidden layers", unit, lines_of(what, line), settings);
}

inline picture accuracy_picture(plan const& what, grid const& data) {
    return draw_by_depth(
        "test accuracy", "%", what, data, [](repeated const& runs) { return 100 * runs.test_accuracy(); },
        "set yrange [0:102]");
}

inline picture time_picture(plan const& what, grid const& data) {
    return draw_by_depth("time of an epoch", "milliseconds", what, data, milliseconds_of, "set yrange [0:*]");
}

inline std::vector<picture> gradient_pictures(plan const& what, grid const& data) {
    auto const first_run = [&](std::size_t i) -> outcome const& { return data.deepest(i).best().runs.front(); };
    std::vector<picture> result;
    result.push_back(draw_lines("before the first step", "layer", "norm of its gradient",
                                lines_of(what, [&](std::size_t i) { return norms_of(first_run(i).gradients.front()); }),
                                powers_of_ten));
    result.push_back(draw_lines("in the last epoch", "layer", "norm of its gradient",
                                lines_of(what, [&](std::size_t i) { return norms_of(first_run(i).gradients.back()); }),
                                powers_of_ten));
    result.push_back(draw_lines("first layer, while training", "epoch", "norm of its gradient",
                                lines_of(what,
                                         [&](std::size_t i) {
                                             points of_epochs;
                                             for (gradient_norms const& norms : first_run(i).gradients)
                                                 of_epochs.emplace_back(static_cast<double>(of_epochs.size()),
                                                                        positive(norms.front()));
                                             return of_epochs;
                                         }),
                                powers_of_ten));
    return result;
}

inline std::vector<picture> explosion_pictures(plan const& what, explosion const& from) {
    auto const norms = [&](repeated explosion::row::*setting) {
        return lines_of(what, [&, setting](std::size_t i) {
            return norms_of((from.rows[i].*setting).runs.front().gradients.front());
        });
    };
    auto const losses = [&](repeated explosion::row::*setting) {
        return lines_of(what, [&, setting](std::size_t i) { return losses_of(from.rows[i].*setting); });
    };
    std::string const same_range = powers_of_ten + std::string("\nset yrange [1e-3:1e4]");
    return {draw_lines("weights too large, at the start", "layer", "norm of its gradient",
                       norms(&explosion::row::large), powers_of_ten),
            draw_lines("weights too large", "epoch", "training loss", losses(&explosion::row::large), same_range),
            draw_lines("the same, clipped", "epoch", "training loss", losses(&explosion::row::clipped), same_range),
            draw_lines("usual weights", "epoch", "training loss", losses(&explosion::row::usual), same_range)};
}

/// Shares of units by the rate, for the depth of that index.
inline std::vector<picture> idle_pictures(plan const& what, grid const& data, std::size_t depth_index) {
    auto const by_rate = [&](double neural::idle_units::*share) {
        return lines_of(what, [&, share](std::size_t i) {
            points result;
            auto const& at_rate = data.cells[i][depth_index].at_rate;
            for (std::size_t rate = 0; rate < at_rate.size(); ++rate)
                result.emplace_back(what.rates[rate], at_rate[rate].diverged() > 0
                                                          ? std::numeric_limits<double>::quiet_NaN()
                                                          : 100 * at_rate[rate].median_of([&](outcome const& run) {
                                                                return run.idle.*share;
                                                            }));
            return result;
        });
    };
    char const* const axes = "set logscale x\nset yrange [-2:102]";
    std::string const depth = ", " + layers_text(what.depths[depth_index]);
    return {draw_lines("saturated" + depth, "learning rate", "% of units and images",
                       by_rate(&neural::idle_units::saturated), axes),
            draw_lines("dead" + depth, "learning rate", "% of units", by_rate(&neural::idle_units::dead), axes)};
}

inline std::vector<picture> region_pictures(plan const& what, grid const& data, std::size_t depth_index,
                                            neural::data_set const& spirals) {
    std::vector<neural::sample> some;
    for (std::size_t i = 0; i < spirals.test.size(); ++i)
        if (i / 2 % 2 == 0) some.push_back(spirals.test[i]);  // as many of each arm
    std::vector<picture> result;
    for (std::size_t i = 0; i < what.activations.size(); ++i)
        result.push_back(draw_regions(std::string(what.activations[i].name), data.cells[i][depth_index].regions, some));
    return result;
}

}  // namespace lab
