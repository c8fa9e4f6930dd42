// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#include <reference/float32_sigmoids.hpp>
#include <reference/float64_sigmoids.hpp>

#include <static/catalogue/check.hpp>

CHECK(sigmoid)
CHECK(log_sigmoid)
CHECK(hard_sigmoid)
CHECK_ODD(tanh)
CHECK_ODD(scaled_tanh)
CHECK_ODD(hard_tanh)
CHECK_ODD(tanh_shrink)
CHECK_ODD(hard_shrink)
CHECK_ODD(soft_shrink)
CHECK_ODD(shrink)
CHECK(softplus)
CHECK_ODD(softsign)

HILLOCK_REFERENCE_SIGMOIDS(IS_CHECKED)
