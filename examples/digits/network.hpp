// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "activation_list.hpp"
#include "data.hpp"
#include "products.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <random>
#include <span>
#include <vector>

namespace digits {

using namespace hk::literals;

/// A row for each unit, a column for each image of a batch.
using matrix = std::vector<float>;

inline constexpr hk::variable<"weight"> weight;
inline constexpr hk::variable<"gradient"> gradient;
inline constexpr hk::variable<"velocity"> velocity;
inline constexpr hk::variable<"rate"> rate;

/// Numbers that are learned, by stochastic gradient descent with momentum.
struct parameters {
    explicit parameters(std::size_t count) : values(count), gradients(count), velocities(count) {}

    void update(float learning_rate) {
        constexpr auto next_velocity = 0.9_c * velocity + gradient;
        hk::apply(hk::outputs(weight - rate * next_velocity, next_velocity), hk::outputs(values, velocities),
                  weight = values, velocity = velocities, gradient = gradients, rate = learning_rate);
    }

    std::vector<float> values, gradients, velocities;
};

struct dense_layer {
    dense_layer(std::size_t inputs, std::size_t units, layer_loops const& activation, std::mt19937& random)
        : inputs(inputs), loops(activation), weights(units * inputs), biases(units), sums(units * batch_size),
          values(sums.size()), gradients(sums.size()) {
        // The same numbers everywhere, which std::uniform_real_distribution does not promise.
        float const range = std::sqrt(6.0f / static_cast<float>(inputs + units));
        for (float& value : weights.values)
            value = range * (static_cast<float>(random() >> 8) * 0x1p-23f - 1);
    }

    void forward(matrix const& in) {
        multiply({weights.values, inputs, 1}, in, sums);
        loops.forward(sums, values, biases.values);
    }
    /// From the gradient by the values to those by the parameters, and by what came in, if that is wanted.
    void backward(matrix const& in, matrix* in_gradient) {
        loops.backward(sums, gradients, biases.gradients);
        multiply_by_transposed(gradients, in, weights.gradients);
        if (in_gradient != nullptr) multiply({weights.values, 1, inputs}, gradients, *in_gradient);
    }
    void update(float learning_rate) {
        weights.update(learning_rate);
        biases.update(learning_rate);
    }

    std::size_t inputs;
    layer_loops loops;
    parameters weights, biases;
    matrix sums, values, gradients;  // of a batch
};

/// The loss of a batch, cross-entropy after softmax, and its gradient by the softmax's inputs.
inline float cross_entropy(matrix const& scores, matrix const& targets, matrix& score_gradients) {
    static constexpr hk::variable<"score"> score;
    static constexpr hk::variable<"target"> target;
    static constexpr hk::variable<"total"> total;

    // Each image's log(sum(exp(score))), with no exponential that could overflow.
    std::array<float, batch_size> totals;
    std::copy_n(scores.begin(), batch_size, totals.begin());
    for (std::size_t i = batch_size; i < scores.size(); i += batch_size)
        hk::apply(hk::logsumexp2(total, score), totals, total = totals,
                  score = std::span(scores).subspan(i, batch_size));

    auto const as_matrix = [](auto& numbers) { return hk::matrix(numbers, numbers.size() / batch_size, batch_size); };
    constexpr auto share = hk::c<1.0 / batch_size>;
    float loss = 0;
    hk::apply(hk::outputs(share * (hk::exp(score - total) - target), hk::sum(share * target * (total - score))),
              hk::outputs(as_matrix(score_gradients), loss), score = as_matrix(scores), target = as_matrix(targets),
              total = hk::row(totals));
    return loss;
}

/// From the pixels through hidden layers to a score for each digit; without hidden layers, the linear model.
struct network {
    network(std::vector<std::size_t> const& hidden, layer_loops const& activation, layer_loops const& identity,
            std::mt19937& random) {
        std::size_t inputs = pixels;
        for (std::size_t units : hidden) {
            layers.emplace_back(inputs, units, activation, random);
            inputs = units;
        }
        layers.emplace_back(inputs, classes, identity, random);
    }

    matrix const& forward(matrix const& in) {
        matrix const* values = &in;
        for (dense_layer& layer : layers) {
            layer.forward(*values);
            values = &layer.values;
        }
        return *values;
    }
    /// Learns from a batch and returns its loss.
    float learn(matrix const& in, matrix const& targets, float learning_rate) {
        float const loss = cross_entropy(forward(in), targets, layers.back().gradients);
        for (std::size_t i = layers.size(); i-- > 0;)
            layers[i].backward(i > 0 ? layers[i - 1].values : in, i > 0 ? &layers[i - 1].gradients : nullptr);
        for (dense_layer& layer : layers)
            layer.update(learning_rate);
        return loss;
    }

    std::vector<dense_layer> layers;
};

}  // namespace digits
