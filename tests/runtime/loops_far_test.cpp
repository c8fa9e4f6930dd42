// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// Arrays so great that they are written past the caches have the bits of small ones, and nothing beside them is written.

#include <runtime/loops_check.hpp>

#include <algorithm>

namespace hk = hillock;

namespace {

using hk::dy;
using hk::x;
using loops::all_same;
using loops::guarded;

template <class T>
constexpr std::size_t count = hk::detail::streamed_bytes / sizeof(T) + 77;
constexpr std::size_t piece = 8 * 1009;
static_assert(piece * sizeof(double) < hk::detail::far_bytes);

// Numbers where functions bend; some parts have tails, infinities and NaN, which loops compute in other ways.
template <class T>
std::vector<T> arguments(std::uint64_t seed) {
    std::vector<T> result = loops::ordinary<T>(count<T>, seed);
    for (std::size_t i = 100'000; i < result.size(); i += 50'021) {
        result[i] *= 20;
        result[i + 3'001] = std::numeric_limits<T>::infinity();
        result[i + 9'002] = std::numeric_limits<T>::quiet_NaN();
    }
    return result;
}
// The same in calls on a few numbers each.
template <class T, class E>
std::vector<T> in_pieces(E const& e, std::vector<T> const& in, std::vector<T> const& up) {
    std::vector<T> result(in.size());
    for (std::size_t i = 0; i < in.size(); i += piece) {
        std::size_t const length = std::min(piece, in.size() - i);
        hk::apply(e, std::span(result).subspan(i, length), x = std::span(in).subspan(i, length),
                  dy = std::span(up).subspan(i, length));
    }
    return result;
}
template <class T>
void expect(guarded<T>& found, std::vector<T> const& expected, std::string const& what) {
    EXPECT_TRUE(found.canaries_live()) << what << loops::on();
    all_same<T>(std::span<T const>(found.data(), found.size()), expected, what + loops::on());
}

constexpr auto backward = dy * hk::diff(hk::sigmoid, x);

TEST(LoopsFar, OutputsAtAnyAddress) {
    std::vector<float> const in = arguments<float>(1), up = arguments<float>(2);
    std::vector<float> const expected = in_pieces(backward, in, up);
    for (std::size_t const offset : {1u, 0u, 8u, 15u}) {
        guarded<float> out(in.size(), offset);
        hk::apply(backward, out, x = in, dy = up);
        expect(out, expected, "at " + std::to_string(offset));
    }
}
TEST(LoopsFar, SeveralOutputs) {
    std::vector<float> const in = arguments<float>(1), up = arguments<float>(2);
    constexpr auto value = hk::sigmoid(x) + dy - dy;
    guarded<float> values(in.size(), 3), slopes(in.size(), 5);
    float sum = 0, sum_alone = 0;
    hk::apply(hk::outputs(value, hk::sum(x * x), backward), hk::outputs(values, sum, slopes), x = in, dy = up);
    expect(values, in_pieces(value, in, up), "values");
    expect(slopes, in_pieces(backward, in, up), "slopes");
    hk::apply(hk::sum(x * x), sum_alone, x = in);
    EXPECT_TRUE(loops::same(sum, sum_alone));
}
TEST(LoopsFar, InPlace) {
    std::vector<float> in = arguments<float>(1), up = arguments<float>(2);
    std::vector<float> const expected = in_pieces(backward, in, up);
    hk::apply(backward, in, x = in, dy = up);
    all_same<float>(in, expected, "in place");
}
template <class T, class E>
void check(E const& e, std::string const& what) {
    std::vector<T> const in = arguments<T>(1), up = arguments<T>(2);
    guarded<T> out(in.size(), 1);
    hk::apply(e, out, x = in, dy = up);
    expect(out, in_pieces(e, in, up), what);
}
TEST(LoopsFar, Doubles) {
    check<double>(hk::max(x, dy) * dy, "doubles");
}
TEST(LoopsFar, FloatsInDouble) {
    constexpr auto e = dy + hk::log(1 + x * x);
    static_assert(hk::detail::is_computed_in_double<float, hk::tree_of<decltype(e)>>);
    check<float>(e, "in double");
}
TEST(LoopsFar, Matrices) {
    std::vector<float> const in = arguments<float>(1), up = arguments<float>(2);
    constexpr std::size_t columns = 2'053, step = 2'061, rows = count<float> / columns + 1;
    std::vector<float> const expected = in_pieces(backward, in, up);
    guarded<float> out(rows * step, 2);
    std::fill(out.begin(), out.end(), 7.0f);
    std::size_t const used = (rows - 1) * columns;
    ASSERT_GE(used * sizeof(float) + columns * sizeof(float), hk::detail::streamed_bytes);
    // One row more than the numbers are enough for takes its inputs from the first.
    std::vector<float> in_rows(in.begin(), in.begin() + static_cast<std::ptrdiff_t>(used));
    std::vector<float> up_rows(up.begin(), up.begin() + static_cast<std::ptrdiff_t>(used));
    in_rows.insert(in_rows.end(), in.begin(), in.begin() + columns);
    up_rows.insert(up_rows.end(), up.begin(), up.begin() + columns);
    hk::apply(backward, hk::matrix(out, rows, columns, step), x = hk::matrix(in_rows, rows, columns),
              dy = hk::matrix(up_rows, rows, columns));
    EXPECT_TRUE(out.canaries_live());
    for (std::size_t row = 0; row < rows; ++row) {
        std::size_t const from = row + 1 == rows ? 0 : row * columns;
        if (!all_same<float>(std::span<float const>(out.data() + row * step, columns),
                             std::span(expected).subspan(from, columns), "row " + std::to_string(row) + loops::on()))
            return;
        for (std::size_t i = columns; i < step; ++i)
            ASSERT_EQ(out[row * step + i], 7.0f) << "beside row " << row;
    }
}

}  // namespace
