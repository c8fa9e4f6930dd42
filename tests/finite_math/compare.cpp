// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// What HILLOCK_ALLOW_FINITE_MATH leaves: finite numbers whose result is finite have the bits that they always have.

#include <finite_math/results.hpp>

#include <cinttypes>
#include <cstdio>

std::vector<std::uint64_t> results_with_finite_math();

int main() {
    results const usual = all_results(), finite = results_with_finite_math();
    if (usual.size() != finite.size() || usual.empty()) return 2;
    std::size_t compared = 0, failures = 0;
    for (std::size_t i = 0; i < usual.size(); ++i) {
        if ((usual[i] >> 52 & 0x7ff) == 0x7ff) continue;
        ++compared;
        if (usual[i] == finite[i]) continue;
        if (++failures < 10) std::printf("%zu: %016" PRIx64 " and %016" PRIx64 "\n", i, usual[i], finite[i]);
    }
    std::printf("%zu results, %zu failures\n", compared, failures);
    return failures != 0 || compared < usual.size() / 2;
}
