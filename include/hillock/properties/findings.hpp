// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/properties/analysis.hpp>
#include <hillock/properties/parity.hpp>

namespace hillock::detail {

/// All that was found out of an expression, from which the answers follow.
struct findings {
    outline line;
    crossings cuts;
    /// Of the first and of the second derivative.
    sign_map signs[2];
    parity symmetry;
    /// Beyond where the derivative stays below 2^-10, on the left and on the right, if it tends to 0 there.
    enclosure quiet[2]{};
};

/// Whether a function never falls (direction 1) or never rises (-1): from the signs of its derivative and what it does at
/// the cuts. `order` is the function's.
constexpr answer goes(findings const& found, int order, int direction) {
    outline const& line = found.line;
    sign_map const& signs = found.signs[order];
    if (((found.signs[0].faults | signs.faults) & undefined) != 0) return answer::unknown();
    bool sure = signs.complete;
    for (int i = 0; i < signs.size; ++i) {
        stretch const& part = signs.parts[i];
        if (part.is_untold()) sure = false;
        if (part.crosses != 0 || (part.sign == -direction && part.somewhere)) return false;
        if (part.sign == -direction) sure = false;
    }
    for (int k = 0; k < line.size; ++k) {
        crossing const& at = found.cuts.at[k];
        if (!at.real || at.orders[order] == crossing::joins) continue;
        auto const step = [&](interval const& from, interval const& to) {
            interval const rise = difference(to, from);
            if (!(direction > 0 ? rise.lower >= 0 : rise.upper <= 0)) sure = false;
            return direction > 0 ? rise.upper < 0 : rise.lower > 0;
        };
        if (step(at.left[order], at.right[order])) return false;
        // By the value there, unless that is one of both; a slope there is what both sides make of it.
        if (order == 0 && !at.beside[0] && (step(at.left[0], at.there[0]) || step(at.there[0], at.right[0])))
            return false;
    }
    if (line.period != 0) return sure ? answer(true) : answer::unknown();
    for (tail_summary const& end : line.tails[order + 1]) {
        if (end.known && end.sign == -direction) return false;
        if (!end.known || !(end.zero || end.sign == direction)) sure = false;
    }
    return sure ? answer(true) : answer::unknown();
}

constexpr answer is_bounded(enclosure const& end) {
    if (end.lower == end.upper && (end.lower == infinite || end.lower == -infinite)) return false;
    return end.lower > -infinite && end.upper < infinite ? answer(true) : answer::unknown();
}

/// The limit on one side, of the function (order 0) or of its derivative; `varies`: its least value is not its greatest.
constexpr limit_value limit_of(findings const& found, int order, int side, bool varies) {
    limit_value result;
    tail_summary const& end = found.line.tails[order][side];
    bool const repeats = order == 0 ? found.line.function_repeats : found.line.period != 0;
    if (repeats && varies) {
        result.exists = false;
        return result;
    }
    if (!end.known || !found.line.tails[0][side].known) return result;
    static_cast<enclosure&>(result) = published(end.limit);
    // A monotone function has a limit, infinities included.
    bool const monotone = order < 2 && found.line.complete && found.line.tails[order + 1][side].known &&
                          (found.line.tails[order + 1][side].sign != 0 || found.line.tails[order + 1][side].zero);
    if (end.limit.is_point() || monotone) result.exists = true;
    return result;
}

/// The parts where the derivative is 0 all over.
constexpr dead_span find_dead(findings const& found) {
    dead_span result;
    outline const& line = found.line;
    sign_map const& signs = found.signs[0];
    // What is not analytic may be 0 on one side only: sqrt(x^6) + x^3.
    bool none = signs.complete && signs.faults == no_fault &&
                (line.period != 0 || (line.tails[1][0].known && line.tails[1][1].known));
    int open_piece = -1;
    for (int piece = 0; piece <= line.size; ++piece) {
        // A formula is 0 on a part of its piece only if it is so on all of it.
        bool alive = false, zero = line.period == 0, any = false;
        for (int i = 0; i < signs.size; ++i) {
            stretch const& part = signs.parts[i];
            if (part.piece != piece) continue;
            any = true;
            alive = alive || part.somewhere || part.crosses != 0;
            zero = zero && part.sign == stretch::zero;
        }
        none = none && alive;
        bool const to_left = piece == 0, to_right = piece == line.size;
        zero = zero && any && (!to_left || line.tails[1][0].zero) && (!to_right || line.tails[1][1].zero);
        bool const joined = open_piece == piece - 1 && piece > 0 && !found.cuts.at[piece - 1].real;
        if (zero) {
            enclosure const lower = to_left ? enclosure{-infinite, -infinite} : published(line.cuts[piece - 1]);
            enclosure const upper = to_right ? enclosure{infinite, infinite} : published(line.cuts[piece]);
            if (joined && result.where.count > 0)
                result.where.items[result.where.count - 1].upper = upper;
            else
                result.where.push({lower, upper});
            open_piece = piece;
        }
    }
    if (result.where.count > 0)
        static_cast<answer&>(result) = true;
    else if (none)
        static_cast<answer&>(result) = false;
    return result;
}

/// How often it can be differentiated, and where that ends after at most once.
constexpr void find_kinks(findings const& found, int orders, property_set& result) {
    outline const& line = found.line;
    smoothness_class& smoothness = result.smoothness;
    smoothness = {smoothness_class::infinite, smoothness_class::infinite, answer::unknown()};
    bool cut_at_all = false;
    for (int k = 0; k < line.size; ++k) {
        crossing const& at = found.cuts.at[k];
        if (!at.real) continue;
        cut_at_all = true;
        int sure = -1, at_most = smoothness_class::infinite;
        for (int order = 0; order < orders && at.orders[order] == crossing::joins; ++order)
            sure = order;
        for (int order = orders - 1; order >= 0; --order)
            if (at.orders[order] == crossing::jumps) at_most = order - 1;
        smoothness.at_least = smoothness.at_least < sure ? smoothness.at_least : sure;
        smoothness.at_most = smoothness.at_most < at_most ? smoothness.at_most : at_most;
        if (at.orders[0] == crossing::undecided ||
            (at.orders[0] == crossing::joins && at.orders[1] == crossing::undecided))
            result.kinks.all = answer::unknown();
        if (at.orders[0] != crossing::jumps && at.orders[1] != crossing::jumps) continue;
        kink found_kink{published(line.cuts[k]), published(at.left[1]),  published(at.right[1]),
                        published(at.left[0]),   published(at.right[0]), {}};
        if (at.orders[0] != crossing::undecided) found_kink.jumps = at.orders[0] == crossing::jumps;
        result.kinks.push(found_kink);
    }
    unsigned char const faults = static_cast<unsigned char>(found.signs[0].faults | found.signs[1].faults);
    bool const covered = found.signs[0].complete && found.signs[1].complete && (faults & undefined) == 0 &&
                         line.tails[0][0].known && line.tails[0][1].known && line.tails[1][0].known &&
                         line.tails[1][1].known;
    if (!covered) {
        smoothness.at_least = -1;
        result.kinks.all = answer::unknown();
    } else if (cut_at_all) {
        smoothness.analytic = smoothness.at_most < smoothness_class::infinite ? answer(false) : answer::unknown();
    } else if (faults == no_fault) {
        smoothness.analytic = true;
    } else {
        smoothness.at_least = 1;
    }
    if ((faults & singular) != 0 && smoothness.at_least > 1) smoothness.at_least = 1;
}

/// The point beyond which the derivative stays below 2^-10, on one side, if it tends to 0 there.
template <int Capacity>
constexpr enclosure find_quiet(subject const& of, outline const& line, int side, int effort) {
    constexpr double threshold = 0x1p-10;
    interval const& limit = line.tails[1][side].limit;
    if (!line.complete || !line.tails[0][side].known || !line.tails[1][side].known || limit.lower != 0 ||
        limit.upper != 0)
        return {};
    auto const is_quiet_from = [&](double from) {
        tail_summary const end = summarize<Capacity>(of.stable[1], of.numbers[1], side == 1, from);
        return end.known && absolute(end.range).upper < threshold;
    };
    double start = line.start[side];
    if (!is_quiet_from(start)) {
        double before = start;
        while (start < 0x1p24 && !is_quiet_from(start)) {
            before = start;
            start *= 4;
        }
        if (!is_quiet_from(start)) return {};
        // Far out there is much to search through: nearer by.
        for (int i = 0; i < 7 && start > 256; ++i) {
            double const m = 0.5 * (before + start);
            (is_quiet_from(m) ? start : before) = m;
        }
    }
    // From far out inward; mirrored on the left, so that both sides are one.
    enclosing<Capacity> slope(of.stable[1], of.numbers[1]);
    double quiet = start, loud = -infinite;
    auto const size_over = [&](interval const& x) {
        effort -= slope.effort;
        return absolute(slope.run(side == 1 ? x : negative(x)));
    };
    for (int step = 0; step <= line.size && loud == -infinite; ++step) {
        int const piece = side == 1 ? line.size - step : step;
        slope.settle(line.sample(piece));
        interval x = line.piece(piece);
        if (side == 1 && piece == line.size) x.upper = start;
        if (side == 0 && piece == 0) x.lower = -start;
        interval const mirrored = side == 1 ? x : negative(x);
        double ends[64]{};
        int waiting = 0;
        double to = mirrored.upper;
        ends[waiting++] = mirrored.lower;
        while (waiting > 0) {
            double const from = ends[waiting - 1];
            interval const box{from, to}, value = size_over(box);
            bool const small = value.upper < threshold && (value.faults & undefined) == 0;
            if (value.lower >= threshold) {
                loud = to;
                break;
            }
            if (!small && waiting < 64 && effort > 0 && width(box) > 0x1p-24 * larger(1, magnitude(from))) {
                double const m = middle(box);
                // What lies inward of a steep place does not matter.
                if (size_over(point(m)).lower >= threshold) {
                    loud = m;
                    waiting = 0;
                }
                ends[waiting++] = m;
                continue;
            }
            if (small && quiet == to) quiet = from;
            to = from;
            --waiting;
        }
    }
    double const far_end = -line.start[1 - side];
    if (loud == -infinite && quiet == far_end && absolute(line.tails[1][1 - side].range).upper < threshold)
        quiet = -infinite;
    return side == 1 ? enclosure{loud, quiet} : enclosure{-quiet, -loud};
}

}  // namespace hillock::detail
