// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// HILLOCK_ISA lowers the instruction set and never raises it above the machine's, or has nothing to choose in a program that
// is compiled for one. tests/meson.build sets it, and builds this with -march=native too.

#include <runtime/loops_check.hpp>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <span>
#include <string>
#include <string_view>

namespace hk = hillock;

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
#if defined(__AVX512F__) && defined(__AVX512VL__) && defined(__AVX512BW__) && defined(__AVX512DQ__)
    int const expected = 2;
#elif defined(__AVX2__) && defined(__FMA__)
    int const expected = 1;
#else
    int const expected = asked != nullptr && rank(asked) >= 0 ? std::min(rank(asked), machine) : machine;
#endif
    EXPECT_EQ(rank(hillock::instruction_set()), expected) << (asked != nullptr ? asked : "not set");
}

#else

TEST(InstructionSet, has_a_name) {
    EXPECT_FALSE(hillock::instruction_set().empty());
}

#endif

// Whatever it is, the bits are those of constant expressions.
TEST(InstructionSet, has_the_bits_of_constants) {
    using hk::x;
    constexpr auto weighted = hk::dy * hk::diff(hk::silu);
    constexpr auto numbers = [] {
        std::array<float, 37> result{};
        for (std::size_t i = 0; i < result.size(); ++i)
            result[i] = static_cast<float>(i) * 0.37f - 6.5f;
        return result;
    }();
    constexpr auto expected = [weighted, numbers] {
        std::array<float, 3 * 37> result{};
        for (std::size_t i = 0; i < 37; ++i) {
            result[i] = hk::gelu(numbers[i]);
            result[37 + i] = hk::mish(numbers[i]);
            result[74 + i] = weighted(x = numbers[i], hk::dy = numbers[36 - i]);
        }
        return result;
    }();
    std::array<float, 3 * 37> computed{};
    std::array<float, 37> backwards = numbers;
    std::reverse(backwards.begin(), backwards.end());
    hk::apply(hk::gelu, std::span(computed).subspan(0, 37), numbers);
    hk::apply(hk::mish, std::span(computed).subspan(37, 37), numbers);
    hk::apply(weighted, std::span(computed).subspan(74, 37), x = numbers, hk::dy = backwards);
    loops::all_same<float>(computed, expected, "on " + std::string(hk::instruction_set()));
}

}  // namespace
