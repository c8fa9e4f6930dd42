// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/properties/outline.hpp>
#include <hillock/rules/convert.hpp>

namespace hillock::detail {

/// The formula of one piece: a program without the choices that are settled there.
template <int Capacity>
struct piece_formula {
    program<2 * Capacity> result{};
    bool whole = true;

    constexpr piece_formula(enclosing<Capacity> const& settled, program_view view) {
        short positions[Capacity]{};
        for (int i = 0; i < view.size; ++i) {
            instruction step = view.code[i];
            auto const place = [&](int k) { return positions[step.operands[k]]; };
            if (!settled.live[i]) continue;
            positions[i] = -1;
            choice const taken = settled.choices[i];
            if (step.code == op::select)
                positions[i] = settled.choices[step.operands[0]] == choice::open    ? short{-1}
                               : settled.choices[step.operands[0]] == choice::first ? place(1)
                                                                                    : place(2);
            else if (step.code == op::verbatim)
                positions[i] = place(0);
            else if ((step.code == op::min || step.code == op::max) && taken != choice::open)
                positions[i] = (taken == choice::first) == (step.code == op::min) ? place(0) : place(1);
            else if (step.code == op::clamp && taken != choice::open)
                positions[i] = taken == choice::second ? place(0) : taken == choice::first ? place(1) : place(2);
            else if (step.code == op::abs && taken != choice::open)
                positions[i] = taken == choice::first ? place(0) : push(op::negate, place(0));
            else if (step.code == op::sign && taken != choice::open)
                positions[i] = push_one(place(0), taken == choice::first);
            whole = whole && (step.code != op::select || positions[i] >= 0);
            if (positions[i] >= 0 || !whole) continue;
            for (int k = 0; k < step.arity(); ++k)
                step.operands[k] = positions[step.operands[k]];
            positions[i] = static_cast<short>(result.push(step));
        }
        // What is read last is the result: the root, negated twice.
        push(op::negate, push(op::negate, positions[view.size - 1]));
    }
    constexpr program_view with_leaves_of(program_view view) const {
        return {result.code, view.constants, view.names, view.slots, result.size, view.name_count};
    }

private:
    constexpr short push(op code, int a) {
        return static_cast<short>(result.push({code, {static_cast<short>(a), -1, -1}, -1}));
    }
    constexpr short push_one(int a, bool positive) {
        auto const one =
            static_cast<short>(result.push({op::divide, {static_cast<short>(a), static_cast<short>(a), -1}, -1}));
        return positive ? one : push(op::negate, one);
    }
};

struct parity {
    bool odd = false, even = false;
};

/// Whether the formulas of all pieces are, mirrored, those of the pieces on the other side of 0, or their negatives.
template <int Capacity>
constexpr parity find_parity(subject const& of, outline const& line) {
    parity result{true, true};
    for (int k = 0; k < line.size; ++k) {
        interval const &at = line.cuts[k], &other = line.cuts[line.size - 1 - k];
        if (at.lower != -other.upper || at.upper != -other.lower) return {};
    }
    program_view const view = of.exact[0];
    for (int k = 0; 2 * k <= line.size; ++k) {
        enclosing<Capacity> here(view, of.numbers[0]), mirrored(view, of.numbers[0]);
        here.settle(line.sample(k));
        mirrored.settle(line.sample(line.size - k));
        piece_formula<Capacity> const one(here, view), other(mirrored, view);
        if (!one.whole || !other.whole) return {};
        normal_forms forms;
        int const minus_x = forms.negated(forms.variable(view.name_count > 0 ? view.names[0] : text_view("x")));
        int const substitutes[1] = {minus_x};
        form_reader straight(forms, one.with_leaves_of(view), nullptr, of.numbers[0]),
            turned(forms, other.with_leaves_of(view), substitutes, of.numbers[0]);
        int const left = straight.read(), right = turned.read();
        result.even = result.even && !forms.overflow && left == right;
        result.odd = result.odd && !forms.overflow && left == forms.negated(right);
    }
    return result;
}

}  // namespace hillock::detail
