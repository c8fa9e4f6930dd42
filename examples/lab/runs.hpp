// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "../neural/training.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <random>
#include <utility>
#include <vector>

namespace lab {

inline constexpr std::size_t width = 32;

/// A unit whose slope is less counts as saturated.
inline constexpr auto flat = neural::hk::c<0x1p-10>;

/// A network with hidden layers of `width` units, and how it is trained.
struct setting {
    neural::layer_loops activation;
    std::size_t layers;
    neural::initialization initial;
    neural::schedule plan;
    unsigned seed;

    /// An epoch's products, roughly.
    double work(neural::data_set const& data) const {
        return static_cast<double>(data.training.size() * plan.epochs) *
               static_cast<double>(width * (data.inputs + data.classes + width * (layers - 1)));
    }
};

/// Norms of the gradients by each layer's weights, the output layer's last: root mean squares over batches.
using gradient_norms = std::vector<double>;

struct outcome {
    std::vector<double> losses;             // of each epoch
    std::vector<gradient_norms> gradients;  // before the first epoch, and of each
    double longest_gradient = 0;            // of all layers together, in any batch
    bool diverged;
    double test_accuracy, milliseconds;
    neural::idle_units idle;
    std::uint64_t digest;

    /// After the last epoch; infinite if there is none.
    double loss() const { return diverged ? std::numeric_limits<double>::infinity() : losses.back(); }
};

/// Adds up squares of norms, batch by batch.
class norm_meter {
public:
    explicit norm_meter(neural::network const& model) : model(model), squares(model.layers.size()) {}

    void measure() {
        double total = 0;
        for (std::size_t i = 0; i < squares.size(); ++i) {
            double const square = model.layers[i].weights.squared_gradient_norm();
            squares[i] += square;
            total += square;
        }
        ++batches;
        longest = std::max(longest, std::sqrt(total));
    }
    /// What was measured since the last call.
    gradient_norms take() {
        gradient_norms result;
        for (double& square : squares)
            result.push_back(std::sqrt(std::exchange(square, 0) / batches));
        batches = 0;
        return result;
    }

    double longest = 0;

private:
    neural::network const& model;
    std::vector<double> squares;
    int batches = 0;
};

/// FNV-1a of the bits of numbers; all NaN count as one.
class digest {
public:
    void add(double value) { add(std::isnan(value) ? ~std::uint64_t{0} : std::bit_cast<std::uint64_t>(value)); }
    void add(std::uint64_t bits) {
        for (int i = 0; i < 8; ++i, bits >>= 8)
            hash = (hash ^ (bits & 0xff)) * 0x100000001b3u;
    }
    std::uint64_t hash = 0xcbf29ce484222325u;
};

inline outcome train(neural::network& model, neural::data_set const& data, setting const& chosen,
                     std::mt19937& random) {
    outcome result{};
    norm_meter meter(model);
    neural::in_batches(model, data.training, [&](neural::batch const& current) {
        if (current.labels.size() < neural::batch_size) return;
        model.differentiate(current.in, current.targets);
        meter.measure();
    });
    result.gradients.push_back(meter.take());
    auto const [milliseconds, diverged] = neural::train(
        model, data.training, chosen.plan, random, [&] { meter.measure(); },
        [&](neural::epoch_result const& epoch) {
            result.losses.push_back(epoch.loss);
            result.gradients.push_back(meter.take());
        });
    result.longest_gradient = meter.longest;
    result.diverged = diverged;
    result.milliseconds = milliseconds;
    result.test_accuracy = neural::accuracy(model, data.test);
    if (!diverged) result.idle = neural::count_idle_units<flat>(model, data.training);
    digest all;
    for (double const loss : result.losses)
        all.add(loss);
    for (neural::dense_layer const& layer : model.layers) {
        for (float const value : layer.weights.values)
            all.add(static_cast<double>(value));
        for (float const value : layer.biases.values)
            all.add(static_cast<double>(value));
    }
    result.digest = all.hash;
    return result;
}

inline neural::network untrained(neural::data_set const& data, setting const& chosen, std::mt19937& random) {
    return {data.inputs,    std::vector<std::size_t>(chosen.layers, width),
            data.classes,   chosen.activation,
            chosen.initial, random};
}

}  // namespace lab
