// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/evaluate.hpp>
#include <hillock/expression/functions.hpp>
#include <hillock/expression/substitute.hpp>

namespace hillock::detail {

/// The type of a value as it is computed: integers count as double.
template <class T>
using value_type = std::conditional_t<std::is_same_v<std::remove_cvref_t<T>, float>, float, double>;
template <class... T>
struct common_value {
    using type = std::conditional_t<(std::is_same_v<value_type<T>, float> && ...), float, double>;
};
template <>
struct common_value<> {
    using type = double;
};

/// Whether a binding's value is a block: loops/evaluate_block.hpp.
template <class Value>
inline constexpr bool is_block_view = false;
template <class Argument>
inline constexpr bool has_block = false;
template <class Variable, class Value>
inline constexpr bool has_block<binding<Variable, Value>> = is_block_view<Value>;

/// A call that is refused: its result is an error that says why.
template <class Error>
struct refused_call {
    static constexpr bool valid = false;
    using type = Error;
};

/// Evaluates a tree with its variables bound to numbers by name.
template <class Tree, class... Bindings>
struct evaluated_call;
template <class Tree, class... Variables, class... Values>
struct evaluated_call<Tree, binding<Variables, Values>...> {
    static constexpr bool valid = true;
    using type = typename common_value<Values...>::type;

    static constexpr type run(auto const& e, binding<Variables, Values> const&... bindings) {
        constexpr auto const& names = program_of<Tree>;
        type values[static_cast<unsigned>(names.name_count) + 1]{};
        bool lost_nan = false;
        [[maybe_unused]] auto const bind = [&]<fixed_string Name>(variable<Name>, auto value) {
            lost_nan = lost_nan || value != value;
            for (int i = 0; i < names.name_count; ++i)
                if (names.names[i] == Name.view()) values[i] = static_cast<type>(value);
        };
        (bind(Variables{}, bindings.value), ...);
        if (lost_nan) return std::numeric_limits<type>::quiet_NaN();
        return evaluate_tree<type, Tree>(values, numbers_of(e));
    }
};

/// Evaluates a tree at numbers for all of its variables, in their order; names are not needed for that.
template <class Tree, class... Values>
struct evaluated_at {
    static constexpr bool valid = true;
    using type = typename common_value<Values...>::type;

