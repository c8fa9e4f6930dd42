// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#include <reference/float32_rectifiers.hpp>
#include <reference/float64_rectifiers.hpp>

#include <static/catalogue/check.hpp>

CHECK_ODD(identity)
CHECK(relu)
CHECK(relu6)
CHECK(clipped_relu)
CHECK(leaky_relu)
CHECK(prelu)
CHECK(rrelu)
CHECK(threshold)
CHECK(thresholded_relu)
CHECK(trelu)
CHECK(squared_relu)
CHECK(elu)
CHECK(celu)
CHECK(selu)

HILLOCK_REFERENCE_RECTIFIERS(IS_CHECKED)
