// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// One activation of the catalogue and its first derivative, evaluated by the compiler.
#include <hillock/hillock.hpp>

static_assert(hillock::silu(1.0) > 0.73);
static_assert(hillock::diff(hillock::silu)(0.0) == 0.5);
