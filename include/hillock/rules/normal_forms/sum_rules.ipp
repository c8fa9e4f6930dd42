// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

namespace hillock::detail {

// How the rules of identities.hpp are matched and applied to a sum, and those that are not lines of a table.
//
// A rule's terms may have a common factor and a common scale: 3 x - 3 x tanh^2(a) is 3 x sech^2(a).

/// term / base^power
constexpr int normal_forms::without(int term, int base, rational const& power) {
    if (term == base && power == one_number) return one;
    product_parts parts;
    append_factors(parts.bases, term, base);
    int const left = add_numbers(exponent_in(term, base), number_index(negate(power)));
    multiply_into(parts, base, left);
    return product(parts);
}

/// Removes number * id from the list when it is there with just this number.
constexpr bool normal_forms::take(factor_list& list, int id, int number) {
    if (number < 0) return false;
    factor_list wanted;
    add_to(wanted, id, number);
    factor_list rest = list;
    for (factor const& item : wanted) {
        bool found = false;
        for (int i = 0; i < rest.size && !found; ++i) {
            if (rest.items[i].number != item.number) continue;
            found = rest.items[i].id == item.id || (item.id == one && take_as_one(rest.items[i].id));
            if (found) rest.erase(i);
        }
        if (!found) return false;
    }
    list = rest;
    return true;
}

constexpr int normal_forms::scale(int number, rational const& by) {
    return multiply_numbers(number, number_index(by));
}

constexpr void normal_forms::add_product(factor_list& list, int a, int b, int number) {
    add_to(list, multiply_terms(a, b), number);
}

/// Applies the first rule that fits; false when none does.
constexpr bool normal_forms::apply_sum_rules(factor_list& list) {
    for (int i = 0; i < list.size; ++i) {
        factor const term = list.items[i];
        int const count = factor_count(term.id);
        for (int k = 0; k < count; ++k) {
            factor const part = factor_at(term.id, k);
            op const code = this->code(part.id);
            if (code == op::select && count == 1 && list.size > 1 && join_selects(list, i)) return true;
            if (list.size > 1 && has_sum_rule(code)) {
                int const power = to_int(numbers[part.number]);
                if (power > 0 && apply_function_rules(list, term, part.id, power)) return true;
            }
            if (stabilizing && list.size > 1 && code == op::sum && apply_root_rule(list, term, part)) return true;
        }
    }
    return false;
}

/// Whether any term has this coefficient: most rules are ruled out by that, before their terms are made.
constexpr bool normal_forms::has_number(factor_list const& list, int number) {
    for (int i = 0; i < list.size; ++i)
        if (list.items[i].number == number) return true;
    return false;
}

/// Whether a rule of identities.hpp begins with this function.
constexpr bool normal_forms::has_sum_rule(op code) {
    switch (code) {
    case op::exp:
    case op::expm1:
    case op::sin:
    case op::cos:
    case op::cosh:
    case op::tanh:
    case op::sech_square:
    case op::erf:
    case op::erfc:
    case op::normal_cdf:
    case op::logistic:
    case op::softplus:
        return true;
    default:
        return false;
    }
}

constexpr bool normal_forms::apply_function_rules(factor_list& list, factor term, int function, int power) {
    op const code = this->code(function);
    int const argument = this->argument(function);
    for (offset_rule const& rule : offset_rules) {
        if (rule.f != code || power < rule.power) continue;
        if (rule.when == applies::when_stabilizing && !stabilizing) continue;
        int const by = scale(term.number, reciprocal(rule.coefficient));
        if (!has_number(list, scale(by, rule.offset))) continue;
        int const others = without(term.id, function, rational_from_int(rule.power));
        if (!take(list, others, scale(by, rule.offset))) continue;
        take(list, term.id, term.number);
        int const replaced = call(rule.g, scaled(argument, rule.inner));
        add_product(list, others, this->power(replaced, rational_from_int(rule.outer)), scale(by, rule.scale));
        return true;
    }
    for (pair_rule const& rule : pair_rules) {
        if (rule.f != code || power < rule.power_f) continue;
        if (!has_number(list, scale(term.number, rule.other))) continue;
        int const others = without(term.id, function, rational_from_int(rule.power_f));
        int const partner = this->power(call(rule.g, argument), rational_from_int(rule.power_g));
        if (!take(list, multiply_terms(others, partner), scale(term.number, rule.other))) continue;
        take(list, term.id, term.number);
        add_to(list, others, term.number);
        return true;
    }
    if (!stabilizing) return false;
    for (argument_rule const& rule : argument_rules) {
        if (rule.f != code) continue;
        int const by = scale(term.number, reciprocal(rule.coefficient));
        int const others = without(term.id, function, one_number);
        if (!take(list, multiply_terms(others, argument), scale(by, rule.multiple))) continue;
        take(list, term.id, term.number);
        add_product(list, others, call(rule.g, scaled(argument, rule.inner)), scale(by, rule.scale));
        return true;
    }
    for (mirror_rule const& rule : mirror_rules) {
        if (rule.f != code) continue;
        int const others = without(term.id, function, one_number);
        int const mirrored = call(code, negated(argument));
        if (!take(list, multiply_terms(others, mirrored), scale(term.number, rule.other))) continue;
        take(list, term.id, term.number);
        int const replaced = rule.g == op::constant   ? one
                             : rule.g == op::variable ? argument
                                                      : call(rule.g, scaled(argument, rule.inner));
        add_product(list, others, replaced, scale(term.number, rule.scale));
        return true;
    }
    return false;
}

/// select(c, a, b) + select(c, p, q) = select(c, a + p, b + q), with coefficients
constexpr bool normal_forms::join_selects(factor_list& list, int position) {
    factor const first = list.items[position];
    for (int i = position + 1; i < list.size; ++i) {
        factor const second = list.items[i];
        if (code(second.id) != op::select || argument(second.id) != argument(first.id)) continue;
        int branches[2]{};
        for (int k = 0; k < 2; ++k) {
            factor_list branch;
            add_to(branch, argument(first.id, k + 1), first.number);
            add_to(branch, argument(second.id, k + 1), second.number);
            branches[k] = sum(branch);
        }
        list.erase(i);
        list.erase(position);
        add_to(list, call(op::select, argument(first.id), branches[0], branches[1]), number_one);
        return true;
    }
    return false;
}

/// sqrt(a^2 + b) + a = b / (sqrt(a^2 + b) - a) where a < 0, and sqrt(1 + b) - 1 = b / (sqrt(1 + b) + 1).
///
/// `root` is a power of a^2 + b in a term. Either the term's partner has a in the place of one sqrt(a^2 + b), or the term
/// has a and its partner the root in its place: then this is 1 + a / sqrt(a^2 + b).
constexpr bool normal_forms::apply_root_rule(factor_list& list, factor term, factor root) {
    if (numbers[root.number] == minus_one) return apply_absolute_rule(list, term, root.id);
    if (numbers[root.number].is_integer() || numbers[root.number].exponent != -1) return false;
    int const radical = power(root.id, half);
    for (factor const& inner : operands_of(root.id)) {
        if (inner.number != number_one) continue;
        int const rooted = inner.id == one ? one : power(inner.id, half);
        int const a = code(rooted) == op::abs ? argument(rooted) : rooted;
        bool const has_a = a != one && exponent_in(term.id, a) == number_one;
        int const others = has_a ? without(term.id, a, one_number) : without(term.id, root.id, half);
        factor_list changed = list;
        int const partner = multiply_terms(others, has_a ? radical : a);
        bool const same_sign = take(changed, partner, term.number);
        if (same_sign && a == one) continue;  // sqrt(1 + b) + 1, which is as it should be
        if (!same_sign && !take(changed, partner, negate_number(term.number))) continue;
        if (!take(changed, term.id, term.number)) continue;
        int const signed_a = same_sign ? a : negated(a);
        factor_list rest = operands_of(root.id);
        rest.erase(rest.find(inner.id));
        int const quotient = divide_terms(finish_sum(rest), add_plain(radical, negated(signed_a)));
        int const stable = call(op::select, call(op::less, signed_a, zero), quotient, add_plain(radical, signed_a));
        list = changed;
        add_product(list, others, stable, has_a && !same_sign ? negate_number(term.number) : term.number);
        return true;
    }
    return false;
}

/// 1 + a / (|a| + b) = (b + (a > 0 ? 2 a : 0)) / (|a| + b), and with the other sign likewise; with a number b > 0 this is
/// a > 0 ? 2 - b / (|a| + b) : b / (|a| + b), which rounds less.
constexpr bool normal_forms::apply_absolute_rule(factor_list& list, factor term, int divisor) {
    for (factor const& inner : operands_of(divisor)) {
        if (inner.number != number_one || code(inner.id) != op::abs) continue;
        int const a = argument(inner.id);
        if (exponent_in(term.id, a) != number_one) continue;
        int const others = without(term.id, a, one_number);
        int const partner = multiply_terms(others, divisor);
        factor_list changed = list;
        int by = term.number;
        bool const same_sign = take(changed, partner, by);
        if (!same_sign && !take(changed, partner, by = negate_number(by))) continue;
        if (!take(changed, term.id, term.number)) continue;
        int const is_above = call(op::less, zero, same_sign ? a : negated(a));
        factor_list rest = operands_of(divisor);
        rest.erase(rest.find(inner.id));
        list = changed;
        if (rest.size == 1 && rest.items[0].id == one && numbers[rest.items[0].number].numerator > 0) {
            int const below = divide_terms(finish_sum(rest), divisor);
            factor_list above;
            add_to(above, one, number_two);
            add_to(above, below, negate_number(number_one));
            add_product(list, partner, call(op::select, is_above, finish_sum(above), below), by);
            return true;
        }
        int const doubled = scaled(a, same_sign ? number_two : negate_number(number_two));
        rest.push(call(op::select, is_above, doubled, zero), number_one);
        add_product(list, others, finish_sum(rest), by);
        return true;
    }
    return false;
}

/// A sum that no rule is tried on.
constexpr int normal_forms::add_plain(int a, int b) {
    factor_list list;
    add_to(list, a, number_one);
    add_to(list, b, number_one);
    return finish_sum(list);
}

}  // namespace hillock::detail
