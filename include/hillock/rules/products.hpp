// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/rules/identities.hpp>
#include <hillock/rules/terms.hpp>

namespace hillock::detail {

/// A product in the making: a coefficient and (base, exponent) pairs.
struct product_parts {
    int coefficient = 1;  // the index of the number 1
    factor_list bases;
};

/// The normal forms of sums, products and calls. `Forms` is the class that joins them (normal_forms.hpp), as a sum's normal
/// form may need a product's and the other way round.
///
/// Products: constants are folded into one coefficient, equal bases are one with their exponents added, exponentials are
/// joined, and what a base holds as a factor (2x + 2 = 2 (x + 1)) moves out. It is assumed that each part is defined:
/// x / x is 1, sqrt(x) * sqrt(x) is x.
template <class Forms, int Capacity>
struct product_forms : terms<Capacity> {
    using base = terms<Capacity>;
    using base::number_one, base::number_zero, base::number_minus_one, base::number_two, base::one, base::zero;

    constexpr int product(product_parts parts) {
        apply_rules(parts);
        if (parts.coefficient == number_zero) return zero;
        factor_list& list = parts.bases;
        if (list.overflow) this->overflow = true;
        if (list.size == 0) return this->constant(parts.coefficient);
        int result = list.items[0].id;
        if (list.size > 1 || list.items[0].number != number_one) {
            this->sort(list);
            result = this->intern(op::product, -1, list.items, list.size);
        }
        return parts.coefficient == number_one ? result : forms().scaled(result, parts.coefficient);
    }

    constexpr int multiply_terms(int a, int b) {
        product_parts parts;
        multiply_into(parts, a, number_one);
        multiply_into(parts, b, number_one);
        return product(parts);
    }
    constexpr int power(int id, int exponent) {
        if (exponent == number_one) return id;
        product_parts parts;
        multiply_into(parts, id, exponent);
        return product(parts);
    }
    constexpr int power(int id, rational const& exponent) { return power(id, this->number_index(exponent)); }
    constexpr int divide_terms(int a, int b) { return multiply_terms(a, power(b, number_minus_one)); }

    /// Multiplies by id^exponent.
    constexpr void multiply_into(product_parts& parts, int id, int exponent) {
        if (exponent == number_zero || id == one) return;
        rational const power = this->numbers[exponent];
        if (id == zero && power.is_negative()) {  // a pole, to whatever power
            if (parts.bases.find(zero) < 0) parts.bases.push(zero, number_minus_one);
            return;
        }
        int const whole = to_int(power);
        switch (this->code(id)) {
        case op::constant: {
            rational folded = unrepresentable;
            if (whole != 0 && (whole > 0 || id != zero)) {
                folded = integer_power(this->number_of(id), whole);
            } else if (power.denominator == 1 && power.exponent == -1) {
                rational const root = exact_root(this->number_of(id));
                if (root.fits() && !root.is_zero()) folded = integer_power(root, static_cast<int>(power.numerator));
            }
            if (folded.fits()) {
                int const coefficient = this->multiply_numbers(parts.coefficient, this->number_index(folded));
                if (coefficient >= 0) {
                    parts.coefficient = coefficient;
                    return;
                }
            }
            break;
        }
        case op::sum: {
            int const content = content_of(id, whole != 0);
            if (content != number_one) {
                multiply_into(parts, this->constant(content), exponent);
                int const inverse = this->number_index(reciprocal(this->numbers[content]));
                multiply_into(parts, forms().scaled(id, inverse), exponent);
                return;
            }
            if (whole < 0) {
                if (int const argument = forms().logistic_denominator(id); argument >= 0) {
                    multiply_into(parts, forms().call(op::logistic, forms().negated(argument)),
                                  this->negate_number(exponent));
                    return;
                }
            }
            break;
        }
        case op::product: {
            auto const inner = this->entries[id];
            factor const first = this->pool[inner.first];
            bool const even = inner.count == 1 && to_int(this->numbers[first.number], 1) % 2 == 0;
            bool const monotone = inner.count == 1 && !even;
            if (whole == 0 && !monotone && !even) break;
            for (int i = 0; i < inner.count; ++i) {
                factor const part = this->pool[inner.first + i];
                int const joined = this->multiply_numbers(part.number, exponent);
                if (joined < 0)
                    this->overflow = true;
                else
                    multiply_into(parts, whole == 0 && even ? forms().call(op::abs, part.id) : part.id, joined);
            }
            return;
        }
        default:
            break;
        }
        int const position = parts.bases.find(id);
        if (position < 0) {
            parts.bases.push(id, exponent);
            return;
        }
        int const joined = this->add_numbers(parts.bases.items[position].number, exponent);
        if (joined < 0) {
            parts.bases.push(id, exponent);
            return;
        }
        parts.bases.erase(position);
        // Again from the start: x^(1/2) twice is x, whose own factors then count.
        multiply_into(parts, id, joined);
    }

private:
    constexpr Forms& forms() { return static_cast<Forms&>(*this); }

