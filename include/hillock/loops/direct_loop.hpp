// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/loops/instruction_set.hpp>
#include <hillock/loops/joint_plan.hpp>
#include <hillock/loops/single_loop.hpp>

namespace hillock::detail {

template <class V>
[[gnu::always_inline]] inline V load(direct::scalar_of<V> const* from) {
    V result;
    __builtin_memcpy(&result.value, from, sizeof result.value);
    return result;
}
template <class V>
[[gnu::always_inline]] inline void store(V const& value, direct::scalar_of<V>* to) {
    __builtin_memcpy(to, &value.value, sizeof value.value);
}

/// What a loop in lanes needs of one row. Every loop over inputs and outputs is unrolled by the compiler's front end, so that
/// all of it lives in registers.
template <class V, class Joined, class Job>
struct lane_row {
    using T = typename Job::element;
    using inputs = typename Job::inputs;
    using outputs = typename Job::outputs;
    using joint = joint_plan_of<T, typename Job::variables, typename Joined::trees>;
    static constexpr int width = V::count;

    Job const& job;
    std::size_t row;
    V variables[static_cast<unsigned>(inputs::count) + 1];
    T const* streams[static_cast<unsigned>(inputs::count) + 1];
    T* targets[static_cast<unsigned>(outputs::count)];
    V values[joint_plan::capacity];
    /// The results that sums wait for, and how many they are.
    T block[static_cast<unsigned>(outputs::any ? outputs::count : 1)][outputs::any ? sum_block : width];
    int in_block = 0;

    [[gnu::always_inline]] lane_row(Job const& from, std::size_t at) : job(from), row(at) {
        prepare_inputs<0>();
        prepare_outputs<0>();
    }

    template <int K>
    [[gnu::always_inline]] void prepare_inputs() {
        if constexpr (K < inputs::count) {
            if constexpr (inputs::is_stream(K))
                streams[K] = job.row_of(K, row);
            else
                variables[K] = direct::broadcast<V>(static_cast<double>(job.number_in(K, row)));
            prepare_inputs<K + 1>();
        }
    }
    template <int K>
    [[gnu::always_inline]] void prepare_outputs() {
        if constexpr (K < outputs::count) {
            if constexpr (!outputs::is_sum[K]) targets[K] = job.target_row(K, row);
            prepare_outputs<K + 1>();
        }
    }
    /// Whether the numbers that hold for the whole row are finite.
    [[gnu::always_inline]] bool numbers_are_finite() const {
        bool finite = true;
        for (int k = 0; k < inputs::count; ++k)
            finite = finite && (inputs::is_stream(k) || !direct::any_not_finite(job.number_in(k, row)));
        for (int i = 0; i < job.number_count; ++i)
            finite = finite && !direct::any_not_finite(static_cast<T>(std::bit_cast<double>(job.numbers[i])));
        return finite;
    }

