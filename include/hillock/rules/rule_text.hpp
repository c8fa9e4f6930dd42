// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/rules/normal_forms.hpp>

namespace hillock::detail {

/// The function of a name in a rule; op::constant where there is none.
constexpr op function_named(char const* name, int length) {
    if (length == 6 && name[0] == 's' && name[1] == 'e' && name[2] == 'l') return op::select;
    for (operation_name const& known : function_names) {
        if (known.text[0] != name[0] || static_cast<int>(known.text.size()) != length) continue;
        int same = 1;
        while (same < length && known.text[static_cast<std::size_t>(same)] == name[same])
            ++same;
        if (same == length) return known.code;
    }
    return op::constant;
}

/// Reads the right side of a rule, C-like text as to_string writes it in the operands a and b, into terms in normal form.
///
/// Rules are text and not expressions, as each expression would be a tree of types, which costs the user's compiler time.
/// Anything that adds, multiplies, divides and calls as normal_forms does can be made of them: intervals too.
template <class Forms>
struct rule_reader {
    Forms& forms;
    char const* next;
    /// What the operands' names stand for.
    int a, b;

    bool failed = false;

    /// The term; `failed` says that the text is no such formula.
    constexpr int read() {
        int const result = read_sum();
        failed = failed || *next != '\0';
        return result;
    }

private:
    constexpr bool skip(char expected) {
        while (*next == ' ')
            ++next;
        if (*next != expected) return false;
        ++next;
        return true;
    }
    constexpr int read_comparison() {
        int const left = read_sum();
        return skip('<') ? forms.call(op::less, left, read_sum()) : left;
    }
    constexpr int read_sum() {
        int result = read_product();
        while (true) {
            if (skip('+'))
                result = forms.add_terms(result, read_product());
            else if (skip('-'))
                result = forms.add_terms(result, forms.negated(read_product()));
            else
                return result;
        }
    }
    constexpr int read_product() {
        int result = read_factor();
        while (true) {
            if (skip('*'))
                result = forms.multiply_terms(result, read_factor());
            else if (skip('/'))
                result = forms.divide_terms(result, read_factor());
            else
                return result;
        }
    }
    constexpr int read_factor() {
        if (skip('-')) return forms.negated(read_factor());
        if (skip('(')) {
            int const inside = read_sum();
            failed = !skip(')') || failed;
            return inside;
        }
        char const* const start = next;
        while ((*next >= '0' && *next <= '9') || (*next >= 'a' && *next <= 'z') || *next == '.' || *next == '_')
            ++next;
        int const length = static_cast<int>(next - start);
        if (*start >= '0' && *start <= '9') return forms.constant(parse_rational(start, length));
        if (length == 1) return *start == 'a' ? a : b;
        if (length == 2) return forms.leaf(op::pi);
        return read_call(start, length);
    }
    constexpr int read_call(char const* name, int length) {
        int operands[3] = {-1, -1, -1};
        op const code = function_named(name, length);
        if (!skip('(') || code == op::constant) {
            failed = true;
            return forms.zero;
        }
        for (int& operand : operands) {
            operand = read_comparison();
            if (!skip(',')) break;
        }
        failed = !skip(')') || failed;
        return forms.call(code, operands[0], operands[1], operands[2]);
    }
};

}  // namespace hillock::detail