    /// What moves out of a sum among the factors of a product, so that sums in proportion become the same: the greatest
    /// common divisor where the coefficients are then small whole numbers (x / 3 + 1 / 2 = (2 x + 3) / 6), else the first
    /// one (0.044715 x^3 + x stays as it is). With the first one's sign when `with_sign`.
    constexpr int content_of(int sum, bool with_sign) {
        auto const parts = this->entries[sum];
        rational const first = this->numbers[this->pool[parts.first].number];
        rational common = first.is_negative() ? negate(first) : first;
        rational const leading = common;
        bool small = true;
        // 1 next to whole numbers, by far the most frequent case.
        bool unit = false;
        bool whole_numbers = true;
        for (int i = 0; i < parts.count; ++i) {
            int const number = this->pool[parts.first + i].number;
            unit = unit || number == number_one || number == number_minus_one;
            whole_numbers =
                whole_numbers && (number == number_one || number == number_minus_one || number == number_two);
        }
        if (unit && whole_numbers) return with_sign && first.is_negative() ? number_minus_one : number_one;
        for (int i = 1; i < parts.count && small; ++i) {
            rational const& other = this->numbers[this->pool[parts.first + i].number];
            int128 const divisor = greatest_common_divisor(common.denominator, other.denominator);
            small = bit_count(common.denominator) + bit_count(other.denominator / divisor) <= 62;
            if (!small) break;
            common = {greatest_common_divisor(common.numerator, other.numerator),
                      common.denominator * (other.denominator / divisor),
                      common.exponent < other.exponent ? common.exponent : other.exponent};
        }
        for (int i = 0; i < parts.count && small; ++i) {
            rational const whole = multiply(this->numbers[this->pool[parts.first + i].number], reciprocal(common));
            small = whole.fits() && bit_count(whole.numerator) + whole.exponent <= 10;
        }
        if (!small) common = leading;
        if (!with_sign && parts.count > 1 && !exact_root(common).fits()) return number_one;
        if (!with_sign && parts.count == 1 && first.is_negative()) return number_one;
        return this->number_index(with_sign && first.is_negative() ? negate(common) : common);
    }

    constexpr void apply_rules(product_parts& parts) {
        factor_list& list = parts.bases;
        join_exponentials(list);
        for (int i = 0; i < list.size; ++i) {
            op const code = this->code(list.items[i].id);
            if (code == op::abs) {
                int const inner = this->argument(list.items[i].id);
                int const exponent = list.items[i].number;
                if (int const power = to_int(this->numbers[exponent]); power != 0 && power % 2 == 0) {
                    list.erase(i);
                    multiply_into(parts, inner, exponent);
                    return apply_rules(parts);
                }
            }
            if (code == op::sign && list.items[i].number == number_one) {
                int const inner = this->argument(list.items[i].id);
                int const partner = list.find(inner);
                if (partner >= 0 && list.items[partner].number == number_one) {
                    int const absolute = forms().call(op::abs, inner);
                    list.erase(i > partner ? i : partner);
                    list.erase(i > partner ? partner : i);
                    multiply_into(parts, absolute, number_one);
                    return apply_rules(parts);
                }
            }
            if (code == op::exp && forms().stabilizing && join_logistic(parts, i)) return apply_rules(parts);
            if (code == op::sinh || code == op::sin)
                for (quotient_rule const& rule : quotient_rules)
                    if (code == rule.f && apply_quotient(parts, i, rule)) return apply_rules(parts);
            if (code == op::select && join_selects(parts, i)) return apply_rules(parts);
        }
    }

