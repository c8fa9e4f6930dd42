// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// Written by catalogue_reference.py; not to be edited by hand.
#pragma once

#include "float32_curves.hpp"
#include "float32_gated.hpp"
#include "float32_rectifiers.hpp"
#include "float32_self_gated.hpp"
#include "float32_sigmoids.hpp"
#include "float32_waves_and_others.hpp"
#include "names.hpp"
