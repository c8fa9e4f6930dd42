// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/expression/node.hpp>

#include <cstddef>

namespace hillock {

namespace detail {

/// What an operand of a loop is: one number, an array, or of a matrix all numbers, one for each column, one for each row.
enum class operand_kind : char { number, array, matrix, row, column };

/// Numbers in memory as an operand. A matrix's row i starts at data + i * leading_dimension, and what lies between a row's
/// end and the next row is padding; of the other kinds only `size` counts.
template <class T, operand_kind Kind>
struct operand_view {
    using pointee = T;
    static constexpr operand_kind kind = Kind;
    T* data;
    std::size_t size;
};
template <class T>
struct operand_view<T, operand_kind::matrix> {
    using pointee = T;
    static constexpr operand_kind kind = operand_kind::matrix;
    T* data;
    std::size_t size, rows, columns, leading_dimension;
};
template <class View>
inline constexpr bool is_operand_view = false;
template <class T, operand_kind Kind>
inline constexpr bool is_operand_view<operand_view<T, Kind>> = true;

template <class T>
concept element = std::same_as < std::remove_const_t<T>,
float > || std::same_as<std::remove_const_t<T>, double>;

template <operand_kind Kind, class T, std::size_t Size>
requires element<T>
constexpr operand_view<T, Kind> view_as(T (&range)[Size]) {
    return {range, Size};
}
template <operand_kind Kind, class Range>
requires requires(Range& range) {
    *range.data();
    static_cast<std::size_t>(range.size());
} && element<std::remove_reference_t<decltype(*std::declval<Range&>().data())>>
constexpr auto view_as(Range& range) -> operand_view<std::remove_reference_t<decltype(*range.data())>, Kind> {
    return {range.data(), static_cast<std::size_t>(range.size())};
}

/// Contiguous numbers, float or double, in a std::vector, std::array, std::span, an array of the language, ...: what has
/// `data()` and `size()`.
template <class Range>
concept array_of_numbers = requires(Range& range) {
    view_as<operand_kind::array>(range);
};

template <class Value>
requires(array_of_numbers<Value const>) struct kept<Value> {
    using type = decltype(view_as<operand_kind::array>(std::declval<Value const&>()));
    static constexpr type keep(Value const& value) { return view_as<operand_kind::array>(value); }
};
template <class Value>
requires(array_of_numbers<Value const> || is_operand_view<Value>) inline constexpr bool is_bindable<Value> = true;

}  // namespace detail

/// A range as a matrix of rows one after another: `rows` rows of `columns` numbers, each row `leading_dimension` numbers
/// behind the one before it (`columns`, if it is not given). An operand of `apply`, which refuses a range that is too small
/// for it, and rows that would begin within each other.
template <class Range>
requires detail::array_of_numbers<Range>
constexpr auto matrix(Range&& range, std::size_t rows, std::size_t columns, std::size_t leading_dimension) {
    auto const whole = detail::view_as<detail::operand_kind::array>(range);
    using element = typename decltype(whole)::pointee;
    return detail::operand_view<element, detail::operand_kind::matrix>{whole.data, whole.size, rows, columns,
                                                                       leading_dimension};
}
/// Rows without padding.
template <class Range>
requires detail::array_of_numbers<Range>
constexpr auto matrix(Range&& range, std::size_t rows, std::size_t columns) {
    return matrix(range, rows, columns, columns);
}

/// A range as one number for each column of the output's matrix, the same in each row: a bias. An operand of `apply`.
template <class Range>
requires detail::array_of_numbers<Range>
constexpr auto row(Range&& range) {
    return detail::view_as<detail::operand_kind::row>(range);
}

/// A range as one number for each row of the output's matrix. An operand of `apply`.
template <class Range>
requires detail::array_of_numbers<Range>
constexpr auto column(Range&& range) {
    return detail::view_as<detail::operand_kind::column>(range);
}

template <class Range, class... Sizes>
requires(!detail::array_of_numbers<Range>) error::an_array_is_contiguous_and_of_float_or_double_not<Range> matrix(
    Range&&, Sizes...);
template <class Range>
requires(!detail::array_of_numbers<Range>) error::an_array_is_contiguous_and_of_float_or_double_not<Range> row(Range&&);
template <class Range>
requires(!detail::array_of_numbers<Range>) error::an_array_is_contiguous_and_of_float_or_double_not<Range> column(
    Range&&);

}  // namespace hillock
