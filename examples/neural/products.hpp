// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/hillock.hpp>

#include <cstddef>
#include <numeric>
#include <span>

namespace neural {

namespace hk = hillock;

/// The columns of every matrix of units: one for each sample of a batch.
inline constexpr std::size_t batch_size = 64;

/// A matrix of weights as it lies in memory, or transposed: where in `values` the next row and the next column are.
struct weight_matrix {
    std::span<float const> values;
    std::size_t row_step, column_step;
};

// Lanes round each product before they add it, and what is added in which order does not depend on their number: the
// results have the same bits on every processor.

/// out = weights * in
inline void multiply(weight_matrix weights, std::span<float const> in, std::span<float> out) {
    hk::dispatch([&]<class Registers>(Registers) __attribute__((always_inline)) {
        using lanes = hk::lanes_in<Registers, float>;
        constexpr std::size_t count = lanes::count;
        static_assert(batch_size % (4 * count) == 0);
        std::size_t const rows = out.size() / batch_size, inner = in.size() / batch_size;
        for (std::size_t row = 0; row < rows; ++row)
            for (std::size_t column = 0; column < batch_size; column += 4 * count) {
                lanes a(0.0f), b(0.0f), c(0.0f), d(0.0f);
                float const* weight = weights.values.data() + row * weights.row_step;
                float const* numbers = in.data() + column;
                for (std::size_t k = 0; k < inner; ++k, weight += weights.column_step, numbers += batch_size) {
                    lanes const factor(*weight);
                    a += factor * lanes::load(numbers);
                    b += factor * lanes::load(numbers + count);
                    c += factor * lanes::load(numbers + 2 * count);
                    d += factor * lanes::load(numbers + 3 * count);
                }
                float* const to = out.data() + row * batch_size + column;
                a.store(to);
                b.store(to + count);
                c.store(to + 2 * count);
                d.store(to + 3 * count);
            }
    });
}

/// out = a * transposed(b)
inline void multiply_by_transposed(std::span<float const> a, std::span<float const> b, std::span<float> out) {
    hk::dispatch([&]<class Registers>(Registers) __attribute__((always_inline)) {
        using lanes = hk::lanes_in<Registers, float>;
        constexpr std::size_t count = lanes::count, partial_sums = 16;
        std::size_t const rows = a.size() / batch_size, columns = b.size() / batch_size;
        for (std::size_t row = 0; row < rows; ++row)
            for (std::size_t column = 0; column < columns; ++column) {
                float const* const left = a.data() + row * batch_size;
                float const* const right = b.data() + column * batch_size;
                float sums[partial_sums];
                for (std::size_t part = 0; part < partial_sums; part += count) {
                    lanes sum(0.0f);
                    for (std::size_t k = part; k < batch_size; k += partial_sums)
                        sum += lanes::load(left + k) * lanes::load(right + k);
                    sum.store(sums + part);
                }
                out[row * columns + column] = std::accumulate(sums, sums + partial_sums, 0.0f);
            }
    });
}

}  // namespace neural
