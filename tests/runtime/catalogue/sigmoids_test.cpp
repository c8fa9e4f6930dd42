// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#include <reference/float32_sigmoids.hpp>
#include <reference/float64_sigmoids.hpp>

#include <runtime/catalogue/check.hpp>

HILLOCK_REFERENCE_SIGMOIDS(TEST_ENTRY)
