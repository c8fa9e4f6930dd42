// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <limits>

namespace hillock {

/// Yes, no or unknown. `static_assert(a)` holds where yes is proved, `static_assert(!a)` where no is proved; where neither
/// is, both fail. `&&` and `||` give what follows from what is known.
class answer {
public:
    constexpr answer() = default;
    template <std::same_as<bool> Bool>
    constexpr answer(Bool proved) : is(proved ? 1 : -1) {}
    /// What is not known.
    static constexpr answer unknown() { return {}; }

    constexpr explicit operator bool() const { return is > 0; }
    constexpr bool is_known() const { return is != 0; }

    friend constexpr answer operator!(answer a) { return answer(-a.is, 0); }
    friend constexpr answer operator&&(answer a, answer b) { return answer(a.is < b.is ? a.is : b.is, 0); }
    friend constexpr answer operator||(answer a, answer b) { return answer(a.is < b.is ? b.is : a.is, 0); }
    template <std::same_as<bool> Bool>
    friend constexpr answer operator&&(answer a, Bool b) {
        return a && answer(b);
    }
    template <std::same_as<bool> Bool>
    friend constexpr answer operator&&(Bool a, answer b) {
        return answer(a) && b;
    }
    template <std::same_as<bool> Bool>
    friend constexpr answer operator||(answer a, Bool b) {
        return a || answer(b);
    }
    template <std::same_as<bool> Bool>
    friend constexpr answer operator||(Bool a, answer b) {
        return answer(a) || b;
    }
    /// Whether both are the same: two answers that are not known are.
    friend constexpr bool operator==(answer a, answer b) { return a.is == b.is; }

private:
    constexpr answer(int value, int) : is(static_cast<signed char>(value)) {}
    signed char is = 0;
};

/// Where a number lies: lower <= it <= upper, both proved; infinities are numbers here. Compared with a number, it answers
/// yes or no only where that follows.
struct enclosure {
    double lower = -std::numeric_limits<double>::infinity(), upper = std::numeric_limits<double>::infinity();

    /// Anything is said at all.
    constexpr bool is_known() const {
        return lower > -std::numeric_limits<double>::infinity() || upper < std::numeric_limits<double>::infinity();
    }
    /// It is this number.
    constexpr bool is_exact() const { return lower == upper; }
    constexpr bool contains(double value) const { return lower <= value && value <= upper; }
    /// A number in it: the middle, or the end that is finite.
    constexpr double estimate() const {
        constexpr double infinite = std::numeric_limits<double>::infinity();
        if (lower == upper) return lower;
        return lower == -infinite  ? (upper == infinite ? 0 : upper)
               : upper == infinite ? lower
                                   : 0.5 * lower + 0.5 * upper;
    }

    friend constexpr answer operator<(enclosure a, double b) {
        return a.upper < b ? answer(true) : a.lower >= b ? answer(false) : answer::unknown();
    }
    friend constexpr answer operator>(enclosure a, double b) {
        return a.lower > b ? answer(true) : a.upper <= b ? answer(false) : answer::unknown();
    }
    friend constexpr answer operator<=(enclosure a, double b) { return !(a > b); }
    friend constexpr answer operator>=(enclosure a, double b) { return !(a < b); }
    friend constexpr answer operator==(enclosure a, double b) {
        return !a.contains(b) ? answer(false) : a.is_exact() ? answer(true) : answer::unknown();
    }
    friend constexpr answer operator!=(enclosure a, double b) { return !(a == b); }
};

/// Up to `Capacity` things; `all` says whether they are all there are.
template <class T, int Capacity>
struct short_list {
    T items[static_cast<unsigned>(Capacity)]{};
    int count = 0;
    /// No: there are others. Unknown: there may be.
    answer all = true;

