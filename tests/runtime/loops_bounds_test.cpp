// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// hk::apply reads and writes what it was given and no more: beside pages that nobody may touch, beside canaries, and in
// matrices with padding.

#include <runtime/loops_check.hpp>

#include <algorithm>
#include <stdexcept>

#include <sys/mman.h>
#include <unistd.h>

namespace {

namespace hk = hillock;
using namespace hk::literals;
using hk::x, hk::y, hk::dy;
using loops::all_same, loops::guarded, loops::numbers, loops::on, loops::same;

inline constexpr hk::variable<"bias"> bias;
inline constexpr hk::variable<"scale"> scale;

// Pages between two that end the program when they are touched.
class pages {
public:
    explicit pages(std::size_t bytes) {
        page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
        usable = (bytes + page - 1) / page * page;
        void* const mapped =
            mmap(nullptr, usable + 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (mapped == MAP_FAILED) throw std::runtime_error("mmap");
        whole = static_cast<char*>(mapped);
        if (mprotect(whole, page, PROT_NONE) != 0 || mprotect(whole + page + usable, page, PROT_NONE) != 0)
            throw std::runtime_error("mprotect");
    }
    pages(pages const&) = delete;
    pages& operator=(pages const&) = delete;
    ~pages() { munmap(whole, usable + 2 * page); }

    // Right behind the first forbidden page, or ending exactly where the second one begins.
    template <class T>
    std::span<T> place(std::size_t count, bool at_end) {
        char* const start = whole + page + (at_end ? usable - count * sizeof(T) : 0);
        return {reinterpret_cast<T*>(start), count};
    }
    template <class T>
    std::span<T> place(std::span<T const> values, bool at_end) {
        std::span<T> const result = place<T>(values.size(), at_end);
        std::copy(values.begin(), values.end(), result.begin());
        return result;
    }
    void forbid_writing() {
        if (mprotect(whole + page, usable, PROT_READ) != 0) throw std::runtime_error("mprotect");
    }

private:
    std::size_t page, usable;
    char* whole;
};

std::vector<std::size_t> lengths() {
    std::vector<std::size_t> result;
    for (std::size_t n = 0; n <= 67; ++n)
        result.push_back(n);
    for (std::size_t const n : {127, 128, 129, 255, 256, 257, 271, 511, 512, 513, 1023, 1024, 1029})
        result.push_back(n);
    return result;
}

template <class T>
class LoopsBounds : public testing::Test {};
using both = testing::Types<float, double>;
TYPED_TEST_SUITE(LoopsBounds, both);

// One of each kind: without a function, with one of few operations, with rare paths, and with sums of products.
template <class F>
void for_expressions(F const& f) {
    f(hk::relu, "relu");
    f(hk::gelu, "gelu");
    f(hk::diff(hk::mish), "mish'");
    f(hk::sin(x) + hk::log(hk::abs(x)), "sin(x) + log(abs(x))");
}

TYPED_TEST(LoopsBounds, forbidden_pages) {
    using T = TypeParam;
    std::vector<T> const values = numbers<T>(1029, 6);
    pages in_pages(1029 * sizeof(T)), out_pages(1029 * sizeof(T));
    for_expressions([&](auto const& e, std::string const& name) {
        std::vector<T> expected(values.size());
        std::transform(values.begin(), values.end(), expected.begin(), [&](T v) { return e(x = v); });
        for (std::size_t const n : lengths())
            for (int ends = 0; ends < 4; ++ends) {
                std::span<T> const in = in_pages.place(std::span<T const>(values).first(n), ends % 2 != 0);
                std::span<T> const out = out_pages.place<T>(n, ends / 2 != 0);
                hk::apply(e, out, in);
                if (!all_same<T>(out, std::span<T const>(expected).first(n), name + on())) return;
                hk::apply(e, in);
                if (!all_same<T>(in, std::span<T const>(expected).first(n), name + " in place" + on())) return;
            }
    });
}

TYPED_TEST(LoopsBounds, several_operands_at_forbidden_pages) {
    using T = TypeParam;
    std::vector<T> const a = numbers<T>(1029, 7), b = numbers<T>(1029, 8);
    pages a_pages(1029 * sizeof(T)), b_pages(1029 * sizeof(T)), first_pages(1029 * sizeof(T)),
        second_pages(1029 * sizeof(T)), sum_pages(sizeof(double));
    constexpr auto slope = dy * hk::diff(hk::silu, x);
    for (std::size_t const n : lengths())
        for (bool const at_end : {false, true}) {
            std::span<T> const in_a = a_pages.place(std::span<T const>(a).first(n), at_end);
            std::span<T> const in_b = b_pages.place(std::span<T const>(b).first(n), at_end);
            std::span<T> const first = first_pages.place<T>(n, at_end), second = second_pages.place<T>(n, !at_end);
            double& sum = sum_pages.place<double>(1, at_end)[0];
            hk::apply(hk::outputs(hk::silu, slope, hk::sum(x * dy)), hk::outputs(first, second, sum), x = in_a,
                      dy = in_b);
            for (std::size_t i = 0; i < n; ++i) {
                ASSERT_TRUE(same(first[i], hk::silu(a[i]))) << i << " of " << n << on();
                ASSERT_TRUE(same(second[i], slope(x = a[i], dy = b[i]))) << i << " of " << n << on();
            }
        }
}

// Inputs are not even written back to as they are.
TYPED_TEST(LoopsBounds, inputs_are_only_read) {
    using T = TypeParam;
    std::vector<T> const values = numbers<T>(1029, 9);
    pages in_pages(1029 * sizeof(T));
    std::span<T> const in = in_pages.place(std::span<T const>(values), true);
    in_pages.forbid_writing();
    std::vector<T> out(1029);
    hk::apply(hk::gelu, out, in);
    for (std::size_t i = 0; i < out.size(); ++i)
        ASSERT_TRUE(same(out[i], hk::gelu(values[i]))) << i << on();
}

TYPED_TEST(LoopsBounds, canaries) {
    using T = TypeParam;
    std::vector<T> const values = numbers<T>(lengths().back() + 16, 10);
    for (std::size_t const n : lengths())
        for (std::size_t offset = 0; offset < 16; ++offset) {
            guarded<T> value(n, offset), slope(n, (offset * 7 + 3) % 16);
            hk::apply(hk::outputs(hk::gelu, hk::diff(hk::gelu)), hk::outputs(value, slope),
                      std::span(values).subspan(offset, n));
            ASSERT_TRUE(value.canaries_live() && slope.canaries_live()) << n << " at " << offset << on();
        }
}

// What lies between a row's end and the next row, and behind the last one, keeps its bits.
TYPED_TEST(LoopsBounds, matrices) {
    using T = TypeParam;
    constexpr auto e = dy + scale * hk::gelu(x + bias);
    for (std::size_t const rows : {0, 1, 2, 3, 17})
        for (std::size_t const columns : {0, 1, 2, 7, 8, 16, 31, 67, 300})
            for (std::size_t const padding : {0, 1, 5, 16}) {
                std::size_t const in_step = columns + padding, out_step = columns + (padding * 3) % 7;
                std::string const where =
                    std::to_string(rows) + " x " + std::to_string(columns) + " at " + std::to_string(out_step) + on();
                std::vector<T> const in = numbers<T>(rows * in_step, 11), upstream = numbers<T>(rows * columns, 12),
                                     biases = numbers<T>(columns, 13), scales = numbers<T>(rows, 14);
                guarded<T> out(rows * out_step, 1);
                std::vector<T> expected = numbers<T>(rows * out_step, 15);
                std::copy(expected.begin(), expected.end(), out.begin());
                for (std::size_t i = 0; i < rows; ++i)
                    for (std::size_t k = 0; k < columns; ++k)
                        expected[i * out_step + k] = e(dy = upstream[i * columns + k], scale = scales[i],
                                                       x = in[i * in_step + k], bias = biases[k]);
                hk::apply(e, hk::matrix(out, rows, columns, out_step), x = hk::matrix(in, rows, columns, in_step),
                          bias = hk::row(biases), scale = hk::column(scales), dy = hk::matrix(upstream, rows, columns));
                all_same<T>(std::span<T const>(out.data(), out.size()), expected, where);
                EXPECT_TRUE(out.canaries_live()) << where;
            }
}

// The range may end with the last row; matrices, rows and columns that end at a forbidden page.
TYPED_TEST(LoopsBounds, matrices_at_forbidden_pages) {
    using T = TypeParam;
    constexpr auto e = hk::silu(x + bias) * scale;
    for (std::size_t const columns : {1, 3, 8, 33, 257})
        for (bool const at_end : {false, true}) {
            std::size_t const rows = 3, in_step = columns + 9, out_step = columns + 4;
            std::size_t const in_size = 2 * in_step + columns, out_size = 2 * out_step + columns;
            std::vector<T> const values = numbers<T>(in_size, 16), biases = numbers<T>(columns, 17),
                                 scales = numbers<T>(rows, 18);
            std::vector<T> expected(out_size, T(-5));
            pages in_pages(in_size * sizeof(T)), out_pages(out_size * sizeof(T)), row_pages(columns * sizeof(T)),
                column_pages(rows * sizeof(T));
            std::span<T> const in = in_pages.place<T>(values, at_end), row = row_pages.place<T>(biases, at_end),
                               column = column_pages.place<T>(scales, at_end),
                               out = out_pages.place<T>(expected, at_end);
            hk::apply(e, hk::matrix(out, rows, columns, out_step), x = hk::matrix(in, rows, columns, in_step),
                      bias = hk::row(row), scale = hk::column(column));
            for (std::size_t i = 0; i < rows; ++i)
                for (std::size_t k = 0; k < columns; ++k)
                    expected[i * out_step + k] = e(x = values[i * in_step + k], bias = biases[k], scale = scales[i]);
            all_same<T>(out, expected, std::to_string(columns) + " columns" + on());
        }
}

TYPED_TEST(LoopsBounds, matrices_in_place_and_of_several_outputs) {
    using T = TypeParam;
    std::size_t const rows = 5, columns = 19, step = 24;
    std::vector<T> const start = numbers<T>(rows * step, 19), biases = numbers<T>(columns, 20);
    std::vector<T> inout = start, expected = start, second(rows * columns), expected_second(rows * columns);
    constexpr auto e = hk::tanh(x + bias);
    for (std::size_t i = 0; i < rows; ++i)
        for (std::size_t k = 0; k < columns; ++k) {
            expected[i * step + k] = e(x = start[i * step + k], bias = biases[k]);
            expected_second[i * columns + k] = hk::diff(e, x)(x = start[i * step + k], bias = biases[k]);
        }
    hk::apply(hk::outputs(e, hk::diff(e, x)),
              hk::outputs(hk::matrix(inout, rows, columns, step), hk::matrix(second, rows, columns)),
              x = hk::matrix(inout, rows, columns, step), bias = hk::row(biases));
    all_same<T>(inout, expected, "in place" + on());
    all_same<T>(second, expected_second, "second output" + on());
    // In place as such, with a leading dimension that a single row does not use.
    inout = start;
    hk::apply(hk::tanh, hk::matrix(inout, 1, columns, 7));
    for (std::size_t i = 0; i < inout.size(); ++i)
        ASSERT_TRUE(same(inout[i], i < columns ? hk::tanh(start[i]) : start[i])) << i << on();
}

// A number in the place of a matrix, rows and columns alone, and by position.
TYPED_TEST(LoopsBounds, rows_and_columns_alone) {
    using T = TypeParam;
    std::size_t const rows = 6, columns = 11;
    std::vector<T> const r = numbers<T>(columns, 21), c = numbers<T>(rows, 22);
    std::vector<T> out(rows * columns);
    constexpr auto e = x - 2_c * hk::exp(y);
    hk::apply(e, hk::matrix(out, rows, columns), hk::row(r), hk::column(c));
    for (std::size_t i = 0; i < out.size(); ++i)
        ASSERT_TRUE(same(out[i], e(x = r[i % columns], y = c[i / columns]))) << i << on();
    hk::apply(e, hk::matrix(out, rows, columns), x = 0.25, y = hk::column(c));
    for (std::size_t i = 0; i < out.size(); ++i)
        ASSERT_TRUE(same(out[i], e(x = T(0.25), y = c[i / columns]))) << i << on();
    hk::apply(e, hk::matrix(out, rows, columns), x = hk::row(r), y = -1);
    for (std::size_t i = 0; i < out.size(); ++i)
        ASSERT_TRUE(same(out[i], e(x = r[i % columns], y = T(-1)))) << i << on();
    // A row as an input of one row, a column as an input of one column.
    out.assign(out.size(), T(3));
    hk::apply(e, hk::matrix(out, 1, columns), x = hk::row(r), y = hk::column(std::span(c).first(1)));
    for (std::size_t i = 0; i < out.size(); ++i)
        ASSERT_TRUE(same(out[i], i < columns ? e(x = r[i], y = c[0]) : T(3))) << i << on();
    out.assign(out.size(), T(3));
    hk::apply(e, hk::matrix(out, rows, 1), x = hk::row(std::span(r).first(1)), y = hk::column(c));
    for (std::size_t i = 0; i < out.size(); ++i)
        ASSERT_TRUE(same(out[i], i < rows ? e(x = r[0], y = c[i]) : T(3))) << i << on();
}

// Nothing at all: no memory is needed then, and none is touched.
TYPED_TEST(LoopsBounds, of_no_elements) {
    using T = TypeParam;
    std::span<T> const nothing;
    std::vector<T> const empty;
    hk::apply(hk::gelu, nothing);
    hk::apply(hk::gelu, nothing, nothing);
    hk::apply(hk::gelu, nothing, empty);
    hk::apply(hk::gelu, hk::matrix(nothing, 0, 7));
    hk::apply(hk::gelu, hk::matrix(nothing, 7, 0));
    hk::apply(hk::gelu, hk::matrix(nothing, std::size_t{1} << 62, 0));  // which takes no time
    hk::apply(hk::gelu, hk::matrix(nothing, 0, 7, 9), x = hk::matrix(empty, 0, 7));
    std::vector<T> const seven(7, T(1));
    hk::apply(x + y, hk::matrix(nothing, 0, 7), x = hk::row(seven), y = hk::column(empty));
    hk::apply(x + y, hk::matrix(nothing, 7, 0), x = hk::row(empty), y = hk::column(seven));
    std::vector<T> all(7, T(1)), copy = all;
    hk::apply(hk::gelu, std::span(all).first(0));
    hk::apply(hk::gelu, hk::matrix(all, 0, 7), x = hk::matrix(all, 0, 7));
    EXPECT_EQ(all, copy);
}

}  // namespace
