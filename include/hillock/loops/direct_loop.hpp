// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/loops/isa_loops.hpp>
#include <hillock/loops/rest.hpp>
#include <hillock/loops/single_loop.hpp>

namespace hillock::detail {

/// Columns of a row in vectors, whatever the instruction set. Where functions go beyond their tables, some vectors are run
/// with all that these do there. A vector that holds an infinity or NaN, or loses digits, goes the way of single elements,
/// which has the limits; what is left at the end is computed in a vector that is filled up.
template <class Joined, class Job>
class row_in_lanes {
    using T = typename Job::element;
    using inputs = typename Job::inputs;
    using outputs = typename Job::outputs;
    using joint = joint_plan_of<T, typename Job::variables, typename Joined::trees>;
    using near = near_plan<T, joint, inputs>;
    static constexpr std::size_t widest = 64 / sizeof(T);

public:
    [[gnu::always_inline]] row_in_lanes(Job const& from, std::size_t at) : job(from), row(at) {
        for_inputs<0>([&](auto k) {
            if constexpr (!inputs::is_stream(k)) pass.numbers_in[k] = job.number_in(k, row);
        });
        pass.numbers = job.numbers;
        std::size_t const bytes = job.rows * job.columns * sizeof(T);
        pass.is_far = bytes >= far_bytes;
        pass.is_streamed =
            can_stream && bytes >= streamed_bytes && job.columns * sizeof(T) >= fetched_ahead && !is_in_place();
        if constexpr (near::exists()) leaves_tails_out = has_near_loop(job.chosen) && scales_are_small<0>();
    }
    /// Whether the numbers that hold for the whole row are finite.
    [[gnu::always_inline]] bool numbers_are_finite() const {
        bool finite = true;
        for_inputs<0>([&](auto k) {
            if constexpr (!inputs::is_stream(k)) finite = finite && !direct::any_not_finite(job.number_in(k, row));
        });
        for (int i = 0; i < joint::slots; ++i)
            finite = finite && !direct::any_not_finite(static_cast<T>(std::bit_cast<double>(job.numbers[i])));
        if constexpr (joint::in_double.size > 0 && joint::slots > 0)
            finite = finite && are_numbers_moderate(job.numbers, joint::slots);
        return finite;
    }
    [[gnu::always_inline]] void run(std::size_t begin, std::size_t end, pairwise_sum* sums) {
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
        if (can_stream && pass.is_streamed) finish_streams();
    }

private:
    Job const& job;
    std::size_t row;
    std::size_t block_begin = 0;
    std::size_t const width = width_in<Joined, Job>(job.chosen);
    bool leaves_tails_out = false;
    lane_pass<Job> pass;
    /// The results that sums wait for.
    T block[static_cast<unsigned>(outputs::any ? outputs::count : 1)][outputs::any ? sum_block : 1];

