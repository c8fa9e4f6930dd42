// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/properties/derivative_enclosure.hpp>
#include <hillock/properties/outline.hpp>
#include <hillock/properties/sign_finder.hpp>

namespace hillock::detail {

/// The difference on which a choice depends, as a function of x.
template <int Capacity>
struct deciding_function {
    enclosing<Capacity>& program;
    int node;
    bool second;
    derivative_enclosure<Capacity> slopes{};

    static constexpr void enter(int) {}
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
    constexpr int value_effort() const { return program.effort; }
    constexpr int slope_effort() const { return 2 * program.effort; }
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

/// The same of what a choice depends on, where other choices change at the cuts found so far.
template <int Capacity>
constexpr bool is_zero_at_most_at_ends(deciding_function<Capacity> const& whole, outline const& line,
                                       interval const& x) {
    enclosing<Capacity> program = whole.program;
    deciding_function<Capacity> difference{program, whole.node, whole.second};
    double from = x.lower;
    for (int k = 0; k <= line.size; ++k) {
        bool const last = k == line.size || line.cuts[k].lower >= x.upper;
        double const to = last ? x.upper : line.cuts[k].lower;
        if (!last && line.cuts[k].upper <= from) continue;
        if (from < to) {
            program.settle_between(point(0.5 * from + 0.5 * to));
            if (!is_zero_at_most_at_ends(difference, {from, to}, 8)) return false;
        }
        if (last) break;
        // A zero at the cut is no end.
        program.settle(everything);
        if (difference.value(line.cuts[k]).contains(0)) return false;
        from = line.cuts[k].upper;
    }
    return true;
}

/// Cuts the line between the tails where a choice of the program may change.
template <int Capacity>
constexpr void find_cuts(program_view view, std::uint64_t const* numbers, outline& line, int effort) {
    enclosing<Capacity> program(view, numbers);
    program.settle(everything);
    int questions = 0;
    for (int i = 0; i < view.size; ++i) {
        // They jump again and again.
        if (program.live[i] && (view.code[i].code == op::floor || view.code[i].code == op::round))
            line.complete = false;
        if (program.decides(i) && program.choices[i] == choice::open)
            questions += view.code[i].code == op::clamp ? 2 : 1;
    }
    for (int i = 0; i < view.size; ++i) {
        if (!program.decides(i) || program.choices[i] != choice::open) continue;
        line.choices = true;
        op const code = view.code[i].code;
        for (int side = 0; side < (code == op::clamp ? 2 : 1); ++side) {
            deciding_function<Capacity> difference{program, i, side == 1};
            sign_map map;
            map.add({-line.start[0], line.start[1], stretch::open, false, false, 0, 0});
            int const share = effort / questions--;
            sign_finder<deciding_function<Capacity>> finder{difference, finest_box(1), share};
            finder.refine(map, 0, last_stage(finest_box(1)));
            effort -= share - finder.effort;
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
                    line.complete =
                        line.complete && is_zero_at_most_at_ends(difference, line, {part.lower, part.upper});
            }
        }
    }
}

/// With the cuts of one of the programs: each order has two.
inline constexpr int outline_steps = 6;
template <int Capacity>
constexpr outline with_cuts(subject const& of, outline line, int step, int effort) {
    int const order = step / 2;
    find_cuts<Capacity>(step % 2 == 0 ? of.exact[order] : of.stable[order], of.numbers[order], line, effort);
    // Where a choice is open further out, it may change there again and again.
    for (int side = 0; side < 2; ++side)
        if (line.choices && !line.tails[0][side].known) line.complete = false;
    return line;
}

}  // namespace hillock::detail
