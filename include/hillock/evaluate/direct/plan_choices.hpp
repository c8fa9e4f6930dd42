// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/plan_sums.hpp>

namespace hillock::detail {

/// Choices, by conditions that rounding keeps, and the numbers that stand before them.
class plan_choices : public plan_sums {
protected:
    using plan_sums::plan_sums;
    constexpr ~plan_choices() = default;

    /// A sum of inputs, of which rounding keeps the sign.
    constexpr bool is_rounded_once(int position) {
        direct_step const& step = plan.steps[step_for(position)];
        return (step.does == kind::add || step.does == kind::subtract) &&
               plan.steps[step.operands[0]].does <= kind::constant &&
               plan.steps[step.operands[1]].does <= kind::constant && plan.errors[step_for(position)] == rounding;
    }
    /// The comparison of a choice, of what has not been rounded, by a sign that rounding keeps, or of an input itself.
    constexpr direct_step push_condition(instruction const& condition) {
        direct_step made{kind::choose, {}, condition.code, {-1, -1, -1, -1}, -1};
        int const left = condition.operands[0], right = condition.operands[1];
        if (condition.code < op::less || condition.code > op::greater_equal) {
            fail();
        } else if (error_at(left) + error_at(right) == 0 || (is_zero(right) && is_rounded_once(left))) {
            made.operands[2] = static_cast<short>(step_for(left));
            made.operands[3] = static_cast<short>(step_for(right));
        } else {
            linear const by = linear_of(left);
            rational const scale = by.is_found() && !by.scale.is_negative() ? by.scale : rational{0, 1, 0};
            rational const bound = is_constant(right) ? source.constants[at(right).value] : unrepresentable;
            rational const threshold = multiply(add(bound, negate(by.offset)), reciprocal(scale));
            if (!is_exact(threshold)) {
                fail();
                return made;
            }
            made.operands[2] = static_cast<short>(step_for(by.variable));
            made.operands[3] = static_cast<short>(push_constant(threshold));
        }
        return made;
    }
    /// A choice between two, each times a number. What is chosen by comparing the same two is the greater or lesser one, so
    /// that how these are rounded does not matter.
    constexpr int push_choice(instruction const& step, rational const& scale) {
        instruction const& condition = at(step.operands[0]);
        int const left = condition.operands[0], right = condition.operands[1];
        int const first = push_times(scale, step.operands[1]);
        int const second = is_above_zero(condition) && contains(step.operands[2], op::expm1)
                               ? push_times_below(left, scale, step.operands[2])
                               : push_times(scale, step.operands[2]);
        if (!plan.possible) return 0;
        bool const less = condition.code == op::less;
        if ((less || condition.code == op::greater) && is_one(scale) && second == step_for(right)) {
            direct_step const& chosen = plan.steps[first];
            bool const is_cut = !less && chosen.does == kind::minimum && chosen.operands[1] == step_for(left) &&
                                plan.steps[chosen.operands[0]].does == kind::constant && is_zero(right) &&
                                !plan.constants[plan.steps[chosen.operands[0]].value].is_negative();
            if (first == step_for(left) || is_cut) {
                direct_step const made{less ? kind::minimum : kind::maximum,
                                       {},
                                       condition.code,
                                       {static_cast<short>(second), static_cast<short>(first), -1, -1},
                                       -1};
                return plan.push(made, greater(plan.errors[first], plan.errors[second]));
            }
        }
        direct_step made = push_condition(condition);
        made.operands[0] = static_cast<short>(first);
        made.operands[1] = static_cast<short>(second);
        return plan.push(made, greater(plan.errors[first], plan.errors[second]));
    }
    /// Where an input is not above 0. What is made then is not for elsewhere.
    constexpr int push_times_below(int input, rational const& scale, int position) {
        short before[most]{};
        for (int i = 0; i < most; ++i)
            before[i] = positions[i];
        below = input;
        int const result = push_times(scale, position);
        below = -1;
        for (int i = 0; i < most; ++i)
            positions[i] = before[i];
        return result;
    }
    /// A part times a number, of which there is then but one in a product.
    constexpr int push_times(rational const& scale, int position) {
        instruction const& step = at(position);
        if (is_one(scale)) return step_for(position);
        if (rational const value = multiply(scale, shortened(constant_value(position))); value.fits())
            return push_constant(value);
        if (step.code == op::select) return push_choice(step, scale);
        if (step.code == op::multiply)
            for (int k = 0; k < 2; ++k)
                if (is_constant(step.operands[k]))
                    return push_times(multiply(scale, shortened(source.constants[at(step.operands[k]).value])),
                                      step.operands[1 - k]);
        direct_step made{kind::multiply, {}, op::multiply, {-1, -1, -1, -1}, -1};
        made.operands[0] = static_cast<short>(push_constant(scale));
        made.operands[1] = static_cast<short>(step_for(position));
        if (!plan.possible) return 0;
        bool const is_exact_scale = scale.denominator == 1 && (scale.numerator == 1 || scale.numerator == -1);
        if (may_lose_digits(made.operands[1]) &&
            bit_count(scale.numerator) + scale.exponent >= bit_count(scale.denominator)) {
            made.computed = made.operands[1];
            made.argument = argument_in(made.computed);
        }
        return plan.push(made, plan.errors[made.operands[0]] + plan.errors[made.operands[1]] +
                                   (is_exact_scale ? 0 : rounding));
    }
    constexpr int push_sign(int a) {
        if (error_at(a) != 0) return fail();
        auto const chosen = [this](op comparison, int first, int second, int left, int right) {
            direct_step made{kind::choose, {}, comparison, {-1, -1, -1, -1}, -1};
            made.operands[0] = static_cast<short>(first);
            made.operands[1] = static_cast<short>(second);
            made.operands[2] = static_cast<short>(left);
            made.operands[3] = static_cast<short>(right);
            return plan.push(made, 0);
        };
        int const x = step_for(a);
        int const zero = push_constant({0, 1, 0});
        int const not_above = chosen(op::less, push_constant({-1, 1, 0}), x, x, zero);
        return chosen(op::greater, push_constant({1, 1, 0}), not_above, x, zero);
    }
};

}  // namespace hillock::detail
