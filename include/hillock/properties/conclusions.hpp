// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/properties/costs.hpp>
#include <hillock/properties/findings.hpp>

namespace hillock::detail {

/// Whether f(-x) is f(x) or -f(x): yes by the formulas of the pieces, no by a few numbers.
template <int Capacity>
constexpr void find_symmetry(subject const& of, findings const& found, property_set& result) {
    outline const& line = found.line;
    enclosing<Capacity> own(of.exact[0], of.numbers[0]);
    interval const at_zero = own.run(zero_interval);
    if ((at_zero.faults & undefined) == 0) result.zero_at_zero = published(at_zero) == 0;
    bool maybe_odd = true, maybe_even = true, odd = found.symmetry.odd && line.complete,
         even = found.symmetry.even && line.complete;
    for (double x : {0.3125, 1.0, 2.5, 7.0}) {
        interval const right = own.run(point(x)), left = own.run(point(-x));
        if ((faults_of(left, right) & undefined) != 0) continue;
        maybe_even = maybe_even && difference(right, left).contains(0);
        maybe_odd = maybe_odd && sum(right, left).contains(0);
    }
    // Where it jumps the value itself has to be as symmetric as the pieces are.
    for (int k = 0; k < line.size && line.complete; ++k) {
        if (!found.cuts.at[k].real || found.cuts.at[k].orders[0] == crossing::joins) continue;
        interval const at = own.run(line.cuts[k]), mirrored = own.run(negative(line.cuts[k]));
        bool const exact = at.is_point() && mirrored.is_point();
        odd = odd && exact && at.lower == -mirrored.lower;
        even = even && exact && at.lower == mirrored.lower;
        maybe_odd = maybe_odd && !(exact && line.cuts[k].is_point() && at.lower != -mirrored.lower);
        maybe_even = maybe_even && !(exact && line.cuts[k].is_point() && at.lower != mirrored.lower);
    }
    if (odd || !maybe_odd) result.odd = odd;
    if (even || !maybe_even) result.even = even;
    result.zero_centred = result.odd;
}

/// Extrema, bounds and slopes.
template <int Capacity>
constexpr void find_bounds(subject const& of, findings const& found, property_set& result) {
    outline const& line = found.line;
    candidates const values = find_candidates<Capacity>(of, line, found.cuts, found.signs[0], 0);
    candidates const slopes = find_candidates<Capacity>(of, line, found.cuts, found.signs[1], 1);
    result.minimum = least_of(values, 1);
    result.maximum = least_of(values, -1);
    extremum const least = least_of(slopes, 1), greatest = least_of(slopes, -1);
    result.gradient_range = {{least.value, least.exists}, {greatest.value, greatest.exists}};
    if (line.period != 0) {
        // Such places come again and again.
        result.minimum.at = result.maximum.at = {};
        // Where only the slopes repeat, the values are unbounded as the limits are.
        interval const &left = line.tails[0][0].limit, &right = line.tails[0][1].limit;
        if (!values.complete && left.is_point() && right.is_point()) {
            if (smaller(left.lower, right.lower) == -infinite) result.minimum = {false, {}, {-infinite, -infinite}};
            if (larger(left.lower, right.lower) == infinite) result.maximum = {false, {}, {infinite, infinite}};
        }
    }

    bool joined = true, jumps = false;
    for (int k = 0; k < line.size; ++k) {
        if (!found.cuts.at[k].real) continue;
        joined = joined && found.cuts.at[k].orders[0] == crossing::joins;
        jumps = jumps || found.cuts.at[k].orders[0] == crossing::jumps;
    }
    answer const continuous = jumps ? answer(false) : joined ? answer(true) : answer::unknown();
    result.monotone = {goes(found, 0, 1), goes(found, 0, -1)};
    result.convex = continuous && goes(found, 1, 1);
    result.concave = continuous && goes(found, 1, -1);
    result.dead_interval = find_dead(found);
    // What never stands still in its one direction comes to no end.
    answer const goes_on =
        continuous && !result.dead_interval && (result.monotone.increasing || result.monotone.decreasing);
    if (goes_on) {
        result.minimum = {false, {}, result.minimum.value};
        result.maximum = {false, {}, result.maximum.value};
    }

    // The slope at a kink is one of many and says nothing of how steep the function is.
    enclosure const down = least_of(slopes, 1, false).value, up = least_of(slopes, -1, false).value;
    if (jumps)
        result.lipschitz = {infinite, infinite};
    else if (joined && slopes.complete)
        result.lipschitz = published(largest(absolute({down.lower, down.upper}), absolute({up.lower, up.upper})));
}

/// Bounds where nothing better is known: of the whole line at once, and by a few values.
template <int Capacity>
constexpr void find_rough_bounds(subject const& of, property_set& result) {
    enclosing<Capacity> own(of.stable[0], of.numbers[0]);
    interval const all = own.run(everything);
    if ((all.faults & undefined) != 0) return;
    interval taken{infinite, -infinite};
    for (double x : {-7.0, -2.5, -1.0, -0.3125, 0.0, 0.3125, 1.0, 2.5, 7.0}) {
        interval const value = own.run(point(x));
        taken = {smaller(taken.lower, value.upper), larger(taken.upper, value.lower)};
    }
    if (!result.minimum.value.is_known()) result.minimum.value = published({all.lower, taken.lower});
    if (!result.maximum.value.is_known()) result.maximum.value = published({taken.upper, all.upper});
}
constexpr void set_range(property_set& result) {
    // What tends to an infinity comes to no end.
    for (limit_value const& limit : {result.limit_left, result.limit_right}) {
        if (limit == -infinite) result.minimum = {false, {}, {-infinite, -infinite}};
        if (limit == infinite) result.maximum = {false, {}, {infinite, infinite}};
    }
    result.range = {{result.minimum.value, result.minimum.exists}, {result.maximum.value, result.maximum.exists}};
    result.bounded_below = is_bounded(result.range.lower);
    result.bounded_above = is_bounded(result.range.upper);
}

template <int Capacity>
constexpr property_set conclude(subject const& of, findings const& found) {
    property_set result;
    outline const& line = found.line;
    result.cost = count_operations(of.stable[0]);
    find_symmetry<Capacity>(of, found, result);
    if (line.complete) {
        find_bounds<Capacity>(of, found, result);
        find_kinks(found, of.count, result);
    } else {
        // Of what goes on between cuts that were not found nothing is known.
        result.kinks.all = answer::unknown();
    }
    if (!result.minimum.value.is_known() || !result.maximum.value.is_known()) find_rough_bounds<Capacity>(of, result);
    set_range(result);
    auto const varies = [](value_range const& range) { return range.lower.upper < range.upper.lower; };
    for (int side = 0; side < 2; ++side) {
        (side == 0 ? result.limit_left : result.limit_right) = limit_of(found, 0, side, varies(result.range));
        limit_value const end = limit_of(found, 1, side, varies(result.gradient_range));
        saturation& saturates = side == 0 ? result.saturates_left : result.saturates_right;
        if (!line.complete) continue;
        if (end.exists == answer(false) || !end.contains(0))
            saturates = {false, {}};
        else if (end.exists && end.is_exact())
            saturates = {true, found.quiet[side]};
    }
    set_range(result);
    return result;
}

}  // namespace hillock::detail
