// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/loops/operands.hpp>

namespace hillock {

/// The sum of an expression's values over all elements, as an output of `apply`: made by `sum(e)`.
template <class E>
struct sum_of {
    /// The expression.
    E summed;
};

/// Several expressions, or several places for their values: made by `outputs(...)`. Members are held by value; places are
/// views, and references to the numbers that sums go to.
template <class... Members>
struct output_list;
/// None.
template <>
struct output_list<> {};
/// One, and the others.
template <class First, class... Rest>
struct output_list<First, Rest...> {
    /// The expression, the view, or the place of a sum.
    First first;
    /// What follows it.
    output_list<Rest...> rest;
};

namespace detail {

template <class Member>
inline constexpr bool is_sum = false;
template <class E>
inline constexpr bool is_sum<sum_of<E>> = true;

/// The place of a sum: one number that is written.
template <class T>
struct sum_place {
    T* target;
};
template <class Place>
inline constexpr bool is_sum_place = false;
template <class T>
inline constexpr bool is_sum_place<sum_place<T>> = true;

template <class Member>
concept output_expression = expression<Member> || is_sum<Member>;

/// What can be written: a range of numbers, a matrix, or a single number for a sum.
template <class Range>
constexpr auto place_of(Range& range) {
    if constexpr (element<Range>)
        return sum_place<Range>{&range};
    else if constexpr (is_operand_view<std::remove_const_t<Range>>)
        return range;
    else
        return view_as<operand_kind::array>(range);
}
template <class Range>
concept output_place = element<Range> || is_operand_view<std::remove_const_t<Range>> || array_of_numbers<Range>;

constexpr output_list<> list_of() {
    return {};
}
template <class First, class... Rest>
constexpr output_list<First, Rest...> list_of(First first, Rest... rest) {
    return {first, list_of(rest...)};
}

}  // namespace detail

/// The sum over all elements, in the same pass as other outputs: `hk::apply(hk::outputs(dx_expr, hk::sum(dalpha_expr)),
/// hk::outputs(dx, dalpha), ...)`, where `dalpha` is a number. floats are added as doubles; blocks of 256 elements are
/// added in pairs, so that the error grows with the logarithm of their count; the order is the same for all instruction sets
/// and any number of threads.
template <expression E>
constexpr sum_of<E> sum(E const& e) {
    return {e};
}

/// Several expressions that are evaluated in one pass: what they have in common is computed once.
template <class... E>
requires(sizeof...(E) > 0 && (detail::output_expression<E> && ...)) constexpr output_list<E...> outputs(E const&... e) {
    return detail::list_of(e...);
}

/// The places for the values of several expressions, in their order: ranges, matrices, and for sums numbers.
template <class... Range>
requires(sizeof...(Range) > 0 &&
         (detail::output_place<std::remove_reference_t<Range>> && ...)) constexpr auto outputs(Range&&... ranges) {
    return detail::list_of(detail::place_of(ranges)...);
}

}  // namespace hillock
