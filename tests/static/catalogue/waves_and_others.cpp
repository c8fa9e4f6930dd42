// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#include <reference/float32_waves_and_others.hpp>
#include <reference/float64_waves_and_others.hpp>

#include <static/catalogue/check.hpp>

CHECK(sinc)
CHECK(snake)
CHECK_ODD(sine)
CHECK(serf)
CHECK(smelu)
CHECK(phish)
CHECK(aria2)
CHECK(xielu)
CHECK(step)
CHECK_ODD(sign)

HILLOCK_REFERENCE_WAVES_AND_OTHERS(IS_CHECKED)
