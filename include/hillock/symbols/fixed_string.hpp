// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/symbols/text_view.hpp>

#include <cstddef>

namespace hillock {

/// A string literal that can be a template argument: the name of a variable, a parameter or an activation.
template <std::size_t Size>
struct fixed_string {
    /// The literal with the zero at its end.
    char characters[Size]{};

    constexpr fixed_string() = default;
    /// Of a literal, as a template argument is written.
    constexpr fixed_string(char const (&literal)[Size]) {
        for (std::size_t i = 0; i < Size; ++i)
            characters[i] = literal[i];
    }
    /// Without the zero.
    constexpr text_view view() const { return {characters, Size - 1}; }
};

}  // namespace hillock
