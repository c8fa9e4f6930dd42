// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/double_function_builder.hpp>

namespace hillock::detail {

/// Which subtrees of a program are functions with a formula of their own, and of what.
struct found_formulas {
    static constexpr int most = 48;
    direct_function functions[most]{};
    short arguments[most]{};

    constexpr explicit found_formulas(program_view source) {
        for (int i = 0; i < source.size; ++i)
            find_formulas_of(source, i);
    }

private:
    /// Those of an argument within another one count more.
    constexpr void find_formulas_of(program_view source, int argument) {
        if (source.code[argument].code == op::constant || source.code[argument].code == op::select) return;
        std::uint64_t hashes[most]{};
        hash_formulas(source, argument, hashes);
        for (int i = argument + 1; i < source.size; ++i) {
            if (hashes[i] == 0 || functions[i] != direct_function::none) continue;
            functions[i] = find_formula(hashes[i]);
            arguments[i] = static_cast<short>(argument);
        }
    }
};

/// Makes the plan in double of a program, if there is one.
class double_planner : double_function_builder {
public:
    using double_builder::plan;
    /// Something in the program has no plan whatever the digits and limits.
    bool is_hopeless = false;

    constexpr double_planner(program_view from, found_formulas const& found, int digits, double limit, bool deep)
        : double_function_builder(digits, limit, deep), source(from), formulas(found) {
        for (int i = 0; i < source.size; ++i)
            positions[i] = -1;
    }
    constexpr void make() {
        plan.result = step_for(source.size - 1);
        double_bounds const& found = plan.bounds[plan.result];
        if (plan.possible && (found.error > allowed || found.dust > most_dust)) plan.possible = false;
    }

private:
    static constexpr double allowed = 0x1p-28;
    /// Of what is nothing beside the least float.
    static constexpr double most_dust = -200;

    program_view source;
    found_formulas const& formulas;
    short positions[found_formulas::most]{};

    constexpr int fail_for_good() {
        is_hopeless = true;
        return fail();
    }
    constexpr instruction const& at(int position) const { return source.code[position]; }
    constexpr int step_for(int position) {
        if (!plan.possible) return 0;
        if (positions[position] < 0) positions[position] = static_cast<short>(translate(at(position), position));
        return positions[position];
    }

    constexpr int translate(instruction const& step, int position) {
        if (direct_function const found = formulas.functions[position]; found != direct_function::none)
            if (int const place = place_of(found); place >= 0)
                return push_function(double_functions[place], step_for(formulas.arguments[position]));
        if (step.code == op::select) return push_choice(step);
        int const a = step.operands[0] < 0 ? 0 : step_for(step.operands[0]);
        int const b = step.operands[1] < 0 ? 0 : step_for(step.operands[1]);
        if (!plan.possible) return 0;
        for (double_function const& known : double_functions)
            if (known.code == step.code && step.code != op::user && step.code != op::sinc1)
                return push_function(known, a);
        switch (step.code) {
        case op::variable:
        case op::number:
            return push_input(step);
        case op::constant:
            return push_constant(source.constants[step.value]);
        case op::pi:
        case op::e:
            return push_special(step.code);
        case op::negate:
            return push_negative(a);
        case op::abs:
            return push_absolute(a);
        case op::min:
        case op::max:
            return push_extreme(step.code == op::min, a, b);
        case op::clamp:
            return push_extreme(true, push_extreme(false, a, b), step_for(step.operands[2]));
        case op::add:
            return push_sum(kind::add, a, b);
        case op::subtract:
            return push_sum(kind::subtract, a, b);
        case op::multiply:
            return push_product(a, b);
        case op::square:
            return push_product(a, a);
        case op::divide:
            return push_quotient(a, b);
        case op::erfc: {
            int const root = push_function(function_for(op::sqrt), push_number(2));
            return push_product(push_number(2),
                                push_function(function_for(op::normal_cdf), push_negative(push_product(root, a))));
        }
        case op::rsqrt:
            return push_quotient(push_number(1), push_function(function_for(op::sqrt), a));
        case op::log2:
            return push_quotient(push_function(function_for(op::log), a), push_special(op::log2));
        case op::exp2:
            return push_function(function_for(op::exp), push_product(a, push_special(op::log2)));
        case op::tanh_residual:
            return push_tanh_residual(a);
        case op::sinc1:
            return push_sinc1(a);
        case op::logcosh:
            return push_log_of_cosh(a);
        case op::logsumexp2:
            return push_log_of_sum(a, b);
        case op::sign:
            return push_sign(a);
        case op::pow:
            return push_power(a, b, step);
        case op::verbatim:
            return a;
        default:
            return fail_for_good();
        }
    }

