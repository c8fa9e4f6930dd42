// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/plan_source.hpp>

namespace hillock::detail {

/// A plan in the making, and the steps that need not know what they are for.
class plan_parts : protected plan_source {
public:
    direct_plan plan;

    /// The step that gives what stands at a position of the program.
    constexpr virtual int step_for(int position) = 0;

protected:
    using kind = direct_step::kind;
    static constexpr int rounding = 2, allowed = 8;

    short positions[most]{};
    /// The input that is not above 0 where the value is used.
    int below = -1;

    constexpr plan_parts(program_view from, bool for_float) : plan_source(from, for_float) {
        plan.possible = source.size <= most;
        for (short& position : positions)
            position = -1;
    }
    constexpr ~plan_parts() = default;

    static constexpr int greater(int a, int b) { return a < b ? b : a; }
    static constexpr bool is_one(rational const& value) { return value == rational{1, 1, 0}; }
    constexpr int fail() {
        plan.possible = false;
        return 0;
    }
    constexpr int error_at(int position) { return plan.errors[step_for(position)]; }
    constexpr int push(kind does, instruction const& from, int error) {
        direct_step made{does, direct_function::none, from.code, {-1, -1, -1, -1}, from.value};
        for (int k = 0; k < from.arity(); ++k)
            made.operands[k] = static_cast<short>(step_for(from.operands[k]));
        return plan.push(made, error);
    }

    /// A step of other steps.
    constexpr short push_step(kind does, int a, int b, int c, int value, int error) {
        direct_step made{does, {}, op::multiply, {-1, -1, -1, -1}, static_cast<short>(value)};
        made.operands[0] = static_cast<short>(a);
        made.operands[1] = static_cast<short>(b);
        made.operands[2] = static_cast<short>(c);
        return static_cast<short>(plan.push(made, error));
    }
    /// A number as a sum of two, of which the first has the digits of the type.
    struct two_parts {
        rational high, low;
    };
    constexpr two_parts in_two_parts(rational const& value) const {
        rational const binary = in_binary(value);
        int const dropped = is_float ? 38 : 9;
        rational const high = normalized(binary.numerator >> dropped, 1, binary.exponent + dropped);
        return {high, add(is_float ? binary : value, negate(high))};
    }
    /// A part times a number that has more digits than the type, as if by the number itself.
    constexpr short push_by_two_parts(rational const& scale, int part, int error) {
        auto const [high, low] = in_two_parts(scale);
        short const lesser = push_step(kind::multiply, push_constant(low), part, -1, -1, error);
        return push_step(kind::fused, push_constant(high), part, lesser, 0, error);
    }
    constexpr int push_constant(rational const& given) {
        if (plan.constant_count == direct_plan::capacity) return fail();
        rational const value = shortened(given);
        bool const short_enough = value.numerator < (1 << 24) && value.numerator > -(1 << 24);
        if (!value.fits() || value.exponent > 120 || value.exponent < -120) return fail();
        plan.constants[plan.constant_count] = value;
        return plan.push(
            {kind::constant, {}, op::constant, {-1, -1, -1, -1}, static_cast<short>(plan.constant_count++)},
            value.denominator == 1 && short_enough ? 0 : rounding);
    }
    /// A computed part times an input.
    constexpr int push_scaled(instruction const& step, int computed, int error) {
        return with_part(push(kind::multiply, step, error), step.operands[1 - computed], computed);
    }
    /// A product of which an operand was computed, and the other, at `scale` of the program, may show what that has lost.
    constexpr int with_part(int position, int scale, int computed) {
        short const part = plan.steps[position].operands[computed];
        if (!plan.possible || !may_lose_digits(part)) return position;
        if (is_constant(scale) && !is_above_one(scale)) return position;
        plan.steps[position].computed = part;
        plan.steps[position].argument = argument_in(part);
        return position;
    }
    /// Whether a value is computed, so that below normal numbers it has less digits than it should: choices are not.
    constexpr bool may_lose_digits(short part) const {
        direct_step const& step = plan.steps[part];
        if (step.does <= kind::constant) return false;
        // A constant less an input, or a product, is no small number unless it is 0.
        if ((step.does == kind::add || step.does == kind::subtract) &&
            (is_number_in_sum(step.operands[0]) || is_number_in_sum(step.operands[1])))
            return false;
        // Nor is x + x^2, unless x is, which it then equals.
        if (step.does == kind::fused && (is_number_in_sum(step.operands[2]) || step.operands[0] == step.operands[2]))
            return false;
        if (step.does <= kind::divide) return true;
        return may_lose_digits(step.operands[0]) || (step.operands[1] >= 0 && may_lose_digits(step.operands[1]));
    }
    /// Whether a part is never above 1, as its functions show.
    constexpr bool is_at_most_one(int part) const {
        direct_step const& step = plan.steps[part];
        using enum direct_function;
        if (step.does == kind::multiply) return is_at_most_one(step.operands[0]) && is_at_most_one(step.operands[1]);
        if (step.does == kind::negate) return is_at_most_one(step.operands[0]);
        return step.does == kind::function && (step.function == logistic || step.function == logistic_slope ||
                                               step.function == tanh || step.function == tanh_slope);
    }
    constexpr bool is_number_in_sum(short position) const {
        direct_step const& step = plan.steps[position];
        return step.does == kind::constant && !plan.constants[step.value].is_zero();
    }
    constexpr short argument_in(short part) const {
        direct_step const& step = plan.steps[part];
        if (step.does == kind::function) return step.operands[0];
        for (int k = 0; k < 2; ++k)
            if (step.operands[k] >= 0)
                if (short const found = argument_in(step.operands[k]); found >= 0) return found;
        return -1;
    }
};

}  // namespace hillock::detail
