// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect-g++: hillock: results are wrong under -ffast-math
// expect-clang: illegal when precise is disabled
// flags: -freciprocal-math
// fix: -fno-reciprocal-math
#include <hillock/hillock.hpp>
static_assert(hillock::relu(-1.0) == 0);
