// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Refuses the flags of -ffast-math that make results wrong; what each of them changes is in docs/design.md.

// Sums in another order lose all digits of numbers in two parts. No macro allows that.
#if defined(__FAST_MATH__) || defined(__ASSOCIATIVE_MATH__) || defined(__RECIPROCAL_MATH__) ||                         \
    defined(__NO_SIGNED_ZEROS__)
#error hillock: results are wrong under -ffast-math, -Ofast and -funsafe-math-optimizations: add -fno-fast-math, or -fno-unsafe-math-optimizations to keep the rest of it
#elif defined(__clang__) && defined(__x86_64__)
// clang has no macro for the parts alone, but refuses this where any of them is in force.
#pragma float_control(push)
#pragma float_control(except, on)  // hillock: results would be wrong: add -fno-unsafe-math-optimizations
#pragma float_control(pop)
#endif

// NaN and infinities are lost, and nothing else: who has none may say so.
#if defined(__FINITE_MATH_ONLY__) && __FINITE_MATH_ONLY__ != 0 && !defined(HILLOCK_ALLOW_FINITE_MATH)
#error hillock: NaN and infinities are lost under -ffinite-math-only: add -fno-finite-math-only, or -DHILLOCK_ALLOW_FINITE_MATH if there are none
#endif
