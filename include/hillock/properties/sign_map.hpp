// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/properties/interval.hpp>

#include <type_traits>

namespace hillock::detail {

/// A part of the line and what a function's sign is there.
struct stretch {
    enum kind : signed char {
        /// Below or above 0, or 0 at single points.
        below = -1,
        /// 0 all over.
        zero = 0,
        above = 1,
        /// Not told; where `crosses` is not 0, exactly one zero is in it, and the sign changes there in that direction.
        open = 2,
    };
    double lower, upper;
    kind sign;
    /// Never 0.
    bool strict = false;
    /// Not 0 somewhere.
    bool somewhere = false;
    signed char crosses = 0;
    short piece = 0;
};

/// The signs of a function over the line, from left to right.
struct sign_map {
    static constexpr int capacity = 192;
    stretch parts[capacity]{};
    int size = 0;
    /// All parts have found room.
    bool complete = true;
    unsigned char faults = no_fault;

    constexpr void add(stretch const& part) {
        if (size > 0) {
            stretch& last = parts[size - 1];
            if (last.piece == part.piece && last.sign == part.sign && last.crosses == 0 && part.crosses == 0 &&
                last.upper == part.lower) {
                last.upper = part.upper;
                last.strict = last.strict && part.strict;
                last.somewhere = last.somewhere || part.somewhere;
                return;
            }
        }
        if (size == capacity)
            complete = false;
        else
            parts[size++] = part;
    }
};

/// Finds the signs of a function over [lower, upper] by bisection; where its derivative keeps its sign by Newton's method
/// on intervals, which proves that a zero is one and where (Moore, Interval Analysis, 1966).
///
/// `Function` has value(interval), slope(interval), and sign_by_scale(interval), the sign all over or 0, where it knows better.
template <class Function>
struct sign_finder {
    Function& function;
    sign_map& result;
    /// Boxes are halved down to this part of max(1, |x|).
    double finest = 0x1p-22;
    /// Compilers limit the steps of one constant evaluation; at run time nothing does.
    int evaluations = std::is_constant_evaluated() ? 400 : 8000;
    /// How often scales told nothing, one after the other: a function of waves has none.
    int in_vain = 0;

    constexpr void find(double lower, double upper, int piece) {
        constexpr int depth = 96;
        double ends[depth]{};
        int waiting = 0;
        ends[waiting++] = upper;
        double from = lower;
        while (waiting > 0) {
            double const to = ends[waiting - 1];
            interval const box{from, to};
            if (try_box(box, piece) || waiting == depth || !is_divisible(box)) {
                from = to;
                --waiting;
            } else {
                ends[waiting++] = split(box);
            }
        }
    }

private:
    bool constexpr is_divisible(interval const& box) const {
        return evaluations > 0 && width(box) > finest * larger(1, magnitude(middle(box)));
    }
    /// In the middle, of a box of both signs at 0.
    static constexpr double split(interval const& box) { return box.lower < 0 && box.upper > 0 ? 0 : middle(box); }
    constexpr stretch part(interval const& box, stretch::kind sign, int piece, bool strict) const {
        return {box.lower, box.upper, sign, strict, strict, 0, static_cast<short>(piece)};
    }
    static constexpr int sign_of(interval const& value) {
        return value.lower >= 0 ? (value.upper > 0 ? 1 : 0) : value.upper <= 0 ? -1 : 2;
    }
    constexpr bool try_box(interval const& box, int piece) {
        --evaluations;
        interval const value = function.value(box);
        int const sign = sign_of(value);
        bool const divisible = is_divisible(box);
        if (sign == 2 && value.faults == no_fault && is_far(box)) {
            evaluations -= 4;
            ++in_vain;
            if (int const scaled = function.sign_by_scale(box); scaled != 0) {
                in_vain = 0;
                result.add(part(box, static_cast<stretch::kind>(scaled), piece, true));
                return true;
            }
        }
        if (sign != 2 && (value.faults == no_fault || !divisible)) {
            result.faults |= value.faults;
            stretch found = part(box, static_cast<stretch::kind>(sign), piece, value.lower > 0 || value.upper < 0);
            if (!found.strict && sign != 0) {
                --evaluations;
                // Not the middle, which is often a zero.
                interval const inside = function.value(point(0.3125 * box.lower + 0.6875 * box.upper));
                found.somewhere = inside.lower > 0 || inside.upper < 0;
            }
            result.add(found);
            return true;
        }
        if ((value.faults & undefined) == 0 && box.lower < box.upper) {
            --evaluations;
            interval const slope = function.slope(box);
            int direction = slope.lower > 0 ? 1 : slope.upper < 0 ? -1 : 0;
            if (direction == 0 && is_far(box)) {
                evaluations -= 4;
                direction = function.slope_by_scale(box);
            }
            if (direction != 0) {
                result.faults |= value.faults;
                monotone(box, slope, direction, piece);
                return true;
            }
        }
        if (divisible) return false;
        result.faults |= value.faults;
        result.add(part(box, stretch::open, piece, false));
        return true;
    }
    /// Where scales tell more than intervals.
    constexpr bool is_far(interval const& box) const {
        double const nearest = larger(box.lower, -box.upper);
        return in_vain < 12 && nearest >= 4 && width(box) > 0x1p-6 * nearest && width(box) <= nearest;
    }
    constexpr void monotone(interval const& box, interval slope, int direction, int piece) {
        evaluations -= 2;
        interval const left = function.value(point(box.lower)), right = function.value(point(box.upper));
        int const before = sign_of(left), after = sign_of(right);
        if (before == direction || after == -direction || (before == 0 && left.is_point()) ||
            (after == 0 && right.is_point())) {
            int const sign = before == direction || before == 0 ? direction : -direction;
            bool const strict =
                before != 0 && after != 0 && (left.lower > 0 || left.upper < 0) && (right.lower > 0 || right.upper < 0);
            stretch found = part(box, static_cast<stretch::kind>(sign), piece, strict);
            found.somewhere = box.lower < box.upper;
            result.add(found);
            return;
        }
        interval root = box;
        bool const by_newton = slope.lower > 0 || slope.upper < 0;
        for (int i = 0; i < (by_newton ? 10 : 44); ++i) {
            evaluations -= by_newton ? 2 : 1;
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
            result.add(part({box.lower, root.lower}, static_cast<stretch::kind>(-direction), piece, true));
        stretch zero = part(root, stretch::open, piece, false);
        zero.crosses = static_cast<signed char>(exists ? direction : 0);
        result.add(zero);
        if (root.upper < box.upper)
            result.add(part({root.upper, box.upper}, static_cast<stretch::kind>(direction), piece, true));
    }
};

}  // namespace hillock::detail
