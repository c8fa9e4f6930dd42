// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// A libFuzzer target: hk::apply over matrices, rows and columns of any shapes, leading dimensions and places, on any
// instruction set.

#include <fuzz/call.hpp>

namespace {

namespace hk = hillock;
using fuzz::choices, fuzz::kind, fuzz::operand, fuzz::up_to, fuzz::value;
using hk::x, hk::y, hk::dy;

inline constexpr hk::variable<"bias"> bias;
inline constexpr hk::variable<"scale"> scale;
constexpr auto affine = scale * hk::silu(x + bias);
constexpr auto slope = dy * hk::diff(hk::silu, x);
constexpr auto rectified = y * hk::relu(x) + bias;

struct shape {
    std::size_t rows, columns;
};

shape any_shape(choices& choose) {
    std::size_t const way = up_to(choose, 15);
    if (way == 0) return {up_to(choose, 2), up_to(choose, 2)};
    if (way == 1) return {up_to(choose, 200), up_to(choose, 8)};
    if (way == 2 && up_to(choose, 15) == 0) return {1 + up_to(choose, 2), 16'000 + up_to(choose, 60'000)};
    if (way < 5) return {up_to(choose, 4), 240 + up_to(choose, 300)};
    return {up_to(choose, 9), up_to(choose, 70)};
}

// The shape, or nearly; rows one behind the other, or with padding, or too close; a range that ends with the last row, or
// later, or too early.
operand matrix(choices& choose, bool is_output, shape of) {
    operand result{kind::matrix, is_output, 0, 0, 0, of.rows, of.columns, 0};
    if (fuzz::once_in(choose, 32)) result.rows += up_to(choose, 2) - 1;
    if (fuzz::once_in(choose, 32)) result.columns += up_to(choose, 2) - 1;
    // Of two with the same padding, one may lie between the rows of the other.
    std::size_t const way = up_to(choose, 3);
    result.leading_dimension = of.columns + (way == 0 ? 0 : way == 1 ? up_to(choose, 20) : of.columns);
    if (fuzz::once_in(choose, 32)) result.leading_dimension = up_to(choose, of.columns);
    result.size = of.rows == 0 ? 0 : (of.rows - 1) * result.leading_dimension + of.columns;
    if (choose.ConsumeBool()) result.size = of.rows * result.leading_dimension;
    if (fuzz::once_in(choose, 32)) result.size += up_to(choose, 9);
    if (fuzz::once_in(choose, 32) && result.size > 0) result.size -= 1;
    // Products that do not fit into a std::size_t.
    constexpr std::size_t huge = std::size_t{1} << 61;
    if (fuzz::once_in(choose, 64)) result.leading_dimension = huge << up_to(choose, 2);
    if (fuzz::once_in(choose, 64)) result.rows = huge << up_to(choose, 2);
    return result;
}
operand vector(choices& choose, fuzz::kind kind, std::size_t length) {
    std::size_t const size = fuzz::once_in(choose, 32) ? length + 1 : length;
    return {kind, false, 0, 0, size, 1, size, size};
}

template <class F>
void for_places(operand const& of, F const& f) {
    for (std::size_t row = 0; row < of.rows && of.columns > 0; ++row)
        for (std::size_t column = 0; column < of.columns; ++column)
            f(row, column);
}

template <class T>
void in_place(choices& choose) {
    fuzz::call<T> of(choose);
    std::size_t const out = of.add_somewhere(matrix(choose, true, any_shape(choose)));
    of.run([&] { hk::apply(hk::relu, of.matrix(out)); },
           [&] {
               for_places(of[out], [&](std::size_t row, std::size_t column) {
                   of.expect(out, row, column, value(hk::relu, of.before(out, row, column)));
               });
           });
}

