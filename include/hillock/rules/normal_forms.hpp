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

/// The normal form of every operation: what `simplify` and `stabilize` make of a term. It is assumed that each part is
/// defined: x / x is 1, sqrt(x) * sqrt(x) is x.
///
/// One class, as a sum's normal form may need a product's and the other way round; its functions are defined in the files included
/// at the end. Not a template, so that a program that rewrites one expression does not wait for its instantiation.
struct normal_forms : terms {
    bool stabilizing = false;
    /// Plain numbers that were taken to be 1 (by position), as in `log(1 + exp(x))`; only where `speculating`.
    bool speculating = false;
    std::uint64_t assumed_one = 0;

    // functions.ipp
    constexpr int call(op code, int a, int b = -1, int c = -1);
    constexpr int plain(op code, int a, int b = -1, int c = -1, int value = -1);

    // sums.ipp
    constexpr void add_to(factor_list& list, int id, int number);
    constexpr int sum(factor_list& list);
    constexpr int add_terms(int a, int b);
    constexpr int scaled(int id, int number);
    constexpr int negated(int id);
    constexpr int scaled(int id, rational const& number);

    // products.ipp
    constexpr int product(product_parts parts);
    constexpr int multiply_terms(int a, int b);
    constexpr int power(int id, int exponent);
    constexpr int power(int id, rational const& exponent);
    constexpr int divide_terms(int a, int b);
    constexpr void multiply_into(product_parts& parts, int id, int exponent);

private:
    // functions.ipp
    constexpr int function(op code, int a);
    constexpr int stable_log(int a);
    constexpr int as_normal_cdf(int argument);
    constexpr int general_power(int a, int b);
    constexpr int extreme(op code, int a, int b);
    constexpr int comparison(op code, int a, int b);
    constexpr int choice(int condition, int a, int b);
    constexpr bool leads_negative(int id) const;
    constexpr bool is_nonnegative(int id) const;

    // sums.ipp
    constexpr int logistic_denominator(int id);
    constexpr bool take_as_one(int id);
    constexpr int finish_sum(factor_list& list);
    constexpr bool add_scaled_sum(factor_list& list, int id, int number);
    constexpr bool add_distributed(factor_list& list, int id, int number);
    constexpr bool factor_out(factor_list& list);
    constexpr bool same_direction(int exponent, int other) const;
    constexpr int factor_count(int id) const;
    constexpr factor factor_at(int id, int i) const;
    constexpr void append_factors(factor_list& list, int id, int except = -1) const;
    constexpr int exponent_in(int id, int base) const;

    // products.ipp
    constexpr int content_of(int sum, bool with_sign);

    // sum_rules.ipp
    constexpr int without(int term, int base, rational const& power);
    constexpr bool take(factor_list& list, int id, int number);
    constexpr int scale(int number, rational const& by);
    constexpr void add_product(factor_list& list, int a, int b, int number);
    constexpr bool apply_sum_rules(factor_list& list);
    static constexpr bool has_number(factor_list const& list, int number);
    static constexpr bool has_sum_rule(op code);
    constexpr bool apply_function_rules(factor_list& list, factor term, int function, int power);
    constexpr bool join_selects(factor_list& list, int position);
    constexpr bool apply_root_rule(factor_list& list, factor term, factor root);
    constexpr bool apply_absolute_rule(factor_list& list, factor term, int divisor);
    constexpr int add_plain(int a, int b);

    // product_rules.ipp
    constexpr void apply_rules(product_parts& parts);
    constexpr void join_exponentials(factor_list& list);
    constexpr bool join_logistic(product_parts& parts, int position);
    constexpr bool apply_quotient(product_parts& parts, int position, quotient_rule const& rule);
    constexpr bool join_selects(product_parts& parts, int position);
};

}  // namespace hillock::detail

#include <hillock/rules/normal_forms/functions.ipp>
#include <hillock/rules/normal_forms/product_rules.ipp>
#include <hillock/rules/normal_forms/products.ipp>
#include <hillock/rules/normal_forms/sum_rules.ipp>
#include <hillock/rules/normal_forms/sums.ipp>
