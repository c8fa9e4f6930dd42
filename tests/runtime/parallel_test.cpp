// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// <hillock/parallel.hpp>: hk::apply on several threads gives the bits of hk::apply on one, sums included, in all its
// forms, and refuses the same in the same words. Without oneTBB's headers libstdc++ runs all of it on one thread.

#include <runtime/loops_check.hpp>

#include <hillock/parallel.hpp>

#include <algorithm>
#include <stdexcept>
#include <thread>

#if __has_include(<tbb/global_control.h>)
#include <tbb/global_control.h>
#include <tbb/task_arena.h>
#endif

namespace {

namespace hk = hillock;
namespace execution = std::execution;
using namespace hk::literals;
using hk::x, hk::y, hk::dy;
using loops::all_same, loops::numbers, loops::ordinary, loops::same;

inline constexpr hk::variable<"bias"> bias;
inline constexpr hk::variable<"scale"> scale;

constexpr auto slope = dy * hk::diff(hk::gelu, x);
constexpr auto wide = hk::sin(x) + y * hk::atan(x);  // no direct plan: shared out in shares of one block

// Calls f on one thread, on two, and on more than there are processors.
template <class F>
void on_threads(F const& f) {
#if __has_include(<tbb/global_control.h>)
    tbb::global_control const allowed(tbb::global_control::max_allowed_parallelism, 7);
    for (int const threads : {1, 2, 7}) {
        tbb::task_arena arena(threads);
        arena.execute([&] { f(std::to_string(threads) + " threads"); });
    }
#else
    f("one thread");
#endif
}

template <class T>
class Parallel : public testing::Test {};
using both = testing::Types<float, double>;
TYPED_TEST_SUITE(Parallel, both);

std::vector<std::size_t> lengths() {
    std::vector<std::size_t> result{0, 1, 2, 3, 15, 16, 17, 255, 256, 257, 511, 512, 513, 1000, 1023, 1024, 1025, 5000};
    for (std::size_t const n : {16384, 32768, 65536})
        for (std::size_t const beside : {n - 1, n, n + 1, n + 257})
            result.push_back(beside);
    result.insert(result.end(), {131072 + 16384 + 256, 1 << 20, (1 << 20) + 3});
    return result;
}

TYPED_TEST(Parallel, lengths) {
    using T = TypeParam;
    std::size_t const most = (1 << 20) + 1000;
    std::vector<T> const a = numbers<T>(most, 1), b = numbers<T>(most, 2), finite = ordinary<T>(most, 3);
    std::vector<T> expected(most), expected_slope(most), out(most), out_slope(most);
    for (std::size_t const n : lengths()) {
        std::span<T const> const in = std::span(a).first(n), upstream = std::span(b).first(n),
                                 summed = std::span(finite).first(n);
        double sum = -1, parallel_sum = -2;
        hk::apply(hk::outputs(hk::gelu, slope, hk::sum(hk::silu(y))),
                  hk::outputs(std::span(expected).first(n), std::span(expected_slope).first(n), sum), x = in,
                  dy = upstream, y = summed);
        on_threads([&](std::string const& threads) {
            std::string const what = std::to_string(n) + " elements, " + threads;
            std::fill(out.begin(), out.end(), T(77));
            hk::apply(execution::par, hk::outputs(hk::gelu, slope, hk::sum(hk::silu(y))),
                      hk::outputs(std::span(out).first(n), std::span(out_slope).first(n), parallel_sum), x = in,
                      dy = upstream, y = summed);
            EXPECT_TRUE(same(parallel_sum, sum)) << what;
            all_same<T>(std::span<T const>(out).first(n), std::span<T const>(expected).first(n), what);
            all_same<T>(std::span<T const>(out_slope).first(n), std::span<T const>(expected_slope).first(n), what);
            EXPECT_TRUE(n == most || out[n] == T(77)) << what;
        });
    }
}

TYPED_TEST(Parallel, lengths_of_what_has_no_direct_plan) {
    using T = TypeParam;
    std::vector<T> const a = ordinary<T>(70000, 1), b = numbers<T>(70000, 2);
    std::vector<T> expected(a.size()), out(a.size());
    for (std::size_t const n : {0, 1, 255, 256, 257, 511, 512, 513, 769, 1791, 1792, 1793, 2048, 3000, 66000, 70000}) {
        double sum = -1, parallel_sum = -2;
        hk::apply(hk::outputs(wide, hk::sum(hk::cos(x))), hk::outputs(std::span(expected).first(n), sum),
                  x = std::span(a).first(n), y = std::span(b).first(n));
        on_threads([&](std::string const& threads) {
            hk::apply(execution::par_unseq, hk::outputs(wide, hk::sum(hk::cos(x))),
                      hk::outputs(std::span(out).first(n), parallel_sum), x = std::span(a).first(n),
                      y = std::span(b).first(n));
            EXPECT_TRUE(same(parallel_sum, sum)) << n << ", " << threads;
            all_same<T>(std::span<T const>(out).first(n), std::span<T const>(expected).first(n), threads);
        });
    }
}

struct shape {
    std::size_t rows, columns, step;
};

TYPED_TEST(Parallel, matrices) {
    using T = TypeParam;
    constexpr auto e = scale * hk::gelu(x + bias);
    for (auto const [rows, columns, step] :
         {shape{0, 5, 5}, shape{5, 0, 3}, shape{1, 100000, 100000}, shape{2, 70001, 70003}, shape{3, 300, 300},
          shape{7, 20000, 20011}, shape{63, 5000, 5000}, shape{64, 5001, 5001}, shape{129, 2000, 2001},
          shape{300, 1000, 1000}, shape{1000, 7, 9}, shape{100003, 3, 4}, shape{257, 257, 257}}) {
        std::vector<T> const in = ordinary<T>(rows * step, 1), of_columns = ordinary<T>(columns, 2),
                             of_rows = ordinary<T>(rows, 3);
        std::vector<T> expected(rows * step, T(77)), out(rows * step, T(77));
        double sum = -1, product = -1;
        auto const run = [&](auto const&... policy) {
            std::vector<T>& to = sizeof...(policy) > 0 ? out : expected;
            hk::apply(policy..., hk::outputs(hk::sum(x * bias), e, hk::sum(hk::square(x))),
                      hk::outputs(product, hk::matrix(to, rows, columns, step), sum),
                      x = hk::matrix(in, rows, columns, step), bias = hk::row(of_columns), scale = hk::column(of_rows));
        };
        run();
        double const expected_sum = sum, expected_product = product;
        on_threads([&](std::string const& threads) {
            std::string const what = std::to_string(rows) + " rows of " + std::to_string(columns) + ", " + threads;
            run(execution::par);
            EXPECT_TRUE(same(sum, expected_sum) && same(product, expected_product)) << what;
            all_same<T>(out, expected, what);  // the padding, too
            std::fill(out.begin(), out.end(), T(77));
        });
    }
}

// Each form with each policy, and places that are not the caller's to change.
TYPED_TEST(Parallel, forms) {
    using T = TypeParam;
    std::size_t const n = 100001;
    std::vector<T> const a = numbers<T>(n, 1), b = numbers<T>(n, 2);
    std::vector<T> expected(n), product(n), out(n);
    hk::apply(hk::silu, expected, a);
    hk::apply(x * hk::sigmoid(y * x), product, a, b);
    std::span<T> const place(out);
    auto const check = [&](auto const& policy, char const* name) {
        hk::apply(policy, hk::silu, out, a);
        all_same<T>(out, expected, name);
        out = a;
        hk::apply(policy, hk::silu, out);
        all_same<T>(out, expected, std::string(name) + ", in place");
        out = a;
        hk::apply(policy, hk::silu, place);
        all_same<T>(out, expected, std::string(name) + ", a span in place");
        out = a;
        hk::apply(policy, hk::silu, place, x = place);
        all_same<T>(out, expected, std::string(name) + ", in place by name");
        hk::apply(policy, x * hk::sigmoid(y * x), std::span(out), a, b);
        all_same<T>(out, product, std::string(name) + ", by position");
        hk::apply(policy, hk::silu, hk::matrix(out, 1, n), x = hk::matrix(a, 1, n));
        all_same<T>(out, expected, std::string(name) + ", a matrix");
        hk::apply(policy, hk::outputs(hk::silu), hk::outputs(out), a);
        all_same<T>(out, expected, std::string(name) + ", a list of one");
    };
    check(execution::seq, "seq");
    check(execution::unseq, "unseq");
    check(execution::par, "par");
    check(execution::par_unseq, "par_unseq");
}

TEST(ParallelRefusals, are_those_of_one_thread_and_before_anything_is_written) {
    std::vector<float> const in = ordinary<float>(100000, 1), before(200000, 7.0f);
    std::vector<float> memory = before;
    float* const none = nullptr;
    float total = 42;
    auto const part = [&](std::size_t from, std::size_t count) { return std::span(memory).subspan(from, count); };
    auto const text = [&](auto const& call, auto const&... policy) -> std::string {
        try {
            call(policy...);
        } catch (std::invalid_argument const& error) {
            return error.what();
        }
        return "not refused";
    };
    auto const refuses = [&](auto const& call, char const* word) {
        std::string const sequential = text(call);
        EXPECT_NE(sequential.find(word), std::string::npos) << sequential;
        EXPECT_EQ(text(call, execution::par), sequential);
        EXPECT_EQ(text(call, execution::par_unseq), sequential);
        EXPECT_EQ(text(call, execution::seq), sequential);
        EXPECT_EQ(memory, before);
        EXPECT_EQ(total, 42);
    };
    refuses([&](auto const&... policy) { hk::apply(policy..., hk::relu, part(0, 99999), in); }, "99999");
    refuses([&](auto const&... policy) { hk::apply(policy..., hk::relu, std::span(none, 9), part(0, 9)); }, "null");
    refuses([&](auto const&... policy) { hk::apply(policy..., hk::relu, part(0, 100000), part(9, 100000)); },
            "overlap");
    refuses(
        [&](auto const&... policy) {
            hk::apply(policy..., hk::outputs(hk::relu, hk::sum(x * y)), hk::outputs(part(0, 100000), total), x = in,
                      y = std::span(in).first(5));
        },
        "y has 5");
    refuses([&](auto const&... policy) { hk::apply(policy..., hk::relu, hk::matrix(memory, 1000, 1000)); }, "too few");
}

// Threads that each call it at once, and a call from within a parallel algorithm of the caller's.
TYPED_TEST(Parallel, nested) {
    using T = TypeParam;
    std::size_t const n = 60000;
    std::vector<T> const a = numbers<T>(n, 1), finite = ordinary<T>(n, 2);
    std::vector<T> expected(n);
    double sum = 0;
    hk::apply(hk::gelu, expected, a);
    hk::apply(hk::sum(hk::tanh), sum, finite);

    struct result {
        std::vector<T> out = std::vector<T>(60000);
        double sum = -1;
    };
    std::vector<result> results(6);
    auto const run = [&](result& one) {
        for (int repeat = 0; repeat < 5; ++repeat) {
            hk::apply(execution::par, hk::gelu, one.out, a);
            hk::apply(execution::par, hk::sum(hk::tanh), one.sum, finite);
        }
    };
    auto const check = [&](char const* what) {
        for (result& one : results) {
            all_same<T>(one.out, expected, what);
            EXPECT_TRUE(same(one.sum, sum)) << what;
            one = {};
        }
    };
    std::vector<std::thread> threads;
    for (result& one : results)
        threads.emplace_back([&run, &one] { run(one); });
    for (std::thread& thread : threads)
        thread.join();
    check("threads");
    std::for_each(execution::par, results.begin(), results.end(), run);
    check("a parallel algorithm");
}

}  // namespace
