// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/rules/sum_rules.hpp>

namespace hillock::detail {

/// The normal form of every operation: what `simplify` and `stabilize` make of a term.
template <int Capacity>
struct normal_forms : sum_rules<normal_forms<Capacity>, Capacity> {
    using base = terms<Capacity>;
    using base::number_one, base::number_zero, base::number_minus_one, base::number_two, base::one, base::zero;

    /// A function, condition or choice of terms in normal form.
    constexpr int call(op code, int a, int b = -1, int c = -1) {
        switch (code) {
        case op::select:
            return choice(a, b, c);
        case op::less:
        case op::less_equal:
            return comparison(code, a, b);
        case op::greater:
            return comparison(op::less, b, a);
        case op::greater_equal:
            return comparison(op::less_equal, b, a);
        case op::logical_not:
            return a == one ? zero : a == zero ? one : plain(code, a);
        case op::logical_and:
            return a == zero || b == zero ? zero : a == one || a == b ? b : b == one ? a : plain(code, a, b);
        case op::logical_or:
            return a == one || b == one ? one : a == zero || a == b ? b : b == zero ? a : plain(code, a, b);
        case op::min:
        case op::max:
            return extreme(code, a, b);
        case op::clamp:
            if (this->is_constant(a) && this->is_constant(b) && this->is_constant(c))
                return extreme(op::min, extreme(op::max, a, b), c);
            return plain(code, a, b, c);
        case op::pow:
            return general_power(a, b);
        case op::sqrt:
            return this->power(a, half);
        case op::rsqrt:
            return this->power(a, {-1, 1, -1});
        case op::square:
            return this->power(a, number_two);
        case op::logsumexp2:
            return this->compare(b, a) < 0 ? plain(code, b, a) : plain(code, a, b);
        case op::atan2:
            return plain(code, a, b);
        default:
            return function(code, a);
        }
    }
    /// A node as it is, with no rule applied.
    constexpr int plain(op code, int a, int b = -1, int c = -1, int value = -1) {
        factor const operands[3] = {{static_cast<short>(a), 0}, {static_cast<short>(b), 0}, {static_cast<short>(c), 0}};
        return this->intern(code, value, operands, c >= 0 ? 3 : b >= 0 ? 2 : 1);
    }

private:
    constexpr int function(op code, int a) {
        if (int const place = fact_of(code); place >= 0) {
            function_fact const& fact = function_facts[place];
            if (fact.value.fits() && a == (fact.at == 0 ? zero : one)) return this->constant(fact.value);
            if (fact.parity != function_fact::neither && leads_negative(a)) {
                int const mirrored = function(code, this->negated(a));
                return fact.parity == function_fact::even ? mirrored : this->negated(mirrored);
            }
        }
        switch (code) {
        case op::exp:
            if (this->code(a) == op::log) return plain(code, a);
            if (this->stabilizing && this->code(a) == op::sum && this->entries[a].count == 1 &&
                this->operand(a, 0).number == number_minus_one && this->code(this->operand(a, 0).id) == op::softplus)
                return function(op::logistic,
                                this->negated(this->argument(this->operand(a, 0).id)));  // exp(-softplus(a))
            break;
        case op::log:
            if (this->code(a) == op::exp) return this->argument(a);
            if (this->code(a) == op::e) return one;
            if (this->stabilizing)
                if (int const stable = stable_log(a); stable >= 0) return stable;
            break;
        case op::log1p:
            if (this->stabilizing && this->code(a) == op::exp) return function(op::softplus, this->argument(a));
            break;
        case op::abs:
            if (this->is_constant(a)) return a;  // its sign is gone above
            if (is_nonnegative(a)) return a;
            break;
        case op::sign:
            if (this->is_constant(a)) return one;
            break;
        case op::floor:
        case op::round:
            if (this->is_constant(a) && this->number_of(a).is_integer()) return a;
            break;
        case op::tanh:
            if (this->stabilizing && this->code(a) == op::softplus) return plain(op::tanh_softplus, this->argument(a));
            break;
        case op::erfc:
            if (this->stabilizing)
                if (int const cdf = as_normal_cdf(a); cdf >= 0) return cdf;
            break;
        default:
            break;
        }
        return plain(code, a);
    }