    constexpr int push_input(instruction const& step) {
        bool const is_variable = step.code == op::variable;
        direct_step made = step_of(is_variable ? kind::variable : kind::number);
        made.value = is_variable ? step.value : source.slots[step.value];
        return push(made, {0, is_variable ? 24 : 53, -149, 128, true, true, true});
    }
    /// a - tanh(a), of zeros the zero itself
    constexpr int push_tanh_residual(int a) {
        int const rest = push_sum(kind::subtract, a, push_function(function_for(op::tanh), a));
        return push_chosen(op::greater, rest, a, push_absolute(a), push_number(0));
    }
    /// (sinc(a) - cos(a)) / a^2, an even function, next to 0 by its series
    constexpr int push_sinc1(int a) {
        int const one = push_number(1), t = push_absolute(a);
        int const near = push_function(function_for(op::sinc1), push_extreme(true, t, one));
        int const far = push_extreme(false, t, one);
        int const over = push_sum(kind::subtract, push_function(function_for(op::sinc), far),
                                  push_function(function_for(op::cos), far));
        return push_chosen(op::less, near, push_quotient(over, push_product(far, far)), t, one);
    }
    /// |a| + log(1 + exp(-2 |a|)) - log(2)
    constexpr int push_log_of_cosh(int a) {
        int const magnitude = push_absolute(a);
        int const falling = push_function(function_for(op::softplus), push_product(push_number(-2), magnitude));
        return push_sum(kind::subtract, push_sum(kind::add, magnitude, falling), push_special(op::log2));
    }
    /// max(a, b) + log(1 + exp(-|a - b|))
    constexpr int push_log_of_sum(int a, int b) {
        int const apart = push_negative(push_absolute(push_sum(kind::subtract, a, b)));
        return push_sum(kind::add, push_extreme(false, a, b), push_function(function_for(op::softplus), apart));
    }
    constexpr int push_sign(int a) {
        int const zero = push_number(0);
        return push_chosen(op::greater, push_number(1), push_chosen(op::less, push_number(-1), a, a, zero), a, zero);
    }
    constexpr int push_power(int a, int b, instruction const& step) {
        if (!plan.possible) return 0;
        instruction const& exponent = at(step.operands[1]);
        rational const doubled = exponent.code == op::constant
                                     ? multiply(source.constants[exponent.value], normalized(2, 1, 0))
                                     : rational{0, 0, 0};
        if (doubled.fits() && doubled.is_integer() && to_int(doubled) <= 16 && to_int(doubled) >= -16) {
            int const twice = to_int(doubled) < 0 ? -to_int(doubled) : to_int(doubled);
            if (twice == 0) return push_number(1);
            int const base = twice % 2 == 0 ? a : push_function(function_for(op::sqrt), a);
            int const count = twice % 2 == 0 ? twice / 2 : twice;
            int result = base;
            for (int i = 1; i < count; ++i)
                result = push_product(result, base);
            return to_int(doubled) < 0 ? push_quotient(push_number(1), result) : result;
        }
        double_bounds const p = plan.bounds[a];
        double_bounds const q = plan.bounds[b];
        if (p.negative || p.zero || q.greatest > 10) return fail();
        direct_step made = step_of(kind::function, a, b);
        made.function = direct_function::pow;
        made.limits_result = true;
        return push(made, {p.error * 1024 + 230 * (0x1p-49 + q.error), 99, -333, 333, false, false, true});
    }
    constexpr int push_choice(instruction const& step) {
        instruction const& condition = at(step.operands[0]);
        if (condition.code < op::less || condition.code > op::greater_equal) return fail_for_good();
        // What is compared with an infinity is finite.
        if (at(condition.operands[1]).code == op::constant)
            if (rational const& limit = source.constants[at(condition.operands[1]).value]; limit.exponent > 1024) {
                bool const below = condition.code == op::less || condition.code == op::less_equal;
                return step_for(step.operands[below != limit.is_negative() ? 1 : 2]);
            }
        int left = step_for(condition.operands[0]);
        int right = step_for(condition.operands[1]);
        if (!plan.possible) return 0;
        if (plan.bounds[left].error + plan.bounds[right].error != 0) {
            // A difference that is mostly error is seen as a sum that cancels.
            left = push_sum(kind::subtract, left, right);
            right = push_number(0);
        }
        bool const above = condition.code == op::greater || condition.code == op::greater_equal;
        int const input = plan.possible && right == step_for(condition.operands[1]) ? condition.operands[0] : -1;
        int const then = branch(step.operands[1], above ? -1 : input, right);
        int const otherwise = branch(step.operands[2], above ? input : -1, right);
        return push_chosen(condition.code, then, otherwise, left, right);
    }
    constexpr bool depends(int position, int variable) const {
        if (position == variable) return true;
        for (int i = 0; i < at(position).arity(); ++i)
            if (depends(at(position).operands[i], variable)) return true;
        return false;
    }
    /// What is chosen where an input, if it is one, is not above a number: exponentials of it, which must not be too great
    /// elsewhere either, are those of the lesser of the two.
    constexpr int branch(int position, int input, int bound) {
        if (!plan.possible || input < 0 || at(input).code != op::variable || plan.bounds[bound].positive ||
            plan.steps[bound].does != kind::constant || position == input || !depends(position, input))
            return step_for(position);
        short kept[found_formulas::most];
        for (int i = 0; i < source.size; ++i) {
            kept[i] = positions[i];
            if (depends(i, input)) positions[i] = -1;
        }
        positions[input] = static_cast<short>(push_extreme(true, kept[input], bound));
        int const result = step_for(position);
        for (int i = 0; i < source.size; ++i)
            positions[i] = kept[i];
        return result;
    }
};

/// The plan of a program that loses the least digits in sums, if there is one.
constexpr double_plan make_double_plan(program_view source) {
    double_plan none;
    none.possible = false;
    if (source.size > found_formulas::most) return none;
    found_formulas const formulas(source);
    for (double const limit : {230, 115})
        for (int const digits : {20, 16, 10, 6})
            for (bool const deep : {true, false}) {
                double_planner planner(source, formulas, digits, limit, deep);
                planner.make();
                if (planner.plan.possible) return planner.plan;
                if (planner.is_hopeless) return none;
            }
    return none;
}

}  // namespace hillock::detail
