// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <limits>

namespace hillock {

/// Whether the processor, in the thread that asks, takes subnormal numbers for 0, as operands or as results: because the
/// program says so, or because it, or a library that it loads, is linked with -ffast-math. docs/design.md: what that changes.
inline bool flushes_subnormals() {
    double volatile const least = std::numeric_limits<double>::min();
    double volatile const half = least * 0.5;
    return half * 2 != least;
}

}  // namespace hillock