    /// log of 1 + exp(a), of exp(a) + exp(b), of 1 + a, of sigmoid(a) and of cosh(a); -1 for anything else.
    constexpr int stable_log(int a) {
        if (this->code(a) == op::cosh) return function(op::logcosh, this->argument(a));
        if (this->code(a) == op::logistic)
            return this->negated(function(op::softplus, this->negated(this->argument(a))));
        if (this->code(a) != op::sum) return -1;
        if (int const inner = this->logistic_denominator(a); inner >= 0) return function(op::softplus, inner);
        factor_list list = this->operands_of(a);
        if (list.size == 2 && this->code(list.items[0].id) == op::exp && this->code(list.items[1].id) == op::exp &&
            list.items[0].number == number_one && list.items[1].number == number_one)
            return call(op::logsumexp2, this->argument(list.items[0].id), this->argument(list.items[1].id));
        for (int i = 0; i < list.size; ++i)
            if (list.size > 1 && list.items[i].number == number_one && this->take_as_one(list.items[i].id)) {
                list.erase(i);
                return function(op::log1p, this->sum(list));
            }
        return -1;
    }

    /// erfc(-a / sqrt(2)) = 2 normal_cdf(a); -1 when the argument has no factor 1 / sqrt(2).
    constexpr int as_normal_cdf(int argument) {
        int const two_id = this->constant(number_two);
        int term = argument;
        if (this->code(term) == op::sum && this->entries[term].count == 1) term = this->operand(term, 0).id;
        if (this->code(term) != op::product) return -1;
        for (int i = 0; i < this->entries[term].count; ++i) {
            factor const part = this->operand(term, i);
            if (part.id != two_id) continue;
            int const cdf =
                function(op::normal_cdf, this->negated(this->multiply_terms(argument, this->power(two_id, half))));
            return this->scaled(cdf, number_two);
        }
        return -1;
    }

    constexpr int general_power(int a, int b) {
        if (this->is_constant(b)) {
            rational const& exponent = this->number_of(b);
            if (bit_count(exponent.numerator) < 24 && bit_count(exponent.denominator) < 24 && exponent.exponent > -16 &&
                exponent.exponent < 16)
                return this->power(a, this->entries[b].value);
        }
        if (a == one) return one;
        return plain(op::pow, a, b);
    }

    constexpr int extreme(op code, int a, int b) {
        if (a == b) return a;
        if (this->is_constant(a) && this->is_constant(b))
            return is_less(this->number_of(a), this->number_of(b)) == (code == op::min) ? a : b;
        return this->compare(b, a) < 0 ? plain(code, b, a) : plain(code, a, b);
    }

    constexpr int comparison(op code, int a, int b) {
        if (a == b) return code == op::less_equal ? one : zero;
        if (this->is_constant(a) && this->is_constant(b))
            return is_less(this->number_of(a), this->number_of(b)) ? one : zero;
        return plain(code, a, b);
    }

    constexpr int choice(int condition, int a, int b) {
        if (this->code(a) == op::select && this->argument(a) == condition) a = this->argument(a, 1);
        if (this->code(b) == op::select && this->argument(b) == condition) b = this->argument(b, 2);
        if (a == b || condition == one) return a;
        if (condition == zero) return b;
        if (this->code(condition) == op::logical_not) return plain(op::select, this->argument(condition), b, a);
        return plain(op::select, condition, a, b);
    }

    /// Whether the term reads with a minus in front: then an odd or even function is applied to its opposite.
    constexpr bool leads_negative(int id) const {
        if (this->is_constant(id)) return this->number_of(id).is_negative();
        return this->code(id) == op::sum && this->numbers[this->operand(id, 0).number].is_negative();
    }

    constexpr bool is_nonnegative(int id) const {
        switch (this->code(id)) {
        case op::constant:
            return !this->number_of(id).is_negative();
        case op::abs:
        case op::exp:
        case op::exp2:
        case op::cosh:
        case op::sech_square:
        case op::logistic:
        case op::softplus:
        case op::erfc:
        case op::normal_cdf:
        case op::normal_pdf:
            return true;
        case op::sum:
            for (int i = 0; i < this->entries[id].count; ++i)
                if (this->numbers[this->operand(id, i).number].is_negative() ||
                    !is_nonnegative(this->operand(id, i).id))
                    return false;
            return true;
        case op::product:
            for (int i = 0; i < this->entries[id].count; ++i) {
                rational const& exponent = this->numbers[this->operand(id, i).number];
                if (to_int(exponent, 1) % 2 != 0 && exponent.is_integer() && !is_nonnegative(this->operand(id, i).id))
                    return false;
            }
            return true;
        default:
            return false;
        }
    }
};

}  // namespace hillock::detail
