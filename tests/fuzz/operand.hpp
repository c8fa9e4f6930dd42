// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// What hk::apply has to refuse, by the rules of docs/guide.md and the declarations, counted element by element.
#pragma once

#include <cstddef>
#include <vector>

namespace fuzz {

enum class kind { array, matrix, row, column, sum };

// Where an operand lies and what it says of itself; all but a matrix is one row.
struct operand {
    fuzz::kind kind;
    bool is_output;
    std::size_t region;
    std::ptrdiff_t offset;  // in elements
    std::size_t size, rows, columns, leading_dimension;
    bool is_null = false;
};

// From the first element to the one behind the last.
inline std::ptrdiff_t extent(operand const& one) {
    if (one.rows == 0 || one.columns == 0) return 0;
    return static_cast<std::ptrdiff_t>((one.rows - 1) * one.leading_dimension + one.columns);
}

template <class F>
void for_elements(operand const& one, F const& f) {
    for (std::size_t row = 0; row < one.rows && one.columns > 0; ++row)
        for (std::size_t column = 0; column < one.columns; ++column)
            f(one.offset + static_cast<std::ptrdiff_t>(row * one.leading_dimension + column));
}

inline bool are_whole(operand const& a) {
    return a.kind == kind::array || a.kind == kind::matrix;
}

// An array or a matrix may be the very memory of an output.
inline bool are_the_same(operand const& a, operand const& b) {
    return are_whole(a) && a.kind == b.kind && a.region == b.region && a.offset == b.offset && a.rows == b.rows &&
           a.columns == b.columns && (a.rows == 1 || a.leading_dimension == b.leading_dimension);
}

inline bool fits(operand const& a) {
    using wide = unsigned __int128;
    if (a.kind != kind::matrix || a.rows == 0 || a.columns == 0) return true;
    return wide{a.rows - 1} * a.leading_dimension + a.columns <= a.size;
}

inline bool sizes_agree(std::vector<operand> const& operands) {
    operand const* shape = nullptr;
    for (operand const& one : operands)
        if (are_whole(one)) shape = &one;
    for (operand const& one : operands) {
        if (are_whole(one) && (one.rows != shape->rows || one.columns != shape->columns)) return false;
        if (one.kind == kind::row && one.size != shape->columns) return false;
        if (one.kind == kind::column && one.size != shape->rows) return false;
    }
    return true;
}

// Which outputs an element belongs to, for all elements of a region.
class owners {
public:
    owners(std::vector<operand> const& operands, std::size_t region) {
        std::ptrdiff_t last = 0;
        for (operand const& one : operands)
            if (one.region == region) {
                auto const end = one.offset + static_cast<std::ptrdiff_t>(one.size);
                first = one.offset < first ? one.offset : first;
                last = end > last ? end : last;
            }
        marks.resize(static_cast<std::size_t>(last - first));
    }
    unsigned char& at(std::ptrdiff_t offset) { return marks[static_cast<std::size_t>(offset - first)]; }

private:
    std::ptrdiff_t first = 0;
    std::vector<unsigned char> marks;
};

inline char const* overlaps_in(std::vector<operand> const& operands, std::size_t region) {
    owners of(operands, region);
    for (std::size_t k = 0; k < operands.size(); ++k) {
        if (operands[k].region != region || !operands[k].is_output) continue;
        unsigned met = 0;
        for_elements(operands[k], [&](std::ptrdiff_t offset) {
            met |= of.at(offset);
            of.at(offset) = static_cast<unsigned char>(of.at(offset) | 1u << k);
        });
        if (met != 0) return "refused: outputs that overlap";
    }
    for (operand const& input : operands) {
        if (input.region != region || input.is_output) continue;
        unsigned met = 0;
        for_elements(input, [&](std::ptrdiff_t offset) { met |= of.at(offset); });
        for (std::size_t k = 0; k < operands.size(); ++k)
            if ((met >> k & 1) != 0 && !are_the_same(operands[k], input)) return "refused: an input that overlaps";
    }
    return nullptr;
}

// Why a call has to be refused; null if it has not.
inline char const* refusal(std::vector<operand> const& operands) {
    for (operand const& one : operands) {
        if (one.is_null && one.size > 0) return "refused: null with a size";
        if (one.kind == kind::matrix && one.rows > 1 && one.leading_dimension < one.columns)
            return "refused: rows that overlap";
        if (!fits(one)) return "refused: too few elements";
    }
    if (!sizes_agree(operands)) return "refused: sizes that differ";
    for (std::size_t region = 0; region < operands.size(); ++region)
        if (char const* const overlap = overlaps_in(operands, region)) return overlap;
    return nullptr;
}

}  // namespace fuzz
