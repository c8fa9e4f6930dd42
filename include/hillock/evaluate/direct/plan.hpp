// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/formulas.hpp>

namespace hillock::detail {

/// A step of a direct plan. A choice compares operands 2 and 3, and takes operand 0 if that holds, else operand 1.
struct direct_step {
    enum class kind : unsigned char {
        variable,
        number,
        constant,
        function,
        add,
        subtract,
        multiply,
        /// operand 0 times operand 1 plus or minus operand 2, rounded once; `value` says which is negated: 1 the product,
        /// 2 the addend.
        fused,
        divide,
        negate,
        absolute,
        minimum,
        maximum,
        choose
    };
    kind does;
    direct_function function;
    op comparison;
    short operands[4];
    /// Which variable, plain number or constant.
    short value;
    /// Of a product with an input: the operand that was computed, and the argument of the function in it; otherwise -1.
    short computed = -1, argument = -1;
    // Of floats that are computed in double (double_plan.hpp):
    /// The arguments between which a function is used; beyond them, and where a result is watched, wide numbers serve.
    double from = -no_limit, to = no_limit;
    /// A value that this one may be less than by so many binary digits, but no more.
    short watched = -1, lost_digits = 0;
    /// A power, which has its limits in the result.
    bool limits_result = false;
    /// A quotient, by what may be 0 or, in a direct plan, infinite.
    bool may_be_infinite = false;

    static constexpr double no_limit = 0x1p1000;
};

/// Whether two steps give the same value.
constexpr bool same_step(direct_step const& a, direct_step const& b) {
    bool operands = true;
    for (int i = 0; i < 4; ++i)
        operands = operands && a.operands[i] == b.operands[i];
    return operands && a.does == b.does && a.function == b.function && a.value == b.value && a.watched == b.watched &&
           a.lost_digits == b.lost_digits && (a.does != direct_step::kind::choose || a.comparison == b.comparison);
}

/// How an expression is computed in the type of its values itself, where that keeps within 2 ULP: by functions with a
/// direct kernel (formulas.hpp), products, sums that cannot cancel what was rounded, and choices between inputs.
struct direct_plan {
    static constexpr int capacity = 24;
    direct_step steps[capacity]{};
    /// In quarters of an ULP. What a product with, or a sum of, independent inputs adds is not counted: there a value is
    /// what storing the operand would make it.
    int errors[capacity]{};
    rational constants[capacity]{};
    int size = 0;
    int constant_count = 0;
    int result = 0;
    bool possible = true;

    constexpr bool is_one_function() const {
        return possible && size == 2 && steps[1].does == direct_step::kind::function;
    }
    constexpr int push(direct_step const& added, int error) {
        if (size == capacity) {
            possible = false;
            return 0;
        }
        steps[size] = added;
        errors[size] = error;
        return size++;
    }
};

/// Makes plans of the parts of a program. A formula is found when it is that of one variable, or of a sum of two.
class direct_planner {
public:
    direct_plan plan;

