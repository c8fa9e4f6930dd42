// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// What digests.hpp has of each function.
#pragma once

#include <cstdint>
#include <string_view>

namespace digests {

/// Digests are kept of the first 2^power numbers: what is slow compares fewer.
inline constexpr int powers[] = {8, 12, 16, 20};
/// Of so many numbers, of all sizes, the results are constants, too.
inline constexpr std::uint64_t constants = 16;
constexpr std::uint64_t constant_number(std::uint64_t i) {
    return 1031 * i;
}

struct row {
    /// Of the function and the type: "exp, float".
    std::string_view name;
    std::uint64_t of_constants, of_first[4];
};

}  // namespace digests
