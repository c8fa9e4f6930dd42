// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "layer_loops.hpp"
#include "products.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <random>
#include <span>
#include <vector>

namespace neural {

using namespace hk::literals;

/// A row for each unit, a column for each sample of a batch.
using matrix = std::vector<float>;

inline constexpr hk::variable<"weight"> weight;
inline constexpr hk::variable<"gradient"> gradient;
inline constexpr hk::variable<"velocity"> velocity;
inline constexpr hk::variable<"rate"> rate;
inline constexpr hk::variable<"factor"> factor;

/// Numbers that are learned, by stochastic gradient descent with momentum.
struct parameters {
    explicit parameters(std::size_t count) : values(count), gradients(count), velocities(count) {}

    void update(float learning_rate) {
        constexpr auto next_velocity = 0.9_c * velocity + gradient;
        hk::apply(hk::outputs(weight - rate * next_velocity, next_velocity), hk::outputs(values, velocities),
                  weight = values, velocity = velocities, gradient = gradients, rate = learning_rate);
    }
    void scale_gradients(float by) { hk::apply(factor * gradient, gradients, factor = by, gradient = gradients); }
    /// In double, where no square of a float overflows.
    double squared_gradient_norm() const {
        double sum = 0;
        for (float const value : gradients)
            sum += static_cast<double>(value) * static_cast<double>(value);
        return sum;
    }

    std::vector<float> values, gradients, velocities;
};

/// Weights are drawn evenly from a range around 0: Glorot's variance of 2 / (inputs + units), or He's of 2 / inputs.
struct initialization {
    enum { glorot, he } variance = glorot;
    float scale = 1;

    float range(std::size_t inputs, std::size_t units) const {
        return scale * std::sqrt(6.0f / static_cast<float>(variance == he ? inputs : inputs + units));
    }
};

struct dense_layer {
    dense_layer(std::size_t inputs, std::size_t units, layer_loops const& activation, initialization initial,
                std::mt19937& random)
        : inputs(inputs), loops(activation), weights(units * inputs), biases(units), sums(units * batch_size),
          values(sums.size()), gradients(sums.size()) {
        // The same numbers everywhere, which std::uniform_real_distribution does not promise.
        float const range = initial.range(inputs, units);
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

    // Each sample's log(sum(exp(score))), with no exponential that could overflow.
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

/// From inputs through hidden layers to a score for each class; without hidden layers, the linear model.
struct network {
    network(std::size_t inputs, std::vector<std::size_t> const& hidden, std::size_t classes,
            layer_loops const& activation, initialization initial, std::mt19937& random) {
        for (std::size_t units : hidden) {
            layers.emplace_back(inputs, units, activation, initial, random);
            inputs = units;
        }
        layers.emplace_back(inputs, classes, loops_of<hk::identity>("identity"), initialization{}, random);
    }

    matrix const& forward(matrix const& in) {
        matrix const* values = &in;
        for (dense_layer& layer : layers) {
            layer.forward(*values);
            values = &layer.values;
        }
        return *values;
    }
    /// Computes all gradients of a batch and returns its loss.
    float differentiate(matrix const& in, matrix const& targets) {
        float const loss = cross_entropy(forward(in), targets, layers.back().gradients);
        for (std::size_t i = layers.size(); i-- > 0;)
            layers[i].backward(i > 0 ? layers[i - 1].values : in, i > 0 ? &layers[i - 1].gradients : nullptr);
        return loss;
    }
    /// Makes the gradients shorter, all by one factor, where together they are longer than `limit`.
    void clip(double limit) {
        double squared_norm = 0;
        for (dense_layer const& layer : layers)
            squared_norm += layer.weights.squared_gradient_norm() + layer.biases.squared_gradient_norm();
        double const norm = std::sqrt(squared_norm);
        if (!(norm > limit)) return;
        for (dense_layer& layer : layers) {
            layer.weights.scale_gradients(static_cast<float>(limit / norm));
            layer.biases.scale_gradients(static_cast<float>(limit / norm));
        }
    }
    void update(float learning_rate) {
        for (dense_layer& layer : layers)
            layer.update(learning_rate);
    }

    std::vector<dense_layer> layers;
};

}  // namespace neural