    constexpr int size() const { return count; }
    constexpr bool empty() const { return count == 0; }
    constexpr T const& operator[](int i) const { return items[i]; }
    constexpr T const* begin() const { return items; }
    constexpr T const* end() const { return items + count; }
    constexpr void push(T const& added) {
        if (count < Capacity)
            items[count++] = added;
        else
            all = false;
    }
};

/// One end of a range: what bounds it, and whether that is a value (the range is closed there) or only a limit (open).
struct range_end : enclosure {
    answer attained;
};
/// All values of a function: its least upper and greatest lower bound.
struct value_range {
    range_end lower, upper;

    /// Whether the function takes the value v somewhere in between, for a continuous function: no, where v is outside.
    constexpr answer contains(double v) const {
        answer const above = (lower < v) || (lower == v && lower.attained);
        answer const below = (upper > v) || (upper == v && upper.attained);
        return above && below;
    }
};

/// What a function tends to at one of both infinities.
struct limit_value : enclosure {
    answer exists;
};

/// Whether the derivative tends to 0 at one of both infinities, and where it is small for good.
struct saturation : answer {
    /// The least number beyond which (to the left of which) |f'| stays below 2^-10.
    enclosure beyond;

    constexpr saturation() = default;
    constexpr saturation(answer proved, enclosure from) : answer(proved), beyond(from) {}
};

/// In which direction a function goes, in the wide sense: relu increases, a constant does both.
struct direction {
    answer increasing, decreasing;

    constexpr explicit operator bool() const { return static_cast<bool>(increasing || decreasing); }
    friend constexpr answer operator!(direction d) { return !(d.increasing || d.decreasing); }
};

/// Where a function is at its smallest or largest.
struct extremum {
    /// It takes that value somewhere.
    answer exists;
    /// Where: all such places lie in it.
    enclosure at;
    enclosure value;

    constexpr explicit operator bool() const { return static_cast<bool>(exists); }
    friend constexpr answer operator!(extremum const& e) { return !e.exists; }
};

/// Parts of the line, ends included or not.
struct span_of_line {
    enclosure lower, upper;
};
/// Where the derivative is 0 all over.
struct dead_span : answer {
    short_list<span_of_line, 6> where;
};

/// A place where the derivative, or the function itself, jumps.
struct kink {
    enclosure at;
    /// The one-sided derivatives.
    enclosure slope_left, slope_right;
    /// The one-sided limits of the function.
    enclosure value_left, value_right;
    /// The function itself jumps.
    answer jumps;
};

/// How often a function can be differentiated with a continuous result: -1 for one that jumps, 0 for C0, ….
struct smoothness_class {
    static constexpr int infinite = 1000;
    int at_least = -1, at_most = infinite;
    /// Given by a power series around each number.
    answer analytic;

    constexpr bool is_known() const { return at_least == at_most; }
    friend constexpr answer operator==(smoothness_class s, int order) {
        return order < s.at_least || order > s.at_most ? answer(false)
               : s.is_known()                          ? answer(true)
                                                       : answer::unknown();
    }
    friend constexpr answer operator>=(smoothness_class s, int order) {
        return s.at_least >= order ? answer(true) : s.at_most < order ? answer(false) : answer::unknown();
    }
};

/// What one value costs, counted in the formula as it is evaluated.
struct operation_count {
    int additions = 0, multiplications = 0, divisions = 0, exponentials = 0;
    int logarithms = 0, roots = 0, others = 0;
    /// Comparisons and what is chosen by them.
    int choices = 0;
};

/// What is proved of an expression of one variable, over all real numbers. See `properties`.
struct property_set {
    value_range range;
    limit_value limit_left, limit_right;
    answer bounded_below, bounded_above;
    direction monotone;
    answer zero_at_zero, zero_centred, odd, even, convex, concave;
    saturation saturates_left, saturates_right;
    dead_span dead_interval;
    short_list<kink, 12> kinks;
    smoothness_class smoothness;
    /// The supremum of |f'|, infinite for a function that jumps.
    enclosure lipschitz;
    value_range gradient_range;
    extremum minimum, maximum;
    operation_count cost;
};

}  // namespace hillock
