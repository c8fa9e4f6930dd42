// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/rules/diff.hpp>

namespace hillock {

namespace detail {

/// f'(u) written in a = f(u), where f can be inverted (rule_text.hpp).
struct output_rule {
    op of;
    char const* text;
};
inline constexpr output_rule output_rules[] = {
    {op::exp, "a"},
    {op::exp2, "log(2) * a"},
    {op::expm1, "a + 1"},
    {op::log, "exp(-a)"},
    {op::log1p, "exp(-a)"},
    {op::cbrt, "1 / (3 * a * a)"},
    {op::sinh, "sqrt(1 + a * a)"},
    {op::asinh, "1 / cosh(a)"},
    {op::tanh, "1 - a * a"},
    {op::atanh, "sech_square(a)"},
    {op::atan, "square(cos(a))"},
    {op::logistic, "a * (1 - a)"},
    {op::softplus, "-expm1(-a)"},
};

/// Looks for a derivative in terms of the function's value alone; -1 where it knows none.
///
/// Constants added to and multiplied with a function are undone first; its argument has to be linear in x. Of choices it
/// knows those that an increasing function makes at 0 (relu, leaky_relu, elu) or between two bounds (hard_tanh).
struct output_finder {
    normal_forms& forms;
    differentiator& derivative;

    constexpr int find(int id, int y) {
        int const slope = derivative.of(id);
        if (!varies(slope)) return slope;
        switch (forms.code(id)) {
        case op::sum: {
            int inner = -1;
            factor_list fixed;
            for (int i = 0; i < forms[id].count; ++i) {
                factor const term = forms.operand(id, i);
                if (!varies(term.id))
                    fixed.push(term.id, forms.negate_number(term.number));
                else if (inner >= 0)
                    return -1;
                else
                    inner = i;
            }
            factor const term = forms.operand(id, inner);
            forms.add_to(fixed, y, forms.number_one);
            int const coefficient = forms.constant(term.number);
            return scaled(find(term.id, forms.divide_terms(forms.sum(fixed), coefficient)), coefficient);
        }
        case op::product: {
            int inner = -1;
            product_parts fixed;
            for (int i = 0; i < forms[id].count; ++i) {
                factor const part = forms.operand(id, i);
                if (!varies(part.id))
                    forms.multiply_into(fixed, part.id, part.number);
                else if (inner >= 0)
                    return -1;
                else
                    inner = i;
            }
            factor const part = forms.operand(id, inner);
            int const scale = forms.product(fixed);
            int const value = forms.divide_terms(y, scale);
            int const inner_slope = derivative.of(part.id);
            if (varies(inner_slope)) return -1;
            // (1 / u)' = -(1 / u)^2 u', sqrt(u)' = u' / (2 sqrt(u))
            if (part.number == forms.number_minus_one)
                return scaled(forms.negated(forms.multiply_terms(forms.power(value, forms.number_two), inner_slope)),
                              scale);
            if (forms.numbers[part.number] == half)
                return scaled(forms.divide_terms(inner_slope, forms.scaled(value, two)), scale);
            return part.number == forms.number_one ? scaled(find(part.id, value), scale) : -1;
        }
        case op::select:
            return find_choice(id, y);
        default:
            break;
        }
        for (output_rule const& rule : output_rules) {
            if (rule.of != forms.code(id)) continue;
            int const inner = derivative.of(forms.argument(id));
            if (varies(inner)) return -1;
            rule_reader<normal_forms> reader{forms, rule.text, y, y};
            int const outer = reader.read();
            return reader.failed ? -1 : forms.multiply_terms(outer, inner);
        }
        return -1;
    }

private:
    constexpr int scaled(int found, int scale) { return found < 0 ? -1 : forms.multiply_terms(found, scale); }

