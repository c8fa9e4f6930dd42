// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

namespace hillock::detail {

// How the rules of identities.hpp are applied to a product, and those that are not lines of a table.

constexpr void normal_forms::apply_rules(product_parts& parts) {
    factor_list& list = parts.bases;
    join_exponentials(list);
    for (int i = 0; i < list.size; ++i) {
        op const code = this->code(list.items[i].id);
        if (code == op::abs) {
            int const inner = argument(list.items[i].id);
            int const exponent = list.items[i].number;
            if (int const power = to_int(numbers[exponent]); power != 0 && power % 2 == 0) {
                list.erase(i);
                multiply_into(parts, inner, exponent);
                return apply_rules(parts);
            }
        }
        if (code == op::sign && list.items[i].number == number_one) {
            int const inner = argument(list.items[i].id);
            int const partner = list.find(inner);
            if (partner >= 0 && list.items[partner].number == number_one) {
                int const absolute = call(op::abs, inner);
                list.erase(i > partner ? i : partner);
                list.erase(i > partner ? partner : i);
                multiply_into(parts, absolute, number_one);
                return apply_rules(parts);
            }
        }
        if (code == op::exp && stabilizing && join_logistic(parts, i)) return apply_rules(parts);
        if (code == op::sinh || code == op::sin)
            for (quotient_rule const& rule : quotient_rules)
                if (code == rule.f && apply_quotient(parts, i, rule)) return apply_rules(parts);
        if (code == op::select && join_selects(parts, i)) return apply_rules(parts);
    }
}

/// exp(a)^n * exp(b) = exp(n a + b)
constexpr void normal_forms::join_exponentials(factor_list& list) {
    int count = 0;
    bool plain = true;
    for (factor const& item : list)
        if (code(item.id) == op::exp) {
            ++count;
            plain = plain && item.number == number_one;
        }
    if (count == 0 || (count == 1 && plain)) return;
    factor_list exponents;
    for (int i = list.size - 1; i >= 0; --i)
        if (code(list.items[i].id) == op::exp) {
            add_to(exponents, argument(list.items[i].id), list.items[i].number);
            list.erase(i);
        }
    int const joined = call(op::exp, sum(exponents));
    if (joined != one) list.push(joined, number_one);
}

/// exp(a) * sigmoid(-a) = sigmoid(a)
constexpr bool normal_forms::join_logistic(product_parts& parts, int position) {
    factor_list& list = parts.bases;
    if (list.items[position].number != number_one) return false;
    for (int i = 0; i < list.size; ++i) {
        if (code(list.items[i].id) != op::logistic || to_int(numbers[list.items[i].number]) < 1) continue;
        int const argument = this->argument(list.items[position].id);
        if (this->argument(list.items[i].id) != negated(argument)) continue;
        factor const logistic = list.items[i];
        list.erase(i > position ? i : position);
        list.erase(i > position ? position : i);
        multiply_into(parts, logistic.id, add_numbers(logistic.number, number_minus_one));
        multiply_into(parts, call(op::logistic, argument), number_one);
        return true;
    }
    return false;
}

constexpr bool normal_forms::apply_quotient(product_parts& parts, int position, quotient_rule const& rule) {
    factor const top = parts.bases.items[position];
    int const argument = this->argument(top.id);
    for (int i = 0; i < parts.bases.size; ++i) {
        factor const bottom = parts.bases.items[i];
        if (code(bottom.id) != rule.g || this->argument(bottom.id) != argument) continue;
        if (bottom.number != negate_number(top.number)) return false;
        parts.bases.erase(i > position ? i : position);
        parts.bases.erase(i > position ? position : i);
        multiply_into(parts, call(rule.h, argument), top.number);
        return true;
    }
    return false;
}

/// select(c, a, b) * select(c, p, q) = select(c, a p, b q)
constexpr bool normal_forms::join_selects(product_parts& parts, int position) {
    factor const first = parts.bases.items[position];
    for (int i = position + 1; i < parts.bases.size; ++i) {
        factor const second = parts.bases.items[i];
        if (code(second.id) != op::select || argument(second.id) != argument(first.id)) continue;
        if (to_int(numbers[first.number]) <= 0 || to_int(numbers[second.number]) <= 0) continue;
        int const condition = argument(first.id);
        int branches[2]{};
        for (int k = 0; k < 2; ++k)
            branches[k] = multiply_terms(power(argument(first.id, k + 1), first.number),
                                         power(argument(second.id, k + 1), second.number));
        parts.bases.erase(i);
        parts.bases.erase(position);
        multiply_into(parts, call(op::select, condition, branches[0], branches[1]), number_one);
        return true;
    }
    return false;
}

}  // namespace hillock::detail
