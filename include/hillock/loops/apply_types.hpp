// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/loops/checked_apply.hpp>

namespace hillock::detail {

// What a call of apply does, decided on types: it runs, or is refused with an error that says why.

/// The members of `outputs(...)`, or the one that stands alone.
template <class Type>
struct members_of {
    using type = type_list<Type>;
};
template <class... Members>
struct members_of<output_list<Members...>> {
    using type = type_list<Members...>;
};

/// The variables of several trees, in order of first appearance.
template <class Joined, class... Trees>
struct joint_variables {
    using type = Joined;
};
template <class Joined, class First, class... Rest>
struct joint_variables<Joined, First, Rest...>
    : joint_variables<typename join_types<Joined, typename variable_list<First>::type>::type, Rest...> {};

/// The first of a list of types for which a test says no; void if there is none.
template <template <class> class Test, class... Types>
struct first_failing {
    using type = void;
};
template <template <class> class Test, class First, class... Rest>
struct first_failing<Test, First, Rest...> {
    using type =
        typename std::conditional_t<Test<First>::value, first_failing<Test, Rest...>, std::type_identity<First>>::type;
};

template <class Member>
struct is_loop_output : std::bool_constant<output_expression<Member>> {};
template <class Value>
struct is_loop_input : std::bool_constant<plain_number<Value> || is_operand_view<Value>> {};
template <class Place>
struct is_writable : std::false_type {};
template <class T, operand_kind Kind>
struct is_writable<operand_view<T, Kind>>
    : std::bool_constant<!std::is_const_v<T> && (Kind == operand_kind::array || Kind == operand_kind::matrix)> {};
template <class T>
struct is_writable<sum_place<T>> : std::bool_constant<!std::is_const_v<T>> {};

/// The error of the first variable that has no binding; void if each has one.
template <class Bindings, class... Trees>
struct unbound {
    using type = void;
};
template <class... Bindings, class First, class... Rest>
struct unbound<type_list<Bindings...>, First, Rest...> {
    static constexpr auto find() {
        constexpr int missing = without_value<First, Bindings...>();
        if constexpr (missing >= 0) {
            constexpr auto name = spelled_name<program_of<First>, missing>();
            return std::type_identity<
                error::naming<error::variable_has_no_value_bind_it_in_the_call_as_in_f_of_x_equals_1, name>>{};
        } else {
            return unbound<type_list<Bindings...>, Rest...>{};
        }
    }
    using type = typename decltype(find())::type;
};

template <class Error>
using refusal = std::type_identity<refused_call<Error>>;

/// How the kinds of operands fit together.
template <operand_kind... Kinds>
struct kinds_of {
    static constexpr bool any(operand_kind wanted) { return ((Kinds == wanted) || ...); }
    static constexpr bool any_array = any(operand_kind::array);
    static constexpr bool any_matrix = any(operand_kind::matrix);
    static constexpr bool any_in_matrix = any(operand_kind::row) || any(operand_kind::column);
};

template <class Members, class Places, class Bindings>
struct bound_apply;
template <class... Members, class... Places, class... Variables, class... Values>
struct bound_apply<type_list<Members...>, type_list<Places...>, type_list<binding<Variables, Values>...>> {
    using bindings = type_list<binding<Variables, Values>...>;
    using checked = checked_apply<type_list<Members...>, type_list<Places...>, bindings>;
    using written = kinds_of<view_traits<Places>::kind...>;
    using read = kinds_of<view_traits<Values>::kind...>;
    template <class View>
    static constexpr bool fits =
        !view_traits<View>::is_memory || std::is_same_v<typename view_traits<View>::element, typename checked::element>;

