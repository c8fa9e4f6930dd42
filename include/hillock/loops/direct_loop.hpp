// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/loops/instruction_set.hpp>
#include <hillock/loops/lane_loop.hpp>
#include <hillock/loops/single_loop.hpp>

namespace hillock::detail {

/// How many numbers run side by side in so many bytes: of floats that are computed in double, as many as doubles.
template <class Joined, class Job>
constexpr int lane_count(int bytes) {
    using T = typename Job::element;
    using joint = joint_plan_of<T, typename Job::variables, typename Joined::trees>;
    return bytes / (joint::in_double.size > 0 ? 8 : int{sizeof(T)});
}
template <class Joined, class Job, int Bytes>
using lanes_for = lanes<typename Job::element, lane_count<Joined, Job>(Bytes)>;

// The only functions that are compiled for an instruction set; all that they call is inlined into them.

template <bool Near, class Joined, class Job>
std::size_t run_baseline(lane_pass<Job> const& pass, std::size_t count) {
    return run_lanes<lanes_for<Joined, Job, 16>, Near, Joined>(pass, count);
}
#if defined(__x86_64__)
template <bool Near, class Joined, class Job>
[[gnu::target("avx2,fma")]] std::size_t run_avx2(lane_pass<Job> const& pass, std::size_t count) {
    return run_lanes<lanes_for<Joined, Job, 32>, Near, Joined>(pass, count);
}
template <bool Near, class Joined, class Job>
[[gnu::target("avx512f,avx512vl,avx512bw,avx512dq,avx2,fma")]] std::size_t run_avx512(lane_pass<Job> const& pass,
                                                                                      std::size_t count) {
    return run_lanes<lanes_for<Joined, Job, 64>, Near, Joined>(pass, count);
}
#endif

/// The chosen way to run vectors, and how many numbers each holds.
template <class Joined, class Job>
struct lane_runner {
    using runner = std::size_t (*)(lane_pass<Job> const&, std::size_t);
    using near = near_plan<typename Job::element,
                           joint_plan_of<typename Job::element, typename Job::variables, typename Joined::trees>,
                           typename Job::inputs>;

    runner run = &run_baseline<false, Joined, Job>;
#if defined(__x86_64__)
    runner run_near = run;  // its fused operations are emulated, beside which tails cost nothing
#else
    runner run_near = &run_baseline<near::exists(), Joined, Job>;
#endif
    std::size_t width = lanes_for<Joined, Job, 16>::count;  // a power of two

    lane_runner() {
#if defined(__x86_64__)
        isa const chosen = chosen_isa();
        if (chosen == isa::avx512)
            *this = {&run_avx512<false, Joined, Job>, &run_avx512<near::exists(), Joined, Job>,
                     lanes_for<Joined, Job, 64>::count};
        else if (chosen == isa::avx2)
            *this = {&run_avx2<false, Joined, Job>, &run_avx2<near::exists(), Joined, Job>,
                     lanes_for<Joined, Job, 32>::count};
#endif
    }

private:
    lane_runner(runner whole, runner without_tails, std::size_t size)
        : run(whole), run_near(without_tails), width(size) {}
};

/// Columns of a row in vectors, whatever the instruction set. Where functions go beyond their tables, some vectors are run
/// with all that these do there. A vector that holds an infinity or NaN, or loses digits, goes the way of single elements,
/// which has the limits; what is left at the end is computed in a vector that is filled up.
template <class Joined, class Job>
class row_in_lanes {
    using T = typename Job::element;
    using inputs = typename Job::inputs;
    using outputs = typename Job::outputs;
    using near = typename lane_runner<Joined, Job>::near;
    static constexpr std::size_t widest = 64 / sizeof(T);

public:
    row_in_lanes(Job const& from, std::size_t at) : job(from), row(at) {
        for (int k = 0; k < inputs::count; ++k)
            if (!inputs::is_stream(k)) pass.numbers_in[k] = job.number_in(k, row);
        pass.numbers = job.numbers;
        if constexpr (near::exists()) {
            if (!scales_are_small<0>()) runner.run_near = runner.run;
        }
    }
    /// Whether the numbers that hold for the whole row are finite.
    bool numbers_are_finite() const {
        bool finite = true;
        for (int k = 0; k < inputs::count; ++k)
            finite = finite && (inputs::is_stream(k) || !direct::any_not_finite(job.number_in(k, row)));
        for (int i = 0; i < job.number_count; ++i)
            finite = finite && !direct::any_not_finite(static_cast<T>(std::bit_cast<double>(job.numbers[i])));
        if constexpr (joint_plan_of<T, typename Job::variables, typename Joined::trees>::in_double.size > 0)
            finite = finite && are_numbers_moderate(job.numbers, job.number_count);
        return finite;
    }
    void run(std::size_t begin, std::size_t end, pairwise_sum* sums) {
        if constexpr (!outputs::any) {
            run_columns(begin, end);
        } else {
            for (std::size_t column = begin; column < end;) {
                block_begin = column;
                column = end - column < sum_block ? end : column + sum_block;
                run_columns(block_begin, column);
                for (int output = 0; output < outputs::count; ++output)
                    if (outputs::is_sum[output])
                        sums[output].add(block_sum(block[output], static_cast<int>(column - block_begin)));
            }
        }
    }

private:
    Job const& job;
    std::size_t row;
    std::size_t block_begin = 0;
    lane_runner<Joined, Job> runner;
    lane_pass<Job> pass;
    /// The results that sums wait for.
    T block[static_cast<unsigned>(outputs::any ? outputs::count : 1)][outputs::any ? sum_block : 1];

