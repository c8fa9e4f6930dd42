// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: hillock: results are wrong under -ffast-math
// expect: -fno-unsafe-math-optimizations
// flags: -ffast-math -DHILLOCK_ALLOW_FINITE_MATH
// fix: -fno-unsafe-math-optimizations
#include <hillock/hillock.hpp>
static_assert(hillock::relu(-1.0) == 0);
