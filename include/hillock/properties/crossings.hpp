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
            bool const equal = steady || (l.is_point() && r.is_point());
            here.orders[order] = l.upper < r.lower || r.upper < l.lower ? crossing::jumps
                                 : equal && as_beside                   ? crossing::joins
                                                                        : crossing::undecided;
        }
    }
    return result;
}

}  // namespace hillock::detail
