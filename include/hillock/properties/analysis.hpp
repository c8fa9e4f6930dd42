// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/properties/crossings.hpp>
#include <hillock/properties/derivative_enclosure.hpp>
#include <hillock/properties/property_set.hpp>
#include <hillock/properties/sign_finder.hpp>

namespace hillock::detail {

/// A derivative over a piece, with what may be wrong with the function before it.
template <int Capacity>
struct derivative_function {
    outline const& line;
    enclosing<Capacity>&own, &before;
    enclosing<Capacity>* next;
    std::uint64_t const *numbers, *next_numbers;
    derivative_enclosure<Capacity> slopes{};

    constexpr void enter(int piece) {
        interval const sample = line.sample(piece);
        own.settle(sample);
        before.settle(sample);
        if (next != nullptr) next->settle(sample);
    }

    constexpr interval value(interval const& x) {
        interval result = own.run(x);
        result.faults = static_cast<unsigned char>(result.faults | before.run(x).faults);
        return result;
    }
    constexpr interval slope(interval const& x) {
        if (next != nullptr) return next->run(x);
        own.run(x);
        return slopes.run(own, own.source.size - 1);
    }
    constexpr int value_effort() const { return own.effort + before.effort; }
    constexpr int slope_effort() const { return next != nullptr ? next->effort : 2 * own.effort; }
    constexpr int sign_by_scale(interval const& x) const { return sign_of(own, numbers, x); }
    constexpr int slope_by_scale(interval const& x) const {
        return next == nullptr ? 0 : sign_of(*next, next_numbers, x);
    }

private:
    static constexpr int sign_of(enclosing<Capacity> const& program, std::uint64_t const* plain, interval const& x) {
        interval const t = absolute(x);
        tail_program<Capacity> scales{program.source, {{{t.lower, t.upper}}}, program.choices};
        return scales.with.sign(scales.run(x.lower > 0, plain));
    }
};

/// All of the line between the tails, or one period, of which nothing is told yet.
constexpr sign_map begin_signs(outline const& line) {
    sign_map result;
    for (int i = 0; i <= line.size; ++i) {
        interval const x = line.period != 0 ? interval{0, line.period} : line.piece(i);
        result.add({x.lower, x.upper, stretch::open, false, false, 0, static_cast<short>(i)});
    }
    return result;
}
/// Where the derivative of order 1 or 2 is above and below 0: what these stages of the search tell. `effort` becomes what is
/// left of it.
template <int Capacity>
constexpr sign_map refine_signs(subject const& of, outline const& line, int order, sign_map map, int first, int last,
                                int& effort) {
    enclosing<Capacity> own(of.stable[order], of.numbers[order]), before(of.stable[order - 1], of.numbers[order - 1]);
    enclosing<Capacity> next(of.stable[2], of.numbers[2]);
    derivative_function<Capacity> function{line,         own, before, order == 1 ? &next : nullptr, of.numbers[order],
                                           of.numbers[2]};
    sign_finder<derivative_function<Capacity>> finder{function, finest_box(order), effort};
    finder.refine(map, first, last);
    effort = finder.effort;
    return map;
}

/// What a value may be that an infimum or supremum is taken of.
struct candidate {
    interval value, x;
    answer attained;
    /// The value at a cut itself.
    bool at_cut = false;
};
struct candidates {
    static constexpr int capacity = 256;
    candidate list[capacity]{};
    int size = 0;
    bool complete = true;

