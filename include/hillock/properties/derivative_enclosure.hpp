// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/properties/enclose.hpp>
#include <hillock/properties/slopes.hpp>

namespace hillock::detail {

/// The derivatives of a program's instructions over x, whose values `run` has just enclosed: forward differentiation with
/// intervals, for what has no symbolic derivative at hand.
template <int Capacity>
struct derivative_enclosure {
    interval slopes[Capacity]{};

    constexpr interval run(enclosing<Capacity> const& program, int last) {
        for (int i = 0; i <= last; ++i)
            slopes[i] = of(program, i);
        return slopes[last];
    }

private:
    constexpr interval of(enclosing<Capacity> const& program, int i) const {
        instruction const& step = program.source.code[i];
        if (step.code == op::variable) return one_interval;
        if (step.operands[0] < 0 || is_condition(step.code)) return zero_interval;
        interval const &a = program.values[step.operands[0]], &da = slopes[step.operands[0]];
        interval const& b = program.values[step.operands[1] < 0 ? step.operands[0] : step.operands[1]];
        interval const& db = slopes[step.operands[1] < 0 ? step.operands[0] : step.operands[1]];
        interval const& dc = slopes[step.operands[2] < 0 ? step.operands[0] : step.operands[2]];
        choice const settled = program.choices[i];
        switch (step.code) {
        case op::add:
            return sum(da, db);
        case op::subtract:
            return difference(da, db);
        case op::negate:
            return negative(da);
        case op::multiply:
            return sum(product(da, b), product(a, db));
        case op::divide:
            return quotient(difference(da, product(program.values[i], db)), b);
        case op::verbatim:
            return da;
        case op::select: {
            interval const& chosen = a;
            return chosen.lower == 1 ? db : chosen.upper == 0 ? dc : hull(db, dc);
        }
        // Where one operand is the result all over x, so is its slope.
        case op::abs:
            if (a.lower >= 0 || settled == choice::first) return da;
            if (a.upper <= 0 || settled == choice::second) return negative(da);
            return hull(da, negative(da));
        case op::min:
        case op::max: {
            bool const least = step.code == op::min;
            if (settled != choice::open) return (settled == choice::first) == least ? da : db;
            if (a.upper <= b.lower) return least ? da : db;
            if (b.upper <= a.lower) return least ? db : da;
            return hull(da, db);
        }
        case op::clamp: {
            interval const& c = program.values[step.operands[2]];
            if (settled == choice::second || (a.lower >= b.upper && a.upper <= c.lower)) return da;
            if (settled == choice::first || a.upper <= b.lower) return db;
            if (settled == choice::third || a.lower >= c.upper) return dc;
            return hull(da, hull(db, dc));
        }
        case op::pow:
            if (b.is_point() && db.is_point() && db.lower == 0) return product(product(b, power(a, b.lower - 1)), da);
            break;
        default:
            break;
        }
        if (da.lower == 0 && da.upper == 0 && (step.operands[1] < 0 || (db.lower == 0 && db.upper == 0)))
            return zero_interval;
        if (step.code == op::user) return {-infinite, infinite, undefined | singular};
        if (step.operands[1] < 0) return product(slope_over(step.code, 0, a), da);
        return sum(product(slope_over(step.code, 0, a, b), da), product(slope_over(step.code, 1, a, b), db));
    }
};

}  // namespace hillock::detail
