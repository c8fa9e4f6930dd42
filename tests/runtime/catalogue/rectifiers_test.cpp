// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#include <reference/float32_rectifiers.hpp>
#include <reference/float64_rectifiers.hpp>

#include <runtime/catalogue/check.hpp>

HILLOCK_REFERENCE_RECTIFIERS(TEST_ENTRY)