template <class T>
void row_and_column(choices& choose) {
    fuzz::call<T> of(choose);
    shape const wanted = any_shape(choose);
    std::size_t const out = of.add_somewhere(matrix(choose, true, wanted)),
                      in = of.add_somewhere(matrix(choose, false, wanted)),
                      biases = of.add_somewhere(vector(choose, kind::row, wanted.columns)),
                      scales = of.add_somewhere(vector(choose, kind::column, wanted.rows));
    bool const accepted = of.run(
        [&] {
            hk::apply(affine, of.matrix(out), x = of.input_matrix(in), bias = hk::row(of.input(biases)),
                      scale = hk::column(of.input(scales)));
        },
        [&] {
            for_places(of[out], [&](std::size_t row, std::size_t column) {
                of.expect(
                    out, row, column,
                    value(affine, of.before(scales, 0, row), of.before(in, row, column), of.before(biases, 0, column)));
            });
        });
    if (accepted) fuzz::meet("a row and a column");
}

// A column and a number in the places of matrices.
template <class T>
void number(choices& choose) {
    fuzz::call<T> of(choose);
    shape const wanted = any_shape(choose);
    std::size_t const out = of.add_somewhere(matrix(choose, true, wanted)),
                      in = of.add_somewhere(matrix(choose, false, wanted)),
                      steps = of.add_somewhere(vector(choose, kind::column, wanted.rows));
    double const chosen = choose.ConsumeFloatingPointInRange(-4.0, 4.0);
    bool const accepted = of.run(
        [&] {
            hk::apply(rectified, of.matrix(out), x = hk::column(of.input(steps)), y = of.input_matrix(in),
                      bias = chosen);
        },
        [&] {
            for_places(of[out], [&](std::size_t row, std::size_t column) {
                of.expect(
                    out, row, column,
                    value(rectified, of.before(in, row, column), of.before(steps, 0, row), static_cast<T>(chosen)));
            });
        });
    if (accepted) fuzz::meet("a number for all elements");
}

// Two outputs, and a sum that may lie among them.
template <class T>
void two_outputs(choices& choose) {
    fuzz::call<T> of(choose);
    shape const wanted = any_shape(choose);
    std::size_t const out = of.add_somewhere(matrix(choose, true, wanted)),
                      slopes = of.add_somewhere(matrix(choose, true, wanted)),
                      total = of.add_somewhere({kind::sum, true, 0, 0, 1, 1, 1, 1}),
                      in = of.add_somewhere(matrix(choose, false, wanted)),
                      up = of.add_somewhere(matrix(choose, false, wanted));
    bool const accepted = of.run(
        [&] {
            hk::apply(hk::outputs(hk::silu, slope, hk::sum(slope)),
                      hk::outputs(of.matrix(out), of.matrix(slopes), *of.data(total)), x = of.input_matrix(in),
                      dy = of.input_matrix(up));
        },
        [&] {
            std::vector<T> summed;
            for_places(of[out], [&](std::size_t row, std::size_t column) {
                of.expect(out, row, column, value(hk::silu, of.before(in, row, column)));
                summed.push_back(value(slope, of.before(up, row, column), of.before(in, row, column)));
                of.expect(slopes, row, column, summed.back());
            });
            of.expect_sum(total, summed);
        });
    if (accepted) fuzz::meet("two outputs and a sum");
}

template <class T>
void any_call(choices& choose) {
    switch (up_to(choose, 3)) {
    case 0:
        return in_place<T>(choose);
    case 1:
        return row_and_column<T>(choose);
    case 2:
        return number<T>(choose);
    default:
        return two_outputs<T>(choose);
    }
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int* count, char*** arguments) {
    fuzz::expect_classes({"a row and a column", "a number for all elements", "two outputs and a sum",
                          "between the rows of an output", "padding", "refused: rows that overlap",
                          "refused: too few elements"});
    if (!fuzz::has_files(*count, *arguments)) std::atexit(fuzz::check_classes);
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    choices choose(data, size);
    if (choose.ConsumeBool())
        any_call<float>(choose);
    else
        any_call<double>(choose);
    return 0;
}