    constexpr bool varies(int id) const {
        if (id == derivative.variable) return true;
        for (int i = 0; i < forms[id].count; ++i)
            if (varies(forms.argument(id, i))) return true;
        return false;
    }
    constexpr bool increases(int id) {  // for certain
        int const slope = derivative.of(id);
        if (forms.is_constant(slope)) return !forms.number_of(slope).is_negative();
        return forms.code(slope) == op::exp || (forms.code(slope) == op::sum && forms[slope].count == 1 &&
                                                forms.code(forms.argument(slope)) == op::exp &&
                                                !forms.numbers[forms.operand(slope, 0).number].is_negative());
    }
    /// select(bound < u, a, b): y > bound exactly where u > bound.
    constexpr int find_choice(int id, int y) {
        int const condition = forms.argument(id), a = forms.argument(id, 1), b = forms.argument(id, 2);
        if (forms.code(condition) != op::less) return -1;
        int const bound = forms.argument(condition, 0), u = forms.argument(condition, 1);
        if (varies(bound) || varies(derivative.of(u))) return -1;
        int const inner = derivative.of(u);
        int below = forms.zero;
        if (varies(b)) {
            if (bound != forms.zero || u != derivative.variable || a != u || !increases(b)) return -1;
            if (below = find(b, y); below < 0) return -1;
        } else if (b != bound) {
            return -1;
        }
        int above = inner;
        if (a != u) {
            // select(u < high, u, high)
            if (forms.code(a) != op::select || forms.argument(a, 1) != u) return -1;
            int const upper = forms.argument(a), high = forms.argument(a, 2);
            if (forms.code(upper) != op::less || forms.argument(upper, 0) != u || forms.argument(upper, 1) != high ||
                varies(high))
                return -1;
            above = forms.call(op::select, forms.call(op::less, y, high), inner, forms.zero);
        }
        return forms.call(op::select, forms.call(op::less, bound, y), above, below);
    }
};

/// The derivative of a program in its value y; an empty program where none is known.
constexpr rewritten derivative_in_output(program_view source, user_rules const& users, text_view by) {
    for (int i = 0; i < source.name_count; ++i)
        if (source.names[i] == "y" && by != "y") return {};
    normal_forms forms;
    form_reader reader(forms, source);
    int const root = reader.read();
    differentiator derivative(forms, users, forms.variable(by));
    output_finder finder{forms, derivative};
    int const found = finder.find(root, forms.variable("y"));
    rewritten result{};
    if (found >= 0) result = written(forms, found);
    result.overflow = result.overflow || forms.overflow;
    return result;
}

template <class Tree, fixed_string Name>
struct output_rewriting {
    using primitives = typename with_rule_primitives<primitives_of<Tree>>::type;
    static constexpr auto unfitted =
        derivative_in_output(read_program<Tree, primitives>().view(), rules_of<primitives>, Name.view());
    static constexpr auto result = fitted<unfitted>();
};

template <class E>
using output_search = output_rewriting<tree_of<E>, only_variable<E>::name()>;
template <class E>
concept has_derivative_from_output = has_one_variable<E> &&(output_search<E>::result.size > 0);

}  // namespace detail

/// The derivative of an expression of one variable, written in its value y alone: `y * (1 - y)` for sigmoid.
///
/// What backward then has to keep is the output. Where the derivative is small against what it is computed from, digits are
/// lost, as the output has lost them already: 1 - y^2 is half wrong for tanh(9) in float; diff(e) is not.
template <detail::has_derivative_from_output E>
constexpr auto diff_from_output(E const& e) {
    using rewriting = detail::output_search<E>;
    return detail::to_expression<rewriting::result, typename rewriting::primitives>(e);
}
template <detail::has_one_variable E>
requires(!detail::has_derivative_from_output<E>)
    error::the_derivative_cannot_be_written_in_the_output_alone_save_the_input diff_from_output(E const&);
template <expression E>
requires(variables_of<E>.size() > 1) error::output_and_input_need_an_expression_of_one_variable
    diff_from_output(E const&);
template <class E>
requires(!expression<E>) error::not_an_expression<E> diff_from_output(E const&);

/// What backward needs of the forward pass.
enum class saved { neither, output, input };

/// Whether the derivative of an expression of one variable needs the input, can do with the output, or needs neither.
template <detail::has_one_variable E>
constexpr saved saved_for_backward(E const& e) {
    if constexpr (variables_of<decltype(diff(e))>.size() == 0)
        return saved::neither;
    else if constexpr (detail::has_derivative_from_output<E>)
        return saved::output;
    else
        return saved::input;
}
template <expression E>
requires(variables_of<E>.size() > 1) error::output_and_input_need_an_expression_of_one_variable
    saved_for_backward(E const&);
template <class E>
requires(!expression<E>) error::not_an_expression<E> saved_for_backward(E const&);

}  // namespace hillock
