// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: hillock: NaN and infinities are lost under -ffinite-math-only
// expect: -DHILLOCK_ALLOW_FINITE_MATH
// flags: -ffinite-math-only
// fix: -DHILLOCK_ALLOW_FINITE_MATH
#include <hillock/hillock.hpp>
static_assert(hillock::relu(-1.0) == 0);