    static constexpr type run(auto const& e, Values const&... values) {
        type const ordered[] = {static_cast<type>(values)...};
        return evaluate_tree<type, Tree>(ordered, numbers_of(e));
    }
};

/// Composes: the variables are replaced by expressions (and plain numbers).
template <class Tree, class... Bindings>
struct composed_call;
template <class Tree, class... Variables, class... Values>
struct composed_call<Tree, binding<Variables, Values>...> {
    static constexpr bool valid = true;
    static constexpr auto run(auto const& e, binding<Variables, Values> const&... bindings) {
        if constexpr (Tree::slots > 0)
            return substitute_values(type_list<Variables...>{}, e, bindings.value...);
        else
            return substitute_values(type_list<Variables...>{}, Tree{}, bindings.value...);
    }
    using type = decltype(run(std::declval<Tree>(), std::declval<binding<Variables, Values>>()...));
};

/// The first variable of a tree that has no binding, or -1.
template <class Tree, class... Bindings>
constexpr int without_value() {
    for (int i = 0; i < program_of<Tree>.name_count; ++i)
        if (!((binding_parts<Bindings>::text == program_of<Tree>.names[i]) || ...)) return i;
    return -1;
}

/// The first primitive of a list that has no kernel; void when all have one.
template <class List>
struct without_kernel {
    using type = void;
};
template <class First, class... Rest>
struct without_kernel<type_list<First, Rest...>> {
    using type = std::conditional_t<has_kernel<First>, typename without_kernel<type_list<Rest...>>::type, First>;
};

template <class Tree, class... Bindings>
constexpr auto named_call_of() {
    using incomplete = typename without_kernel<primitives_of<Tree>>::type;
    constexpr int twice = bound_twice<Bindings...>();
    constexpr int missing = without_value<Tree, Bindings...>();
    if constexpr (twice >= 0) {
        return std::type_identity<refused_call<typename bound_twice_error<Bindings...>::type>>{};
    } else if constexpr ((has_block<Bindings> || ...)) {
        return std::type_identity<refused_call<error::blocks_are_for_evaluate_as_in_evaluate_e_x_equals_block>>{};
    } else if constexpr (!(binding_parts<Bindings>::is_operand && ...)) {
        return std::type_identity<refused_call<error::arrays_are_for_apply_as_in_apply_e_out_x_equals_in>>{};
    } else if constexpr (!(binding_parts<Bindings>::is_number && ...)) {
        return std::type_identity<composed_call<Tree, Bindings...>>{};
    } else if constexpr (missing >= 0) {
        constexpr auto name = spelled_name<program_of<Tree>, missing>();
        return std::type_identity<refused_call<
            error::naming<error::variable_has_no_value_bind_it_in_the_call_as_in_f_of_x_equals_1, name>>>{};
    } else if constexpr (!std::is_void_v<incomplete>) {
        return std::type_identity<
            refused_call<error::primitive_has_no_kernel_give_it_a_static_function_template_kernel<incomplete>>>{};
    } else {
        return std::type_identity<evaluated_call<Tree, Bindings...>>{};
    }
}
template <class Tree, class... Bindings>
using named_call = typename decltype(named_call_of<Tree, Bindings...>())::type;

/// The variables of a tree as types, in order of first appearance.
template <class Tree, class Indices = std::make_integer_sequence<int, program_of<Tree>.name_count>>
struct variable_list;
template <class Tree, int... I>
struct variable_list<Tree, std::integer_sequence<int, I...>> {
    using type = type_list<variable<spelled_name<program_of<Tree>, I>()>...>;
};

/// A call by position: each argument for the variable at its place.
template <class Tree, class Variables, class... Arguments>
struct positional_call;
template <class Tree, class... Variables, class... Arguments>
struct positional_call<Tree, type_list<Variables...>, Arguments...>
    : named_call<Tree, binding<Variables, Arguments>...> {
    using base = named_call<Tree, binding<Variables, Arguments>...>;
    static constexpr auto run(auto const& e, Arguments const&... arguments) {
        return base::run(e, binding<Variables, Arguments>{arguments}...);
    }
};

/// Whether numbers alone are given, one for each variable, and every operation has a kernel.
template <class Tree, class... Arguments>
concept numbers_for_all = sizeof...(Arguments) > 0 && (plain_number<Arguments> && ...) &&
                          program_of<Tree>.name_count == int{sizeof...(Arguments)} &&
                          std::is_void_v<typename without_kernel<primitives_of<Tree>>::type>;

template <class First, class... Rest>
struct first_wrong_argument : first_wrong_argument<Rest...> {};
template <class First, class... Rest>
requires(!operand<First>) struct first_wrong_argument<First, Rest...> {
    using type = First;
};

template <class Tree, class... Arguments>
constexpr auto call_of() {
    constexpr int names = program_of<Tree>.name_count;
    constexpr int count = sizeof...(Arguments);
    if constexpr (numbers_for_all<Tree, Arguments...>) {
        return std::type_identity<evaluated_at<Tree, Arguments...>>{};
    } else if constexpr ((is_binding_v<Arguments> && ...) && (count > 0 || names > 0)) {
        return std::type_identity<named_call<Tree, Arguments...>>{};
    } else if constexpr ((is_binding_v<Arguments> || ...)) {
        return std::type_identity<refused_call<error::bind_either_by_name_or_by_position_not_both_in_one_call>>{};
    } else if constexpr (!(operand<Arguments> && ...)) {
        using wrong = typename first_wrong_argument<Arguments...>::type;
        return std::type_identity<
            refused_call<error::cannot_call_an_expression_with_this_pass_numbers_or_expressions<wrong>>>{};
    } else if constexpr (names == 0 && count <= 1) {
        // A derivative may have lost its only variable.
        using only = std::conditional_t<count == 0, type_list<>, type_list<variable<"x">>>;
        return std::type_identity<positional_call<Tree, only, Arguments...>>{};
    } else if constexpr (count > names) {
        return std::type_identity<refused_call<error::too_many_arguments_for_this_expression<count, names>>>{};
    } else if constexpr (count < names) {
        return std::type_identity<refused_call<error::too_few_arguments_bind_the_variables_by_name<count, names>>>{};
    } else {
        return std::type_identity<positional_call<Tree, typename variable_list<Tree>::type, Arguments...>>{};
    }
}

template <class Expression, class... Arguments>
struct call : decltype(call_of<tree_of<Expression>, Arguments...>())::type {};

/// A function of several numbers, called with numbers alone.
template <op Operation, int Arity, class... Arguments>
struct call<function<Operation, Arity>, Arguments...> {
    template <class Indices>
    struct of;
    template <int... I>
    struct of<std::integer_sequence<int, I...>> {
        template <int Position>
        using place = variable<fixed_string<2>({static_cast<char>('a' + Position), '\0'})>;
        using tree = node<Operation, place<I>...>;
        using evaluated = evaluated_call<tree, binding<place<I>, Arguments>...>;
    };
    using parts = of<std::make_integer_sequence<int, Arity>>;
    template <int... I>
    static constexpr auto run_at(std::integer_sequence<int, I...>, Arguments const&... values) {
        return parts::evaluated::run(typename parts::tree{},
                                     binding<typename parts::template place<I>, Arguments>{values}...);
    }
    static constexpr auto run(Arguments const&... values) {
        return run_at(std::make_integer_sequence<int, Arity>{}, values...);
    }
};

}  // namespace hillock::detail
