// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#include <reference/float32_gated.hpp>
#include <reference/float64_gated.hpp>

#include <runtime/catalogue/check.hpp>

HILLOCK_REFERENCE_GATED(TEST_GATED)