    /// Does it for each input, whose number it knows as a constant.
    template <int K, class Does>
    [[gnu::always_inline]] static void for_inputs(Does const& does) {
        if constexpr (K < inputs::count) {
            does(std::integral_constant<int, K>{});
            for_inputs<K + 1>(does);
        }
    }
    /// Whether an output is an input too, which is read into the caches anyway.
    [[gnu::always_inline]] bool is_in_place() const {
        bool result = false;
        for (int output = 0; output < outputs::count; ++output)
            for (int k = 0; k < inputs::count; ++k)
                result = result || (inputs::is_stream(k) && job.row_of(k, row) == job.target_row(output, row));
        return result;
    }
    [[gnu::always_inline]] T* target_at(int output, std::size_t column) {
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
    [[gnu::always_inline]] void run_columns(std::size_t begin, std::size_t end) {
        if (unaligned(begin, end) != 0) return run_others(begin, end);
        std::size_t const whole = (end - begin) & ~(width - 1);
        std::size_t const done = whole == 0 ? 0 : run_at<near::exists()>(begin, whole);
        if (done != end - begin) run_others(begin + done, end);
    }
    /// What is not in whole vectors that go well.
    [[gnu::noinline]] void run_others(std::size_t column, std::size_t end) {
        if (std::size_t const first = unaligned(column, end); first > 0) {
            run_rest(column, first);
            column += first;
            column += run_at<near::exists()>(column, (end - column) & ~(width - 1));
        }
        std::size_t few = least_few;
        while (column < end) {
            std::size_t const whole = (end - column) & ~(width - 1);
            if (whole == 0) return run_rest(column, end - column);
            column += run_few(column, whole < few * width ? whole : few * width);
            std::size_t const more = (end - column) & ~(width - 1);
            std::size_t const done = more == 0 ? 0 : run_at<near::exists()>(column, more);
            column += done;
            few = done >= few * width ? least_few : few < 64 * least_few ? 2 * few : few;
        }
    }
    /// How many vectors are run with all that functions do beyond their tables after one that needs it: the more, the more
    /// often that is.
    static constexpr std::size_t least_few = 16;
    /// Whether memory takes longer than what is computed: vectors that lie in two cache lines then take twice as long.
    static constexpr bool is_light = near::is_light();
    /// How many elements a long loop starts with, so that its vectors are whole by the address of the first output, if that
    /// matters.
    [[gnu::always_inline]] std::size_t unaligned(std::size_t column, std::size_t end) {
        if (!(is_light || pass.is_streamed) || end - column < 64 * width) return 0;
        auto const address = reinterpret_cast<std::uintptr_t>(target_at(0, column));
        return -(address / sizeof(T)) & (width - 1);
    }
    /// Runs some of a few vectors of which the first needs another way; how many elements that were.
    std::size_t run_few(std::size_t column, std::size_t count) {
        if (std::size_t const done = leaves_tails_out ? run_at<false>(column, count) : 0; done > 0) return done;
        run_singly(column, width);
        return width;
    }
    template <bool Near>
    [[gnu::always_inline]] std::size_t run_at(std::size_t column, std::size_t count) {
        for_inputs<0>([&](auto k) {
            if constexpr (inputs::is_stream(k)) pass.streams[k] = job.row_of(k, row) + column;
        });
        for (int output = 0; output < outputs::count; ++output)
            pass.targets[output] = target_at(output, column);
        return run_pass<Near>(count);
    }
    /// Without tails, where that is meant and may be.
    template <bool Near>
    [[gnu::always_inline]] std::size_t run_pass(std::size_t count) {
        if constexpr (Near) {
            if (leaves_tails_out) return run_in<true, Joined>(job.chosen, pass, count);
        }
        return run_in<false, Joined>(job.chosen, pass, count);
    }
    /// Fewer elements than a vector holds.
    [[gnu::noinline]] void run_rest(std::size_t column, std::size_t count) {
        alignas(64) T filled[static_cast<unsigned>(inputs::count) + 1][widest];
        alignas(64) T results[static_cast<unsigned>(outputs::count)][widest];
        for (int k = 0; k < inputs::count; ++k)
            if (inputs::is_stream(k)) {
                fill(job.chosen, filled[k], job.row_of(k, row) + column, count);
                pass.streams[k] = filled[k];
            }
        for (int output = 0; output < outputs::count; ++output)
            pass.targets[output] = results[output];
        if (run_pass<near::exists()>(width) == 0 && (!leaves_tails_out || run_pass<false>(width) == 0))
            return run_singly(column, count);
        for (int output = 0; output < outputs::count; ++output)
            copy_few<widest / 2>(target_at(output, column), results[output], count);
    }
    [[gnu::noinline]] void run_singly(std::size_t column, std::size_t count) {
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
[[gnu::always_inline]] inline void run_row_directly(Job const& job, std::size_t row, std::size_t begin, std::size_t end,
                                                    pairwise_sum* sums) {
    row_in_lanes<Joined, Job> lanes(job, row);
    if (!lanes.numbers_are_finite()) return run_row_singly<Joined>(job, row, begin, end, sums);
    lanes.run(begin, end, sums);
}

}  // namespace hillock::detail
