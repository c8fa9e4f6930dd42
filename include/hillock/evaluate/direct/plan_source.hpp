// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/plan_steps.hpp>

namespace hillock::detail {

/// A number to 62 binary digits, of which a double has 53, as an integer of so many.
constexpr rational in_binary(rational const& value) {
    if (!value.fits() || value.is_zero()) return value;
    bool const negative = value.is_negative();
    int128 const whole = negative ? -value.numerator : value.numerator;
    int128 quotient = whole / value.denominator, rest = whole % value.denominator;
    int exponent = value.exponent;
    for (; bit_count(quotient) < 62; --exponent) {
        rest += rest;
        quotient += quotient;
        if (rest < value.denominator) continue;
        rest -= value.denominator;
        ++quotient;
    }
    for (; bit_count(quotient) > 62; ++exponent)
        quotient >>= 1;
    return {negative ? -quotient : quotient, 1, exponent};
}
constexpr rational shortened(rational const& value) {
    if (bit_count(value.numerator) <= 52 && bit_count(value.denominator) <= 52) return value;
    rational const digits = in_binary(value);
    return normalized(digits.numerator, digits.denominator, digits.exponent);
}

/// A program as its planner asks about it. A formula is found when it is that of one variable, of a sum of two, of an exact
/// multiple, or of a product, where the kernel takes what rounds that.
class plan_source {
protected:
    static constexpr int most = 40;

    program_view source;
    bool is_float;
    direct_function functions[most]{};
    short arguments[most]{};

    constexpr plan_source(program_view from, bool for_float) : source(from), is_float(for_float) {
        if (source.size > most) return;
        for (int i = 0; i < source.size; ++i)
            if (is_variable(i) || is_stored_sum(i) || is_exact_multiple(i) || is_product(i)) find_formulas(i);
    }

    constexpr instruction const& at(int position) const { return source.code[position]; }
    constexpr bool is_variable(int position) const { return at(position).code == op::variable; }
    constexpr bool is_constant(int position) const { return at(position).code == op::constant; }
    constexpr bool is_given(int position) const { return is_variable(position) || at(position).code == op::number; }
    constexpr bool is_simple(int position) const { return is_given(position) || is_constant(position); }
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
    constexpr bool is_factor(int i) const {
        return is_given(i) || (at(i).code == op::negate && is_given(at(i).operands[0]));
    }
    /// x y or x^2 of inputs x and y, which may be negated, a multiple of an input, or one of these negated.
    constexpr bool is_product(int i) const {
        instruction const& step = at(i);
        if (step.code == op::negate) return is_product(step.operands[0]) && at(step.operands[0]).code != op::negate;
        if (is_exact_multiple(i)) return false;
        if (step.code == op::square) return is_variable(step.operands[0]);
        if (step.code == op::multiply && is_factor(step.operands[0]) && is_factor(step.operands[1])) return true;
        return is_multiple(linear_of(i)) && !is_variable(i);
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
        case op::max:
            return is_not_negative(step.operands[0]) || is_not_negative(step.operands[1]);
        case op::select: {
            // x, or a multiple, where x is above a number that is not negative
            instruction const& condition = at(step.operands[0]);
            linear const chosen = linear_of(step.operands[1]);
            bool const is_bounded = condition.code == op::greater && is_constant(condition.operands[1]) &&
                                    is_not_negative(condition.operands[1]) && is_multiple(chosen) &&
                                    !chosen.scale.is_negative() && chosen.variable == condition.operands[0];
            return (is_bounded || is_not_negative(step.operands[1])) && is_not_negative(step.operands[2]);
        }
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
    constexpr bool contains(int position, op code) const {
        bool result = at(position).code == code;
        for (int k = 0; k < at(position).arity(); ++k)
            result = result || contains(at(position).operands[k], code);
        return result;
    }
    constexpr bool is_power_of_two(int position) const {
        if (!is_constant(position)) return false;
        rational const& value = source.constants[at(position).value];
        return value.denominator == 1 && (value.numerator == 1 || value.numerator == -1);
    }
    constexpr bool is_above_one(int position) const {
        rational const& value = source.constants[at(position).value];
        return bit_count(value.numerator) + value.exponent > bit_count(value.denominator) - 1;
    }
    constexpr bool is_zero(int position) const {
        return is_constant(position) && source.constants[at(position).value].is_zero();
    }
    /// Whether a condition is that an input is above 0; then it is not where the second is chosen.
    constexpr bool is_above_zero(instruction const& condition) const {
        return (condition.code == op::greater || condition.code == op::greater_equal) &&
               is_variable(condition.operands[0]) && is_zero(condition.operands[1]);
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
    /// scale x + offset of an input x.
    struct linear {
        rational scale, offset;
        int variable;
        constexpr bool is_found() const { return variable >= 0 && scale.fits() && offset.fits(); }
    };
    constexpr linear linear_of(int position) const {
        instruction const& step = at(position);
        if (step.code == op::variable) return {{1, 1, 0}, {0, 1, 0}, position};
        if (step.code < op::add || step.code > op::divide) return {{}, {}, -1};
        int const left = step.operands[0], right = step.operands[1];
        bool const is_left = constant_value(right).fits();
        if (!is_left && (!constant_value(left).fits() || step.code == op::divide)) return {{}, {}, -1};
        linear made = linear_of(is_left ? left : right);
        rational const number = constant_value(is_left ? right : left);
        if (step.code == op::multiply || step.code == op::divide) {
            rational const factor = step.code == op::divide ? reciprocal(number) : number;
            return {multiply(made.scale, factor), multiply(made.offset, factor), made.variable};
        }
        if (step.code == op::subtract && !is_left) made.scale = negate(made.scale), made.offset = negate(made.offset);
        made.offset = add(made.offset, step.code == op::subtract && is_left ? negate(number) : number);
        return made;
    }
    static constexpr bool is_multiple(linear const& of) {
        return of.is_found() && of.offset.is_zero() && !of.scale.is_zero();
    }
    constexpr bool is_exact(rational const& value) const {
        return value.fits() && value.denominator == 1 && bit_count(value.numerator) <= (is_float ? 24 : 52) &&
               value.exponent >= -60 && value.exponent <= 60;
    }
    constexpr void find_formulas(int argument) {
        std::uint64_t hashes[most]{};
        hash_formulas(source, argument, hashes);
        for (int i = argument + 1; i < source.size; ++i) {
            if (hashes[i] == 0 || functions[i] != direct_function::none) continue;
            direct_function const found = find_formula(hashes[i]);
            if (found == direct_function::none || !is_within_bound(found, is_float)) continue;
            if (is_product(argument) && !takes_excess(found)) continue;
            functions[i] = found;
            arguments[i] = static_cast<short>(argument);
        }
    }
};

}  // namespace hillock::detail
