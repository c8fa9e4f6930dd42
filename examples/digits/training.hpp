// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "network.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <random>
#include <span>
#include <stdexcept>
#include <utility>
#include <vector>

namespace digits {

/// Up to `batch_size` images as columns. Columns without an image keep what they held; nobody looks at their results.
struct batch {
    matrix in = matrix(pixels * batch_size), targets = matrix(classes * batch_size);
    std::vector<std::size_t> digits;

    void fill(std::span<image const> images) {
        std::fill(targets.begin(), targets.end(), 0.0f);
        digits.clear();
        for (image const& next : images) {
            std::size_t const column = digits.size();
            for (std::size_t i = 0; i < pixels; ++i)
                in[i * batch_size + column] = next.brightness[i];
            targets[next.digit * batch_size + column] = 1;
            digits.push_back(next.digit);
        }
    }
    /// How many images have their highest score at their digit.
    std::size_t recognized(matrix const& scores) const {
        std::size_t result = 0;
        for (std::size_t column = 0; column < digits.size(); ++column) {
            std::size_t best = 0;
            for (std::size_t i = 1; i < classes; ++i)
                if (scores[i * batch_size + column] > scores[best * batch_size + column]) best = i;
            result += best == digits[column];
        }
        return result;
    }
};

/// Calls `use(batch)` for the images in groups of `batch_size`, the last of them smaller.
template <class Use>
void in_batches(std::span<image const> images, Use use) {
    batch current;
    for (; !images.empty(); images = images.subspan(current.digits.size())) {
        current.fill(images.first(std::min(batch_size, images.size())));
        use(current);
    }
}

struct epoch_result {
    int epoch;
    double loss, accuracy;  // of the batches, each before the network learned from it
};

struct training_result {
    double milliseconds;  // for an epoch
    bool diverged;
};

/// Trains at a rate that falls to 0 along a line; calls `report(epoch_result)` after each epoch. Gives up when the loss
/// is no longer a finite number.
template <class Report>
training_result train(network& model, std::vector<image> images, int epochs, double first_rate, std::mt19937& random,
                      Report report) {
    using clock = std::chrono::steady_clock;
    // Whole batches; the images that are left over are others in each epoch.
    std::size_t const used = images.size() / batch_size * batch_size;
    if (used == 0) throw std::runtime_error("there are too few digits to train with");
    clock::duration time{};
    for (int epoch = 0;; ++epoch) {
        auto const begin = clock::now();
        for (std::size_t i = images.size(); i > 1; --i)  // std::shuffle's order is not the same everywhere
            std::swap(images[i - 1], images[random() % i]);
        std::size_t done = 0, recognized = 0;
        double loss = 0;
        in_batches(std::span(images).first(used), [&](batch const& current) {
            double const progress = (epoch + static_cast<double>(done) / static_cast<double>(used)) / epochs;
            loss +=
                batch_size * model.learn(current.in, current.targets, static_cast<float>(first_rate * (1 - progress)));
            recognized += current.recognized(model.layers.back().values);
            done += batch_size;
        });
        time += clock::now() - begin;
        report(epoch_result{epoch + 1, loss / static_cast<double>(used),
                            static_cast<double>(recognized) / static_cast<double>(used)});
        bool const diverged = !std::isfinite(loss);
        if (diverged || epoch + 1 == epochs)
            return {std::chrono::duration<double, std::milli>(time).count() / (epoch + 1), diverged};
    }
}

/// The share of images whose digit is recognized.
inline double accuracy(network& model, std::span<image const> images) {
    std::size_t recognized = 0;
    in_batches(images, [&](batch const& current) { recognized += current.recognized(model.forward(current.in)); });
    return static_cast<double>(recognized) / static_cast<double>(images.size());
}

struct idle_units {
    double saturated;  // the share of all pairs of a hidden unit and an image where |f'| < 0.01
    double dead;       // the share of hidden units where f' = 0 for every image
};

inline idle_units count_idle_units(network& model, std::span<image const> images) {
    using hk::x;
    constexpr auto is_flat = hk::select(hk::abs(x) < 0.01_c, 1_c, 0_c);
    constexpr auto is_alive = hk::select(hk::abs(x) > 0_c, 1_c, 0_c);
    auto const hidden = std::span(model.layers).first(model.layers.size() - 1);
    std::vector<std::vector<float>> alive;  // of each unit of each layer, for how many images
    std::size_t units = 0;
    for (dense_layer const& layer : hidden) {
        alive.emplace_back(layer.biases.values.size());
        units += alive.back().size();
    }
    double saturated = 0;
    in_batches(images, [&](batch const& current) {
        model.forward(current.in);
        for (std::size_t i = 0; i < hidden.size(); ++i) {
            // Where the gradient by the values is 1, that by the sums is f'.
            matrix slopes(hidden[i].sums.size(), 1.0f);
            hidden[i].loops.backward(hidden[i].sums, slopes, hidden[i].biases.gradients);
            for (std::size_t unit = 0; unit < alive[i].size(); ++unit) {
                float flat_images = 0, alive_images = 0;
                hk::apply(hk::outputs(hk::sum(is_flat), hk::sum(is_alive)), hk::outputs(flat_images, alive_images),
                          x = std::span(slopes).subspan(unit * batch_size, current.digits.size()));
                saturated += static_cast<double>(flat_images);
                alive[i][unit] += alive_images;
            }
        }
    });
    std::ptrdiff_t dead = 0;
    for (auto const& of_layer : alive)
        dead += std::count(of_layer.begin(), of_layer.end(), 0.0f);
    return {saturated / static_cast<double>(units * images.size()),
            static_cast<double>(dead) / static_cast<double>(units)};
}

}  // namespace digits
