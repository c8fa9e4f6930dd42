// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/properties/derivative_enclosure.hpp>
#include <hillock/properties/period.hpp>
#include <hillock/properties/sign_map.hpp>
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

/// The difference on which a choice depends, as a function of x.
template <int Capacity>
struct deciding_function {
    enclosing<Capacity>& program;
    int node;
    bool second;
    derivative_enclosure<Capacity> slopes{};

    constexpr interval value(interval const& x) {
        program.run(x);
        return program.deciding_difference(node, second);
    }
    constexpr interval slope(interval const& x) {
        program.run(x);
        slopes.run(program, node - 1);
        instruction const& step = program.source.code[node];
        interval const& a = slopes.slopes[step.operands[0]];
        if (step.code == op::abs || step.code == op::sign) return a;
        return difference(a, slopes.slopes[step.operands[second ? 2 : 1]]);
    }
    static constexpr int sign_by_scale(interval const&) { return 0; }
    static constexpr int slope_by_scale(interval const&) { return 0; }
};

/// The number of a few binary digits next to this one.
constexpr double nearest_short(double x) {
    if (!(magnitude(x) < 0x1p30)) return x;
    return static_cast<double>(static_cast<std::int64_t>(x * 0x1p20 + (x < 0 ? -0.5 : 0.5))) * 0x1p-20;
}

/// Whether a function that does not change its sign on x is 0 at most at the ends.
template <class Function>
constexpr bool is_zero_at_most_at_ends(Function& function, interval const& x, int depth) {
    interval const value = function.value(x);
    if (value.lower > 0 || value.upper < 0) return true;
    interval const slope = function.slope(x);
    if (slope.lower > 0 || slope.upper < 0) return true;
    double const m = x.lower < 0 && x.upper > 0 ? 0 : middle(x);
    interval const there = function.value(point(m));
    return depth > 0 && (there.lower > 0 || there.upper < 0) &&
           is_zero_at_most_at_ends(function, {x.lower, m}, depth - 1) &&
           is_zero_at_most_at_ends(function, {m, x.upper}, depth - 1);
}

/// Cuts the line between the tails where a choice of the program may change.
template <int Capacity>
constexpr void find_cuts(program_view view, std::uint64_t const* numbers, outline& line) {
    enclosing<Capacity> program(view, numbers);
    program.settle(everything);
    for (int i = 0; i < view.size; ++i) {
        // They jump again and again.
        if (program.live[i] && (view.code[i].code == op::floor || view.code[i].code == op::round))
            line.complete = false;
        if (!program.decides(i) || program.choices[i] != choice::open) continue;
        line.choices = true;
        op const code = view.code[i].code;
        for (int side = 0; side < (code == op::clamp ? 2 : 1); ++side) {
            deciding_function<Capacity> difference{program, i, side == 1};
            sign_map map;
            sign_finder<deciding_function<Capacity>> finder{difference, map};
            finder.find(-line.start[0], line.start[1], 0);
            line.complete = line.complete && map.complete && (map.faults & undefined) == 0;
            for (int k = 0; k < map.size; ++k) {
                stretch const& part = map.parts[k];
                if (part.sign == stretch::open) {
                    interval at{part.lower, part.upper};
                    // A zero at a short number, as almost all are, is found there exactly.
                    double const near = nearest_short(middle(at));
                    if (part.crosses != 0 && at.contains(near)) {
                        interval const there = difference.value(point(near));
                        if (there.lower == 0 && there.upper == 0) at = point(near);
                    }
                    line.add(at);
                    line.complete = line.complete && part.crosses != 0;
                } else if (k > 0 && map.parts[k - 1].sign != stretch::open && map.parts[k - 1].sign != part.sign) {
                    line.add(point(part.lower));
                }
                // What only touches 0 somewhere may choose otherwise at that one number.
                if ((part.sign == stretch::below || part.sign == stretch::above) && !part.strict)
                    line.complete = line.complete && is_zero_at_most_at_ends(difference, {part.lower, part.upper}, 8);
            }
        }
    }
}

template <int Capacity>
constexpr outline make_outline(subject const& of) {
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
                known += here[order].known ? (here[order].zero || here[order].sign != 0 ? 33 : 1) : 0;
            }
            if (known < best || (known == best && i > 1)) continue;  // where nothing helps, 16
            best = known;
            result.start[side] = starts[i];
            for (int order = 0; order < 3; ++order)
                result.tails[order][side] = here[order];
        }
    }
    for (int order = 0; order < 3; ++order) {
        find_cuts<Capacity>(of.exact[order], of.numbers[order], result);
        find_cuts<Capacity>(of.stable[order], of.numbers[order], result);
    }
    // Where a choice is open further out, it may change there again and again.
    for (int side = 0; side < 2; ++side)
        if (result.choices && !result.tails[0][side].known) result.complete = false;
    return result;
}

}  // namespace hillock::detail
