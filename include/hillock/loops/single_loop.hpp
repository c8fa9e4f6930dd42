// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/loops/job.hpp>
#include <hillock/loops/joint.hpp>

namespace hillock::detail {

/// The value of one tree among several, where its numbers are known by input: as a call gives it.
template <class T, class Tree, class Variables>
struct single_value;
template <class T, class Tree, class... Variables>
struct single_value<T, Tree, type_list<Variables...>> {
    static T at(T const* inputs, std::uint64_t const* numbers) {
        constexpr auto const& names = program_of<Tree>;
        T values[static_cast<unsigned>(names.name_count) + 1]{};
        for (int i = 0; i < names.name_count; ++i)
            values[i] = inputs[input_named<Variables...>(names.names[i])];
        return evaluate_tree<T, Tree>(values, numbers);
    }
};

/// The values of all outputs at one element: each as a call gives it, or, where none has a direct plan, by wide numbers together.
template <class Joined, class Job>
void evaluate_single(Job const& job, std::size_t row, std::size_t column, typename Job::element* results) {
    using T = typename Job::element;
    using W = working<T>;
    using kinds = typename Job::inputs;
    using inputs = inputs_of<Joined, typename Job::variables>;
    T values[static_cast<unsigned>(kinds::count) + 1];
    for (int k = 0; k < kinds::count; ++k)
        values[k] = kinds::is_stream(k) ? job.row_of(k, row)[column] : job.number_in(k, row);
    auto const reached_by_nan = [&](int output) {
        bool nan = false;
        for (int k = 0; k < kinds::count; ++k)
            nan = nan || (inputs::of.reaches[output][k] && values[k] != values[k]);
        return nan;
    };
    if constexpr (Joined::template any_planned<T>) {
        int output = 0;
        std::uint64_t const* numbers = job.numbers;
        [&]<class... Trees>(type_list<Trees...>) {
            ((results[output] = reached_by_nan(output)
                                    ? std::numeric_limits<T>::quiet_NaN()
                                    : single_value<T, Trees, typename Job::variables>::at(values, numbers),
              ++output, numbers += Trees::slots),
             ...);
        }(typename Joined::trees{});
    } else {
        constexpr auto const& program = Joined::program;
        auto state = ready<program, typename Joined::primitives, W>;
        W variables[static_cast<unsigned>(program.name_count) + 1]{};
        for (int k = 0; k < program.name_count; ++k)
            variables[k] = kernels::from_lane<W>(static_cast<double>(values[inputs::of.variable[k]]));
        run_program(program, state, variables, job.numbers);
        for (int output = 0; output < Job::outputs::count; ++output)
            results[output] = reached_by_nan(output)
                                  ? std::numeric_limits<T>::quiet_NaN()
                                  : static_cast<T>(kernels::round_to<T>(state.values[program.roots[output]]));
    }
}

/// Runs columns [begin, end) of a row element by element; adds the sums of its blocks.
template <class Joined, class Job>
void run_row_singly(Job const& job, std::size_t row, std::size_t begin, std::size_t end, pairwise_sum* sums) {
    using T = typename Job::element;
    using outputs = typename Job::outputs;
    T block[static_cast<unsigned>(outputs::any ? outputs::count : 1)][sum_block];
    for (; begin < end; begin += sum_block) {
        int const count = end - begin < sum_block ? static_cast<int>(end - begin) : sum_block;
        for (int i = 0; i < count; ++i) {
            std::size_t const column = begin + static_cast<std::size_t>(i);
            T results[static_cast<unsigned>(outputs::count)];
            evaluate_single<Joined>(job, row, column, results);
            for (int output = 0; output < outputs::count; ++output)
                if (outputs::is_sum[output])
                    block[output][i] = results[output];
                else
                    job.target_row(output, row)[column] = results[output];
        }
        for (int output = 0; output < outputs::count; ++output)
            if (outputs::is_sum[output]) sums[output].add(block_sum(block[output], count));
        if (end - begin < sum_block) break;
    }
}

}  // namespace hillock::detail
