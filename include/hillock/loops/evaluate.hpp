// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/loops/apply_types.hpp>
#include <hillock/loops/evaluate_block.hpp>

namespace hillock {

namespace detail {

// What a call of evaluate does, decided on types: it runs, or is refused with an error that says why.

template <class Value>
struct is_block_input : std::bool_constant<plain_number<Value> || is_block_view<Value>> {};

/// The type of the blocks; void if there are several.
template <class Block, class... Values>
struct common_block {
    using type = Block;
};
template <class Block, class First, class... Rest>
struct common_block<Block, First, Rest...> : common_block<Block, Rest...> {};
template <class T, int Count, class... Rest>
struct common_block<void, block_view<T, Count>, Rest...> : common_block<lanes<T, Count>, Rest...> {};
template <class T, int Count, class Other, int OtherCount, class... Rest>
requires(!std::is_same_v<lanes<T, Count>, lanes<Other, OtherCount>>) struct common_block<
    lanes<T, Count>, block_view<Other, OtherCount>, Rest...> {
    using type = void;
};

template <class Tree, class... Bindings>
struct bound_block;
template <class Tree, class... Variables, class... Values>
struct bound_block<Tree, binding<Variables, Values>...> {
    static constexpr auto decide() {
        using bindings = type_list<binding<Variables, Values>...>;
        using wrong = typename first_failing<is_block_input, Values...>::type;
        using without = typename unbound<bindings, Tree>::type;
        using incomplete = typename without_kernel<primitives_of<Tree>>::type;
        using block = typename common_block<void, Values...>::type;
        if constexpr (bound_twice<binding<Variables, Values>...>() >= 0)
            return refusal<typename bound_twice_error<binding<Variables, Values>...>::type>{};
        else if constexpr (!std::is_void_v<wrong>)
            return refusal<error::evaluate_takes_numbers_and_blocks_compose_expressions_before_not<wrong>>{};
        else if constexpr (!std::is_void_v<without>)
            return refusal<without>{};
        else if constexpr (!std::is_void_v<incomplete>)
            return refusal<error::primitive_has_no_kernel_give_it_a_static_function_template_kernel<incomplete>>{};
        else if constexpr (std::is_void_v<block>)
            return refusal<error::the_blocks_of_one_call_have_one_type_and_length>{};
        else
            return std::type_identity<evaluated_block<Tree, block, bindings>>{};
    }
    using type = typename decltype(decide())::type;
};

/// Binds what is given by position to the variables in their order.
template <class Tree, class Variables, class... Arguments>
struct positional_block;
template <class Tree, class... Variables, class... Arguments>
struct positional_block<Tree, type_list<Variables...>, Arguments...>
    : bound_block<Tree, binding<Variables, kept_type<Arguments>>...>::type {
    using base = typename bound_block<Tree, binding<Variables, kept_type<Arguments>>...>::type;
    [[gnu::always_inline]] static auto run(auto const& e, Arguments const&... arguments) {
        return base::run(e, binding<Variables, kept_type<Arguments>>{kept<Arguments>::keep(arguments)}...);
    }
};

template <class Tree, class... Arguments>
constexpr auto block_call_of() {
    constexpr int given = sizeof...(Arguments);
    constexpr int names = program_of<Tree>.name_count;
    if constexpr ((is_binding_v<Arguments> && ...))
        return bound_block<Tree, Arguments...>{};
    else if constexpr ((is_binding_v<Arguments> || ...))
        return refusal<error::bind_either_by_name_or_by_position_not_both_in_one_call>{};
    else if constexpr (names == 0 && given == 1)  // a derivative may have lost its only variable
        return std::type_identity<positional_block<Tree, type_list<variable<"x">>, Arguments...>>{};
    else if constexpr (given > names)
        return refusal<error::too_many_arguments_for_this_expression<given, names>>{};
    else if constexpr (given < names)
        return refusal<error::too_few_arguments_bind_the_variables_by_name<given, names>>{};
    else
        return std::type_identity<positional_block<Tree, typename variable_list<Tree>::type, Arguments...>>{};
}
template <class E, class... Arguments>
using block_call = typename decltype(block_call_of<tree_of<E>, Arguments...>())::type;

}  // namespace detail

/// Evaluates an expression at blocks, inside a kernel of the caller's own: `evaluate(e, x = block, scale = 1.5f)`.
///
/// Arguments are bound by name, or by position in the order of `variables_of`: blocks, all of one type (`lanes<float>`), and
/// numbers, which are rounded to its element type and hold for every lane. The result is a block, each lane with the bits that
/// the expression gives when it is called with that lane's numbers. It does not allocate. A `lanes<T>` is computed in the
/// best instructions that the processor has; a narrower one in those of the function in which the call stands (`dispatch`).
template <expression E, class... Arguments>
requires((detail::has_block<Arguments> || ...) && detail::block_call<E, Arguments...>::valid)
    [[gnu::always_inline]] inline auto evaluate(E const& e, Arguments const&... arguments) {
    return detail::block_call<E, Arguments...>::run(e, arguments...);
}

/// Of numbers alone it is a call, so that a kernel written for blocks can be tried on numbers.
template <expression E, class... Arguments>
requires(sizeof...(Arguments) > 0 && !(detail::has_block<Arguments> || ...))
    [[gnu::always_inline]] constexpr auto evaluate(E const& e, Arguments const&... arguments)
        -> decltype(e(arguments...)) {
    return e(arguments...);
}

template <expression E, class... Arguments>
requires((detail::has_block<Arguments> || ...) && !detail::block_call<E, Arguments...>::valid)
    typename detail::block_call<E, Arguments...>::type evaluate(E const&, Arguments const&...);
template <class E, class... Arguments>
requires(!expression<E>) error::not_an_expression<E> evaluate(E const&, Arguments const&...);

}  // namespace hillock
