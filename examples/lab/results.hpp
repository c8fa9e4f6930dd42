// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "experiments.hpp"
#include "table.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lab {

struct results {
    plan what;
    std::optional<grid> digits, spirals;
    std::optional<lab::explosion> explosion;
};

/// How many times as large the first hidden layer's gradient is as the last one's: at the initialisation (epoch 0), or after
/// some epochs.
inline double gradient_ratio(repeated const& from, std::size_t layers, std::size_t epoch) {
    return from.median_of([&](outcome const& run) {
        gradient_norms const& norms = run.gradients[std::min(epoch, run.gradients.size() - 1)];
        return norms.front() / norms[layers - 1];
    });
}

/// The median test accuracy, unless most runs have diverged.
inline std::string accuracy_text(repeated const& from) {
    return std::isfinite(from.loss()) ? percent(from.test_accuracy()) : "diverged";
}
inline std::string dead_text(repeated const& from) {
    return percent(from.median_of([](outcome const& run) { return run.idle.dead; }));
}
inline std::string saturated_text(repeated const& from) {
    return percent(from.median_of([](outcome const& run) { return run.idle.saturated; }));
}

/// Of an epoch, in the run that was disturbed least.
inline double milliseconds_of(repeated const& from) {
    return std::ranges::min(from.runs, {}, &outcome::milliseconds).milliseconds;
}

inline std::string seeds_text(plan const& what) {
    return std::to_string(what.seeds) + (what.seeds == 1 ? " seed" : " seeds");
}
inline std::string layers_text(std::size_t depth) {
    return std::to_string(depth) + " layers";
}

/// One row for each activation. With times it is not the same in each run.
inline table main_table(results const& all, bool with_times) {
    table result{"All activations",
                 "Test accuracy in %, median of " + seeds_text(all.what) +
                     ", at the best of the learning rates, by the number of hidden layers.",
                 {"activation"},
                 {}};
    std::string const deepest = std::to_string(all.what.deepest());
    auto const add_depths = [&](std::string const& data) {
        for (std::size_t const depth : all.what.depths)
            result.header.push_back((depth == all.what.depths.front() ? data + ' ' : "") + std::to_string(depth));
    };
    if (all.digits) add_depths("digits");
    if (all.spirals) add_depths("spirals");
    if (all.digits) {
        for (char const* title : {"gradient", "saturated", "dead"})
            result.header.push_back(title);
        if (with_times) result.header.push_back("ms/epoch");
        result.caption += " Of the digits' networks of " + deepest +
                          " layers: the first hidden layer's gradient at the start divided by the last one's; after "
                          "training, the share in % of pairs of a unit and an image where |f'| < 2^-10, and of units "
                          "where f' = 0 for all images" +
                          (with_times ? "; milliseconds an epoch." : ".");
    }
    for (std::size_t i = 0; i < all.what.activations.size(); ++i) {
        auto& row = result.rows.emplace_back(1, std::string(all.what.activations[i].name));
        for (auto const* data : {&all.digits, &all.spirals})
            if (*data)
                for (cell const& current : (*data)->cells[i])
                    row.push_back(accuracy_text(current.best()));
        if (!all.digits) continue;
        repeated const& deep = all.digits->deepest(i).best();
        bool const finite = std::isfinite(deep.loss());
        row.push_back(short_number(gradient_ratio(deep, all.what.deepest(), 0)));
        row.push_back(finite ? saturated_text(deep) : "-");
        row.push_back(finite ? dead_text(deep) : "-");
        if (with_times) row.push_back(formatted("%.1f", milliseconds_of(deep)));
    }
    return result;
}

/// Accuracies with the worst seed's, and the rate.
inline table accuracy_table(results const& all, grid const& data, std::string const& name) {
    table result{
        name + " by depth",
        "Median test accuracy in %, in brackets the worst seed's, and the learning rate of the best training loss.",
        {"activation"},
        {}};
    for (std::size_t const depth : all.what.depths)
        result.header.push_back(layers_text(depth));
    for (std::size_t i = 0; i < data.cells.size(); ++i) {
        auto& row = result.rows.emplace_back(1, std::string(all.what.activations[i].name));
        for (cell const& current : data.cells[i])
            row.push_back(accuracy_text(current.best()) + " (" + percent(current.best().worst_accuracy()) + "), " +
                          formatted("%g", all.what.rates[current.best_rate]));
    }
    return result;
}

