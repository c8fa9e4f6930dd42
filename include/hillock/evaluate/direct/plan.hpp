// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/plan_source.hpp>

namespace hillock::detail {

/// Makes plans of the parts of a program.
class direct_planner : plan_source {
public:
    direct_plan plan;

    constexpr direct_planner(program_view from, bool for_float) : plan_source(from, for_float) {
        plan.possible = source.size <= most;
        for (short& position : positions)
            position = -1;
    }

    /// The step that gives what stands at a position of the program.
    constexpr int step_for(int position) {
        if (!plan.possible) return 0;
        if (positions[position] < 0) positions[position] = static_cast<short>(translate(at(position), position));
        if (plan.errors[positions[position]] > allowed) plan.possible = false;
        return positions[position];
    }

private:
    using kind = direct_step::kind;
    static constexpr int rounding = 2, allowed = 8;

    short positions[most]{};
    /// The input that is not above 0 where the value is used.
    int below = -1;

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

    /// scale (x + offset / scale), which loses no digits next to its zero.
    constexpr int push_linear(int position) {
        linear const found = linear_of(position);
        if (!found.is_found() || found.scale.is_negative() || found.scale.is_zero()) return fail();
        rational const shift = multiply(found.offset, reciprocal(found.scale));
        if (!is_exact(shift)) return fail();
        direct_step sum{kind::add, {}, op::add, {-1, -1, -1, -1}, -1};
        sum.operands[0] = static_cast<short>(step_for(found.variable));
        sum.operands[1] = static_cast<short>(push_constant(shift));
        short const part = static_cast<short>(plan.push(sum, rounding));
        auto const product_with = [this, part](kind does, rational const& scale, short addend) {
            direct_step made{does, {}, op::multiply, {-1, part, addend, -1}, -1};
            if (does == kind::fused) made.value = 0;
            made.operands[0] = static_cast<short>(push_constant(scale));
            return static_cast<short>(plan.push(made, 2 * rounding));
        };
        if (is_exact(found.scale)) return product_with(kind::multiply, found.scale, -1);
        if (!is_float) {
            int const single = product_with(kind::multiply, found.scale, -1);
            plan.errors[single] = allowed;
            return single;
        }
        // the scale in two parts, as its rounding would be one too many in a product with this
        rational const scale = in_binary(found.scale);
        rational const high = normalized(scale.numerator >> 38, 1, scale.exponent + 38);
        short const low = product_with(kind::multiply, add(scale, negate(high)), -1);
        return product_with(kind::fused, high, low);
    }
    constexpr int translate(instruction const& step, int position) {
        int const a = step.operands[0];
        int const b = step.operands[1];
        if (rational const value = constant_value(position); value.fits()) return push_constant(value);
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
            if (is_constant(a)) return push_scaled(step, 1, error_of_product(a, b));
            if (is_constant(b) && at(a).code == op::select)
                return push_choice(at(a), shortened(source.constants[at(b).value]));
            if (is_constant(b)) return push_scaled(step, 0, error_of_product(a, b));
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
    /// Of two rounded parts each error may be that of a number near a power of two, and twice as much in another.
    constexpr int error_of_product(int a, int b) {
        if (is_power_of_two(a) || is_power_of_two(b)) return error_at(a) + error_at(b);
        bool const both = error_at(a) > 0 && error_at(b) > 0 && !is_constant(a) && !is_constant(b);
        return error_at(a) + error_at(b) + (both ? 2 : 1) * rounding;
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
    /// By what was rounded but is positive. Were it infinite, the ratio would seem to be 0.
    constexpr int push_ratio(instruction const& step, int a, int b) {
        int const position = push(kind::divide, step, error_at(a) + 2 * rounding + error_at(b));
        plan.steps[position].may_be_infinite = true;
        return position;
    }
    /// A computed part times an input.
    constexpr int push_scaled(instruction const& step, int computed, int error) {
        return with_part(push(kind::multiply, step, error), step, computed);
    }
    constexpr int with_part(int position, instruction const& step, int computed) {
        short const part = plan.steps[position].operands[computed];
        if (!plan.possible || !may_lose_digits(part)) return position;
        if (is_constant(step.operands[1 - computed]) && !is_above_one(step.operands[1 - computed])) return position;
        plan.steps[position].computed = part;
        plan.steps[position].argument = argument_in(part);
        return position;
    }
    /// Whether a part is another times an input, and so is made in one operation with what is added to it.
    constexpr bool is_scaled(int position) const {
        instruction const& step = at(position);
        if (!is_float || step.code != op::multiply) return false;
        int const a = step.operands[0], b = step.operands[1];
        return (is_given(a) && !depends(b, a)) || (is_given(b) && !depends(a, b));
    }
    constexpr int push_scaled_sum(int product, int addend, short negated) {
        instruction const& step = at(product);
        int const computed = is_given(step.operands[0]) && !depends(step.operands[1], step.operands[0]) ? 1 : 0;
        direct_step made{kind::fused, {}, op::add, {-1, -1, -1, -1}, negated};
        int const error = error_at(step.operands[computed]);
        for (int k = 0; k < 2; ++k)
            made.operands[k] = static_cast<short>(step_for(step.operands[k]));
        made.operands[2] = static_cast<short>(step_for(addend));
        return with_part(plan.push(made, error), step, computed);
    }
    /// Whether a value is computed, so that below normal numbers it has less digits than it should: choices are not.
    constexpr bool may_lose_digits(short part) const {
        direct_step const& step = plan.steps[part];
        if (step.does <= kind::constant) return false;
        // A constant less an input, or a product, is no small number unless it is 0.
        if ((step.does == kind::add || step.does == kind::subtract) &&
            (is_number_in_sum(step.operands[0]) || is_number_in_sum(step.operands[1])))
            return false;
        if (step.does == kind::fused && is_number_in_sum(step.operands[2])) return false;
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
    static constexpr int greater(int a, int b) { return a < b ? b : a; }

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
    /// A sum of two inputs, or of an input and a constant, is rounded once. An input beside what does not depend on it adds
    /// no error but that of its size. Any other sum might cancel what was rounded.
    constexpr int push_sum(instruction const& step, int position, int a, int b) {
        kind const does = step.code == op::add ? kind::add : kind::subtract;
        bool const simple = is_simple(a) && is_simple(b);
        if (simple && error_at(a) + error_at(b) == 0) return push(does, step, rounding);
        if (step.code == op::add && is_not_negative(a) && is_not_negative(b) &&
            !(is_simple_product(a) && is_simple(b)) && !(is_simple_product(b) && is_simple(a)))
            return push(does, step,
                        greater(error_at(a), error_at(b)) + (error_at(a) + error_at(b) > 0 ? 2 : 1) * rounding);
        if (is_simple_product(a) && is_simple(b)) return push_fused(a, b, step.code == op::subtract ? 2 : 0);
        if (is_simple_product(b) && is_simple(a)) return push_fused(b, a, step.code == op::subtract ? 1 : 0);
        if (is_variable(a) && !depends(b, a))
            return is_scaled(b) ? push_scaled_sum(b, a, step.code == op::subtract ? 1 : 0)
                                : push(does, step, error_at(b));
        if (is_variable(b) && !depends(a, b))
            return is_scaled(a) ? push_scaled_sum(a, b, step.code == op::subtract ? 2 : 0)
                                : push(does, step, error_at(a));
        return push_linear(position);
    }
    /// A product of inputs and exact constants, which a fused operation does not round. Of doubles, whose fused operation has
    /// no emulation near the ends of their range, wide numbers make these sums.
    constexpr bool is_simple_product(int position) {
        instruction const& step = at(position);
        if (!is_float) return false;
        return (step.code == op::square && is_simple(step.operands[0])) ||
               (step.code == op::multiply && is_simple(step.operands[0]) && is_simple(step.operands[1]) &&
                error_at(step.operands[0]) + error_at(step.operands[1]) == 0);
    }
    constexpr int push_fused(int factors, int addend, short negated) {
        instruction const& product = at(factors);
        if (error_at(addend) != 0) return fail();
        direct_step made{kind::fused, {}, op::add, {-1, -1, -1, -1}, negated};
        made.operands[0] = static_cast<short>(step_for(product.operands[0]));
        made.operands[1] = static_cast<short>(step_for(product.operands[product.code == op::square ? 0 : 1]));
        made.operands[2] = static_cast<short>(step_for(addend));
        return plan.push(made, rounding);
    }
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
    static constexpr bool is_one(rational const& value) { return value == rational{1, 1, 0}; }
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
};

}  // namespace hillock::detail
