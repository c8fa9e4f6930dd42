// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/properties/period.hpp>
#include <hillock/properties/tail_program.hpp>

namespace hillock::detail {

/// An expression with its derivatives, as programs of one variable, and the values of the plain numbers in them.
///
/// `exact` are as simplify writes them, which says where they have kinks; `stable` as evaluation computes them, whose sums do
/// not cancel, so that intervals stay narrow. Order 3 is there only where there are choices.
struct subject {
    static constexpr int orders = 4;
    program_view exact[orders]{}, stable[3]{};
    std::uint64_t const* numbers[orders]{};
    /// The expression as it was written, before anything was expanded.
    program_view written{};
    std::uint64_t const* written_numbers = nullptr;
    int count = 3;
};

/// What a program is from |x| = start on, on one side.
struct tail_summary {
    bool known = false;
    /// 0 all over, or of a sign that it always has.
    bool zero = false;
    int sign = 0;
    interval range = everything, limit = everything;
};

/// The line in pieces, and what is beyond their ends.
struct outline {
    static constexpr int capacity = 24;
    /// Where choices change, in order: numbers, or intervals with one change of a choice in each. Between cuts all choices are
    /// settled, so that each piece is one formula.
    interval cuts[capacity]{};
    int size = 0;
    /// These are all. Otherwise no piece is surely one formula.
    bool complete = true;
    /// Where the tails begin, on the left (as a positive number) and on the right.
    double start[2] = {16, 16};
    /// Of the function and two derivatives, on the left and on the right.
    tail_summary tails[3][2]{};
    /// The derivatives repeat after this; 0: no period was found. Then their tails are of no use.
    double period = 0;
    bool function_repeats = false;
    /// There are choices that are not settled for all numbers.
    bool choices = false;
    /// What finding the tails took.
    int effort = 0;

    constexpr interval piece(int i) const {
        return {i == 0 ? -start[0] : cuts[i - 1].lower, i == size ? start[1] : cuts[i].upper};
    }
    /// A number inside a piece.
    constexpr interval sample(int i) const {
        double const lower = i == 0 ? -start[0] : cuts[i - 1].upper, upper = i == size ? start[1] : cuts[i].lower;
        return point(0.5 * lower + 0.5 * upper);
    }
    constexpr void add(interval const& added) {
        int i = 0;
        while (i < size && cuts[i].upper < added.lower)
            ++i;
        if (i < size && cuts[i].lower <= added.upper) {
            cuts[i] = hull(cuts[i], added);
            return;
        }
        if (size == capacity) {
            complete = false;
            return;
        }
        for (int k = size++; k > i; --k)
            cuts[k] = cuts[k - 1];
        cuts[i] = added;
    }
};

/// Tails of one program on one side, from `start` on.
template <int Capacity>
constexpr tail_summary summarize(program_view program, std::uint64_t const* numbers, bool upward, double start) {
    tail_program<Capacity> runs{program, {{{start}}}};
    tail const end = runs.run(upward, numbers);
    tail_functions const& with = runs.with;
    return {end.known && end.infinite_sign == 0, with.is_zero(end), with.sign(end), with.range(end), with.limit(end)};
}

/// The tails.
template <int Capacity>
constexpr outline begin_outline(subject const& of) {
    outline result;
    result.period = period_of<Capacity>(of.exact[1], of.numbers[1]);
    result.function_repeats = period_of<Capacity>(of.exact[0], of.numbers[0]) != 0;
    for (int side = 0; side < 2; ++side) {
        // Further out more is known of the signs; near by, less is left to search through.
        constexpr double starts[] = {4, 16, 64, 256, 4096, 0x1p16};
        int best = -1;
        for (int i = 0; i < 6 && best < 99; ++i) {
            int known = 0;
            tail_summary here[3];
            for (int order = 0; order < 3; ++order) {
                here[order] = summarize<Capacity>(of.stable[order], of.numbers[order], side == 1, starts[i]);
                result.effort += 16 * effort_of(of.stable[order]);  // as measured
                known += here[order].known ? (here[order].zero || here[order].sign != 0 ? 33 : 1) : 0;
            }
            if (known < best || (known == best && i > 1)) continue;  // where nothing helps, 16
            best = known;
            result.start[side] = starts[i];
            for (int order = 0; order < 3; ++order)
                result.tails[order][side] = here[order];
        }
    }
    return result;
}
}  // namespace hillock::detail