inline table gradient_table(results const& all) {
    std::size_t const layers = all.what.deepest();
    table result{
        "Gradients by layer",
        "Digits, " + layers_text(layers) +
            ": norm of the loss's gradient by the weights of single hidden layers before the first step, and the "
            "first layer's divided by the last one's, then and in the last epoch. Medians of the seeds.",
        {"activation"},
        {}};
    std::vector<std::size_t> const shown{1, (layers + 2) / 3, (2 * layers + 1) / 3, layers};
    for (std::size_t const layer : shown)
        result.header.push_back("layer " + std::to_string(layer));
    for (char const* title : {"first/last", "first/last, last epoch"})
        result.header.push_back(title);
    for (std::size_t i = 0; i < all.what.activations.size(); ++i) {
        auto& row = result.rows.emplace_back(1, std::string(all.what.activations[i].name));
        repeated const& deep = all.digits->deepest(i).best();
        for (std::size_t const layer : shown)
            row.push_back(
                short_number(deep.median_of([&](outcome const& run) { return run.gradients[0][layer - 1]; })));
        row.push_back(short_number(gradient_ratio(deep, layers, 0)));
        row.push_back(std::isfinite(deep.loss())
                          ? short_number(gradient_ratio(deep, layers, static_cast<std::size_t>(all.what.digits_epochs)))
                          : "-");
    }
    return result;
}

/// What each rate does to networks of one depth.
inline table rate_table(results const& all, std::size_t depth_index) {
    table result{
        "Learning rates, " + layers_text(all.what.depths[depth_index]),
        "Digits: median test accuracy in %; share in % of pairs of a unit and an image where |f'| < 2^-10, and of "
        "dead units; how many of " +
            std::to_string(all.what.seeds) + " runs diverged.",
        {"activation"},
        {}};
    for (double const rate : all.what.rates)
        result.header.push_back(formatted("rate %g", rate));
    for (std::size_t i = 0; i < all.what.activations.size(); ++i) {
        auto& row = result.rows.emplace_back(1, std::string(all.what.activations[i].name));
        for (repeated const& at : all.digits->cells[i][depth_index].at_rate) {
            if (at.diverged() > 0)
                row.push_back(std::to_string(at.diverged()) + " diverged");
            else
                row.push_back(percent(at.test_accuracy()) + "; " + saturated_text(at) + "; " + dead_text(at));
        }
    }
    return result;
}

inline table explosion_table(results const& all) {
    table result{
        "Weights that are too large",
        "Digits, " + layers_text(explosion::layers) + ", first weights " + formatted("%g", explosion::scale) +
            " times as large as is usual, rate " + formatted("%g", explosion::rate) +
            ": norm of the whole gradient in the first batches and the greatest one while training; test accuracy "
            "in % as it is, with gradients clipped to a norm of " +
            formatted("%g", explosion::longest_gradient) + ", and with the usual weights. Medians of the seeds.",
        {"activation", "gradient at the start", "greatest gradient", "accuracy", "clipped", "usual weights",
         "their gradient at the start"},
        {}};
    auto const at_start = [](repeated const& from) {
        return short_number(from.median_of([](outcome const& run) {
            double sum = 0;
            for (double const norm : run.gradients[0])
                sum += norm * norm;
            return std::sqrt(sum);
        }));
    };
    for (std::size_t i = 0; i < all.what.activations.size(); ++i) {
        explosion::row const& from = all.explosion->rows[i];
        result.rows.push_back(
            {std::string(all.what.activations[i].name), at_start(from.large),
             short_number(from.large.median_of([](outcome const& run) { return run.longest_gradient; })),
             accuracy_text(from.large), accuracy_text(from.clipped), accuracy_text(from.usual), at_start(from.usual)});
    }
    return result;
}

/// All that was measured but times.
inline std::vector<table> all_tables(results const& all) {
    std::vector<table> tables;
    if (all.digits || all.spirals) tables.push_back(main_table(all, false));
    if (all.digits) tables.push_back(accuracy_table(all, *all.digits, "Digits"));
    if (all.spirals) tables.push_back(accuracy_table(all, *all.spirals, "Spirals"));
    if (all.digits) {
        tables.push_back(gradient_table(all));
        for (std::size_t i = 0; i < all.what.depths.size(); ++i)
            tables.push_back(rate_table(all, i));
    }
    if (all.explosion) tables.push_back(explosion_table(all));
    return tables;
}

/// Of the losses and parameters of all runs.
inline std::uint64_t digest_of(results const& all) {
    digest total;
    auto const add = [&](repeated const& from) {
        for (outcome const& run : from.runs)
            total.add(run.digest);
    };
    for (auto const* data : {&all.digits, &all.spirals})
        if (*data)
            for (auto const& row : (*data)->cells)
                for (cell const& current : row)
                    for (repeated const& at : current.at_rate)
                        add(at);
    if (all.explosion)
        for (auto const& [large, clipped, usual] : all.explosion->rows) {
            add(large);
            add(clipped);
            add(usual);
        }
    return total.hash;
}

inline std::string as_markdown(results const& all) {
    std::string result;
    for (table const& current : all_tables(all))
        result += as_markdown(current) + '\n';
    char text[32];
    std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(digest_of(all)));
    return result + "Digest of all losses and trained parameters: `" + text + "`.\n";
}

}  // namespace lab
