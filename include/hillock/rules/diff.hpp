// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/expression/substitute.hpp>
#include <hillock/rules/derivative.hpp>
#include <hillock/rules/simplify.hpp>

#include <boost/hana/tuple.hpp>

namespace hillock {

namespace detail {

/// A primitive's derivative rule by its operand at a position, as an expression in a and b; void when it has none.
template <class Primitive, int Arity, int Position>
constexpr auto user_partial() {
    if constexpr (Arity == 1 && requires { Primitive::derivative(first_operand); })
        return Primitive::derivative(first_operand);
    else if constexpr (Arity == 2 && Position == 0 &&
                       requires { Primitive::derivative_by_first(first_operand, second_operand); })
        return Primitive::derivative_by_first(first_operand, second_operand);
    else if constexpr (Arity == 2 && Position == 1 &&
                       requires { Primitive::derivative_by_second(first_operand, second_operand); })
        return Primitive::derivative_by_second(first_operand, second_operand);
}

template <class Primitive>
concept has_derivative = requires {
    as_expression(user_partial<Primitive, 1, 0>());
}
|| requires {
    as_expression(user_partial<Primitive, 2, 0>());
    as_expression(user_partial<Primitive, 2, 1>());
};

/// The first primitive of a list that has no derivative rule; void when all have one.
template <class List>
struct without_derivative {
    using type = void;
};
template <class First, class... Rest>
struct without_derivative<type_list<First, Rest...>> {
    using type = First;
};
template <has_derivative First, class... Rest>
struct without_derivative<type_list<First, Rest...>> : without_derivative<type_list<Rest...>> {};

/// The primitives of a tree and of their derivative rules.
template <class List>
struct with_rule_primitives;
template <class... Primitives>
struct with_rule_primitives<type_list<Primitives...>> {
    template <class Sofar, class First, class... Rest>
    static constexpr auto add() {
        using next = typename add_primitives<Sofar, rule_tree<First>>::type;
        if constexpr (sizeof...(Rest) == 0)
            return next{};
        else
            return add<next, Rest...>();
    }
    template <class Primitive>
    static constexpr auto rule() {
        if constexpr (requires { as_expression(user_partial<Primitive, 1, 0>()); })
            return as_expression(user_partial<Primitive, 1, 0>());
        else
            return as_expression(user_partial<Primitive, 2, 0>()) * as_expression(user_partial<Primitive, 2, 1>());
    }
    template <class Primitive>
    using rule_tree = decltype(rule<Primitive>());

    static constexpr auto all() {
        if constexpr (sizeof...(Primitives) == 0)
            return type_list<>{};
        else
            return add<type_list<Primitives...>, Primitives...>();
    }
    using type = decltype(all());
};

/// A rule's program; plain numbers in it are known, so they are constants.
template <class Primitives, class Primitive, int Arity, int Position>
inline constexpr auto user_program = [] {
    constexpr auto rule = as_expression(user_partial<Primitive, Arity, Position>());
    auto result = read_program<std::remove_const_t<decltype(rule)>, Primitives>();
    if constexpr (decltype(rule)::slots > 0)
        for (int i = 0; i < result.size; ++i)
            if (instruction& step = result.code[i]; step.code == op::number) {
                double const number = std::bit_cast<double>(rule.numbers[result.slots[step.value]]);
                step = {op::constant,
                        {-1, -1, -1},
                        static_cast<short>(result.constant_index(rational_from_double(number)))};
            }
    return result;
}();

/// The derivative rules of a primitive in its row of the table.
template <class Primitives, class Primitive>
constexpr void add_user_rules(user_rules& table, int position) {
    if constexpr (requires { as_expression(user_partial<Primitive, 1, 0>()); }) {
        table.rules[position][0] = &user_program<Primitives, Primitive, 1, 0>;
        table.has_rule[position][0] = true;
    } else if constexpr (requires { as_expression(user_partial<Primitive, 2, 1>()); }) {
        table.rules[position][0] = &user_program<Primitives, Primitive, 2, 0>;
        table.has_rule[position][0] = true;
        table.rules[position][1] = &user_program<Primitives, Primitive, 2, 1>;
        table.has_rule[position][1] = true;
    }
}
template <class Primitives>
inline constexpr user_rules rules_of = [] {
    user_rules table;
    [&]<class... All>(type_list<All...>) {
        static_assert(
            sizeof...(All) <= user_rules::capacity,
            "hillock: an expression and the derivatives of its primitives hold at most 16 primitives of your own");
        int position = 0;
        (add_user_rules<Primitives, All>(table, position++), ...);
    }(Primitives{});
    return table;
}();

/// The derivative of a tree by a variable, in normal form.
template <class Tree, fixed_string Name>
struct derivative_rewriting {
    using primitives = typename with_rule_primitives<primitives_of<Tree>>::type;
    static constexpr auto const& source = read_program<Tree, primitives>();

    template <int Capacity>
    static constexpr auto run() {
        normal_forms<Capacity> forms;
        form_reader<Capacity, source.capacity> reader(forms, source);
        int const root = reader.read();
        differentiator<Capacity> derivative(forms, rules_of<primitives>, forms.variable(Name.view()));
        int const result = derivative.of(root);
        form_writer<Capacity / 4, Capacity> writer(forms);
        writer.write(result);
        if (derivative.missing) writer.result.size = 0;
        writer.result.overflow = writer.result.overflow || forms.overflow;
        return writer.result;
    }
    static constexpr auto const& result = with_room<derivative_rewriting, source.size>();
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
