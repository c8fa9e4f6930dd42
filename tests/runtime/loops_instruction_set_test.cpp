// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// HILLOCK_ISA lowers the instruction set and never raises it above the machine's. tests/meson.build sets it.

#include <runtime/loops_check.hpp>

#include <algorithm>
#include <cstdlib>
#include <string_view>

namespace {

#if defined(__x86_64__)

int rank(std::string_view name) {
    return name == "baseline" ? 0 : name == "avx2" ? 1 : name == "avx512" ? 2 : -1;
}

TEST(InstructionSet, is_the_lower_of_the_machines_and_what_is_asked_for) {
    int machine = 0;
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) machine = 1;
    if (machine == 1 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
        __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq"))
        machine = 2;
    char const* const asked = std::getenv("HILLOCK_ISA");
    int const expected = asked != nullptr && rank(asked) >= 0 ? std::min(rank(asked), machine) : machine;
    EXPECT_EQ(rank(hillock::instruction_set()), expected) << (asked != nullptr ? asked : "not set");
}

#else

TEST(InstructionSet, has_a_name) {
    EXPECT_FALSE(hillock::instruction_set().empty());
}

#endif

}  // namespace
