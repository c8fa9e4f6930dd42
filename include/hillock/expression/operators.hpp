// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/expression/compose.hpp>

namespace hillock {

namespace detail {

template <class T>
concept operand = expression<T> || plain_number<T>;

/// Whether an operator of these operands is ours, and right: at least one is a formula, all are formulas or numbers.
template <class... T>
concept operands = (any_tree<T> || ...) && (operand<T> && ...);
template <class... T>
concept wrong_operands = (any_tree<T> || ...) && !(operand<T> && ...);
template <class... T>
concept wrong_conditions = (any_tree<T> || ...) && !(condition<T> && ...);

template <class T>
inline constexpr bool carries_numbers = false;
template <any_tree T>
inline constexpr bool carries_numbers<T> = (T::slots > 0);

/// The first operand that is neither an expression nor a number, said in words.
template <class... T>
struct operand_error {
    using type = void;
};
template <class First, class... Rest>
struct operand_error<First, Rest...> : operand_error<Rest...> {};
template <class First, class... Rest>
requires(!operand<First> && !any_tree<First>) struct operand_error<First, Rest...> {
    using type = error::not_an_expression_nor_a_number_as_an_operand<First>;
};
template <condition First, class... Rest>
struct operand_error<First, Rest...> {
    using type = error::a_condition_is_not_a_number_choose_with_select<First>;
};
template <class... T>
using operand_error_t = typename operand_error<T...>::type;

template <class... T>
using condition_error = error::needs_conditions_write_a_comparison_as_in_x_greater_0<T...>;

template <auto Operation, class... T>
constexpr auto make(T const&... operands) {
    if constexpr (((any_tree<T> && !carries_numbers<T>)&&...))
        return node<Operation, tree_of<T>...>{};  // nothing to gather
    else
        return compose<Operation>(as_expression(operands)...);
}

}  // namespace detail

/// Arithmetic of expressions and numbers: an expression.
///@{
template <class A, class B>
requires detail::operands<A, B>
constexpr auto operator+(A const& a, B const& b) {
    return detail::make<op::add>(a, b);
}
template <class A, class B>
requires detail::wrong_operands<A, B> detail::operand_error_t<A, B>
operator+(A const&, B const&);

template <class A, class B>
requires detail::operands<A, B>
constexpr auto operator-(A const& a, B const& b) {
    return detail::make<op::subtract>(a, b);
}
template <class A, class B>
requires detail::wrong_operands<A, B> detail::operand_error_t<A, B>
operator-(A const&, B const&);

template <class A, class B>
requires detail::operands<A, B>
constexpr auto operator*(A const& a, B const& b) {
    return detail::make<op::multiply>(a, b);
}
template <class A, class B>
requires detail::wrong_operands<A, B> detail::operand_error_t<A, B>
operator*(A const&, B const&);

template <class A, class B>
requires detail::operands<A, B>
constexpr auto operator/(A const& a, B const& b) {
    return detail::make<op::divide>(a, b);
}
template <class A, class B>
requires detail::wrong_operands<A, B> detail::operand_error_t<A, B>
operator/(A const&, B const&);

template <expression A>
constexpr auto operator-(A const& a) {
    return detail::make<op::negate>(a);
}
template <condition A>
detail::operand_error_t<A> operator-(A const&);

template <expression A>
constexpr A operator+(A const& a) {
    return a;
}

///@}

/// Comparisons make conditions for `select`.
///@{
template <class A, class B>
requires detail::operands<A, B>
constexpr auto operator<(A const& a, B const& b) {
    return detail::make<op::less>(a, b);
}
template <class A, class B>
requires detail::wrong_operands<A, B> detail::operand_error_t<A, B>
operator<(A const&, B const&);

template <class A, class B>
requires detail::operands<A, B>
constexpr auto operator>(A const& a, B const& b) {
    return detail::make<op::greater>(a, b);
}
template <class A, class B>
requires detail::wrong_operands<A, B> detail::operand_error_t<A, B>
operator>(A const&, B const&);

template <class A, class B>
requires detail::operands<A, B>
constexpr auto operator<=(A const& a, B const& b) {
    return detail::make<op::less_equal>(a, b);
}
template <class A, class B>
requires detail::wrong_operands<A, B> detail::operand_error_t<A, B>
operator<=(A const&, B const&);

template <class A, class B>
requires detail::operands<A, B>
constexpr auto operator>=(A const& a, B const& b) {
    return detail::make<op::greater_equal>(a, b);
}
template <class A, class B>
requires detail::wrong_operands<A, B> detail::operand_error_t<A, B>
operator>=(A const&, B const&);

///@}

/// Conditions of conditions.
///@{
template <class A, class B>
requires(condition<A>&& condition<B>) constexpr auto operator&&(A const& a, B const& b) {
    return detail::make<op::logical_and>(a, b);
}
template <class A, class B>
requires detail::wrong_conditions<A, B> detail::condition_error<A, B>
operator&&(A const&, B const&);

template <class A, class B>
requires(condition<A>&& condition<B>) constexpr auto operator||(A const& a, B const& b) {
    return detail::make<op::logical_or>(a, b);
}
template <class A, class B>
requires detail::wrong_conditions<A, B> detail::condition_error<A, B>
operator||(A const&, B const&);

template <condition A>
constexpr auto operator!(A const& a) {
    return detail::make<op::logical_not>(a);
}
template <expression A>
detail::condition_error<A> operator!(A const&);
///@}

}  // namespace hillock
