// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/loops/instruction_set.hpp>
#include <hillock/loops/operands.hpp>
#include <hillock/loops/sums.hpp>

namespace hillock::detail {

/// What the compiler knows of a loop's inputs, in the order in which they are bound.
template <operand_kind... Kinds>
struct input_kinds {
    static constexpr int count = sizeof...(Kinds);
    static constexpr operand_kind kinds[sizeof...(Kinds) + 1] = {Kinds...};
    /// Whether an input is read element by element; else it is one number in a row.
    static constexpr bool is_stream(int input) {
        return kinds[input] == operand_kind::array || kinds[input] == operand_kind::matrix ||
               kinds[input] == operand_kind::row;
    }
};
/// And of its outputs.
template <bool... IsSum>
struct output_sums {
    static constexpr int count = sizeof...(IsSum);
    static constexpr bool is_sum[sizeof...(IsSum)] = {IsSum...};
    static constexpr bool any = (IsSum || ...);
};

/// A loop over rows, ready to run: every size has been checked. With `OneRow` there is but row 0.
template <class T, class Variables, class Kinds, class Sums, bool OneRow = false>
struct loop_job {
    using element = T;
    using variables = Variables;
    using inputs = Kinds;
    using outputs = Sums;
    static constexpr bool is_one_row = OneRow;

    struct input {
        T const* data;         // null for a number
        std::size_t row_step;  // from one row to the next
        T number;
    };
    struct output {
        T* data;  // null for a sum
        std::size_t row_step;
    };
    input sources[static_cast<unsigned>(Kinds::count) + 1];
    output targets[static_cast<unsigned>(Sums::count)];
    std::size_t rows, columns;
    isa chosen;
    std::uint64_t const* numbers;

    /// The number that an input is in a row, when it is not a stream.
    [[gnu::always_inline]] T number_in(int source, std::size_t row) const {
        return sources[source].data == nullptr ? sources[source].number : sources[source].data[row];
    }
    [[gnu::always_inline]] T* target_row(int output, std::size_t row) const {
        if constexpr (OneRow) return targets[output].data;
        return targets[output].data + row * targets[output].row_step;
    }
    /// Where the elements of an input's row start, when it is a stream.
    [[gnu::always_inline]] T const* row_of(int source, std::size_t row) const {
        if constexpr (OneRow) return sources[source].data;
        return sources[source].data + row * sources[source].row_step;
    }
};

}  // namespace hillock::detail
