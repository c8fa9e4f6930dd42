// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/properties/sign_map.hpp>

namespace hillock::detail {

/// Boxes are halved down to these parts of max(1, |x|), one after the other, so that where little can be told takes no
/// more than its share of what may be spent. Each is one constant evaluation.
inline constexpr double search_levels[] = {0x1p-2, 0x1p-4, 0x1p-6, 0x1p-8, 0x1p-11, 0x1p-15, 0};
/// The finest boxes for the signs of a derivative; for choices as for the first.
constexpr double finest_box(int order) {
    return order == 1 ? 0x1p-22 : 0x1p-13;
}
/// The stage of the search that halves down to this.
constexpr int last_stage(double finest) {
    int stage = 0;
    while (search_levels[stage] > finest)
        ++stage;
    return stage;
}

/// Finds the signs of a function by bisection; where its derivative keeps its sign by Newton's method on intervals, which
/// proves that a zero is one and where (Moore, Interval Analysis, 1966).
///
/// `Function` has enter(piece), value(interval), slope(interval), what each takes, and sign_by_scale(interval), the sign all
/// over or 0, where it knows better.
template <class Function>
struct sign_finder {
    Function& function;
    /// Boxes are not halved below this.
    double finest;
    /// What may be spent, see `effort_of`.
    int effort;

