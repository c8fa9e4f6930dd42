// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/properties/costs.hpp>
#include <hillock/properties/findings.hpp>

namespace hillock::detail {

template <int Capacity>
constexpr property_set conclude(subject const& of, findings const& found) {
    property_set result;
    outline const& line = found.line;
    candidates const values = find_candidates<Capacity>(of, line, found.cuts, found.signs[0], 0);
    candidates const slopes = find_candidates<Capacity>(of, line, found.cuts, found.signs[1], 1);
    // The slope at a kink is one of many and says nothing of how steep the function is.
    candidates const slopes_between = find_candidates<Capacity>(of, line, found.cuts, found.signs[1], 1, false);
    result.minimum = least_of(values, 1);
    result.maximum = least_of(values, -1);
    result.range = {{result.minimum.value, result.minimum.exists}, {result.maximum.value, result.maximum.exists}};
    extremum least_slope = least_of(slopes, 1), greatest_slope = least_of(slopes, -1);
    result.gradient_range = {{least_slope.value, least_slope.exists}, {greatest_slope.value, greatest_slope.exists}};
    result.limit_left = limit_of(found, 0, 0, values);
    result.limit_right = limit_of(found, 0, 1, values);
    // Where a function repeats only in its slopes, its values are unbounded as its limits are.
    if (!values.complete && line.complete && line.period != 0) {
        interval const ends = hull(line.tails[0][0].limit, line.tails[0][1].limit);
        if (line.tails[0][0].limit.is_point() && line.tails[0][1].limit.is_point() && !ends.is_bounded()) {
            if (ends.lower == -infinite) result.range.lower = {{-infinite, -infinite}, false};
            if (ends.upper == infinite) result.range.upper = {{infinite, infinite}, false};
            if (ends.lower == -infinite) result.minimum = {false, {}, {-infinite, -infinite}};
            if (ends.upper == infinite) result.maximum = {false, {}, {infinite, infinite}};
        }
    }
    result.bounded_below = is_bounded(result.range.lower);
    result.bounded_above = is_bounded(result.range.upper);
    result.monotone = {goes(found, 0, 1), goes(found, 0, -1)};

    enclosing<Capacity> own(of.exact[0], of.numbers[0]);
    auto const value_at = [&](double x) { return own.run(point(x)); };
    interval const at_zero = value_at(0);
    if ((at_zero.faults & undefined) == 0) result.zero_at_zero = published(at_zero) == 0;
    answer odd = found.symmetry.odd ? answer(true) : answer::unknown(),
           even = found.symmetry.even ? answer(true) : answer::unknown();
    for (double x : {0.3125, 1.0, 2.5, 7.0}) {
        interval const right = value_at(x), left = value_at(-x);
        if (((left.faults | right.faults) & undefined) != 0) continue;
        if (!difference(right, left).contains(0)) even = false;
        if (!sum(right, left).contains(0)) odd = false;
    }
    // At cuts the choice itself has to be as symmetric as the pieces are.
    for (int k = 0; k < line.size; ++k) {
        if (!found.cuts.at[k].real || found.cuts.at[k].orders[0] == crossing::joins) continue;
        interval const at = own.run(line.cuts[k].at), mirrored = own.run(negative(line.cuts[k].at));
        if (!at.is_point() || !mirrored.is_point()) {
            if (odd) odd = answer::unknown();
            if (even) even = answer::unknown();
        } else {
            if (at.lower != -mirrored.lower) odd = false;
            if (at.lower != mirrored.lower) even = false;
        }
    }
    result.odd = odd;
    result.even = even;
    result.zero_centred = odd;

    find_kinks(found, of.count, result);
    bool joined = true, may_jump = false;
    for (int k = 0; k < line.size; ++k) {
        if (!found.cuts.at[k].real) continue;
        joined = joined && found.cuts.at[k].orders[0] == crossing::joins;
        may_jump = may_jump || found.cuts.at[k].orders[0] == crossing::jumps;
    }
    answer const continuous = may_jump ? answer(false) : joined ? answer(true) : answer::unknown();
    result.convex = continuous && goes(found, 1, 1);
    result.concave = continuous && goes(found, 1, -1);
    result.dead_interval = find_dead(found);

    // What never stands still in its one direction comes to no end.
    if (static_cast<bool>(continuous && !result.dead_interval) && static_cast<bool>(result.monotone)) {
        result.range.lower.attained = result.range.upper.attained = false;
        result.minimum = {false, {}, result.range.lower};
        result.maximum = {false, {}, result.range.upper};
    }

    for (int side = 0; side < 2; ++side) {
        limit_value const end = limit_of(found, 1, side, slopes);
        answer quiet;
        if (!line.complete)
            quiet = answer::unknown();
        else if (end.exists == answer(false) || !end.contains(0))
            quiet = false;
        else if (end.exists && end.is_exact())
            quiet = true;
        saturation const found_saturation{quiet, quiet ? find_quiet<Capacity>(of, found, side) : enclosure{}};
        (side == 0 ? result.saturates_left : result.saturates_right) = found_saturation;
    }
    least_slope = least_of(slopes_between, 1);
    greatest_slope = least_of(slopes_between, -1);
    interval const least = absolute({least_slope.value.lower, least_slope.value.upper}),
                   greatest = absolute({greatest_slope.value.lower, greatest_slope.value.upper});
    interval const steepest = largest(least, greatest);
    if (may_jump)
        result.lipschitz = {infinite, infinite};
    else if (joined && slopes.complete)
        result.lipschitz = published(steepest);
    result.cost = count_operations(of.stable[0]);
    return result;
}

}  // namespace hillock::detail