    T* target_at(int output, std::size_t column) {
        return outputs::is_sum[output] ? block[output] + (column - block_begin) : job.target_row(output, row) + column;
    }
    /// Whether the numbers by which computed parts are multiplied are not above 1.
    template <int I>
    bool scales_are_small() const {
        if constexpr (I == near::plan.size) {
            return true;
        } else {
            if constexpr (near::is_number(I) && near::is_scale(I)) {
                constexpr direct_step step = near::plan.steps[I];
                double scale = 0;
                if constexpr (step.does == direct_step::kind::number)
                    scale = std::bit_cast<double>(pass.numbers[step.value]);
                else
                    scale = static_cast<double>(pass.numbers_in[step.value]);
                if (!(direct::absolute(scale) <= 1)) return false;
            }
            return scales_are_small<I + 1>();
        }
    }
    void run_columns(std::size_t begin, std::size_t end) {
        std::size_t const width = runner.width;
        if (std::size_t const first = is_light && end - begin >= 64 * width ? unaligned(begin) : 0; first > 0) {
            run_rest(begin, first);
            begin += first;
        }
        for (std::size_t column = begin; column < end;) {
            std::size_t const whole = (end - column) & ~(width - 1);
            if (whole == 0) return run_rest(column, end - column);
            column += run_whole(column, whole);
        }
    }
    /// Whether memory takes longer than what is computed: vectors that lie in two cache lines then take twice as long.
    static constexpr bool is_light = near::is_light();
    /// How many elements of the first output are not in whole vectors by its address.
    std::size_t unaligned(std::size_t column) {
        auto const address = reinterpret_cast<std::uintptr_t>(target_at(0, column));
        return -(address / sizeof(T)) & (runner.width - 1);
    }
    /// Runs what it can, and what follows, a few vectors, in another way; how many elements that were.
    std::size_t run_whole(std::size_t column, std::size_t count) {
        std::size_t const done = run_at(runner.run_near, column, count);
        if (done == count) return done;
        std::size_t const few = count - done < 4 * runner.width ? count - done : 4 * runner.width;
        std::size_t const more = runner.run_near == runner.run ? 0 : run_at(runner.run, column + done, few);
        if (more > 0) return done + more;
        run_singly(column + done, runner.width);
        return done + runner.width;
    }
    std::size_t run_at(typename lane_runner<Joined, Job>::runner run, std::size_t column, std::size_t count) {
        for (int k = 0; k < inputs::count; ++k)
            if (inputs::is_stream(k)) pass.streams[k] = job.row_of(k, row) + column;
        for (int output = 0; output < outputs::count; ++output)
            pass.targets[output] = target_at(output, column);
        return run(pass, count);
    }
    /// Fewer elements than a vector holds.
    void run_rest(std::size_t column, std::size_t count) {
        T filled[static_cast<unsigned>(inputs::count) + 1][widest];
        T results[static_cast<unsigned>(outputs::count)][widest];
        std::size_t const width = runner.width;
        for (int k = 0; k < inputs::count; ++k)
            if (inputs::is_stream(k)) {
                T const* const from = job.row_of(k, row) + column;
                for (std::size_t i = 0; i < widest; ++i)
                    filled[k][i] = from[0];
                copy_few<widest / 2>(filled[k], from, count);
                pass.streams[k] = filled[k];
            }
        for (int output = 0; output < outputs::count; ++output)
            pass.targets[output] = results[output];
        if (runner.run_near(pass, width) == 0 && (runner.run_near == runner.run || runner.run(pass, width) == 0))
            return run_singly(column, count);
        for (int output = 0; output < outputs::count; ++output)
            copy_few<widest / 2>(target_at(output, column), results[output], count);
    }
    /// Less than twice `Most` numbers, which a call of memcpy would take longer for.
    template <std::size_t Most>
    static void copy_few(T* to, T const* from, std::size_t count) {
        if ((count & Most) != 0) {
            __builtin_memcpy(to, from, Most * sizeof(T));
            to += Most;
            from += Most;
        }
        if constexpr (Most > 1) copy_few<Most / 2>(to, from, count);
    }
    void run_singly(std::size_t column, std::size_t count) {
        for (std::size_t i = column; i < column + count; ++i) {
            T single[static_cast<unsigned>(outputs::count)];
            evaluate_single<Joined>(job, row, i, single);
            for (int output = 0; output < outputs::count; ++output)
                *target_at(output, i) = single[output];
        }
    }
};

/// Columns [begin, end) of a row with the chosen instruction set.
template <class Joined, class Job>
void run_row_directly(Job const& job, std::size_t row, std::size_t begin, std::size_t end, pairwise_sum* sums) {
    row_in_lanes<Joined, Job> lanes(job, row);
    if (!lanes.numbers_are_finite()) return run_row_singly<Joined>(job, row, begin, end, sums);
    lanes.run(begin, end, sums);
}

}  // namespace hillock::detail
