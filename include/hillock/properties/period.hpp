// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/properties/enclose.hpp>

namespace hillock::detail {

/// The period of a program in which x stands only in sines and cosines of multiples of it; 0: it is none.
template <int Capacity>
constexpr double period_of(program_view view, std::uint64_t const* numbers) {
    enclosing<Capacity> program(view, numbers);
    program.settle(everything);
    // slope x + something: what is linear in x; a slope that is no number: what depends on x otherwise, by waves only.
    interval slopes[Capacity]{};
    double least = 0;
    int first = -1;  // the operand of the first wave
    bool exact = false;
    for (int i = 0; i < view.size; ++i) {
        instruction const& step = view.code[i];
        if (!program.live[i]) continue;
        if (step.code == op::variable) {
            slopes[i] = one_interval;
            continue;
        }
        bool linear = false;
        for (int k = 0; k < step.arity(); ++k)
            linear = linear || (program.live[step.operands[k]] && slopes[step.operands[k]].upper != 0);
        if (!linear) continue;
        interval const &a = slopes[step.operands[0]],
                       b = step.operands[1] < 0 ? zero_interval : slopes[step.operands[1]];
        auto const constant = [&](int k) -> interval {
            return view.code[step.operands[k]].operands[0] < 0 && view.code[step.operands[k]].code != op::variable
                       ? program.values[step.operands[k]]
                       : everything;
        };
        if (step.code == op::negate) {
            slopes[i] = negative(a);
        } else if (step.code == op::multiply && constant(0).is_bounded()) {
            slopes[i] = product(constant(0), b);
        } else if (step.code == op::multiply && constant(1).is_bounded()) {
            slopes[i] = product(constant(1), a);
        } else if (step.code == op::divide && constant(1).is_bounded()) {
            slopes[i] = quotient(a, constant(1));
        } else if ((step.code == op::add && (constant(0).is_bounded() || constant(1).is_bounded())) ||
                   (step.code == op::subtract && constant(1).is_bounded())) {
            slopes[i] = constant(1).is_bounded() ? a : b;
        } else if ((step.code == op::sin || step.code == op::cos) && (first < 0 || step.operands[0] == first)) {
            if (first >= 0) continue;
            first = step.operands[0];
            least = absolute(a).lower;
            exact = a.is_point();
        } else if ((step.code == op::sin || step.code == op::cos) && exact && a.is_point()) {
            double const slope = magnitude(a.lower);
            if (least == 0 || slope == least) {
                least = slope;
            } else {
                double const ratio = slope < least ? least / slope : slope / least, smaller_one = smaller(slope, least);
                if (!(ratio < 64) || ratio != static_cast<int>(ratio) || ratio * smaller_one != larger(slope, least))
                    return 0;
                least = smaller_one;
            }
        } else {
            return 0;
        }
    }
    for (int i = 0; i < view.size; ++i)
        if (program.decides(i) && program.choices[i] == choice::open) return 0;
    if (slopes[view.size - 1].upper != 0 || least == 0) return 0;
    return raised(raised(2 * approximate::pi / least));
}

}  // namespace hillock::detail
