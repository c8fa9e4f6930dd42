// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#include <reference/float32_waves_and_others.hpp>
#include <reference/float64_waves_and_others.hpp>

#include <runtime/catalogue/check.hpp>

HILLOCK_REFERENCE_WAVES_AND_OTHERS(TEST_ENTRY)
