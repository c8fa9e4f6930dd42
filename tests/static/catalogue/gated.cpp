// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#include <reference/float32_gated.hpp>
#include <reference/float64_gated.hpp>

#include <static/catalogue/check.hpp>

CHECK_GATED(glu)
CHECK_GATED(reglu)
CHECK_GATED(geglu)
CHECK_GATED(geglu_tanh)
CHECK_GATED(geglu_quick)
CHECK_GATED(swiglu)
CHECK_GATED(bilinear)
CHECK_GATED(maxout)
CHECK_GATED(swiglu_oai)

HILLOCK_REFERENCE_GATED(IS_CHECKED)
