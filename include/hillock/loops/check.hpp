// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/loops/operands.hpp>
#include <hillock/symbols/text_view.hpp>

#if defined(__cpp_exceptions) && __has_include(<bits/functexcept.h>)
#include <bits/functexcept.h>  // declares what throws std::invalid_argument; <stdexcept> would double this library's include
#elif defined(__cpp_exceptions)
#include <stdexcept>
#else
#include <cstdio>
#include <cstdlib>
#endif

namespace hillock::detail {

/// A message of bounded length, made without an allocation.
class message {
public:
    message& operator<<(text_view text) {
        for (char c : text)
            if (length + 1 < sizeof characters) {
                characters[length++] = c;
                characters[length] = '\0';
            }
        return *this;
    }
    message& operator<<(std::size_t number) {
        char digits[24];
        std::size_t count = sizeof digits;
        do {
            digits[--count] = static_cast<char>('0' + number % 10);
            number /= 10;
        } while (number != 0);
        return *this << text_view(digits + count, sizeof digits - count);
    }
    /// Throws std::invalid_argument; without exceptions, writes to standard error and aborts.
    [[noreturn]] void refuse() const {
#if defined(__cpp_exceptions) && __has_include(<bits/functexcept.h>)
        std::__throw_invalid_argument(characters);
#elif defined(__cpp_exceptions)
        throw std::invalid_argument(characters);
#else
        std::fprintf(stderr, "%s\n", characters);
        std::abort();
#endif
    }

private:
    char characters[320];  // not cleared, as each call has one
    std::size_t length = 0;
};

/// An operand as the checks see it.
struct checked_operand {
    text_view name;  // of a variable; of an output, empty
    int number;      // of an output, from 1; 0 when there is one alone
    bool is_output;
    operand_kind kind;
    char const* data;
    std::size_t element_size, size, rows, columns, leading_dimension;
};

template <class View>
checked_operand as_checked(text_view name, int number, bool is_output, View const& view) {
    checked_operand result{
        name,      number, is_output, View::kind, reinterpret_cast<char const*>(view.data), sizeof *view.data,
        view.size, 1,      view.size, view.size};
    if constexpr (View::kind == operand_kind::matrix) {
        result.rows = view.rows;
        result.columns = view.columns;
        result.leading_dimension = view.leading_dimension;
    }
    return result;
}

inline message& operator<<(message& text, checked_operand const& operand) {
    if (!operand.is_output) return text << operand.name;
    text << "output";
    if (operand.number > 0) text << " " << static_cast<std::size_t>(operand.number);
    return text;
}

/// How many numbers lie between an operand's first and the one behind its last.
inline std::size_t extent(checked_operand const& operand) {
    if (operand.rows == 0 || operand.columns == 0) return 0;
    return (operand.rows - 1) * operand.leading_dimension + operand.columns;
}

/// Whether two operands have a byte in common: whether a row of the one that has fewer rows meets a row of the other.
inline bool overlap(checked_operand const& a, checked_operand const& b) {
    if (extent(a) == 0 || extent(b) == 0) return false;
    if (a.rows > b.rows) return overlap(b, a);
    auto const first = reinterpret_cast<std::uintptr_t>(a.data);
    auto const second = reinterpret_cast<std::uintptr_t>(b.data);
    if (first - second >= extent(b) * b.element_size && second - first >= extent(a) * a.element_size) return false;
    std::size_t const bytes = a.columns * a.element_size, other_bytes = b.columns * b.element_size;
    std::size_t const step = b.rows > 1 ? b.leading_dimension * b.element_size : other_bytes;
    for (std::size_t row = 0; row < a.rows; ++row) {
        std::uintptr_t const begin = first + row * a.leading_dimension * a.element_size;
        // The first row of the other that ends behind that.
        std::size_t const met = begin < second + other_bytes ? 0 : (begin - second - other_bytes) / step + 1;
        if (met < b.rows && second + met * step < begin + bytes) return true;
    }
    return false;
}
inline bool same_place(checked_operand const& a, checked_operand const& b) {
    return a.data == b.data && a.element_size == b.element_size && a.rows == b.rows && a.columns == b.columns &&
           (a.rows <= 1 || a.leading_dimension == b.leading_dimension);
}

/// Refuses a matrix that does not fit into its range, and null.
inline void check_alone(checked_operand const& a, message& text) {
    if (a.kind == operand_kind::matrix) {
        if (a.leading_dimension < a.columns && a.rows > 1)
            (text << a << " has rows of " << a.columns << " columns, more than its leading dimension of "
                  << a.leading_dimension)
                .refuse();
        std::size_t needed = 0;
        if (a.rows > 0 && a.columns > 0 &&
            (__builtin_mul_overflow(a.rows - 1, a.leading_dimension, &needed) ||
             __builtin_add_overflow(needed, a.columns, &needed) || needed > a.size))
            (text << a << " has " << a.size << " elements, too few for " << a.rows << " rows and " << a.columns
                  << " columns at a leading dimension of " << a.leading_dimension)
                .refuse();
    }
    if (a.data == nullptr && a.size > 0) (text << a << " is null and has " << a.size << " elements").refuse();
}

/// Refuses an operand whose size is not what the shape of the loop asks for.
inline void check_size(checked_operand const& a, checked_operand const& shape, message& text) {
    if (a.kind == operand_kind::number) return;  // the place of a sum
    if (a.kind == operand_kind::matrix) {
        if (a.rows != shape.rows || a.columns != shape.columns)
            (text << a << " has " << a.rows << " rows and " << a.columns << " columns, " << shape << " has "
                  << shape.rows << " and " << shape.columns)
                .refuse();
    } else if (std::size_t const needed = a.kind == operand_kind::column ? shape.rows : shape.columns;
               a.size != needed) {
        (text << a << " has " << a.size << " elements, " << shape << " has " << needed
              << (a.kind == operand_kind::column ? " rows"
                  : a.kind == operand_kind::row  ? " columns"
                                                 : ""))
            .refuse();
    }
}

/// Refuses two outputs that overlap, and an output that overlaps an input without being the same place.
inline void check_overlap(checked_operand const& output, checked_operand const& other, message& text) {
    if (!overlap(output, other)) return;
    if (other.is_output)
        (text << output << " (" << output.size << " elements) and " << other << " (" << other.size
              << " elements) overlap: each output needs memory of its own")
            .refuse();
    bool const in_place = same_place(output, other) && other.kind != operand_kind::row &&
                          other.kind != operand_kind::column && output.kind == other.kind;
    if (!in_place)
        (text << other << " (" << other.size << " elements) and " << output << " (" << output.size
              << " elements) overlap without being the same")
            .refuse();
}

/// All checks of a call, before anything is written. `shape` is the first operand that is a whole array or matrix.
inline void check_operands(checked_operand const* operands, int count, checked_operand const& shape) {
    message text;
    text << "hillock::apply: ";
    for (int i = 0; i < count; ++i)
        check_alone(operands[i], text);
    for (int i = 0; i < count; ++i)
        check_size(operands[i], shape, text);
    for (int i = 0; i < count; ++i)
        for (int k = 0; k < count && operands[i].is_output; ++k)
            if (!operands[k].is_output || k < i) check_overlap(operands[i], operands[k], text);
}

}  // namespace hillock::detail
