// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// Written by catalogue_reference.py; not to be edited by hand.
#pragma once

#include "float64_curves.hpp"
#include "float64_gated.hpp"
#include "float64_rectifiers.hpp"
#include "float64_self_gated.hpp"
#include "float64_sigmoids.hpp"
#include "float64_waves_and_others.hpp"
#include "names.hpp"
