// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/properties/operations.hpp>
#include <hillock/rules/partials.hpp>
#include <hillock/rules/rule_text.hpp>

namespace hillock::detail {

/// One step of a rule: what, on the results of which earlier ones; the first two are the operands a and b.
struct rule_step {
    op code;
    signed char operands[3];
    interval value;
};
/// A line of partials.hpp in the form in which intervals run through it.
struct interval_rule {
    static constexpr int capacity = 24;
    rule_step steps[capacity];
    int size;
    bool failed;

    constexpr int push(op code, int a = -1, int b = -1, int c = -1, interval const& value = zero_interval) {
        if (size == capacity) {
            failed = true;
            return 0;
        }
        steps[size] = {
            code, {static_cast<signed char>(a), static_cast<signed char>(b), static_cast<signed char>(c)}, value};
        return size++;
    }

    // What rule_reader makes terms of.
    static constexpr int zero = 0;
    constexpr int constant(rational const& value) { return push(op::constant, -1, -1, -1, enclosure_of(value)); }
    constexpr int leaf(op) { return push(op::constant, -1, -1, -1, pi_interval); }
    constexpr int add_terms(int a, int b) { return push(op::add, a, b); }
    constexpr int negated(int a) { return push(op::negate, a); }
    constexpr int multiply_terms(int a, int b) { return a == b ? push(op::square, a) : push(op::multiply, a, b); }
    constexpr int divide_terms(int a, int b) { return push(op::divide, a, b); }
    constexpr int call(op code, int a, int b = -1, int c = -1) { return push(code, a, b, c); }
};

/// All lines, read once: by operation, and by operand.
struct interval_rules {
    static constexpr int lines = static_cast<int>(sizeof(partial_rules) / sizeof(partial_rule));
    interval_rule rules[lines][2];
    signed char line_of[static_cast<int>(op::product) + 1];
};
inline constexpr interval_rules rules_for_intervals = [] {
    interval_rules result{};
    for (signed char& line : result.line_of)
        line = -1;
    for (int line = 0; line < interval_rules::lines; ++line) {
        partial_rule const& rule = partial_rules[line];
        result.line_of[static_cast<int>(rule.of)] = static_cast<signed char>(line);
        for (int position = 0; position < 2; ++position) {
            interval_rule& made = result.rules[line][position];
            made.size = 2;  // the operands
            if (made.failed = rule.by[position] == nullptr; made.failed) continue;
            rule_reader<interval_rule> reader{made, rule.by[position], 0, 1};
            int const last = reader.read();
            made.failed = made.failed || reader.failed;
            if (last != made.size - 1) made.push(op::verbatim, last);
        }
    }
    return result;
}();

/// The derivative of a function by one of its operands, a and b in intervals, from the same line as the symbolic one.
constexpr interval slope_over(op code, int position, interval const& a, interval const& b = zero_interval) {
    if (code == op::square) return product(point(2), a);
    if (code == op::sqrt) return quotient(point(0.5), function_over(op::sqrt, a));
    if (code == op::rsqrt) return quotient(point(-0.5), product(a, function_over(op::sqrt, a)));
    int const line = rules_for_intervals.line_of[static_cast<int>(code)];
    interval const unknown{-infinite, infinite, undefined | singular};
    if (line < 0 || rules_for_intervals.rules[line][position].failed) return unknown;
    interval_rule const& rule = rules_for_intervals.rules[line][position];
    interval values[interval_rule::capacity]{a, b};
    for (int i = 2; i < rule.size; ++i) {
        rule_step const& step = rule.steps[i];
        auto const operand = [&](int k) -> interval const& {
            return values[step.operands[k] < 0 ? 0 : step.operands[k]];
        };
        values[i] = step.code == op::constant
                        ? step.value
                        : operation_over(step.code, step.operands[1] < 0 ? 1 : 2, operand(0), operand(1), operand(2));
    }
    return values[rule.size - 1];
}

}  // namespace hillock::detail
