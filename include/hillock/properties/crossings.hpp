// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/properties/outline.hpp>

namespace hillock::detail {

/// How a function and its derivatives go on across a cut.
struct crossing {
    enum kind : unsigned char { joins, jumps, undecided };
    /// The formulas on both sides differ.
    bool real = false;
    kind orders[subject::orders] = {joins, joins, joins, joins};
    interval left[subject::orders]{}, right[subject::orders]{};
    /// At the cut itself, and whether that is what one of both sides has.
    bool beside[subject::orders] = {true, true, true, true};
    interval there[subject::orders]{};
};
struct crossings {
    crossing at[outline::capacity]{};
};

/// Whether both have the same live choices settled in the same way; `steady` tells whether those that differ are of functions
/// that have the same value on both sides there, as abs has.
template <int Capacity>
constexpr bool same_choices(enclosing<Capacity> const& a, enclosing<Capacity> const& b, bool& steady) {
    bool same = true;
    steady = true;
    for (int i = 0; i < a.source.size; ++i) {
        op const code = a.source.code[i].code;
        bool const differ = a.choices[i] != b.choices[i] || a.choices[i] == choice::open;
        if (differ && (is_condition(code) || code == op::sign)) steady = false;
        if (a.decides(i) != b.decides(i) || (a.decides(i) && differ)) same = false;
    }
    return same;
}

/// Whether only one comparison changes. At the number itself it goes as on one of both sides; and where it is one with a
/// constant, its other side is that constant there, exactly: both may take it for that.
template <int Capacity>
constexpr bool pin_at_crossing(enclosing<Capacity>& before, enclosing<Capacity>& after) {
    program_view const view = before.source;
    int changed = -1;
    for (int i = 0; i < view.size; ++i) {
        if ((!before.decides(i) && !after.decides(i)) || before.choices[i] == after.choices[i]) continue;
        if (changed >= 0 || !is_condition(view.code[i].code)) return false;
        changed = i;
    }
    if (changed < 0) return false;
    auto const is_constant = [&](int position) {
        op const code = view.code[position].code;
        return is_leaf(code) && code != op::variable;
    };
    int const a = view.code[changed].operands[0], b = view.code[changed].operands[1];
    if (is_constant(a) == is_constant(b) || view.code[is_constant(a) ? b : a].code == op::variable) return true;
    before.pinned = after.pinned = is_constant(a) ? b : a;
    before.pinned_value = after.pinned_value = before.values[is_constant(a) ? a : b];
    return true;
}

/// Whether the result comes to the same from both sides, by what it is made of: numbers where both are known exactly; of two
/// branches that are the same number there either; and what is continuous, of operands that agree.
template <int Capacity>
constexpr bool sides_agree(enclosing<Capacity> const& before, enclosing<Capacity> const& after) {
    program_view const view = before.source;
    bool agree[Capacity]{};
    auto const same_number = [&](int left, int right) {
        interval const &a = before.values[left], &b = after.values[right];
        return before.live[left] && after.live[right] && a.is_point() && b.is_point() && a.lower == b.lower &&
               (faults_of(a, b) & undefined) == 0;
    };
    for (int i = 0; i < view.size; ++i) {
        instruction const& step = view.code[i];
        auto const branch = [&](enclosing<Capacity> const& side) {
            return step.operands[side.choices[step.operands[0]] == choice::first ? 1 : 2];
        };
        // Choices that a side does not depend on may change anywhere.
        auto const is_settled = [&](int deciding) {
            return before.live[i] && after.live[i] && before.choices[deciding] != choice::open &&
                   after.choices[deciding] != choice::open;
        };
        if (is_condition(step.code)) continue;
        if (step.code == op::select) {
            if (!is_settled(step.operands[0])) continue;
            int const left = branch(before), right = branch(after);
            agree[i] = left == right ? agree[left] : same_number(left, right);
            continue;
        }
        if (same_number(i, i)) {
            agree[i] = true;
            continue;
        }
        if (chooses(step.code) && !is_settled(i)) continue;
        bool operands = step.code != op::sign || before.choices[i] == after.choices[i];
        for (int k = 0; k < step.arity(); ++k)
            operands = operands && agree[step.operands[k]];
        agree[i] = operands && ((before.values[i].faults | after.values[i].faults) & undefined) == 0;
    }
    return agree[view.size - 1];
}

/// Whether the expression as it was written is continuous around a cut: one comparison changes, of something with a
/// constant, and where both are equal so are the branches, as u and u / 8 are at u = 0, wherever that is.
template <int Capacity>
constexpr bool joins_as_written(subject const& of, interval const& cut, interval const& left, interval const& right) {
    interval const around{larger(left.upper, cut.lower - 0x1p-6), smaller(right.lower, cut.upper + 0x1p-6)};
    enclosing<Capacity> before(of.written, of.written_numbers), after = before, all = before;
    before.settle(point(around.lower));
    after.settle(point(around.upper));
    all.settle(around);
    if (!pin_at_crossing(before, after)) return false;
    for (int i = 0; i < of.written.size; ++i)
        if ((before.decides(i) || after.decides(i)) && before.choices[i] == after.choices[i] &&
            all.choices[i] != before.choices[i])
            return false;
    before.run(around);
    after.run(around);
    return sides_agree(before, after);
}

template <int Capacity>
constexpr crossings find_crossings(subject const& of, outline const& line) {
    crossings result;
    for (int order = 0; order < of.count; ++order) {
        enclosing<Capacity> before(of.exact[order], of.numbers[order]), after(of.exact[order], of.numbers[order]);
        for (int k = 0; k < line.size; ++k) {
            crossing& here = result.at[k];
            before.settle(line.sample(k));
            after.settle(line.sample(k + 1));
            bool steady = true;
            bool const same = same_choices(before, after, steady);
            here.real = here.real || !same;
            bool const one_changes = pin_at_crossing(before, after);
            here.left[order] = before.run(line.cuts[k]);
            here.right[order] = after.run(line.cuts[k]);
            before.pinned = after.pinned = -1;
            interval const &l = here.left[order], &r = here.right[order];
            here.there[order] = hull(l, r);
            if (same) continue;
            // Its value there has to be that of one of both sides, too.
            enclosing<Capacity> at(of.exact[order], of.numbers[order]);
            at.settle(line.cuts[k]);
            bool unused = true;
            bool const as_beside =
                steady || one_changes || same_choices(at, before, unused) || same_choices(at, after, unused);
            here.beside[order] = as_beside;
            here.there[order] = at.run(line.cuts[k]);
            if (as_beside)
                here.there[order] = common(here.there[order], smaller(l.lower, r.lower), larger(l.upper, r.upper));
            // A derivative that tends to the same from both sides is that there, too, whatever its formula chooses.
            bool const fits =
                as_beside || sides_agree(before, at) || (order > 0 && here.orders[order - 1] == crossing::joins);
            auto const apart = [](interval const& a, interval const& b) {
                return a.upper < b.lower || b.upper < a.lower;
            };
            here.orders[order] = apart(l, r) || (order == 0 && (apart(l, here.there[0]) || apart(r, here.there[0])))
                                     ? crossing::jumps
                                 : fits && (steady || sides_agree(before, after)) ? crossing::joins
                                                                                  : crossing::undecided;
            if (order == 0 && here.orders[0] == crossing::undecided &&
                joins_as_written<Capacity>(of, line.cuts[k], line.sample(k), line.sample(k + 1)))
                here.orders[0] = crossing::joins;
        }
    }
    return result;
}

}  // namespace hillock::detail