    /// Tells more of what is untold, by these stages, each with half of what is left.
    constexpr void refine(sign_map& map, int first, int last) {
        for (int stage = first; stage <= last && map.untold() > 0; ++stage) {
            int const kept = stage == last ? 0 : effort / 2;
            effort -= kept;
            refine(map, stage);
            effort += kept;
        }
    }

private:
    /// One search: where to, how fine, and whether what it does not tell stays untold.
    struct pass {
        sign_map& to;
        double finest;
        bool last;
    };
    constexpr void refine(sign_map& map, int stage) {
        bool const last = stage == last_stage(finest);
        // Too little for more than a few boxes is better spent on the last level, which says what may be wrong.
        if (!last && effort < 8 * (function.value_effort() + function.slope_effort())) return;
        sign_map next;
        next.complete = map.complete;
        next.in_vain = map.in_vain;
        search_untold(map, {next, last ? finest : search_levels[stage], last}, stage > 0);
        map = next;
    }
    constexpr void search_untold(sign_map const& map, pass const& by, bool tried) {
        int untold = map.untold(), piece = -1;
        for (int i = 0; i < map.size; ++i) {
            stretch const& each = map.parts[i];
            if (!each.is_untold()) {
                by.to.add(each);
                continue;
            }
            if (each.piece != piece) function.enter(piece = each.piece);
            int const share = effort / untold--, rest = effort - share;
            effort = share;
            search({each.lower, each.upper}, piece, by, tried);
            effort += rest;
        }
    }
    /// Of all of it; where that was tried before, of its halves.
    constexpr void search(interval const& all, int piece, pass const& by, bool tried) {
        constexpr int depth = 96;
        double ends[depth]{};
        int waiting = 0;
        ends[waiting++] = all.upper;
        double from = all.lower;
        while (waiting > 0) {
            double const to = ends[waiting - 1];
            interval const box{from, to};
            bool const divisible =
                effort > 0 && waiting < depth && width(box) > by.finest * larger(1, magnitude(middle(box)));
            if ((tried && divisible) || !try_box(box, piece, divisible, by)) {
                ends[waiting++] = split(box);
            } else {
                from = to;
                --waiting;
            }
            tried = false;
        }
    }
    /// In the middle, of a box of both signs at 0.
    static constexpr double split(interval const& box) { return box.lower < 0 && box.upper > 0 ? 0 : middle(box); }
    constexpr stretch part(interval const& box, stretch::kind sign, int piece, bool strict) const {
        return {box.lower, box.upper, sign, strict, strict, 0, static_cast<short>(piece)};
    }
    static constexpr int sign_of(interval const& value) {
        return value.lower >= 0 ? (value.upper > 0 ? 1 : 0) : value.upper <= 0 ? -1 : 2;
    }
    /// Tells of a box, or that it has to be divided.
    constexpr bool try_box(interval const& box, int piece, bool divisible, pass const& by) {
        effort -= function.value_effort();
        interval const value = function.value(box);
        int const sign = sign_of(value);
        // What is wrong with a function is told of boxes that are as small as they get.
        bool const smallest_box = !divisible && by.last;
        if (sign == 2 && value.faults == no_fault && is_far(box, by.to)) {
            effort -= 12 * function.value_effort();
            ++by.to.in_vain;
            if (int const scaled = function.sign_by_scale(box); scaled != 0) {
                by.to.in_vain = 0;
                by.to.add(part(box, static_cast<stretch::kind>(scaled), piece, true));
                return true;
            }
        }
        if (sign != 2 && (value.faults == no_fault || smallest_box)) {
            by.to.faults |= value.faults;
            stretch found = part(box, static_cast<stretch::kind>(sign), piece, value.lower > 0 || value.upper < 0);
            if (!found.strict && sign != 0) {
                effort -= function.value_effort();
                // Not the middle, which is often a zero.
                interval const inside = function.value(point(0.3125 * box.lower + 0.6875 * box.upper));
                found.somewhere = inside.lower > 0 || inside.upper < 0;
            }
            by.to.add(found);
            return true;
        }
        if ((value.faults & undefined) == 0 && (by.last || value.faults == no_fault) && box.lower < box.upper) {
            effort -= function.slope_effort();
            interval const slope = function.slope(box);
            int direction = slope.lower > 0 ? 1 : slope.upper < 0 ? -1 : 0;
            if (direction == 0 && is_far(box, by.to)) {
                effort -= 20 * function.slope_effort();
                direction = function.slope_by_scale(box);
            }
            if (direction != 0) {
                by.to.faults |= value.faults;
                monotone(box, slope, direction, piece, by.to);
                return true;
            }
        }
        if (divisible) return false;
        if (by.last) by.to.faults |= value.faults;
        by.to.add(part(box, stretch::open, piece, false));
        return true;
    }
    /// Where scales tell more than intervals.
    static constexpr bool is_far(interval const& box, sign_map const& to) {
        double const nearest = larger(box.lower, -box.upper);
        return to.in_vain < 2 && nearest >= 4 && width(box) > 0x1p-6 * nearest && width(box) <= nearest;
    }
    constexpr void monotone(interval const& box, interval slope, int direction, int piece, sign_map& to) {
        effort -= 2 * function.value_effort();
        interval const left = function.value(point(box.lower)), right = function.value(point(box.upper));
        int const before = sign_of(left), after = sign_of(right);
        if (before == direction || after == -direction || (before == 0 && left.is_point()) ||
            (after == 0 && right.is_point())) {
            int const sign = before == direction || before == 0 ? direction : -direction;
            bool const strict =
                before != 0 && after != 0 && (left.lower > 0 || left.upper < 0) && (right.lower > 0 || right.upper < 0);
            stretch found = part(box, static_cast<stretch::kind>(sign), piece, strict);
            found.somewhere = box.lower < box.upper;
            to.add(found);
            return;
        }
        interval root = box;
        bool const by_newton = slope.lower > 0 || slope.upper < 0;
        for (int i = 0; i < (by_newton ? 10 : 44); ++i) {
            effort -= function.value_effort() + (by_newton ? function.slope_effort() : 0);
            double const m = middle(root);
            interval const there = function.value(point(m));
            interval next = root;
            if (by_newton) {
                next = difference(point(m), quotient(there, slope));
            } else if (int const side = sign_of(there); side == direction) {
                next.upper = m;
            } else if (side == -direction) {
                next.lower = m;
            }
            interval const narrower{larger(root.lower, next.lower), smaller(root.upper, next.upper)};
            if (!(narrower.lower <= narrower.upper)) break;
            bool const enough =
                width(narrower) <= 0x1p-46 * larger(1, magnitude(m)) || width(narrower) > 0.9 * width(root);
            root = narrower;
            if (enough) break;
            if (!by_newton) continue;
            interval const better = function.slope(root);
            if (better.lower > 0 || better.upper < 0) slope = better;
        }
        bool const exists = before == -direction && after == direction;
        if (root.lower > box.lower)
            to.add(part({box.lower, root.lower}, static_cast<stretch::kind>(-direction), piece, true));
        stretch zero = part(root, stretch::open, piece, false);
        zero.crosses = static_cast<signed char>(exists ? direction : 0);
        to.add(zero);
        if (root.upper < box.upper)
            to.add(part({root.upper, box.upper}, static_cast<stretch::kind>(direction), piece, true));
    }
};

}  // namespace hillock::detail
