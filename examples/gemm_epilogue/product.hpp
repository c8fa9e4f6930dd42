// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/hillock.hpp>

#include <algorithm>
#include <cstddef>
#include <type_traits>
#include <utility>
#include <vector>

namespace gemm {

namespace hk = hillock;
using hk::dy;
using hk::x;

// What an epilogue may be written in: the sum `x` of a row times a column, a number for each column, a matrix.
inline constexpr hk::variable<"bias"> bias;
inline constexpr hk::variable<"residual"> residual;

/// A matrix of rows one after another.
struct matrix {
    matrix(std::size_t row_count, std::size_t column_count)
        : rows(row_count), columns(column_count), values(row_count * column_count) {}
    float* row(std::size_t index) { return values.data() + index * columns; }
    float const* row(std::size_t index) const { return values.data() + index * columns; }

    std::size_t rows, columns;
    std::vector<float> values;
};

/// What the epilogue reads beside the sums. Of what its expression does not contain, nothing is read.
struct epilogue_inputs {
    std::vector<float> const& bias;
    matrix const& residual;
};

// Functions that take lanes in registers are always inlined into the kernel that hk::dispatch runs.

/// Numbers from memory on, of which the last block of a row has fewer than it has lanes.
template <class Block>
[[gnu::always_inline]] inline Block load(float const* from, int present) {
    return present == Block::count ? Block::load(from) : Block::load(from, present);
}
template <class Block>
[[gnu::always_inline]] inline void store(Block const& block, float* to, int present) {
    if (present == Block::count)
        block.store(to);
    else
        block.store(to, present);
}
/// How many of a block's lanes lie in a row, from a column on.
template <class Block>
[[gnu::always_inline]] inline int present_in(std::size_t columns, std::size_t column) {
    return static_cast<int>(std::min(columns - column, static_cast<std::size_t>(Block::count)));
}

/// A block of an operand that the expression contains; else a number that nobody will look at.
template <bool Wanted, class Block>
[[gnu::always_inline]] inline auto operand(float const* row, std::size_t column, int present) {
    if constexpr (Wanted)
        return load<Block>(row + column, present);
    else
        return 0.0f;
}

/// An expression's value for a block of sums.
template <hk::expression auto E, class Block, class... More>
[[gnu::always_inline]] inline Block evaluate_at(Block const& sums, epilogue_inputs const& inputs, std::size_t row,
                                                std::size_t column, int present, More const&... more) {
    return hk::evaluate(
        E, x = sums, bias = operand<hk::depends_on(E, bias), Block>(inputs.bias.data(), column, present),
        residual = operand<hk::depends_on(E, residual), Block>(inputs.residual.row(row), column, present), more...);
}

template <std::size_t... I, class Body>
[[gnu::always_inline]] inline void unrolled(std::index_sequence<I...>, Body body) {
    (body(std::integral_constant<std::size_t, I>{}), ...);
}

/// Rows x 2 blocks of the product, in registers until the epilogue is done.
template <hk::expression auto Epilogue, class Block, std::size_t Rows>
[[gnu::always_inline]] inline void multiply_tile(matrix const& a, float const* strip, epilogue_inputs const& inputs,
                                                 std::size_t row, std::size_t column, matrix& out, matrix* sums_out) {
    constexpr auto rows = std::make_index_sequence<Rows>{};
    Block left[Rows], right[Rows];
    float const* a_rows[Rows];
    for (std::size_t r = 0; r < Rows; ++r) {
        left[r] = right[r] = Block(0.0f);
        a_rows[r] = a.row(row + r);
    }
    for (std::size_t k = 0; k < a.columns; ++k) {
        Block const b_left = Block::load(strip + 2 * k * Block::count);
        Block const b_right = Block::load(strip + (2 * k + 1) * Block::count);
        unrolled(
            rows, [&](auto r) __attribute__((always_inline)) {
                Block const factor(a_rows[r][k]);
                left[r] = hk::multiply_add(factor, b_left, left[r]);
                right[r] = hk::multiply_add(factor, b_right, right[r]);
            });
    }
    auto const finish = [&](Block const& sums, std::size_t in_row, std::size_t from) __attribute__((always_inline)) {
        if (from >= out.columns) return;
        int const present = present_in<Block>(out.columns, from);
        store(evaluate_at<Epilogue>(sums, inputs, in_row, from, present), out.row(in_row) + from, present);
        if (sums_out != nullptr) store(sums, sums_out->row(in_row) + from, present);
    };
    unrolled(
        rows, [&](auto r) __attribute__((always_inline)) {
            finish(left[r], row + r, column);
            finish(right[r], row + r, column + Block::count);
        });
}

/// out = Epilogue(x = a b, bias, residual): the sums meet the epilogue before they are written. `sums_out`, unless null, gets
/// them as they are, for backward.
template <hk::expression auto Epilogue>
void multiply(matrix const& a, matrix const& b, epilogue_inputs const& inputs, matrix& out,
              matrix* sums_out = nullptr) {
    constexpr std::size_t most_lanes = 16, tile_rows = 6;
    std::vector<float> strip(b.rows * 2 * most_lanes);
    hk::dispatch([&]<class Registers>(Registers) __attribute__((always_inline)) {
        using block = hk::lanes_in<Registers, float>;
        constexpr std::size_t width = 2 * block::count;
        for (std::size_t column = 0; column < b.columns; column += width) {
            // Two blocks of columns of b, one row of them after another, so that all rows of a find them in the cache.
            std::size_t const copied = std::min(width, b.columns - column);
            for (std::size_t k = 0; k < b.rows; ++k)
                std::fill(std::copy_n(b.row(k) + column, copied, &strip[k * width]), &strip[k * width] + width, 0.0f);
            std::size_t row = 0;
            for (; row + tile_rows <= a.rows; row += tile_rows)
                multiply_tile<Epilogue, block, tile_rows>(a, strip.data(), inputs, row, column, out, sums_out);
            for (; row < a.rows; ++row)
                multiply_tile<Epilogue, block, 1>(a, strip.data(), inputs, row, column, out, sums_out);
        }
    });
}

/// Backward: `BySum` is the gradient by the sums, a formula in `dy`, the gradient by the results, and in what the epilogue is
/// written in; `ByBias` that by the bias, which is summed over the rows. They are one where the bias is added to the sums.
template <hk::expression auto BySum, hk::expression auto ByBias = BySum>
void multiply_backward(matrix const& out_gradients, matrix const& sums, epilogue_inputs const& inputs,
                       matrix& sum_gradients, std::vector<float>& bias_gradients) {
    hk::dispatch([&]<class Registers>(Registers) __attribute__((always_inline)) {
        using block = hk::lanes_in<Registers, float>;
        for (std::size_t column = 0; column < sums.columns; column += block::count) {
            int const present = present_in<block>(sums.columns, column);
            block total(0.0f);
            for (std::size_t row = 0; row < sums.rows; ++row) {
                block const upstream = load<block>(out_gradients.row(row) + column, present);
                block const sum = load<block>(sums.row(row) + column, present);
                block const by_sum = evaluate_at<BySum>(sum, inputs, row, column, present, dy = upstream);
                store(by_sum, sum_gradients.row(row) + column, present);
                if constexpr (std::is_same_v<decltype(BySum), decltype(ByBias)>)
                    total += by_sum;
                else
                    total += evaluate_at<ByBias>(sum, inputs, row, column, present, dy = upstream);
            }
            store(total, &bias_gradients[column], present);
        }
    });
}

}  // namespace gemm