    constexpr direct_planner(program_view from, bool for_float) : source(from), is_float(for_float) {
        plan.possible = source.size <= most;
        if (!plan.possible) return;
        for (int i = 0; i < source.size; ++i)
            positions[i] = -1;
        for (int i = 0; i < source.size; ++i)
            if (is_variable(i) || is_stored_sum(i) || is_exact_multiple(i)) find_formulas(i);
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
    static constexpr int most = 40;
    static constexpr int rounding = 2, allowed = 8;

    program_view source;
    bool is_float;
    short positions[most]{};
    direct_function functions[most]{};
    short arguments[most]{};

    constexpr instruction const& at(int position) const { return source.code[position]; }
    constexpr bool is_variable(int position) const { return at(position).code == op::variable; }
    constexpr bool is_constant(int position) const { return at(position).code == op::constant; }
    constexpr bool is_given(int position) const { return is_variable(position) || at(position).code == op::number; }
    constexpr bool is_stored_sum(int i) const {
        return (at(i).code == op::add || at(i).code == op::subtract) && is_variable(at(i).operands[0]) &&
               is_variable(at(i).operands[1]);
    }
    /// -x, |x| and 2^n x of a variable, which are not rounded.
    constexpr bool is_exact_multiple(int i) const {
        instruction const& step = at(i);
        if (step.code == op::negate || step.code == op::abs) return is_variable(step.operands[0]);
        return step.code == op::multiply && ((is_variable(step.operands[0]) && is_power_of_two(step.operands[1])) ||
                                             (is_variable(step.operands[1]) && is_power_of_two(step.operands[0])));
    }
    /// Whether a part is never below 0, as its operations show.
    constexpr bool is_not_negative(int i) const {
        instruction const& step = at(i);
        switch (step.code) {
        case op::constant:
            return !source.constants[step.value].is_negative();
        case op::square:
        case op::abs:
        case op::exp:
        case op::sqrt:
        case op::logistic:
        case op::softplus:
            return true;
        case op::multiply:
        case op::add:
            return (step.code == op::multiply && step.operands[0] == step.operands[1]) ||
                   (is_not_negative(step.operands[0]) && is_not_negative(step.operands[1]));
        default:
            return false;
        }
    }
    /// Whether a part is 1 or more, so that a quotient by it loses nothing.
    constexpr bool is_one_or_more(int i) const {
        instruction const& step = at(i);
        if (step.code == op::constant) {
            rational const& value = source.constants[step.value];
            return value.denominator == 1 && value.exponent >= 0 && value.numerator > 0;
        }
        if (step.code == op::sqrt) return is_one_or_more(step.operands[0]);
        return step.code == op::add && is_not_negative(i) &&
               (is_one_or_more(step.operands[0]) || is_one_or_more(step.operands[1]));
    }
    /// Whether a part depends on an input that is given at another.
    constexpr bool depends(int position, int given) const {
        if (position == given) return is_variable(given);
        for (int k = 0; k < at(position).arity(); ++k)
            if (depends(at(position).operands[k], given)) return true;
        return false;
    }

    constexpr void find_formulas(int argument) {
        std::uint64_t hashes[most]{};
        for (int i = 0; i < source.size; ++i) {
            instruction const& step = at(i);
            if (i == argument)
                hashes[i] = formula_argument;
            else if (step.code == op::constant)
                hashes[i] = hash_of(source.constants[step.value]);
            else if (step.code != op::variable && step.code != op::number && step.code != op::user)
                hashes[i] = formula_hash(step, hashes);
            if (i <= argument || hashes[i] == 0 || functions[i] != direct_function::none) continue;
            direct_function const found = find_formula(hashes[i]);
            if (found == direct_function::none || !is_within_bound(found, is_float)) continue;
            functions[i] = found;
            arguments[i] = static_cast<short>(argument);
        }
    }

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

    /// The exact value of arithmetic on constants alone; otherwise, and for a zero that may be negative, one that does
    /// not fit.
    constexpr rational constant_value(int position) const {
        instruction const& step = at(position);
        if (step.code == op::constant) return source.constants[step.value];
        if (step.code < op::add || step.code > op::negate) return unrepresentable;
        rational value = constant_value(step.operands[0]);
        rational const second = step.code == op::negate || !value.fits() ? value : constant_value(step.operands[1]);
        if (!second.fits()) return unrepresentable;
        if (step.code == op::negate) value = negate(value);
        if (step.code == op::multiply) value = multiply(value, second);
        if (step.code == op::divide) value = multiply(value, reciprocal(second));
        if (step.code == op::add) value = add(value, second);
        if (step.code == op::subtract) value = add(value, negate(second));
        return value.is_zero() ? unrepresentable : value;
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
            if (is_constant(a)) return push_scaled(step, 1, error_of_product(a, b));
            if (is_constant(b)) return push_scaled(step, 0, error_of_product(a, b));
            return push(kind::multiply, step, error_of_product(a, b));
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
            return push_sum(step, a, b);
        case op::select:
            return push_choice(step);
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
    constexpr int error_of_product(int a, int b) {
        return error_at(a) + error_at(b) + (is_power_of_two(a) || is_power_of_two(b) ? 0 : rounding);
    }
    /// By what was rounded but is positive. Were it infinite, the ratio would seem to be 0.
    constexpr int push_ratio(instruction const& step, int a, int b) {
        int const position = push(kind::divide, step, error_at(a) + 2 * rounding + error_at(b));
        plan.steps[position].may_be_infinite = true;
        return position;
    }
    /// A computed part times an input.
    constexpr int push_scaled(instruction const& step, int computed, int error) {
        int const position = push(kind::multiply, step, error);
        short const part = plan.steps[position].operands[computed];
        if (!plan.possible || !may_lose_digits(part)) return position;
        if (is_constant(step.operands[1 - computed]) && !is_above_one(step.operands[1 - computed])) return position;
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
        if (step.does == kind::fused && is_number_in_sum(step.operands[2])) return false;
        if (step.does <= kind::divide) return true;
        return may_lose_digits(step.operands[0]) || (step.operands[1] >= 0 && may_lose_digits(step.operands[1]));
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

    constexpr bool is_power_of_two(int position) const {
        if (!is_constant(position)) return false;
        rational const& value = source.constants[at(position).value];
        return value.denominator == 1 && (value.numerator == 1 || value.numerator == -1);
    }
    constexpr bool is_above_one(int position) const {
        rational const& value = source.constants[at(position).value];
        return bit_count(value.numerator) + value.exponent > bit_count(value.denominator) - 1;
    }
    constexpr int push_constant(rational const& value) {
        if (plan.constant_count == direct_plan::capacity) return fail();
        bool const short_enough = value.numerator < (1 << 24) && value.numerator > -(1 << 24);
        if (value.exponent > 60 || value.exponent < -60 || bit_count(value.numerator) > 52 ||
            bit_count(value.denominator) > 52)
            return fail();
        plan.constants[plan.constant_count] = value;
        return plan.push(
            {kind::constant, {}, op::constant, {-1, -1, -1, -1}, static_cast<short>(plan.constant_count++)},
            value.denominator == 1 && short_enough ? 0 : rounding);
    }
    /// A sum of two inputs, or of an input and a constant, is rounded once. An input beside what does not depend on it adds
    /// no error but that of its size. Any other sum might cancel what was rounded.
    constexpr int push_sum(instruction const& step, int a, int b) {
        kind const does = step.code == op::add ? kind::add : kind::subtract;
        bool const simple = is_simple(a) && is_simple(b);
        if (simple && error_at(a) + error_at(b) == 0) return push(does, step, rounding);
        if (step.code == op::add && is_not_negative(a) && is_not_negative(b) &&
            !(is_simple_product(a) && is_simple(b)) && !(is_simple_product(b) && is_simple(a)))
            return push(does, step,
                        greater(error_at(a), error_at(b)) + (error_at(a) + error_at(b) > 0 ? 2 : 1) * rounding);
        if (is_simple_product(a) && is_simple(b)) return push_fused(a, b, step.code == op::subtract ? 2 : 0);
        if (is_simple_product(b) && is_simple(a)) return push_fused(b, a, step.code == op::subtract ? 1 : 0);
        if (is_variable(a) && !depends(b, a)) return push(does, step, error_at(b));
        if (is_variable(b) && !depends(a, b)) return push(does, step, error_at(a));
        return fail();
    }
    constexpr bool is_simple(int position) const { return is_given(position) || is_constant(position); }
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
    constexpr bool is_zero(int position) const {
        return is_constant(position) && source.constants[at(position).value].is_zero();
    }
    /// A sum of inputs, of which rounding keeps the sign.
    constexpr bool is_rounded_once(int position) {
        direct_step const& step = plan.steps[step_for(position)];
        return (step.does == kind::add || step.does == kind::subtract) &&
               plan.steps[step.operands[0]].does <= kind::constant &&
               plan.steps[step.operands[1]].does <= kind::constant && plan.errors[step_for(position)] == rounding;
    }
    /// By a comparison of what has not been rounded, or by a sign that rounding keeps. What is chosen by comparing the same two is the greater or lesser one.
    constexpr int push_choice(instruction const& step) {
        instruction const& condition = at(step.operands[0]);
        if (condition.code < op::less || condition.code > op::greater_equal) return fail();
        bool const is_sign = is_zero(condition.operands[1]) && is_rounded_once(condition.operands[0]);
        if (error_at(condition.operands[0]) + error_at(condition.operands[1]) != 0 && !is_sign) return fail();
        int const error = greater(error_at(step.operands[1]), error_at(step.operands[2]));
        direct_step made{kind::choose, {}, condition.code, {-1, -1, -1, -1}, -1};
        made.operands[0] = static_cast<short>(step_for(step.operands[1]));
        made.operands[1] = static_cast<short>(step_for(step.operands[2]));
        made.operands[2] = static_cast<short>(step_for(condition.operands[0]));
        made.operands[3] = static_cast<short>(step_for(condition.operands[1]));
        if (made.operands[0] == made.operands[2] && made.operands[1] == made.operands[3] &&
            (condition.code == op::less || condition.code == op::greater)) {
            made = {condition.code == op::less ? kind::minimum : kind::maximum,
                    {},
                    condition.code,
                    {made.operands[1], made.operands[0], -1, -1},
                    -1};
        }
        return plan.push(made, error);
    }
};

}  // namespace hillock::detail
