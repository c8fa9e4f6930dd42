// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/plan_parts.hpp>

namespace hillock::detail {

/// Sums, of which those have a plan that cannot cancel what was rounded.
class plan_sums : public plan_parts {
protected:
    using plan_parts::plan_parts;
    constexpr ~plan_sums() = default;

    /// A sum of two inputs, or of an input and a constant, is rounded once. An input beside what does not depend on it adds
    /// no error but that of its size. A number less what is at most half of it does not cancel either. Any other sum might.
    constexpr int push_sum(instruction const& step, int position, int a, int b) {
        kind const does = step.code == op::add ? kind::add : kind::subtract;
        bool const simple = is_simple(a) && is_simple(b);
        if (simple && error_at(a) + error_at(b) == 0) return push(does, step, rounding);
        if (step.code == op::add && is_not_negative(a) && is_not_negative(b) &&
            !(is_simple_product(a) && is_simple(b)) && !(is_simple_product(b) && is_simple(a)))
            return push(does, step,
                        greater(error_at(a), error_at(b)) + (error_at(a) + error_at(b) > 0 ? 2 : 1) * rounding);
        if (step.code == op::subtract && is_at_most_half(b, a)) return push(does, step, error_at(b) + rounding);
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
    /// Whether a part is a positive number by 1 or more, and that number at most half of an exact one.
    constexpr bool is_at_most_half(int part, int number) {
        instruction const& step = at(part);
        if (step.code != op::divide || !is_one_or_more(step.operands[1])) return false;
        rational const of_part = constant_value(step.operands[0]), of_number = constant_value(number);
        if (!of_part.fits() || !of_number.fits() || error_at(number) != 0 || of_part.is_negative()) return false;
        rational const left = add(of_number, multiply(of_part, {-1, 1, 1}));
        return left.fits() && !left.is_negative();
    }
    /// A product of inputs and exact constants, which a fused operation does not round.
    constexpr bool is_simple_product(int position) {
        instruction const& step = at(position);
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
        return with_part(plan.push(made, error), step.operands[1 - computed], computed);
    }
    /// scale (x + offset / scale), which loses no digits next to its zero.
    constexpr int push_linear(int position) {
        linear const found = linear_of(position);
        if (!found.is_found() || found.scale.is_negative() || found.scale.is_zero()) return fail();
        rational const shift = multiply(found.offset, reciprocal(found.scale));
        if (!is_exact(shift)) return fail();
        short const sum = push_step(kind::add, step_for(found.variable), push_constant(shift), -1, -1, rounding);
        // by a scale in two parts, as its rounding would be one too many in a product with this
        if (!is_exact(found.scale)) return push_by_two_parts(found.scale, sum, 2 * rounding);
        return push_step(kind::multiply, push_constant(found.scale), sum, -1, -1, 2 * rounding);
    }
    /// A function of a product, with what rounding has added to that.
    constexpr int push_function_of_product(direct_function function, int position) {
        bool const is_negated = at(position).code == op::negate;
        instruction const& step = is_negated ? at(at(position).operands[0]) : at(position);
        linear const multiple =
            step.code == op::square ? linear{{}, {}, -1} : linear_of(is_negated ? at(position).operands[0] : position);
        bool const by_number = is_multiple(multiple);
        int const a = step_for(by_number ? multiple.variable : step.operands[0]);
        two_parts const scale = !by_number                 ? two_parts{{0, 1, 0}, {0, 1, 0}}
                                : is_exact(multiple.scale) ? two_parts{multiple.scale, {0, 1, 0}}
                                                           : in_two_parts(multiple.scale);
        // Next to a zero that excess of two roundings would not be enough.
        if (has_limit(function) && !scale.low.is_zero()) return fail();
        int const b = by_number ? push_constant(scale.high) : step_for(step.operands[step.code == op::square ? 0 : 1]);
        short argument = push_step(kind::multiply, a, b, -1, -1, rounding);
        if (is_negated) argument = push_step(kind::negate, argument, -1, -1, -1, rounding);
        short excess = push_step(kind::excess, a, b, argument, is_negated ? 1 : 0, 0);
        if (!scale.low.is_zero())
            excess = push_step(kind::fused, push_constant(scale.low), a, excess, is_negated ? 0 : 1, 0);
        direct_step made{kind::function, function, op::multiply, {argument, excess, -1, -1}, -1};
        // tanh rounds once, others what is left of the argument too.
        return plan.push(made, error_of(function) + (function == direct_function::tanh ? 0 : rounding));
    }
};

}  // namespace hillock::detail
