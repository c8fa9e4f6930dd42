// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/loops/joint_plan.hpp>

namespace hillock::detail {

/// What a joint plan asks for where the arguments of all its functions with tails are within their kernels' tables, and no
/// part of a product is subnormal.
///
/// There these functions are normal numbers, or, of those that may vanish, are seldom less, and their arguments are finite;
/// those with a tail on the left alone are right of any argument above it, infinity too.
template <class T, class Joint, class Inputs>
struct near_plan {
    static constexpr joint_plan const& plan = Joint::plan;
    using kind = direct_step::kind;

    static constexpr bool has_tail(int position) {
        return plan.steps[position].does == kind::function && has_tails(plan.steps[position].function);
    }
    static constexpr bool has_left_tail(int position) {
        using enum direct_function;
        direct_function const function = plan.steps[position].function;
        return plan.steps[position].does == kind::function && sizeof(T) == 4 &&
               (function == gelu || function == gelu_slope || function == gelu_tanh || function == gelu_tanh_slope);
    }
    /// Whether a function is infinite where its argument is.
    static constexpr bool grows(int position) {
        using enum direct_function;
        direct_function const function = plan.steps[position].function;
        return has_left_tail(position) && (function == gelu || function == gelu_tanh);
    }
    /// Whether any function has tails, or a product is asked, so that there is something to leave out.
    static constexpr bool exists() {
        if (Joint::in_double.size > 0) return false;
        for (int i = 0; i < plan.size; ++i)
            if (has_tail(i) || plan.steps[i].computed >= 0) return true;
        return false;
    }
    /// Whether there is but a little arithmetic.
    static constexpr bool is_light() { return Joint::in_double.size == 0 && !plan.has_functions(); }
    /// Whether an input is the argument of such a function, or part of a sum or product that is, and so is finite.
    static constexpr bool is_finite(int input) {
        for (int i = 0; i < plan.size; ++i) {
            if (!has_tail(i) || has_left_tail(i)) continue;
            int position = plan.steps[i].operands[0];
            if (plan.steps[position].does == kind::negate) position = plan.steps[position].operands[0];
            direct_step const& argument = plan.steps[position];
            if (is_input(position, input)) return true;
            if ((argument.does == kind::add || argument.does == kind::subtract || argument.does == kind::multiply) &&
                (is_input(argument.operands[0], input) || is_input(argument.operands[1], input)))
                return true;
        }
        return false;
    }
    static constexpr bool is_input(int position, int input) {
        return plan.steps[position].does == kind::variable && plan.steps[position].value == input;
    }
    /// Whether a value is always a normal number, never 0 or less than such.
    static constexpr bool is_normal(int position) {
        direct_step const& step = plan.steps[position];
        switch (step.does) {
        case kind::constant:
            return !plan.constants[step.value].is_zero();
        case kind::function:
            return has_tail(position) && !may_vanish(step.function);
        case kind::negate:
        case kind::absolute:
            return is_normal(step.operands[0]);
        case kind::minimum:
        case kind::maximum:
        case kind::choose:
            return is_normal(step.operands[0]) && is_normal(step.operands[1]);
        default:
            return false;
        }
    }
    /// At 0 itself, or at a zero between two numbers, which of floats none is so near to (tests/runtime/loops_near_test.cpp).
    static constexpr bool may_vanish(direct_function function) {
        using enum direct_function;
        return function == silu || function == gelu || function == gelu_tanh || function == gelu_quick ||
               function == mish || function == sin || function == atan || function == elish ||
               function == bent_identity || function == snake ||
               (sizeof(T) == 8 && (function == silu_slope || function == gelu_slope || function == gelu_tanh_slope ||
                                   function == mish_slope));
    }
    /// Whether a step is one number for all elements.
    static constexpr bool is_number(int position) {
        direct_step const& step = plan.steps[position];
        return step.does == kind::number || (step.does == kind::variable && !Inputs::is_stream(step.value));
    }
    static constexpr int scale_of(int product) { return scale_in(plan.steps[product]); }
    /// Whether a product may show digits that its part has lost: not where that is a normal number, nor where the scale is
    /// a number, which then must not be above 1.
    static constexpr bool is_asked(int product) {
        return !is_normal(plan.steps[product].computed) && !is_number(scale_of(product));
    }
    static constexpr bool is_scale(int position) {
        for (int i = 0; i < plan.size; ++i)
            if (plan.steps[i].computed >= 0 && !is_normal(plan.steps[i].computed) && scale_of(i) == position)
                return true;
        return false;
    }
    /// Whether a result has to be asked if it is finite.
    static constexpr bool may_overflow(int root) {
        return !has_tail(root) && !takes_infinities(root) && plan.may_overflow(root);
    }
    /// Whether an input has to be: no result that is asked shows it, and some do not take its infinities.
    static constexpr bool is_asked_input(int input) {
        if (is_finite(input) || Joint::is_for_functions(input)) return false;
        for (int const root : Joint::of.roots)
            if (may_overflow(root) && shows_input(root, input)) return false;
        bool is_used = false;
        for (int output = 0; output < Joint::outputs; ++output) {
            if (!Joint::has_input(output, input)) continue;
            int const root = Joint::of.roots[output];
            bool const is_right = is_within_functions(root, input) && (has_left_tail(root) || takes_infinities(root));
            if (!is_right && (!shows_input(root, input) || !takes_infinities(root))) return true;
            is_used = true;
        }
        return !is_used;
    }

private:
    /// Whether an input that is infinite makes a value so.
    static constexpr bool shows_input(int position, int input) { return plan.shows_input(position, input, grows); }
    /// Whether an input is nothing but an argument, or part of one, of functions with a tail on the left alone.
    static constexpr bool is_within_functions(int position, int input) {
        direct_step const& step = plan.steps[position];
        if (step.does <= kind::constant) return !is_input(position, input);
        if (has_left_tail(position)) return true;
        for (short const operand : step.operands)
            if (operand >= 0 && !is_within_functions(operand, input)) return false;
        return true;
    }
    /// Whether a value is an input, a number, or what is finite here.
    static constexpr bool is_operand(int position) {
        direct_step const& step = plan.steps[position];
        if (step.does == kind::negate) return is_operand(step.operands[0]);
        return step.does <= kind::constant || has_tail(position);
    }
    static constexpr bool may_be_infinite(int position) {
        direct_step const& step = plan.steps[position];
        if (step.does == kind::negate) return may_be_infinite(step.operands[0]);
        if (grows(position)) return true;
        return step.does == kind::variable && Inputs::is_stream(step.value) && !is_finite(step.value);
    }
    /// Whether a result is one operation whose value is right, NaN too, also where an input is an infinity or the result
    /// overflows: a sum, or a product with what is not 0.
    static constexpr bool takes_infinities(int root) {
        direct_step const& step = plan.steps[root];
        if (step.does < kind::add || step.does > kind::fused) return false;
        int const a = step.operands[0], b = step.operands[1];
        if (!is_operand(a) || !is_operand(b) || (step.does == kind::fused && !is_operand(step.operands[2])))
            return false;
        if (step.does == kind::add || step.does == kind::subtract) return true;
        return (!may_be_infinite(a) || is_normal(b)) && (!may_be_infinite(b) || is_normal(a));
    }
};

}  // namespace hillock::detail
