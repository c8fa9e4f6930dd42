// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/plan_choices.hpp>

namespace hillock::detail {

/// Makes plans of the parts of a program.
class direct_planner final : public plan_choices {
public:
    constexpr direct_planner(program_view from, bool for_float) : plan_choices(from, for_float) {}

    constexpr int step_for(int position) override {
        if (!plan.possible) return 0;
        if (positions[position] < 0) positions[position] = static_cast<short>(translate(at(position), position));
        if (plan.errors[positions[position]] > allowed) plan.possible = false;
        return positions[position];
    }

private:
    constexpr int translate(instruction const& step, int position) {
        int const a = step.operands[0];
        int const b = step.operands[1];
        if (rational const value = constant_value(position); value.fits()) return push_constant(value);
        if (functions[position] != direct_function::none && is_product(arguments[position]))
            return push_function_of_product(functions[position], arguments[position]);
        if (functions[position] != direct_function::none) {
            short const argument = static_cast<short>(step_for(arguments[position]));
            return plan.push({kind::function, functions[position], step.code, {argument, -1, -1, -1}, -1},
                             error_of(functions[position]));
        }
        switch (step.code) {
        case op::variable:
            return push(kind::variable, step, 0);
        case op::number:
            return plan.push({kind::number, {}, step.code, {-1, -1, -1, -1}, source.slots[step.value]}, 0);
        case op::negate:
            return push(kind::negate, step, error_at(a));
        case op::abs:
            return push(kind::absolute, step, error_at(a));
        case op::min:
        case op::max:
            return push(step.code == op::min ? kind::minimum : kind::maximum, step, greater(error_at(a), error_at(b)));
        case op::multiply:
            if (is_given(a) && !depends(b, a)) return push_scaled(step, 1, error_at(b));
            if (is_given(b) && !depends(a, b)) return push_scaled(step, 0, error_at(a));
            if (is_constant(a) && at(b).code == op::select)
                return push_choice(at(b), shortened(source.constants[at(a).value]));
            if (is_constant(a)) return push_by_constant(step, a, b, 1);
            if (is_constant(b) && at(a).code == op::select)
                return push_choice(at(a), shortened(source.constants[at(b).value]));
            if (is_constant(b)) return push_by_constant(step, b, a, 0);
            if (int const sign = sign_of_square(a, b); sign != 0) return push_with_square(a, sign);
            if (int const sign = sign_of_square(b, a); sign != 0) return push_with_square(b, sign);
            return push_product(step, a, b);
        case op::square: {
            direct_step made{kind::multiply, {}, op::multiply, {-1, -1, -1, -1}, -1};
            made.operands[0] = made.operands[1] = static_cast<short>(step_for(a));
            return plan.push(made, 2 * error_at(a) + rounding);
        }
        case op::sqrt: {
            if (!is_one_or_more(a)) return fail();
            direct_step made{kind::function, direct_function::sqrt, op::sqrt, {-1, -1, -1, -1}, -1};
            made.operands[0] = static_cast<short>(step_for(a));
            return plan.push(made, error_at(a) / 2 + rounding);
        }
        case op::divide:
            if (is_one_or_more(b) && !is_constant(b)) return push_ratio(step, a, b);
            if (!is_constant(b) || (!is_one_or_more(b) && may_lose_digits(static_cast<short>(step_for(a)))))
                return fail();
            return push(kind::divide, step, error_at(a) + error_at(b) + (is_power_of_two(b) ? 0 : rounding));
        case op::add:
        case op::subtract:
            return push_sum(step, position, a, b);
        case op::select:
            return push_choice(step, {1, 1, 0});
        case op::expm1:
            // where x is not above 0, elu's kernel, which has the digits that the float kernel of expm1 lacks
            if (!is_float || a != below) return fail();
            return plan.push(
                {kind::function, direct_function::elu, step.code, {static_cast<short>(step_for(a)), -1, -1, -1}, -1},
                error_of(direct_function::elu));
        case op::verbatim:
            return step_for(a);
        case op::sign:
            return push_sign(a);
        default:
            return fail();
        }
    }
    /// Of two rounded parts each error may be that of a number near a power of two, and twice as much in another.
    constexpr int error_of_product(int a, int b) {
        if (is_power_of_two(a) || is_power_of_two(b)) return error_at(a) + error_at(b);
        bool const both = error_at(a) > 0 && error_at(b) > 0 && !is_constant(a) && !is_constant(b);
        return error_at(a) + error_at(b) + (both ? 2 : 1) * rounding;
    }
    /// Of a product of an input x by 1 + x or 1 - x, which is x + x^2 or x - x^2: 1 or -1; of any other 0.
    constexpr int sign_of_square(int x, int other) const {
        instruction const& step = at(other);
        if (!is_variable(x) || (step.code != op::add && step.code != op::subtract)) return 0;
        bool const is_one_first = is_one(constant_value(step.operands[0])) && step.operands[1] == x;
        bool const is_one_last =
            step.code == op::add && is_one(constant_value(step.operands[1])) && step.operands[0] == x;
        return is_one_first || is_one_last ? (step.code == op::add ? 1 : -1) : 0;
    }
    /// Rounded once, so that it has all digits that x has.
    constexpr int push_with_square(int x, int sign) {
        int const input = step_for(x);
        return push_step(kind::fused, input, input, input, sign > 0 ? 0 : 1, rounding);
    }
    /// A product of two parts, of which one may have lost digits where the other is above 1.
    constexpr int push_product(instruction const& step, int a, int b) {
        short const first = static_cast<short>(step_for(a)), second = static_cast<short>(step_for(b));
        int const error = error_of_product(a, b);
        if (!plan.possible) return 0;
        bool const first_shows = may_lose_digits(first) && !is_at_most_one(second);
        bool const second_shows = may_lose_digits(second) && !is_at_most_one(first);
        if (first_shows && second_shows) return fail();
        return first_shows || second_shows ? push_scaled(step, first_shows ? 0 : 1, error)
                                           : push(kind::multiply, step, error);
    }
    /// A part times a constant: in two parts where the rounding of one would be too much.
    constexpr int push_by_constant(instruction const& step, int constant, int part, int computed) {
        int const error = error_of_product(constant, part);
        if (!plan.possible || error <= allowed || error_at(part) + rounding > allowed)
            return push_scaled(step, computed, error);
        return with_part(push_by_two_parts(source.constants[at(constant).value], step_for(part), error - rounding),
                         constant, 1);
    }
    /// By what was rounded but is positive. Were it infinite, the ratio would seem to be 0.
    constexpr int push_ratio(instruction const& step, int a, int b) {
        int const position = push(kind::divide, step, error_at(a) + 2 * rounding + error_at(b));
        plan.steps[position].may_be_infinite = true;
        return position;
    }
};

}  // namespace hillock::detail