    static constexpr auto decide() {
        using wrong_input = typename first_failing<is_loop_input, Values...>::type;
        using without = typename unbound<bindings, typename output_tree<Members>::type...>::type;
        using primitives = typename joint_primitives<type_list<>, typename output_tree<Members>::type...>::type;
        using incomplete = typename without_kernel<primitives>::type;
        constexpr bool in_matrix = written::any_matrix || (!written::any_array && read::any_matrix);
        if constexpr (bound_twice<binding<Variables, Values>...>() >= 0)
            return refusal<typename bound_twice_error<binding<Variables, Values>...>::type>{};
        else if constexpr (!std::is_void_v<wrong_input>)
            return refusal<error::apply_takes_numbers_and_arrays_compose_expressions_before_not<wrong_input>>{};
        else if constexpr (!std::is_void_v<without>)
            return refusal<without>{};
        else if constexpr (!std::is_void_v<incomplete>)
            return refusal<error::primitive_has_no_kernel_give_it_a_static_function_template_kernel<incomplete>>{};
        else if constexpr (!(fits<Places> && ...) || !(fits<Values> && ...))
            return refusal<error::the_arrays_of_one_call_are_all_float_or_all_double>{};
        else if constexpr (in_matrix && (written::any_array || read::any_array))
            return refusal<error::beside_an_output_made_by_matrix_all_arrays_are_matrix_row_or_column>{};
        else if constexpr (!in_matrix && read::any_matrix)
            return refusal<error::matrix_inputs_need_an_output_made_by_matrix>{};
        else if constexpr (!in_matrix && read::any_in_matrix)
            return refusal<error::row_and_column_are_inputs_beside_an_output_made_by_matrix>{};
        else if constexpr (!in_matrix && !written::any_array && !read::any_array)
            return refusal<error::apply_needs_an_array_among_its_inputs_and_outputs>{};
        else
            return std::type_identity<checked>{};
    }
    using type = typename decltype(decide())::type;
};

template <class Value>
using kept_type = std::remove_cvref_t<typename kept<Value>::type>;

/// Binds what is given by position to the variables in their order.
template <class Members, class Places, class Variables, class Arguments>
struct positional_apply;
template <class... Members, class Places, class... Variables, class... Arguments>
struct positional_apply<type_list<Members...>, Places, type_list<Variables...>, type_list<Arguments...>>
    : bound_apply<type_list<Members...>, Places, type_list<binding<Variables, kept_type<Arguments>>...>>::type {
    using base = typename bound_apply<type_list<Members...>, Places,
                                      type_list<binding<Variables, kept_type<Arguments>>...>>::type;
    template <class Executor>
    static void run(auto const& members, auto const& places, Arguments const&... arguments) {
        base::template run<Executor>(members, places,
                                     binding<Variables, kept_type<Arguments>>{kept<Arguments>::keep(arguments)}...);
    }
};

template <class Members, class Places, class... Arguments>
struct apply_of;
template <class... Members, class... Places, class... Arguments>
struct apply_of<type_list<Members...>, type_list<Places...>, Arguments...> {
    template <class... Types>
    static constexpr int count(type_list<Types...>) {
        return sizeof...(Types);
    }

    static constexpr auto decide() {
        using wrong_member = typename first_failing<is_loop_output, Members...>::type;
        using wrong_place = typename first_failing<is_writable, Places...>::type;
        constexpr int given = sizeof...(Arguments);
        if constexpr (!std::is_void_v<wrong_member>) {
            return refusal<error::apply_takes_an_expression_first_then_the_output_not<wrong_member>>{};
        } else if constexpr (!std::is_void_v<wrong_place>) {
            return refusal<error::an_output_is_a_writable_array_of_float_or_double_not<wrong_place>>{};
        } else if constexpr (sizeof...(Members) != sizeof...(Places)) {
            return refusal<error::outputs_needs_as_many_places_as_expressions<sizeof...(Members), sizeof...(Places)>>{};
        } else if constexpr (!((is_sum<Members> == is_sum_place<Places>)&&...)) {
            return refusal<error::a_sum_goes_to_a_number_and_every_other_output_to_an_array>{};
        } else if constexpr ((is_binding_v<Arguments> && ...)) {
            return bound_apply<type_list<Members...>, type_list<Places...>, type_list<Arguments...>>{};
        } else if constexpr ((is_binding_v<Arguments> || ...)) {
            return refusal<error::bind_either_by_name_or_by_position_not_both_in_one_call>{};
        } else {
            using all = typename joint_variables<type_list<>, typename output_tree<Members>::type...>::type;
            // A derivative may have lost its only variable.
            using names = std::conditional_t<std::is_same_v<all, type_list<>>, type_list<variable<"x">>, all>;
            if constexpr (given > count(names{}))
                return refusal<error::too_many_arguments_for_this_expression<given, count(names{})>>{};
            else if constexpr (given < count(names{}))
                return refusal<error::too_few_arguments_bind_the_variables_by_name<given, count(names{})>>{};
            else
                return std::type_identity<
                    positional_apply<type_list<Members...>, type_list<Places...>, names, type_list<Arguments...>>>{};
        }
    }
    using type = typename decltype(decide())::type;
};

/// What stands in the place of an output: views of arrays, or what is wrong as it is.
template <class Place>
struct places_from {
    static constexpr auto make(Place& place) {
        if constexpr (output_place<Place>)
            return list_of(place_of(place));
        else
            return output_list<Place*>{};
    }
};
template <class... Places>
struct places_from<output_list<Places...>> {
    static constexpr output_list<Places...> const& make(output_list<Places...> const& places) { return places; }
};

template <class E, class Place, class... Arguments>
struct apply_call
    : apply_of<typename members_of<E>::type,
               typename members_of<std::remove_cvref_t<decltype(places_from<std::remove_reference_t<Place>>::make(
                   std::declval<Place&>()))>>::type,
               Arguments...>::type {};

}  // namespace hillock::detail
