// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// hk::sum: exact enough, whatever the size and the alignment, alone and beside other outputs.

#include <runtime/loops_check.hpp>

#include <algorithm>
#include <cmath>

namespace {

namespace hk = hillock;
using hk::x, hk::y;
using loops::on;

template <class T>
class LoopsSums : public testing::Test {};
using both = testing::Types<float, double>;
TYPED_TEST_SUITE(LoopsSums, both);

TYPED_TEST(LoopsSums, lengths_and_alignments) {
    using T = TypeParam;
    std::vector<T> const values = loops::ordinary<T>(3000, 1);
    for (std::size_t const n : {0, 1, 2, 3, 15, 16, 17, 67, 255, 256, 257, 511, 1025, 3000}) {
        long double exact = 0, size = 0;
        for (std::size_t i = 0; i < n; ++i) {
            exact += hk::gelu(values[i]);
            size += std::fabs(hk::gelu(values[i]));
        }
        double first = 0;
        for (std::size_t offset = 0; offset < 16; ++offset) {
            loops::guarded<T> in(n, offset), out(n, 15 - offset);
            std::copy_n(values.begin(), n, in.begin());
            double sum = -1, beside = -1;
            hk::apply(hk::sum(hk::gelu), sum, in);
            hk::apply(hk::outputs(hk::gelu, hk::sum(hk::gelu)), hk::outputs(out, beside), in);
            if (offset == 0) first = sum;
            EXPECT_TRUE(loops::same(sum, first) && loops::same(sum, beside)) << n << " at " << offset << on();
            EXPECT_TRUE(out.canaries_live());
        }
        // Each element is exact here: it is that of the scalar call.
        EXPECT_LE(std::fabs(static_cast<double>(first - exact)), 30 * 1.1e-16 * static_cast<double>(size)) << n << on();
    }
}

TYPED_TEST(LoopsSums, errors_grow_no_faster_than_in_pairs) {
    using T = TypeParam;
    std::size_t const n = std::size_t{1} << 22;
    std::vector<T> values(n, T(0.1));
    double sum = 0;
    hk::apply(hk::sum(x), sum, values);
    double const exact = static_cast<double>(static_cast<long double>(T(0.1)) * n);
    EXPECT_LE(std::fabs(sum - exact), 22 * 1.2e-16 * exact) << on();
    for (std::size_t i = 0; i < n; ++i)
        values[i] = i % 2 == 0 ? T(1e15) : T(-1e15);
    values[n / 2 + 1] += T(1e15);
    hk::apply(hk::sum(x), sum, values);
    EXPECT_LE(std::fabs(sum - static_cast<double>(T(1e15))), 22 * 1.2e-16 * 1e15 * static_cast<double>(n)) << on();
    T narrow = -1;
    hk::apply(hk::sum(x), narrow, values);
    EXPECT_EQ(narrow, static_cast<T>(sum));
}

TYPED_TEST(LoopsSums, several_and_of_matrices) {
    using T = TypeParam;
    std::size_t const rows = 7, columns = 300, step = 311;
    std::vector<T> const a = loops::ordinary<T>(rows * step, 2), b = loops::ordinary<T>(columns, 3);
    std::vector<T> out(rows * columns);
    double first = -1, second = -1, again = -1;
    long double exact_first = 0, exact_second = 0;
    for (std::size_t i = 0; i < rows; ++i)
        for (std::size_t k = 0; k < columns; ++k) {
            exact_first += (x * y)(x = a[i * step + k], y = b[k]);
            exact_second += hk::square(x)(x = a[i * step + k]);
        }
    hk::apply(hk::outputs(hk::sum(x * y), x + y, hk::sum(hk::square(x))),
              hk::outputs(first, hk::matrix(out, rows, columns), second), x = hk::matrix(a, rows, columns, step),
              y = hk::row(b));
    EXPECT_NEAR(first, static_cast<double>(exact_first), 1e-10);
    EXPECT_NEAR(second, static_cast<double>(exact_second), 1e-10);
    hk::apply(hk::sum(x * y), again, x = hk::matrix(a, rows, columns, step), y = hk::row(b));
    EXPECT_EQ(again, first);
    for (std::size_t i = 0; i < out.size(); ++i)
        ASSERT_TRUE(loops::same(out[i], (x + y)(x = a[i / columns * step + i % columns], y = b[i % columns])));
}

TYPED_TEST(LoopsSums, of_nothing_is_0) {
    std::vector<TypeParam> const none;
    double sum = 42;
    hk::apply(hk::sum(hk::gelu), sum, none);
    EXPECT_EQ(sum, 0);
    sum = 42;
    hk::apply(hk::sum(hk::gelu), sum, x = hk::matrix(none, 0, 9));
    EXPECT_EQ(sum, 0);
}

}  // namespace
