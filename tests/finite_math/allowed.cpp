// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// Compiled with -ffast-math but for its unsafe parts, and with HILLOCK_ALLOW_FINITE_MATH.

#if __FINITE_MATH_ONLY__ != 1
#error this is not compiled as it should be
#endif

#define hillock hillock_with_finite_math
#include <finite_math/results.hpp>

std::vector<std::uint64_t> results_with_finite_math();
std::vector<std::uint64_t> results_with_finite_math() {
    return all_results();
}
