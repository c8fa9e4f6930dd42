// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect-g++: hillock: results are wrong under -ffast-math
// expect-clang: illegal when precise is disabled
// flags: -funsafe-math-optimizations
// fix: -fno-unsafe-math-optimizations
#include <hillock/hillock.hpp>
static_assert(hillock::relu(-1.0) == 0);