    constexpr void add(candidate const& added) {
        if (size == capacity)
            complete = false;
        else
            list[size++] = added;
    }
};
constexpr enclosure published(interval const& a) {
    return {a.lower + 0.0, a.upper + 0.0};  // never -0
}

/// The least (direction 1) or the greatest (direction -1) of all candidates.
constexpr extremum least_of(candidates const& all, int direction, bool with_cuts = true) {
    interval bound{infinite, infinite};
    auto const value_of = [&](candidate const& each) { return direction > 0 ? each.value : negative(each.value); };
    double taken = infinite, not_surely_taken = infinite, perhaps_taken = infinite, not_taken = infinite;
    auto const counts = [&](candidate const& each) { return with_cuts || !each.at_cut; };
    for (int i = 0; i < all.size; ++i) {
        if (!counts(all.list[i])) continue;
        interval const value = value_of(all.list[i]);
        bound = smallest(bound, value);
        if (all.list[i].attained)
            taken = smaller(taken, value.upper);
        else
            not_surely_taken = smaller(not_surely_taken, value.lower);
        if (all.list[i].attained == answer(false))
            not_taken = smaller(not_taken, value.upper);
        else
            perhaps_taken = smaller(perhaps_taken, value.lower);
    }
    extremum result;
    if (!all.complete || all.size == 0) return result;
    result.value = published(direction > 0 ? bound : negative(bound));
    if (taken <= not_surely_taken && taken < infinite)
        result.exists = true;
    else if (perhaps_taken > not_taken || bound.upper == -infinite)
        result.exists = false;
    interval at{infinite, -infinite};
    for (int i = 0; i < all.size; ++i)
        if (counts(all.list[i]) && all.list[i].attained != answer(false) && value_of(all.list[i]).lower <= bound.upper)
            at = hull(at, all.list[i].x);
    if (at.lower <= at.upper) result.at = published(at);
    return result;
}

/// The candidates for the least and the greatest value of the function (order 0) or its derivative (order 1), of whose
/// derivative the signs are known.
template <int Capacity>
constexpr candidates find_candidates(subject const& of, outline const& line, crossings const& cuts,
                                     sign_map const& signs, int order) {
    candidates result;
    result.complete = signs.complete && (signs.faults & undefined) == 0;
    enclosing<Capacity> own(of.stable[order], of.numbers[order]), next(of.stable[order + 1], of.numbers[order + 1]);
    enclosing<Capacity> at_cut(of.exact[order], of.numbers[order]), in_piece(of.exact[order], of.numbers[order]);
    int settled = -1;
    for (int i = 0; i < signs.size; ++i) {
        stretch const& part = signs.parts[i];
        if (part.piece != settled) {
            settled = part.piece;
            own.settle(line.sample(settled));
            next.settle(line.sample(settled));
        }
        interval const box{part.lower, part.upper};
        bool const first = i == 0 || signs.parts[i - 1].piece != settled;
        bool const last = i + 1 == signs.size || signs.parts[i + 1].piece != settled;
        // At a cut that the function jumps at, what one side tends to is a value only if the formula holds at the cut.
        auto const attained_at = [&](int k) -> answer {
            if (k < 0 || k >= line.size || !cuts.at[k].real || cuts.at[k].orders[order] == crossing::joins ||
                part.sign == stretch::zero)
                return true;
            if (!line.cuts[k].is_point() || part.sign == stretch::open || !part.strict) return answer::unknown();
            at_cut.settle(line.cuts[k]);
            in_piece.settle(line.sample(settled));
            bool steady = true;
            return same_choices(at_cut, in_piece, steady);
        };
        if (part.sign == stretch::open) {
            answer const attained =
                (first ? attained_at(settled - 1) : answer(true)) && (last ? attained_at(settled) : answer(true));
            // Where no zero was isolated, narrower boxes say more.
            bool const wide = part.is_untold() && width(box) > 0x1p-10 * larger(1, magnitude(middle(box)));
            int boxes = std::is_constant_evaluated() ? 4 : 32;
            if (!wide || result.size > candidates::capacity / 2) boxes = 1;
            for (int k = 0; k < boxes; ++k) {
                auto const end = [&](int i) {
                    return i == boxes ? box.upper : box.lower + (box.upper - box.lower) * i / boxes;
                };
                interval const each{end(k), end(k + 1)};
                interval const m = point(middle(each)), all = own.run(each);
                interval const tight = sum(own.run(m), product(next.run(each), difference(each, m)));
                result.add({{larger(all.lower, tight.lower), smaller(all.upper, tight.upper)}, each, attained});
            }
        } else if (part.sign == stretch::zero) {
            result.add({own.run(point(middle(box))), box, true});
        }
        bool const turns_before = first || signs.parts[i - 1].sign != part.sign,
                   turns_after = last || signs.parts[i + 1].sign != part.sign;
        auto const one_sided = [&](double x, int cut) {
            interval const where = cut >= 0 && cut < line.size && line.period == 0 ? line.cuts[cut] : point(x);
            interval value = own.run(where);
            if (cut >= 0 && cut < line.size && line.period == 0) {
                interval const& exact = cut == settled ? cuts.at[cut].left[order] : cuts.at[cut].right[order];
                value = {larger(value.lower, exact.lower), smaller(value.upper, exact.upper)};
            }
            result.add({value, where, cut >= 0 && line.period == 0 ? attained_at(cut) : answer(true)});
        };
        if (turns_before) one_sided(part.lower, first ? settled - 1 : -1);
        if (turns_after) one_sided(part.upper, last ? settled : -1);
    }
    if (line.period != 0) {
        if (order == 0 && !line.function_repeats) result.complete = false;
        return result;
    }
    for (int k = 0; k < line.size; ++k) {
        if (!cuts.at[k].real) continue;
        // What the formula of a derivative chooses does not matter where both sides agree.
        bool const by_sides = cuts.at[k].orders[order] == crossing::joins && !cuts.at[k].beside[order];
        result.add({by_sides ? hull(cuts.at[k].left[order], cuts.at[k].right[order]) : cuts.at[k].there[order],
                    line.cuts[k], true, true});
    }
    for (int side = 0; side < 2; ++side) {
        tail_summary const &value = line.tails[order][side], &slope = line.tails[order + 1][side];
        interval const x = side == 0 ? interval{-infinite, -line.start[0]} : interval{line.start[1], infinite};
        if (slope.known && slope.zero)
            result.add({value.range, x, true});
        else if (slope.known && slope.sign != 0 && value.known && (value.limit.is_bounded() || value.limit.is_point()))
            result.add({value.limit, x, false});
        else
            result.add({value.known ? value.range : everything, x, answer::unknown()});
    }
    return result;
}

}  // namespace hillock::detail
