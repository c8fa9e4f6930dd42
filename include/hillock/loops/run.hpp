// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/loops/direct_loop.hpp>

namespace hillock::detail {

/// Columns [begin, end) of a row; adds the sums of its blocks.
template <class Joined, class Job>
[[gnu::always_inline]] inline void run_row(Job const& job, std::size_t row, std::size_t begin, std::size_t end,
                                           pairwise_sum* sums) {
    using T = typename Job::element;
    if constexpr (Joined::template all_planned<T>) {
        using joint = joint_plan_of<T, typename Job::variables, typename Joined::trees>;
        if constexpr (joint::plan.possible && joint::in_double.possible)
            return run_row_directly<Joined>(job, row, begin, end, sums);
    }
    run_row_singly<Joined>(job, row, begin, end, sums);
}

/// Runs a job on the thread that calls. Each row's sum is one leaf of the sums over rows.
struct one_thread {
    template <class Joined, class Job>
    [[gnu::always_inline]] static void run(Job const& job, pairwise_sum* totals) {
        constexpr int count = Job::outputs::count;
        if constexpr (Job::is_one_row) return run_row<Joined>(job, 0, 0, job.columns, totals);
        for (std::size_t row = 0; row < job.rows; ++row) {
            pairwise_sum sums[static_cast<unsigned>(Job::outputs::any ? count : 1)];
            run_row<Joined>(job, row, 0, job.columns, sums);
            for (int output = 0; output < count; ++output)
                if (Job::outputs::is_sum[output]) totals[output].add(sums[output].total());
        }
    }
};

/// Runs trees as programs: of each tree with plain numbers that a rule took to be 1, the program that holds for them.
template <class Executor, class... Planned, class Job>
[[gnu::always_inline]] inline void run_planned(type_list<Planned...>, type_list<>, Job const& job, std::uint64_t const*,
                                               pairwise_sum* totals) {
    Executor::template run<joined<Planned...>>(job, totals);
}
template <class Executor, class... Planned, class First, class... Rest, class Job>
[[gnu::always_inline]] inline void run_planned(type_list<Planned...>, type_list<First, Rest...>, Job const& job,
                                               std::uint64_t const* numbers, pairwise_sum* totals) {
    if constexpr (First::slots > 0) {
        constexpr std::uint64_t assumed = normal_rewriting<First, true, true>::result.assumed_one;
        for (int i = 0; i < First::slots; ++i)
            if ((assumed >> i & 1) != 0 && numbers[i] != std::bit_cast<std::uint64_t>(1.0))
                return run_planned<Executor>(type_list<Planned..., planned<First, false>>{}, type_list<Rest...>{}, job,
                                             numbers + First::slots, totals);
    }
    run_planned<Executor>(type_list<Planned..., planned<First, (First::slots > 0)>>{}, type_list<Rest...>{}, job,
                          numbers + First::slots, totals);
}

}  // namespace hillock::detail
