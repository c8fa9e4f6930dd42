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

/// What activations of one number and gated ones share. Nothing is made of a formula before it is used.
template <int Arity, class Derived, fixed_string Name, fixed_string Source, class Numbers, class... Parameters>
struct named_formula;
template <int Arity, class Derived, fixed_string Name, fixed_string Source, class... Numbers, class... Parameters>
struct named_formula<Arity, Derived, Name, Source, type_list<Numbers...>, Parameters...> : callable<Derived> {
    using is_tree = void;
    static constexpr int slots = 0;
    using parameters = type_list<Parameters...>;
    using variables = type_list<Numbers..., typename Parameters::variable_type...>;

    template <int Given>
    struct with_parameters {
        using formula_tree = tree_of<decltype(Derived::formula(Numbers{}..., typename Parameters::variable_type{}...))>;
        using type = typename formula_with<formula_tree, Given, Parameters...>::type;
    };
    using tree_maker = with_parameters<0>;

    /// How many numbers it is a function of, before its parameters.
    static constexpr int arity = Arity;
    static constexpr std::string_view name() { return Name.view(); }
    /// Whose definition it is: a framework or a paper.
    static constexpr std::string_view source() { return Source.view(); }
    /// The formula with its parameters as variables.
    static constexpr auto definition() {
        return Derived::formula(Numbers{}..., typename Parameters::variable_type{}...);
    }
    static constexpr auto too_many_arguments() {
        using problem =
            error::naming<error::activation_got_too_many_arguments_it_takes_x_and_then_its_parameters, Name>;
        return std::type_identity<refused_call<problem>>{};
    }
};

}  // namespace detail

/// A named formula of x and parameters:
/// `struct elu final : activation<elu, "elu", "PyTorch ELU", parameter<"alpha", 1_c>> { static constexpr auto formula(auto x,
/// auto alpha) { return select(x > 0_c, x, alpha * expm1(x)); } } elu;`
///
/// It is an expression with its parameters at their defaults; called by position, x comes first and then the parameters.
template <class Derived, fixed_string Name, fixed_string Source, class... Parameters>
struct activation : detail::named_formula<1, Derived, Name, Source, detail::type_list<variable<"x">>, Parameters...> {};

/// A named formula of two numbers, the value a and the gate b, and parameters.
template <class Derived, fixed_string Name, fixed_string Source, class... Parameters>
struct gated_activation
    : detail::named_formula<2, Derived, Name, Source, detail::type_list<variable<"a">, variable<"b">>, Parameters...> {
};

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

/// A call by position: the numbers first, then parameters, the rest of them at their defaults.
template <class Activation, class... Arguments>
constexpr auto activation_call_of() {
    constexpr int count = sizeof...(Arguments);
    constexpr int given = count - Activation::arity;
    constexpr int most = []<class... All>(type_list<All...>) {
        return int{sizeof...(All)};
    }(typename Activation::variables{});
    if constexpr ((is_binding_v<Arguments> || ...) || !(operand<Arguments> && ...) || given < 0) {
        return call_of<tree_of<Activation>, Arguments...>();
    } else if constexpr (count > most) {
        return Activation::too_many_arguments();
    } else {
        using tree = typename Activation::template with_parameters<given>::type;
        using variables = typename first_of<count, type_list<>, typename Activation::variables>::type;
        return std::type_identity<positional_call<tree, variables, Arguments...>>{};
    }
}

template <class E>
concept any_activation = requires {
    typename E::variables;
};

template <any_activation Activation, class... Arguments>
struct call<Activation, Arguments...> : decltype(activation_call_of<Activation, Arguments...>())::type {};

}  // namespace detail
}  // namespace hillock
