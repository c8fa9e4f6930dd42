// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#include <reference/float32_curves.hpp>
#include <reference/float64_curves.hpp>

#include <runtime/catalogue/check.hpp>

HILLOCK_REFERENCE_CURVES(TEST_ENTRY)
