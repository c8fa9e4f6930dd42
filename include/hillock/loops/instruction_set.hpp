// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/symbols/text_view.hpp>

#include <cstdlib>

namespace hillock {

namespace detail {

/// Instruction sets that the loops are made for, from the lowest: x86-64's baseline, AVX2 with FMA, AVX-512 (F, VL, BW, DQ).
/// On other processors there is `baseline` alone, which on AArch64 is NEON.
enum class isa : int { unknown, baseline, avx2, avx512 };

/// What the whole program is compiled for (-march=native): then there is nothing to choose.
#if defined(__AVX512F__) && defined(__AVX512VL__) && defined(__AVX512BW__) && defined(__AVX512DQ__)
inline constexpr isa compiled_isa = isa::avx512;
#elif defined(__AVX2__) && defined(__FMA__)
inline constexpr isa compiled_isa = isa::avx2;
#else
inline constexpr isa compiled_isa = isa::unknown;
#endif

inline isa detect_isa() {
#if defined(__x86_64__)
    if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma")) return isa::baseline;
    if (!__builtin_cpu_supports("avx512f") || !__builtin_cpu_supports("avx512vl") ||
        !__builtin_cpu_supports("avx512bw") || !__builtin_cpu_supports("avx512dq"))
        return isa::avx2;
    return isa::avx512;
#else
    return isa::baseline;
#endif
}

/// What the processor has, lowered to what HILLOCK_ISA in the environment names; never raised by it.
[[gnu::noinline, gnu::cold]] inline isa choose_isa() {
    isa const best = detect_isa();
    char const* const wanted = std::getenv("HILLOCK_ISA");
    if (wanted == nullptr) return best;
    text_view const name = wanted;
    isa const limit = name == "baseline" ? isa::baseline : name == "avx2" ? isa::avx2 : isa::avx512;
    return limit < best ? limit : best;
}

/// What was chosen at the first use. Tests change it, to run the loops of each instruction set in one program.
inline int remembered_isa = static_cast<int>(isa::unknown);

/// Asked once: threads that ask at the same time find the same.
[[gnu::always_inline]] inline isa chosen_isa() {
    if constexpr (compiled_isa != isa::unknown) return compiled_isa;
    int known = __atomic_load_n(&remembered_isa, __ATOMIC_RELAXED);
    if (known == static_cast<int>(isa::unknown)) {
        known = static_cast<int>(choose_isa());
        __atomic_store_n(&remembered_isa, known, __ATOMIC_RELAXED);
    }
    return static_cast<isa>(known);
}

}  // namespace detail

/// The instruction set that `apply` uses: "avx512", "avx2" or "baseline"; "neon" on AArch64. It is the best that the
/// processor has; the environment variable HILLOCK_ISA, read at the first use, can lower it. A program that is compiled for
/// AVX2 and FMA or for AVX-512 (-march=native) does not ask: it uses that.
inline text_view instruction_set() {
#if defined(__aarch64__)
    return "neon";
#else
    switch (detail::chosen_isa()) {
    case detail::isa::avx512:
        return "avx512";
    case detail::isa::avx2:
        return "avx2";
    default:
        return "baseline";
    }
#endif
}

}  // namespace hillock