    /// Reads the inputs from a column on, of which `count` are there; whether all are finite.
    template <int K = 0>
    [[gnu::always_inline]] bool read(std::size_t column, int count) {
        if constexpr (K == inputs::count) {
            return true;
        } else if constexpr (!inputs::is_stream(K)) {
            return read<K + 1>(column, count);
        } else {
            if (count == width) {
                variables[K] = load<V>(streams[K] + column);
            } else {
                T filled[static_cast<unsigned>(width)]{};
                for (int lane = 0; lane < count; ++lane)
                    filled[lane] = streams[K][column + static_cast<std::size_t>(lane)];
                variables[K] = load<V>(filled);
            }
            variables[K] = direct::opaque(variables[K]);  // or comparisons would move up into both cases, as bits
            bool const finite = !direct::any_not_finite(variables[K]);
            return read<K + 1>(column, count) && finite;
        }
    }
    /// Computes the values; whether they are what wide numbers would give within the bounds.
    [[gnu::always_inline]] bool compute() {
        run_direct<joint::plan>(variables, job.numbers, values);
        return !any_lost_digits<joint::plan>(values) && results_are_finite<0>();
    }
    /// Of results that are more than one function, as an infinity may have come from a part.
    template <int K>
    [[gnu::always_inline]] bool results_are_finite() const {
        if constexpr (K == outputs::count)
            return true;
        else if constexpr (joint::plan.steps[joint::of.roots[K]].does <= direct_step::kind::function)
            return results_are_finite<K + 1>();
        else
            return !direct::any_not_finite(values[joint::of.roots[K]]) && results_are_finite<K + 1>();
    }
    template <int K = 0>
    [[gnu::always_inline]] void write(std::size_t column, int count) {
        if constexpr (K < outputs::count) {
            V const& result = values[joint::of.roots[K]];
            if constexpr (outputs::is_sum[K]) {
                store(result, block[K] + in_block);
            } else if (count == width) {
                store(result, targets[K] + column);
            } else {
                T filled[static_cast<unsigned>(width)];
                store(result, filled);
                for (int lane = 0; lane < count; ++lane)
                    targets[K][column + static_cast<std::size_t>(lane)] = filled[lane];
            }
            write<K + 1>(column, count);
        }
    }
    void write_singly(std::size_t column, int count) {
        for (int lane = 0; lane < count; ++lane) {
            T single[static_cast<unsigned>(outputs::count)];
            evaluate_single<Joined>(job, row, column + static_cast<std::size_t>(lane), single);
            for (int output = 0; output < outputs::count; ++output)
                if (outputs::is_sum[output])
                    block[output][in_block + lane] = single[output];
                else
                    targets[output][column + static_cast<std::size_t>(lane)] = single[output];
        }
    }
    /// Adds up the block once it is full, or at the end of the row.
    [[gnu::always_inline]] void count_block(int count, bool is_end, pairwise_sum* sums) {
        if constexpr (outputs::any) {
            in_block += count;
            if (in_block < sum_block && !is_end) return;
            for (int output = 0; output < outputs::count; ++output)
                if (outputs::is_sum[output]) sums[output].add(block_sum(block[output], in_block));
            in_block = 0;
        }
    }
};

/// Columns [begin, end) of a row in lanes of V. Lanes that hold an infinity or NaN, or lose digits, go the way of single
/// elements, which has the limits; what is left at the end is computed in lanes that are filled up.
template <class V, class Joined, class Job>
[[gnu::always_inline]] inline void run_lanes(Job const& job, std::size_t row, std::size_t begin, std::size_t end,
                                             pairwise_sum* sums) {
    lane_row<V, Joined, Job> lane(job, row);
    if (!lane.numbers_are_finite()) return run_row_singly<Joined>(job, row, begin, end, sums);
    for (std::size_t column = begin; column < end;) {
        int const count = end - column < V::count ? static_cast<int>(end - column) : V::count;
        if (lane.read(column, count) && lane.compute()) [[likely]]
            lane.write(column, count);
        else
            lane.write_singly(column, count);
        column += static_cast<std::size_t>(count);
        lane.count_block(count, column == end, sums);
    }
}

// The only functions that are compiled for an instruction set; all that they call is inlined into them.

template <class Joined, class Job>
void run_baseline(Job const& job, std::size_t row, std::size_t begin, std::size_t end, pairwise_sum* sums) {
    using T = typename Job::element;
    run_lanes<lanes<T, 16 / sizeof(T)>, Joined>(job, row, begin, end, sums);
}
#if defined(__x86_64__)
template <class Joined, class Job>
[[gnu::target("avx2,fma")]] void run_avx2(Job const& job, std::size_t row, std::size_t begin, std::size_t end,
                                          pairwise_sum* sums) {
    using T = typename Job::element;
    run_lanes<lanes<T, 32 / sizeof(T)>, Joined>(job, row, begin, end, sums);
}
template <class Joined, class Job>
[[gnu::target("avx512f,avx512vl,avx512bw,avx512dq,avx2,fma")]] void
run_avx512(Job const& job, std::size_t row, std::size_t begin, std::size_t end, pairwise_sum* sums) {
    using T = typename Job::element;
    run_lanes<lanes<T, 64 / sizeof(T)>, Joined>(job, row, begin, end, sums);
}
#endif

/// Columns [begin, end) of a row with the chosen instruction set.
template <class Joined, class Job>
void run_row_directly(Job const& job, std::size_t row, std::size_t begin, std::size_t end, pairwise_sum* sums) {
#if defined(__x86_64__)
    switch (chosen_isa()) {
    case isa::avx512:
        return run_avx512<Joined>(job, row, begin, end, sums);
    case isa::avx2:
        return run_avx2<Joined>(job, row, begin, end, sums);
    default:
        return run_baseline<Joined>(job, row, begin, end, sums);
    }
#else
    run_baseline<Joined>(job, row, begin, end, sums);
#endif
}

}  // namespace hillock::detail
