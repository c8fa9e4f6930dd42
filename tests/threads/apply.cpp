// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// For the thread sanitizer: threads that run the same expressions at the same time, from the first call on, have the bits of
// one thread. Also hk::apply in shares, as on the threads of oneTBB, which is not compiled for the sanitizer and would have
// it report its own synchronisation; so the shares run on threads that are made here.

#include <hillock/hillock.hpp>
#include <hillock/parallel.hpp>

#include <atomic>
#include <barrier>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <random>
#include <span>
#include <thread>
#include <vector>

namespace {

namespace hk = hillock;
using hk::x, hk::dy;

inline constexpr hk::variable<"bias"> bias;
inline constexpr hk::variable<"scale"> scale;
constexpr auto slope = dy * hk::diff(hk::silu, x);
constexpr auto affine = scale * hk::gelu(x + bias);
constexpr auto wide = x * hk::atan(x);  // element by element for doubles
static_assert(!hk::detail::planned<hk::tree_of<decltype(wide)>, false>::has_plan<double>);

constexpr int thread_count = 8, rounds = 200;
constexpr std::size_t rows = 9, columns = 131, padding = 5, step = columns + padding, size = rows * step;

void require(bool holds, char const* what) {
    if (holds) return;
    std::fprintf(stderr, "threads: %s\n", what);
    std::exit(1);
}

template <class T>
std::vector<T> numbers(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<T> uniform(-9, 9);
    std::vector<T> result(count);
    for (T& v : result)
        v = uniform(random);
    return result;
}

// What all threads read.
template <class T>
struct shared_inputs {
    std::vector<T> in = numbers<T>(size, 1), up = numbers<T>(size, 2), biases = numbers<T>(columns, 3),
                   scales = numbers<T>(rows, 4);
    T factor = T(1.5);
};

// What a call of each form writes, in memory that is beside that of other threads.
template <class T>
struct results {
    std::span<T> values, slopes, by_factor, element_by_element, matrix;
    double sum = -1, sum_of_wide = -1;

    void run(shared_inputs<T> const& from) {
        hk::apply(hk::outputs(hk::silu, slope, hk::sum(slope)), hk::outputs(values, slopes, sum), x = from.in,
                  dy = from.up);
        hk::apply(affine, by_factor, x = from.in, bias = from.factor, scale = from.up);
        hk::apply(hk::outputs(wide, hk::sum(wide)), hk::outputs(element_by_element, sum_of_wide), from.in);
        hk::apply(affine, hk::matrix(matrix, rows, columns, step), x = hk::matrix(from.in, rows, columns, step),
                  bias = hk::row(from.biases), scale = hk::column(from.scales));
        hk::apply(hk::relu, values);
    }
};

// Of all threads, one behind another.
template <class T>
class all_results {
public:
    static constexpr int arrays = 5;
    all_results() : memory(static_cast<std::size_t>(thread_count * arrays) * size), of(thread_count) {
        auto const part = [&](int thread, int array) {
            return std::span(memory).subspan(static_cast<std::size_t>(thread * arrays + array) * size, size);
        };
        for (int thread = 0; thread < thread_count; ++thread)
            of[static_cast<std::size_t>(thread)] = {part(thread, 0), part(thread, 1), part(thread, 2), part(thread, 3),
                                                    part(thread, 4)};
    }
    results<T>& operator[](int thread) { return of[static_cast<std::size_t>(thread)]; }
    bool are_those_of(int thread, results<T> const& expected) {
        results<T> const& found = (*this)[thread];
        return std::memcmp(found.values.data(), expected.values.data(), arrays * size * sizeof(T)) == 0 &&
               found.sum == expected.sum && found.sum_of_wide == expected.sum_of_wide;
    }

private:
    std::vector<T> memory;
    std::vector<results<T>> of;
};

template <class F>
void on_threads(F const& f) {
    std::vector<std::thread> threads;
    for (int thread = 0; thread < thread_count; ++thread)
        threads.emplace_back([&f, thread] { f(thread); });
    for (std::thread& thread : threads)
        thread.join();
}

// In each round the instruction set is chosen anew, by whichever thread is the first.
template <class T>
void the_same_expressions() {
    shared_inputs<T> const from;
    all_results<T> all;
    std::barrier start(thread_count, [&]() noexcept { hk::detail::remembered_isa = 0; });
    on_threads([&](int thread) {
        for (int round = 0; round < rounds; ++round) {
            start.arrive_and_wait();
            all[thread].run(from);
        }
    });
    all_results<T> alone;
    alone[0].run(from);
    for (int thread = 0; thread < thread_count; ++thread)
        require(all.are_those_of(thread, alone[0]), "threads have other results than one");
}

// The shares of one job, each taken by whichever thread is free.
struct threads_made_here {
    static inline std::atomic<int> shares_run = 0;
    template <class Share, class F>
    static void for_each(Share* first, Share* last, F const& f) {
        std::atomic<Share*> next = first;
        on_threads([&](int) {
            for (Share* share; (share = next++) < last; ++shares_run)
                f(*share);
        });
    }
};

void shares_of_one_job() {
    using expressions = decltype(hk::outputs(hk::silu, slope, hk::sum(slope)));
    constexpr std::size_t count = 300'001;
    std::vector<float> const in = numbers<float>(count, 5), up = numbers<float>(count, 6);
    std::vector<float> values(count), slopes(count), expected(count), expected_slopes(count);
    double sum = -1, expected_sum = -2;
    auto const run = [&]<class Executor>(std::type_identity<Executor>, auto places) {
        auto x_of = x = in;
        auto dy_of = dy = up;
        hk::detail::apply_call<expressions, decltype(places), decltype(x_of), decltype(dy_of)>::template run<Executor>(
            hk::outputs(hk::silu, slope, hk::sum(slope)), places, x_of, dy_of);
    };
    run(std::type_identity<hk::detail::one_thread>{}, hk::outputs(expected, expected_slopes, expected_sum));
    for (int round = 0; round < 5; ++round)
        run(std::type_identity<hk::detail::in_shares<threads_made_here>>{}, hk::outputs(values, slopes, sum));
    require(values == expected && slopes == expected_slopes && sum == expected_sum, "shares have other results");
    require(threads_made_here::shares_run > thread_count, "a job was not shared out");
}

}  // namespace

int main() {
    the_same_expressions<float>();
    the_same_expressions<double>();
    shares_of_one_job();
    std::printf("%d threads, %d rounds, %d shares\n", thread_count, rounds, threads_made_here::shares_run.load());
}
