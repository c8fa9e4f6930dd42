// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <limits>

namespace hillock {

/// Yes, no or unknown. `static_assert(a)` holds where yes is proved, `static_assert(!a)` where no is proved; where neither
/// is, both fail.
class answer {
public:
    /// Unknown.
    constexpr answer() = default;
    /// Proved: yes, or no.
    template <std::same_as<bool> Bool>
    constexpr answer(Bool proved) : is(proved ? 1 : -1) {}
    /// What is not known.
    static constexpr answer unknown() { return {}; }

    /// Yes is proved.
    constexpr explicit operator bool() const { return is > 0; }
    /// Yes or no is proved.
    constexpr bool is_known() const { return is != 0; }

    /// Yes for no, no for yes; unknown stays so.
    friend constexpr answer operator!(answer a) { return answer(-a.is, 0); }
    /// No where one of both is, whatever the other.
    friend constexpr answer operator&&(answer a, answer b) { return answer(a.is < b.is ? a.is : b.is, 0); }
    /// Yes where one of both is, whatever the other.
    friend constexpr answer operator||(answer a, answer b) { return answer(a.is < b.is ? b.is : a.is, 0); }
    /// With a plain condition.
    template <std::same_as<bool> Bool>
    friend constexpr answer operator&&(answer a, Bool b) {
        return a && answer(b);
    }
    /// With a plain condition.
    template <std::same_as<bool> Bool>
    friend constexpr answer operator&&(Bool a, answer b) {
        return answer(a) && b;
    }
    /// With a plain condition.
    template <std::same_as<bool> Bool>
    friend constexpr answer operator||(answer a, Bool b) {
        return a || answer(b);
    }
    /// With a plain condition.
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
    /// Not above the number.
    double lower = -std::numeric_limits<double>::infinity();
    /// Not below the number.
    double upper = std::numeric_limits<double>::infinity();

    /// Anything is said at all.
    constexpr bool is_known() const {
        return lower > -std::numeric_limits<double>::infinity() || upper < std::numeric_limits<double>::infinity();
    }
    /// It is one number.
    constexpr bool is_exact() const { return lower == upper; }
    /// The number may be this one.
    constexpr bool contains(double value) const { return lower <= value && value <= upper; }
    /// A number in it: the middle, or the end that is finite.
    constexpr double estimate() const {
        constexpr double infinite = std::numeric_limits<double>::infinity();
        if (lower == upper) return lower;
        if (lower == -infinite) return upper == infinite ? 0 : upper;
        return upper == infinite ? lower : 0.5 * lower + 0.5 * upper;
    }

    /// Whether the number is below b.
    friend constexpr answer operator<(enclosure a, double b) {
        return a.upper < b ? answer(true) : a.lower >= b ? answer(false) : answer::unknown();
    }
    /// Whether the number is above b.
    friend constexpr answer operator>(enclosure a, double b) {
        return a.lower > b ? answer(true) : a.upper <= b ? answer(false) : answer::unknown();
    }
    /// Whether the number is b or below.
    friend constexpr answer operator<=(enclosure a, double b) { return !(a > b); }
    /// Whether the number is b or above.
    friend constexpr answer operator>=(enclosure a, double b) { return !(a < b); }
    /// Whether the number is b.
    friend constexpr answer operator==(enclosure a, double b) {
        return !a.contains(b) ? answer(false) : a.is_exact() ? answer(true) : answer::unknown();
    }
    /// Whether the number is another than b.
    friend constexpr answer operator!=(enclosure a, double b) { return !(a == b); }
};

/// Up to `Capacity` things in an array.
template <class T, int Capacity>
struct short_list {
    /// The first `count` of them are in use.
    T items[static_cast<unsigned>(Capacity)]{};
    /// How many there are.
    int count = 0;
    /// Whether these are all: no, where there are others; unknown, where there may be.
    answer all = true;

    /// How many there are.
    constexpr int size() const { return count; }
    /// There is none.
    constexpr bool empty() const { return count == 0; }
    /// The one at a position, from 0.
    constexpr T const& operator[](int i) const { return items[i]; }
    /// The first.
    constexpr T const* begin() const { return items; }
    /// Behind the last.
    constexpr T const* end() const { return items + count; }
    /// Adds one behind the last; where there is no room, `all` becomes no.
    constexpr void push(T const& added) {
        if (count < Capacity)
            items[count++] = added;
        else
            all = false;
    }
};

}  // namespace hillock
