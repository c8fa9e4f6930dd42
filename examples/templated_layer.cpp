// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
//
// Activations as template arguments: a dense layer whose forward and backward pass are made for its activation, generic
// lambdas and constrained function templates over activations.

#include <hillock/hillock.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <iostream>

namespace hk = hillock;
using hk::x;
using hk::y;
using namespace hk::literals;

// [layer]
/// y = Activation(W x + b), and what learning needs of it.
template <std::size_t In, std::size_t Out, hk::expression auto Activation>
class dense_layer {
public:
    std::array<std::array<float, In>, Out> weights{};
    std::array<float, Out> biases{};

    std::array<float, Out> forward(std::array<float, In> const& input) {
        std::array<float, Out> output{};
        for (std::size_t o = 0; o < Out; ++o) {
            float sum = biases[o];
            for (std::size_t i = 0; i < In; ++i)
                sum += weights[o][i] * input[i];
            output[o] = Activation(sum);
            // What backward will need of each neuron is known to the compiler: the output where that suffices.
            if constexpr (saves_output)
                saved[o] = output[o];
            else
                saved[o] = sum;
        }
        return output;
    }

    /// From the loss's derivative by the output to that by the input.
    std::array<float, In> backward(std::array<float, Out> const& upstream) const {
        std::array<float, In> result{};
        for (std::size_t o = 0; o < Out; ++o) {
            float const by_sum = upstream[o] * slope(saved[o]);
            for (std::size_t i = 0; i < In; ++i)
                result[i] += weights[o][i] * by_sum;
        }
        return result;
    }

private:
    static constexpr bool saves_output = hk::saved_for_backward(Activation) == hk::saved::output;
    static float slope(float value) {
        if constexpr (saves_output)
            return hk::diff_from_output(Activation)(y = value);
        else
            return hk::diff(Activation)(value);
    }
    std::array<float, Out> saved{};
};
// [layer]

// [constrained]
/// A function template for whatever is an expression; others do not see it.
template <hk::expression E>
constexpr bool passes_through_origin(E const& e) {
    return e(0.0) == 0.0;
}
static_assert(passes_through_origin(hk::gelu) && !passes_through_origin(hk::sigmoid));
static_assert(passes_through_origin(hk::gelu | hk::tanh));
// [constrained]

/// Fills a layer with numbers and compares backward with a difference quotient of forward.
template <class Layer>
static bool check(char const* name, Layer layer) {
    constexpr std::size_t in = 64, out = 10;
    std::array<float, in> input{};
    std::array<float, out> upstream{};
    for (std::size_t i = 0; i < in; ++i)
        input[i] = std::sin(0.7f * static_cast<float>(i));
    for (std::size_t o = 0; o < out; ++o) {
        upstream[o] = 1 - 0.1f * static_cast<float>(o);
        layer.biases[o] = 0.05f * static_cast<float>(o);
        for (std::size_t i = 0; i < in; ++i)
            layer.weights[o][i] = 0.2f * std::cos(static_cast<float>(3 * o + i));
    }
    auto const output = layer.forward(input);
    auto const gradient = layer.backward(upstream);

    auto const loss = [&](float shift) {
        auto shifted = input;
        shifted[5] += shift;
        double sum = 0;
        auto const shifted_output = layer.forward(shifted);
        for (std::size_t o = 0; o < out; ++o)
            sum += static_cast<double>(upstream[o]) * static_cast<double>(shifted_output[o]);
        return sum;
    };
    double const step = 1.0 / 64;
    double const quotient = (loss(static_cast<float>(step)) - loss(static_cast<float>(-step))) / (2 * step);
    bool const agrees = std::abs(quotient - static_cast<double>(gradient[5])) < 1e-3;
    std::cout << name << ": output[0] = " << output[0] << ", gradient[5] = " << gradient[5]
              << (agrees ? ", as the difference quotient\n" : ", but the difference quotient is another\n");
    return agrees;
}

int main() {
    // [use]
    // The catalogue's, an expression written on the spot, a composition: all are template arguments.
    bool good = check("gelu", dense_layer<64, 10, hk::gelu>{});
    good = check("x * sigmoid(1.702 * x)", dense_layer<64, 10, x * hk::sigmoid(1.702_c * x)>{}) && good;
    good = check("tanh(softplus(x))", dense_layer<64, 10, hk::softplus | hk::tanh>{}) && good;
    good = check("sigmoid, from its output", dense_layer<64, 10, hk::sigmoid>{}) && good;
    // [use]

    // [lambda]
    // A generic lambda over activations.
    auto const print = [](hk::expression auto... activation) {
        ((std::cout << activation << " at 1: " << activation(1.0) << ", slope " << hk::diff(activation)(1.0) << '\n'),
         ...);
    };
    print(hk::relu, hk::gelu, hk::mish, hk::elu(x, 0.5_c), 0.5_c * x * (1_c + hk::tanh(x)));
    // [lambda]
    return good ? 0 : 1;
}
