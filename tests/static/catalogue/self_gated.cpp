// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#include <reference/float32_self_gated.hpp>
#include <reference/float64_self_gated.hpp>

#include <static/catalogue/check.hpp>

CHECK(silu)
CHECK(swish)
CHECK(hard_swish)
CHECK(gelu)
CHECK(gelu_tanh)
CHECK(gelu_quick)
CHECK(mish)
CHECK(lisht)
CHECK(tanh_exp)
CHECK(elish)
CHECK(hard_elish)

HILLOCK_REFERENCE_SELF_GATED(IS_CHECKED)
