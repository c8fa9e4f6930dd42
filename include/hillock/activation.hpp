// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/call.hpp>
#include <hillock/expression/constants.hpp>
#include <hillock/rules/simplify.hpp>

namespace hillock {

/// A parameter of an activation with its default: `parameter<"alpha", 1_c>`.
template <fixed_string Name, auto Default>
struct parameter {
    /// What stands for it in the definition.
    using variable_type = variable<Name>;
    /// The type of the default, an expression.
    using default_tree = tree_of<decltype(Default)>;
    /// As texts have it.
    static constexpr text_view name = Name.view();
    /// What a call that leaves it out takes, an expression without variables.
    static constexpr auto default_value = Default;
};

namespace detail {

/// The formula with its parameters from position `Given` on at their defaults.
template <class Formula, int Given, class... Parameters>
struct formula_with {
    template <int Position, class Parameter>
    using replaced_by =
        std::conditional_t<(Position < Given), replacement<variable<"">, constant<rational{0, 1, 0}>>,
                           replacement<typename Parameter::variable_type, typename Parameter::default_tree>>;
    template <int... I>
    static auto make(std::integer_sequence<int, I...>) {
        using all = replacements<replaced_by<I, Parameters>...>;
        return simplify(typename substituted<Formula, all>::type{});
    }
    using type = decltype(make(std::make_integer_sequence<int, sizeof...(Parameters)>{}));
};
template <class Formula, int Given>
struct formula_with<Formula, Given> {
    using type = Formula;
};

}  // namespace detail

/// What activations of one number and gated ones share. Nothing is made of a formula before it is used.
template <int Arity, class Derived, class... Parameters>
struct named_formula : detail::callable<Derived> {
    using is_tree = void;
    static constexpr int slots = 0;

    /// How many numbers it is a function of, before its parameters.
    static constexpr int arity = Arity;
    /// The types `parameter`, in the order of a call.
    using parameters = detail::type_list<Parameters...>;
    /// The formula with its parameters as variables.
    static constexpr auto definition() {
        if constexpr (Arity == 1)
            return Derived::formula(variable<"x">{}, typename Parameters::variable_type{}...);
        else
            return Derived::formula(variable<"a">{}, variable<"b">{}, typename Parameters::variable_type{}...);
    }

    template <int Given>
    struct with_parameters {
        using formula_tree = tree_of<decltype(Derived::definition())>;
        using type = typename detail::formula_with<formula_tree, Given, Parameters...>::type;
    };
    using tree_maker = with_parameters<0>;
};

/// A named formula of x and parameters, with whose definition it is:
/// `struct elu final : activation<elu, parameter<"alpha", 1_c>> { static constexpr text_view name = "elu", source = "PyTorch";
/// static constexpr auto formula(auto x, auto alpha) { return select(x > 0_c, x, alpha * expm1(x)); } } elu;`
///
/// It is an expression with its parameters at their defaults; called by position, x comes first and then the parameters.
template <class Derived, class... Parameters>
using activation = named_formula<1, Derived, Parameters...>;

/// A named formula of two numbers, the value a and the gate b, and parameters.
template <class Derived, class... Parameters>
using gated_activation = named_formula<2, Derived, Parameters...>;

namespace detail {

/// The first `Count` types of a list.
template <int Count, class Taken, class List>
struct first_of {
    using type = Taken;
};
template <int Count, class... Taken, class First, class... Rest>
requires(Count > 0) struct first_of<Count, type_list<Taken...>, type_list<First, Rest...>>
    : first_of<Count - 1, type_list<Taken..., First>, type_list<Rest...>> {
};

/// The variables of an activation by position.
template <int Arity, class... Parameters>
struct variables_by_position {
    using type = type_list<variable<"x">, typename Parameters::variable_type...>;
};
template <class... Parameters>
struct variables_by_position<2, Parameters...> {
    using type = type_list<variable<"a">, variable<"b">, typename Parameters::variable_type...>;
};

/// A call by position: the numbers first, then parameters, the rest of them at their defaults.
template <class Activation, class... Parameters, class... Arguments>
constexpr auto activation_call_of(type_list<Parameters...>, type_list<Arguments...>) {
    constexpr int count = sizeof...(Arguments);
    constexpr int given = count - Activation::arity;
    if constexpr ((is_binding_v<Arguments> || ...) || !(operand<Arguments> && ...) || given < 0 || count == 1) {
        return call_of<tree_of<Activation>, Arguments...>();
    } else if constexpr (given > int{sizeof...(Parameters)}) {
        return std::type_identity<
            refused_call<error::activation_got_too_many_arguments_it_takes_x_and_then_its_parameters<Activation>>>{};
    } else {
        using tree = typename Activation::template with_parameters<given>::type;
        using all = typename variables_by_position<Activation::arity, Parameters...>::type;
        using variables = typename first_of<count, type_list<>, all>::type;
        return std::type_identity<positional_call<tree, variables, Arguments...>>{};
    }
}

template <class E>
concept any_activation = requires {
    typename E::parameters;
};

template <any_activation Activation, class... Arguments>
struct call<Activation, Arguments...>
    : decltype(activation_call_of<Activation>(typename Activation::parameters{}, type_list<Arguments...>{}))::type {};

}  // namespace detail
}  // namespace hillock