    /// exp(a)^n * exp(b) = exp(n a + b)
    constexpr void join_exponentials(factor_list& list) {
        int count = 0;
        bool plain = true;
        for (factor const& item : list)
            if (this->code(item.id) == op::exp) {
                ++count;
                plain = plain && item.number == number_one;
            }
        if (count == 0 || (count == 1 && plain)) return;
        factor_list exponents;
        for (int i = list.size - 1; i >= 0; --i)
            if (this->code(list.items[i].id) == op::exp) {
                forms().add_to(exponents, this->argument(list.items[i].id), list.items[i].number);
                list.erase(i);
            }
        int const joined = forms().call(op::exp, forms().sum(exponents));
        if (joined != one) list.push(joined, number_one);
    }

    /// exp(a) * sigmoid(-a) = sigmoid(a)
    constexpr bool join_logistic(product_parts& parts, int position) {
        factor_list& list = parts.bases;
        if (list.items[position].number != number_one) return false;
        for (int i = 0; i < list.size; ++i) {
            if (this->code(list.items[i].id) != op::logistic || to_int(this->numbers[list.items[i].number]) < 1)
                continue;
            int const argument = this->argument(list.items[position].id);
            if (this->argument(list.items[i].id) != forms().negated(argument)) continue;
            factor const logistic = list.items[i];
            list.erase(i > position ? i : position);
            list.erase(i > position ? position : i);
            multiply_into(parts, logistic.id, this->add_numbers(logistic.number, number_minus_one));
            multiply_into(parts, forms().call(op::logistic, argument), number_one);
            return true;
        }
        return false;
    }

    constexpr bool apply_quotient(product_parts& parts, int position, quotient_rule const& rule) {
        factor const top = parts.bases.items[position];
        int const argument = this->argument(top.id);
        for (int i = 0; i < parts.bases.size; ++i) {
            factor const bottom = parts.bases.items[i];
            if (this->code(bottom.id) != rule.g || this->argument(bottom.id) != argument) continue;
            if (bottom.number != this->negate_number(top.number)) return false;
            parts.bases.erase(i > position ? i : position);
            parts.bases.erase(i > position ? position : i);
            multiply_into(parts, forms().call(rule.h, argument), top.number);
            return true;
        }
        return false;
    }

    /// select(c, a, b) * select(c, p, q) = select(c, a p, b q)
    constexpr bool join_selects(product_parts& parts, int position) {
        factor const first = parts.bases.items[position];
        for (int i = position + 1; i < parts.bases.size; ++i) {
            factor const second = parts.bases.items[i];
            if (this->code(second.id) != op::select || this->argument(second.id) != this->argument(first.id)) continue;
            if (to_int(this->numbers[first.number]) <= 0 || to_int(this->numbers[second.number]) <= 0) continue;
            int const condition = this->argument(first.id);
            int branches[2]{};
            for (int k = 0; k < 2; ++k)
                branches[k] = multiply_terms(power(this->argument(first.id, k + 1), first.number),
                                             power(this->argument(second.id, k + 1), second.number));
            parts.bases.erase(i);
            parts.bases.erase(position);
            multiply_into(parts, forms().call(op::select, condition, branches[0], branches[1]), number_one);
            return true;
        }
        return false;
    }
};

}  // namespace hillock::detail
