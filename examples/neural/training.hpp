// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "network.hpp"
#include "sample.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <limits>
#include <random>
#include <span>
#include <stdexcept>
#include <utility>
#include <vector>

namespace neural {

/// Up to `batch_size` samples as columns. Columns without a sample keep what they held; nobody looks at their results.
struct batch {
    explicit batch(network const& model)
        : in(model.layers.front().inputs * batch_size), targets(model.layers.back().values.size()) {}

    void fill(std::span<sample const> samples) {
        std::fill(targets.begin(), targets.end(), 0.0f);
        labels.clear();
        for (sample const& next : samples) {
            std::size_t const column = labels.size();
            for (std::size_t i = 0; i < next.inputs.size(); ++i)
                in[i * batch_size + column] = next.inputs[i];
            targets[next.label * batch_size + column] = 1;
            labels.push_back(next.label);
        }
    }
    /// How many samples have their highest score at their label.
    std::size_t recognized(matrix const& scores) const {
        std::size_t result = 0;
        for (std::size_t column = 0; column < labels.size(); ++column) {
            std::size_t best = 0;
            for (std::size_t i = batch_size; i < scores.size(); i += batch_size)
                if (scores[i + column] > scores[best * batch_size + column]) best = i / batch_size;
            result += best == labels[column];
        }
        return result;
    }

    matrix in, targets;
    std::vector<std::size_t> labels;
};

/// Calls `use(batch)` for the samples in groups of `batch_size`, the last of them smaller.
template <class Use>
void in_batches(network const& model, std::span<sample const> samples, Use use) {
    for (batch current(model); !samples.empty(); samples = samples.subspan(current.labels.size())) {
        current.fill(samples.first(std::min(batch_size, samples.size())));
        use(current);
    }
}

struct schedule {
    int epochs;
    double first_rate;  // it falls to 0 along a line
    double longest_gradient = std::numeric_limits<double>::infinity();
};

struct epoch_result {
    int epoch;
    double loss, accuracy;  // of the batches, each before the network learned from it
};

struct training_result {
    double milliseconds;  // for an epoch
    bool diverged;
};

/// Calls `observe()` when a batch's gradients are computed, before they are clipped, and `report(epoch_result)` after each
/// epoch. Gives up when the loss is no longer a finite number.
template <class Observe, class Report>
training_result train(network& model, std::vector<sample> samples, schedule const& plan, std::mt19937& random,
                      Observe observe, Report report) {
    using clock = std::chrono::steady_clock;
    // Whole batches; the samples that are left over are others in each epoch.
    std::size_t const used = samples.size() / batch_size * batch_size;
    if (used == 0) throw std::runtime_error("there are fewer than 64 samples to train with");
    clock::duration time{};
    for (int epoch = 0;; ++epoch) {
        auto const begin = clock::now();
        for (std::size_t i = samples.size(); i > 1; --i)  // std::shuffle's order is not the same everywhere
            std::swap(samples[i - 1], samples[random() % i]);
        std::size_t done = 0, recognized = 0;
        double loss = 0;
        in_batches(model, std::span(samples).first(used), [&](batch const& current) {
            double const progress =
                (epoch + static_cast<double>(done) / static_cast<double>(used)) / static_cast<double>(plan.epochs);
            loss += batch_size * model.differentiate(current.in, current.targets);
            recognized += current.recognized(model.layers.back().values);
            observe();
            if (std::isfinite(plan.longest_gradient)) model.clip(plan.longest_gradient);
            model.update(static_cast<float>(plan.first_rate * (1 - progress)));
            done += batch_size;
        });
        time += clock::now() - begin;
        report(epoch_result{epoch + 1, loss / static_cast<double>(used),
                            static_cast<double>(recognized) / static_cast<double>(used)});
        bool const diverged = !std::isfinite(loss);
        if (diverged || epoch + 1 == plan.epochs)
            return {std::chrono::duration<double, std::milli>(time).count() / (epoch + 1), diverged};
    }
}

/// The share of samples whose label is recognized.
inline double accuracy(network& model, std::span<sample const> samples) {
    std::size_t recognized = 0;
    in_batches(model, samples,
               [&](batch const& current) { recognized += current.recognized(model.forward(current.in)); });
    return static_cast<double>(recognized) / static_cast<double>(samples.size());
}

struct idle_units {
    double saturated;  // the share of all pairs of a hidden unit and a sample where |f'| < Limit
    double dead;       // the share of hidden units where f' = 0 for every sample
};

template <hk::expression auto Limit>
idle_units count_idle_units(network& model, std::span<sample const> samples) {
    using hk::x;
    constexpr auto is_flat = hk::select(hk::abs(x) < Limit, 1_c, 0_c);
    constexpr auto is_alive = hk::select(hk::abs(x) > 0_c, 1_c, 0_c);
    auto const hidden = std::span(model.layers).first(model.layers.size() - 1);
    std::vector<std::vector<float>> alive;  // of each unit of each layer, for how many samples
    std::size_t units = 0;
    for (dense_layer const& layer : hidden) {
        alive.emplace_back(layer.biases.values.size());
        units += alive.back().size();
    }
    double saturated = 0;
    in_batches(model, samples, [&](batch const& current) {
        model.forward(current.in);
        for (std::size_t i = 0; i < hidden.size(); ++i) {
            // Where the gradient by the values is 1, that by the sums is f'.
            matrix slopes(hidden[i].sums.size(), 1.0f);
            hidden[i].loops.backward(hidden[i].sums, slopes, hidden[i].biases.gradients);
            for (std::size_t unit = 0; unit < alive[i].size(); ++unit) {
                float flat_samples = 0, alive_samples = 0;
                hk::apply(hk::outputs(hk::sum(is_flat), hk::sum(is_alive)), hk::outputs(flat_samples, alive_samples),
                          x = std::span(slopes).subspan(unit * batch_size, current.labels.size()));
                saturated += static_cast<double>(flat_samples);
                alive[i][unit] += alive_samples;
            }
        }
    });
    std::ptrdiff_t dead = 0;
    for (auto const& of_layer : alive)
        dead += std::count(of_layer.begin(), of_layer.end(), 0.0f);
    return {saturated / static_cast<double>(units * samples.size()),
            static_cast<double>(dead) / static_cast<double>(units)};
}

}  // namespace neural
