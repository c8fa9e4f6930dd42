// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: hillock: results are wrong under -ffast-math
// expect: add -fno-fast-math
// flags: -ffast-math
// fix: -fno-fast-math
#include <hillock/hillock.hpp>
static_assert(hillock::relu(-1.0) == 0);
