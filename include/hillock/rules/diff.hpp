// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/expression/substitute.hpp>
#include <hillock/rules/simplify.hpp>
#include <hillock/rules/user_rules.hpp>

#include <boost/hana/tuple.hpp>

namespace hillock {

namespace detail {

/// The derivative of a program by a variable, in normal form; empty when an operation has no rule.
constexpr rewritten derivative_of(program_view source, user_rules const& users, text_view by) {
    normal_forms forms;
    form_reader reader(forms, source);
    int const root = reader.read();
    differentiator derivative(forms, users, forms.variable(by));
    rewritten result = written(forms, derivative.of(root));
    if (derivative.missing) result.size = 0;
    return result;
}

template <class Tree, fixed_string Name>
struct unfitted_derivative {
    using primitives = typename with_rule_primitives<primitives_of<Tree>>::type;
    static constexpr auto result =
        derivative_of(read_program<Tree, primitives>().view(), rules_of<primitives>, Name.view());
};
template <class Tree, fixed_string Name>
struct derivative_rewriting {
    using primitives = typename unfitted_derivative<Tree, Name>::primitives;
    static constexpr auto result = fitted<unfitted_derivative<Tree, Name>::result>();
    static_assert(result.size > 0,
                  "hillock: an operation has neither a rule in partials.hpp nor one in derivative.hpp");
};

template <int Order, class E, fixed_string Name>
constexpr auto differentiate(E const& e, variable<Name> by) {
    using tree = tree_of<E>;
    if constexpr (Order == 0) {
        return simplify(e);
    } else {
        using rewriting = derivative_rewriting<tree, Name>;
        auto const first = to_expression<rewriting::result, typename rewriting::primitives>(e);
        if constexpr (Order == 1)
            return first;
        else
            return differentiate<Order - 1>(first, by);
    }
}

template <class E>
using underivable = typename without_derivative<primitives_of<tree_of<E>>>::type;
template <class E>
concept derivable = expression<E> && std::is_void_v<underivable<E>>;

/// The only variable of an expression with one (or x, when it has none and all derivatives are 0).
template <class E>
struct only_variable {
    static constexpr auto name() {
        if constexpr (variables_of<E>.size() == 1)
            return spelled_name<program_of<tree_of<E>>, 0>();
        else
            return fixed_string("x");
    }
    using type = variable<name()>;
};

template <class E>
concept has_one_variable = derivable<E> &&(variables_of<E>.size() <= 1);

/// What is wrong with a gradient's or a hessian's arguments.
template <class E, class... V>
struct gradient_error {
    using type = error::not_an_expression<E>;
};
template <expression E, class... V>
requires(!derivable<E>) struct gradient_error<E, V...> {
    using type = error::primitive_has_no_derivative_rule_give_it_a_static_function_derivative<underivable<E>>;
};
template <derivable E>
struct gradient_error<E> {
    using type = error::name_the_variables_as_in_gradient_e_x_y;
};
template <derivable E, class First, class... Rest>
struct gradient_error<E, First, Rest...> : gradient_error<E, Rest...> {};
template <derivable E, class First, class... Rest>
requires(!is_variable_v<First>) struct gradient_error<E, First, Rest...> {
    using type = error::diff_needs_a_variable_to_differentiate_by_not<First>;
};
template <class E, class... V>
concept gradient_arguments = derivable<E> && sizeof...(V) > 0 && (is_variable_v<V> && ...);

}  // namespace detail

/// The derivative by a variable, simplified: `diff(e, x)`, of higher order `diff<2>(e, x)`.
///
/// At kinks it is the subgradient that PyTorch takes, 0 at 0 for relu and abs; equal operands of max and min share it.
template <int Order = 1, detail::derivable E, fixed_string Name>
requires(Order >= 0) constexpr auto diff(E const& e, variable<Name> by) {
    return detail::differentiate<Order>(e, by);
}
/// The derivative of an expression of one variable.
template <int Order = 1, detail::has_one_variable E>
requires(Order >= 0) constexpr auto diff(E const& e) {
    return detail::differentiate<Order>(e, typename detail::only_variable<E>::type{});
}

/// The derivatives by each of the variables: a Boost.Hana tuple.
template <detail::derivable E, fixed_string... Names>
requires(sizeof...(Names) > 0) constexpr auto gradient(E const& e, variable<Names>... by) {
    return boost::hana::make_tuple(diff(e, by)...);
}

/// The second derivatives by each pair of the variables: a Boost.Hana tuple of rows.
template <detail::derivable E, fixed_string... Names>
requires(sizeof...(Names) > 0) constexpr auto hessian(E const& e, variable<Names>... by) {
    return boost::hana::make_tuple(gradient(diff(e, by), by...)...);
}

// What is refused, and why.
template <int Order = 1, expression E, class V>
requires(!detail::is_variable_v<V>) error::diff_needs_a_variable_to_differentiate_by_not<V> diff(E const&, V const&);
template <int Order = 1, detail::derivable E>
requires(variables_of<E>.size() > 1) error::expression_has_several_variables_say_which_as_in_diff_e_x < variables_of<E>
.size() > diff(E const&);
template <int Order = 1, expression E, fixed_string... Names>
requires(!detail::derivable<E>)
    error::primitive_has_no_derivative_rule_give_it_a_static_function_derivative<detail::underivable<E>> diff(
        E const&, variable<Names>...);
template <int Order = 1, class E, class... V>
requires(!expression<E>) error::not_an_expression<E> diff(E const&, V const&...);
template <int Order, detail::derivable E, fixed_string... Names>
requires(Order < 0) error::derivative_order_is_an_integer_of_0_or_more diff(E const&, variable<Names>...);
template <int Order = 1, detail::derivable E, class First, class Second, class... Rest>
error::diff_takes_one_variable_for_several_use_gradient diff(E const&, First const&, Second const&, Rest const&...);
template <class E, class... V>
requires(!detail::gradient_arguments<E, V...>) typename detail::gradient_error<E, V...>::type
    gradient(E const&, V const&...);
template <class E, class... V>
requires(!detail::gradient_arguments<E, V...>) typename detail::gradient_error<E, V...>::type
    hessian(E const&, V const&...);

}  // namespace hillock
