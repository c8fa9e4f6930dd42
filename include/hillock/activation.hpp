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
    using variable_type = variable<Name>;
    using default_tree = tree_of<decltype(Default)>;
    static constexpr std::string_view name() { return Name.view(); }
    static constexpr auto default_value() { return Default; }
};

namespace detail {

/// The formula with its parameters from position `Given` on at their defaults.
template <class Formula, int Given, class... Parameters>
struct formula_with {
    template <int Position, class Parameter>
    using replaced_by =
        std::conditional_t<(Position < Given), replacement<variable<"">, constant<rational{}>>,
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

/// What activations of one number and gated ones share.
template <int Arity, fixed_string Name, auto Formula, class... Parameters>
struct named_formula {
    using is_tree = void;
    static constexpr int slots = 0;
    using tree_maker = formula_with<tree_of<decltype(Formula)>, 0, Parameters...>;
    template <int Given>
    using with_parameters = typename formula_with<tree_of<decltype(Formula)>, Given, Parameters...>::type;
    using parameters = type_list<Parameters...>;

    /// How many numbers it is a function of, before its parameters.
    static constexpr int arity = Arity;
    static constexpr std::string_view name() { return Name.view(); }
    /// The formula with its parameters as variables.
    static constexpr auto formula() { return Formula; }
};

} // namespace detail

/// A named formula in x: `struct swish final : activation<"swish", x * sigmoid(beta * x), parameter<"beta", 1_c>> {} swish;`
///
/// It is an expression with its parameters at their defaults; called by position, x comes first and then the parameters.
template <fixed_string Name, auto Formula, class... Parameters>
struct activation : detail::callable<activation<Name, Formula, Parameters...>>,
                    detail::named_formula<1, Name, Formula, Parameters...> {};

/// A named formula of two numbers: the value a and the gate b; then the parameters.
template <fixed_string Name, auto Formula, class... Parameters>
struct gated_activation : detail::callable<gated_activation<Name, Formula, Parameters...>>,
                          detail::named_formula<2, Name, Formula, Parameters...> {};

namespace detail {

/// The first `Count` types of a list.
template <int Count, class Taken, class List>
struct first_of {
    using type = Taken;
};
template <int Count, class... Taken, class First, class... Rest>
    requires(Count > 0)
struct first_of<Count, type_list<Taken...>, type_list<First, Rest...>>
    : first_of<Count - 1, type_list<Taken..., First>, type_list<Rest...>> {};

/// A call by position: the numbers first, then parameters, the rest of them at their defaults.
template <class Activation, class Variables, fixed_string Name, class... Arguments>
constexpr auto activation_call_of() {
    constexpr int count = sizeof...(Arguments);
    constexpr int given = count - Activation::arity;
    constexpr int most = []<class... All>(type_list<All...>) { return int{sizeof...(All)}; }(Variables{});
    if constexpr ((is_binding_v<Arguments> || ...) || !(operand<Arguments> && ...) || given < 0) {
        return call_of<tree_of<Activation>, Arguments...>();
    } else if constexpr (count > most) {
        return std::type_identity<refused_call<
            error::naming<error::activation_got_too_many_arguments_it_takes_x_and_then_its_parameters, Name>>>{};
    } else {
        using tree = typename Activation::template with_parameters<given>;
        using variables = typename first_of<count, type_list<>, Variables>::type;
        return std::type_identity<positional_call<tree, variables, Arguments...>>{};
    }
}

template <fixed_string Name, auto Formula, class... Parameters, class... Arguments>
struct call<activation<Name, Formula, Parameters...>, Arguments...>
    : decltype(activation_call_of<activation<Name, Formula, Parameters...>,
                                  type_list<variable<"x">, typename Parameters::variable_type...>, Name,
                                  Arguments...>())::type {};
template <fixed_string Name, auto Formula, class... Parameters, class... Arguments>
struct call<gated_activation<Name, Formula, Parameters...>, Arguments...>
    : decltype(activation_call_of<gated_activation<Name, Formula, Parameters...>,
                                  type_list<variable<"a">, variable<"b">, typename Parameters::variable_type...>, Name,
                                  Arguments...>())::type {};

} // namespace detail
} // namespace hillock
