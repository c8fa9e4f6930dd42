// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <span>

namespace digits {

/// The columns of every matrix of units: one for each image of a batch.
inline constexpr std::size_t batch_size = 64;

/// So many columns at a time: a constant, so that the compiler makes SIMD instructions of the innermost loops at -O2.
inline constexpr std::size_t block = 16;
static_assert(batch_size % block == 0);

/// A matrix of weights as it lies in memory, or transposed: where in `values` the next row and the next column are.
struct weight_matrix {
    std::span<float const> values;
    std::size_t row_step, column_step;
};

/// out = weights * in
inline void multiply(weight_matrix weights, std::span<float const> in, std::span<float> out) {
    std::size_t const rows = out.size() / batch_size, inner = in.size() / batch_size;
    for (std::size_t row = 0; row < rows; ++row)
        for (std::size_t column = 0; column < batch_size; column += block) {
            float sums[block]{};
            for (std::size_t k = 0; k < inner; ++k) {
                float const weight = weights.values[row * weights.row_step + k * weights.column_step];
                float const* const numbers = &in[k * batch_size + column];
                for (std::size_t i = 0; i < block; ++i)
                    sums[i] += weight * numbers[i];
            }
            std::copy_n(sums, block, &out[row * batch_size + column]);
        }
}

/// out = a * transposed(b)
inline void multiply_by_transposed(std::span<float const> a, std::span<float const> b, std::span<float> out) {
    std::size_t const rows = a.size() / batch_size, columns = b.size() / batch_size;
    for (std::size_t row = 0; row < rows; ++row)
        for (std::size_t column = 0; column < columns; ++column) {
            float sums[block]{};
            for (std::size_t k = 0; k < batch_size; k += block)
                for (std::size_t i = 0; i < block; ++i)
                    sums[i] += a[row * batch_size + k + i] * b[column * batch_size + k + i];
            out[row * columns + column] = std::accumulate(sums, sums + block, 0.0f);
        }
}

}  // namespace digits
