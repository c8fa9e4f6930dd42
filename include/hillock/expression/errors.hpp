// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/symbols/fixed_string.hpp>

#include <cstddef>
#include <utility>

/// What a compiler says of a wrong program: each refused call returns one of these types, which are never defined, so that
/// the first line of the error stands at the caller's line and reads as the sentence (and the fix) that the name spells.
namespace hillock::error {

// clang-format off
// Symbols and calls.
template <auto... Name> struct variable_has_no_value_bind_it_in_the_call_as_in_f_of_x_equals_1;
template <auto... Name> struct variable_is_bound_twice_bind_each_name_once;
template <auto... Name> struct variable_takes_a_number_or_an_expression_not_this_type;
template <class Activation> struct activation_got_too_many_arguments_it_takes_x_and_then_its_parameters;
template <class Argument> struct cannot_call_an_expression_with_this_pass_numbers_or_expressions;
struct bind_either_by_name_or_by_position_not_both_in_one_call;
template <auto Given, auto Taken> struct too_many_arguments_for_this_expression;
template <auto Given, auto Taken> struct too_few_arguments_bind_the_variables_by_name;
template <class Value> struct values_are_float_double_or_integers_not;
struct substitute_takes_bindings_as_in_substitute_e_x_equals_other;
struct depends_on_takes_an_expression_and_a_variable;
struct literal_is_not_a_decimal_number_of_up_to_36_digits;
// Operators and functions.
template <class Operand> struct not_an_expression_nor_a_number_as_an_operand;
template <class Operand> struct a_condition_is_not_a_number_choose_with_select;
template <auto Given, auto Taken> struct function_takes_another_number_of_arguments;
template <class... Operands> struct needs_conditions_write_a_comparison_as_in_x_greater_0;
struct equality_compares_formulas_so_its_both_sides_are_expressions;
template <class Condition> struct select_needs_a_condition_first_as_in_select_x_greater_0_a_b;
template <class A, class B> struct select_needs_numbers_or_expressions_after_the_condition;
struct select_takes_a_condition_and_two_branches_as_in_select_x_greater_0_a_b;
struct the_right_side_of_a_pipe_needs_exactly_one_variable;
struct a_pipe_takes_expressions_on_both_sides;
template <class Value> struct not_an_expression;
// Derivatives.
template <class Value> struct diff_needs_a_variable_to_differentiate_by_not;
template <auto... Names> struct expression_has_several_variables_say_which_as_in_diff_e_x;
struct diff_takes_one_variable_for_several_use_gradient;
struct name_the_variables_as_in_gradient_e_x_y;
template <class Primitive> struct primitive_has_no_derivative_rule_give_it_a_static_function_derivative;
template <class Primitive> struct primitive_has_no_kernel_give_it_a_static_function_template_kernel;
struct the_derivative_cannot_be_written_in_the_output_alone_save_the_input;
struct output_and_input_need_an_expression_of_one_variable;
struct derivative_order_is_an_integer_of_0_or_more;
// Properties.
template <auto Variables> struct properties_are_those_of_a_function_of_one_variable_bind_the_others;
// Arrays.
template <class Range> struct an_array_is_contiguous_and_of_float_or_double_not;
struct arrays_are_for_apply_as_in_apply_e_out_x_equals_in;
template <class Value> struct apply_takes_an_expression_first_then_the_output_not;
template <class Place> struct an_output_is_a_writable_array_of_float_or_double_not;
template <auto Expressions, auto Places> struct outputs_needs_as_many_places_as_expressions;
struct the_arrays_of_one_call_are_all_float_or_all_double;
struct a_sum_goes_to_a_number_and_every_other_output_to_an_array;
struct row_and_column_are_inputs_beside_an_output_made_by_matrix;
struct beside_an_output_made_by_matrix_all_arrays_are_matrix_row_or_column;
template <class Value> struct apply_takes_numbers_and_arrays_compose_expressions_before_not;
struct matrix_inputs_need_an_output_made_by_matrix;
struct apply_needs_an_array_among_its_inputs_and_outputs;
// Blocks.
struct blocks_are_for_evaluate_as_in_evaluate_e_x_equals_block;
struct the_blocks_of_one_call_have_one_type_and_length;
template <class Value> struct evaluate_takes_numbers_and_blocks_compose_expressions_before_not;
// Text.
// clang-format on

/// `Problem<Name>`, the name spelled so that the compiler shows its letters (clang before 15 prints strings as numbers).
template <template <auto...> class Problem, fixed_string Name>
struct naming_spelled {
    template <std::size_t... I>
    static auto spell(std::index_sequence<I...>) -> Problem<Name.characters[I]...>*;
    using type = decltype(spell(std::make_index_sequence<sizeof(Name.characters) - 1>{}));
};

template <class Pointer>
struct pointee;
template <class Type>
struct pointee<Type*> {
    using type = Type;
};

#if defined(__clang_major__) && __clang_major__ < 15
template <template <auto...> class Problem, fixed_string Name>
using naming = typename pointee<typename naming_spelled<Problem, Name>::type>::type;
#else
template <template <auto...> class Problem, fixed_string Name>
using naming = Problem<Name>;
#endif

}  // namespace hillock::error
