// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/rules/convert.hpp>
#include <hillock/rules/partials.hpp>
#include <hillock/rules/rule_text.hpp>

namespace hillock::detail {

/// The derivative rules of the user's primitives, by their position in the list, and operand.
using rule_program = program<32>;
struct user_rules {
    static constexpr int capacity = 16;
    rule_program const* rules[capacity][2]{};
    // Which are there: g++ with -fsanitize=undefined does not compare pointers with null in constant evaluation.
    bool has_rule[capacity][2]{};
};

inline constexpr variable<"a"> first_operand;
inline constexpr variable<"b"> second_operand;

/// The chain rule and the rules that have no line in partials.hpp, on terms in normal form.
struct differentiator {
    normal_forms& forms;
    user_rules const& users;
    int variable;
    short known[terms::capacity];
    int known_size = 0;

    constexpr differentiator(normal_forms& terms, user_rules const& rules, int by)
        : forms(terms), users(rules), variable(by) {}

    /// The derivative of the term by the variable.
    constexpr int of(int id) {
        if (id == variable) return forms.one;
        if (is_leaf(forms.code(id)) || forms.overflow) return forms.zero;
        while (known_size <= id)
            known[known_size++] = -1;
        if (known[id] < 0) {
            int const result = derive(id);
            known[id] = static_cast<short>(result);
        }
        return known[id];
    }

private:
    constexpr int derive(int id) {
        auto const entry = forms[id];
        switch (entry.code) {
        case op::sum: {
            factor_list list;
            for (int i = 0; i < entry.count; ++i) {
                factor const term = forms.operand(id, i);
                forms.add_to(list, of(term.id), term.number);
            }
            return forms.sum(list);
        }
        case op::product: {
            factor_list list;
            for (int i = 0; i < entry.count; ++i) {
                int const inner = of(forms.operand(id, i).id);
                if (inner == forms.zero) continue;
                product_parts parts;
                forms.multiply_into(parts, inner, forms.number_one);
                for (int j = 0; j < entry.count; ++j) {
                    factor const part = forms.operand(id, j);
                    int exponent = part.number;
                    if (i == j) {
                        forms.multiply_into(parts, forms.constant(exponent), forms.number_one);
                        exponent = forms.add_numbers(exponent, forms.number_minus_one);
                    }
                    forms.multiply_into(parts, part.id, exponent);
                }
                forms.add_to(list, forms.product(parts), forms.number_one);
            }
            return forms.sum(list);
        }
        // What stands as written inside verbatim has the derivative of its normal form.
        case op::verbatim:
            return of(normal(forms.argument(id)));
        case op::select:
            return forms.call(op::select, forms.argument(id), of(forms.argument(id, 1)), of(forms.argument(id, 2)));
        case op::clamp: {
            int const value = forms.argument(id), low = forms.argument(id, 1), high = forms.argument(id, 2);
            int const above = forms.call(op::select, forms.call(op::less, high, value), of(high), of(value));
            return forms.call(op::select, forms.call(op::less, value, low), of(low), above);
        }
        default:
            return chain_rule(id, entry.count);
        }
    }

    constexpr int chain_rule(int id, int count) {
        factor_list list;
        for (int i = 0; i < count; ++i) {
            int const inner = of(forms.argument(id, i));
            if (inner == forms.zero) continue;
            int const outer = i > 1 ? -1 : forms.code(id) == op::user ? user_partial(id, i) : partial(id, i);
            if (outer < 0) {
                missing = true;
                return forms.zero;
            }
            forms.add_to(list, forms.multiply_terms(outer, inner), forms.number_one);
        }
        return forms.sum(list);
    }

    /// The derivative of a function by its operand at a position, or -1.
    constexpr int partial(int id, int position) {
        op const code = forms.code(id);
        for (partial_rule const& rule : partial_rules) {
            if (rule.of != code) continue;
            int const first = forms.argument(id), second = forms[id].count > 1 ? forms.argument(id, 1) : first;
            rule_reader<normal_forms> reader{forms, rule.by[position], first, second};
            int const result = reader.read();
            return reader.failed ? -1 : result;
        }
        return -1;
    }
    constexpr int user_partial(int id, int position) {
        int const row = forms[id].value, count = forms[id].count;
        if (!users.has_rule[row][position]) return -1;
        rule_program const& rule = *users.rules[row][position];
        int substitutes[rule_program::capacity / 2]{};
        for (int k = 0; k < rule.name_count; ++k)
            substitutes[k] = forms.argument(id, rule.names[k] == "b" && count > 1 ? 1 : 0);
        form_reader reader(forms, rule.view(), substitutes);
        return reader.read();
    }

    /// The normal form of a term that stands as it was written.
    constexpr int normal(int id) {
        auto const entry = forms[id];
        if (entry.count == 0) return id;
        int parts[3] = {-1, -1, -1};
        for (int i = 0; i < entry.count && i < 3; ++i)
            parts[i] = normal(forms.argument(id, i));
        switch (entry.code) {
        case op::add:
            return forms.add_terms(parts[0], parts[1]);
        case op::subtract:
            return forms.add_terms(parts[0], forms.negated(parts[1]));
        case op::negate:
            return forms.negated(parts[0]);
        case op::multiply:
            return forms.multiply_terms(parts[0], parts[1]);
        case op::divide:
            return forms.divide_terms(parts[0], parts[1]);
        case op::verbatim:
            return parts[0];
        case op::user:
            return forms.plain(op::user, parts[0], parts[1], parts[2], entry.value);
        default:
            return forms.call(entry.code, parts[0], parts[1], parts[2]);
        }
    }

public:
    /// A function without a rule was met.
    bool missing = false;
};

}  // namespace hillock::detail
