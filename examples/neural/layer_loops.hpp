// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/hillock.hpp>

#include <cstddef>
#include <span>
#include <string_view>

namespace neural {

namespace hk = hillock;

/// The two loops of a layer that depend on its activation, compiled for one; the rest of the program is compiled once.
/// Matrices have a row for each unit and a column for each sample.
struct layer_loops {
    std::string_view name;
    /// Adds the biases to the sums; values = f(sums).
    void (*forward)(std::span<float> sums, std::span<float> values, std::span<float const> biases);
    /// Makes of the loss's gradient by the values that by the sums, and that by the biases.
    void (*backward)(std::span<float const> sums, std::span<float> gradient, std::span<float> bias_gradient);
};

inline constexpr hk::variable<"bias"> bias;

template <hk::expression auto F>
void forward(std::span<float> sums, std::span<float> values, std::span<float const> biases) {
    using hk::x;
    std::size_t const rows = biases.size(), columns = sums.size() / rows;
    hk::apply(hk::outputs(x + bias, F(x + bias)),
              hk::outputs(hk::matrix(sums, rows, columns), hk::matrix(values, rows, columns)),
              x = hk::matrix(sums, rows, columns), bias = hk::column(biases));
}

template <hk::expression auto F>
void backward(std::span<float const> sums, std::span<float> gradient, std::span<float> bias_gradient) {
    using hk::dy;
    using hk::x;
    constexpr auto by_sum = dy * hk::diff(F, x);
    std::size_t const rows = bias_gradient.size(), columns = sums.size() / rows;
    // A bias is added to all of its unit's row, so that its gradient is the row's sum.
    for (std::size_t row = 0; row < rows; ++row) {
        auto const in_row = gradient.subspan(row * columns, columns);
        hk::apply(hk::outputs(by_sum, hk::sum(by_sum)), hk::outputs(in_row, bias_gradient[row]),
                  x = sums.subspan(row * columns, columns), dy = in_row);
    }
}

template <hk::expression auto F>
constexpr layer_loops loops_of(std::string_view name) {
    return {name, forward<F>, backward<F>};
}

}  // namespace neural
