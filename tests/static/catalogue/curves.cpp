// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#include <reference/float32_curves.hpp>
#include <reference/float64_curves.hpp>

#include <static/catalogue/check.hpp>

CHECK(logcosh)
CHECK(squareplus)
CHECK(sparse_plus)
CHECK(sparse_sigmoid)
CHECK(exponential)
CHECK(elliot_sigmoid)
CHECK_ODD(bipolar_sigmoid)
CHECK_ODD(isru)
CHECK(isrlu)
CHECK(gaussian)
CHECK(inverse_quadratic)
CHECK(multiquadratic)
CHECK_ODD(arctan)
CHECK(bent_identity)

HILLOCK_REFERENCE_CURVES(IS_CHECKED)
