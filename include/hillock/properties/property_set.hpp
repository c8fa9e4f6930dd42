// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/properties/answers.hpp>

namespace hillock {

/// One end of a range: what bounds it.
struct range_end : enclosure {
    /// Whether that is a value (the range is closed there) or only a limit (open).
    answer attained;
};
/// All values of a function: between its greatest lower and its least upper bound.
struct value_range {
    /// The greatest lower bound, -infinity where there is none.
    range_end lower;
    /// The least upper bound, infinity where there is none.
    range_end upper;

    /// Whether v is in the range.
    constexpr answer contains(double v) const {
        answer const above = (lower < v) || (lower == v && lower.attained);
        answer const below = (upper > v) || (upper == v && upper.attained);
        return above && below;
    }
};

/// What a function tends to at one of both infinities.
struct limit_value : enclosure {
    /// Whether it tends to anything, an infinity included: a wave does not.
    answer exists;
};

/// Whether the derivative tends to 0 at one of both infinities, and where it is small for good.
struct saturation : answer {
    /// The least number beyond which (or, on the left, the greatest below which) |f'| stays below 2^-10; an infinity
    /// where it does so everywhere.
    enclosure beyond;

    /// Unknown.
    constexpr saturation() = default;
    /// Proved so, from there on.
    constexpr saturation(answer proved, enclosure from) : answer(proved), beyond(from) {}
};

/// In which direction a function goes, in the wide sense: relu increases, a constant does both.
struct direction {
    /// Never falls.
    answer increasing;
    /// Never rises.
    answer decreasing;

    /// One of both is proved.
    constexpr explicit operator bool() const { return static_cast<bool>(increasing || decreasing); }
    /// Whether it does neither.
    friend constexpr answer operator!(direction d) { return !(d.increasing || d.decreasing); }
};

/// Where a function is at its smallest or largest.
struct extremum {
    /// It takes that value somewhere.
    answer exists;
    /// Where: all such places lie in it.
    enclosure at;
    /// The value; where it is not taken, the bound.
    enclosure value;

    /// It exists.
    constexpr explicit operator bool() const { return static_cast<bool>(exists); }
    /// Whether it does not.
    friend constexpr answer operator!(extremum const& e) { return !e.exists; }
};

/// A part of the line.
struct span_of_line {
    /// Where it begins, or -infinity.
    enclosure lower;
    /// Where it ends, or infinity.
    enclosure upper;
};
/// Whether there are parts where the derivative is 0 all over.
struct dead_span : answer {
    /// These parts, from left to right.
    short_list<span_of_line, 6> where;
};

/// A place where the derivative, or the function itself, jumps.
struct kink {
    /// Where.
    enclosure at;
    /// The derivative just before it.
    enclosure slope_left;
    /// The derivative just behind it.
    enclosure slope_right;
    /// What the function tends to from the left.
    enclosure value_left;
    /// What it tends to from the right.
    enclosure value_right;
    /// The function itself jumps.
    answer jumps;
};

/// How often a function can be differentiated with a continuous result: -1 for one that jumps, 0 for C0, ….
struct smoothness_class {
    /// The order of what can be differentiated as often as one likes.
    static constexpr int infinite = 1000;
    /// Proved at least.
    int at_least = -1;
    /// Proved at most.
    int at_most = infinite;
    /// Given by a power series around each number.
    answer analytic;

    /// Both orders are the same.
    constexpr bool is_known() const { return at_least == at_most; }
    /// Whether it is C`order` and no more.
    friend constexpr answer operator==(smoothness_class s, int order) {
        return order < s.at_least || order > s.at_most ? answer(false)
               : s.is_known()                          ? answer(true)
                                                       : answer::unknown();
    }
    /// Whether it is at least C`order`.
    friend constexpr answer operator>=(smoothness_class s, int order) {
        return s.at_least >= order ? answer(true) : s.at_most < order ? answer(false) : answer::unknown();
    }
};

/// What one value costs, counted in the formula as it is evaluated: a function counts as what its kernel takes.
struct operation_count {
    /// Sums and differences.
    int additions = 0;
    /// Products and squares.
    int multiplications = 0;
    /// Quotients, also in functions such as sigmoid.
    int divisions = 0;
    /// e^x and what is computed by it, once each.
    int exponentials = 0;
    /// Logarithms, also in softplus.
    int logarithms = 0;
    /// Square and cube roots.
    int roots = 0;
    /// Trigonometric and other functions.
    int others = 0;
    /// Comparisons, and what is chosen by them.
    int choices = 0;
};

/// What is proved of an expression of one variable, f, over all real numbers. See `properties`.
struct property_set {
    /// All its values.
    value_range range;
    /// What it tends to as x falls without bound.
    limit_value limit_left;
    /// What it tends to as x grows without bound.
    limit_value limit_right;
    /// Its values have a lower bound.
    answer bounded_below;
    /// Its values have an upper bound.
    answer bounded_above;
    /// Whether it only rises, or only falls.
    direction monotone;
    /// f(0) = 0.
    answer zero_at_zero;
    /// Its values lie around 0 as evenly as its inputs do: it is odd, and so its range is symmetric about 0.
    answer zero_centred;
    /// f(-x) = -f(x).
    answer odd;
    /// f(-x) = f(x).
    answer even;
    /// Its slope never falls.
    answer convex;
    /// Its slope never rises.
    answer concave;
    /// Its derivative tends to 0 on the left.
    saturation saturates_left;
    /// Its derivative tends to 0 on the right.
    saturation saturates_right;
    /// Its derivative is 0 on parts of the line.
    dead_span dead_interval;
    /// Where it or its derivative jumps, from left to right.
    short_list<kink, 12> kinks;
    /// How smooth it is.
    smoothness_class smoothness;
    /// The supremum of |f'|; infinite for a function that jumps.
    enclosure lipschitz;
    /// All values of its derivative, at kinks the subgradient that `diff` takes.
    value_range gradient_range;
    /// Where it is smallest.
    extremum minimum;
    /// Where it is largest.
    extremum maximum;
    /// What one value costs.
    operation_count cost;
};

}  // namespace hillock
