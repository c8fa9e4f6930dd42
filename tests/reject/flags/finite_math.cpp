// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: hillock: NaN and infinities are lost under -ffinite-math-only
// expect: add -fno-finite-math-only
// flags: -ffinite-math-only
// fix: -fno-finite-math-only
#include <hillock/hillock.hpp>
static_assert(hillock::relu(-1.0) == 0);
