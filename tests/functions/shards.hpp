// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// In parts, for their compile time.
#pragma once

#include <functions/make.hpp>

namespace functions {

std::vector<unary> primitives();
std::vector<unary> catalogue_0();
std::vector<unary> catalogue_1();
std::vector<unary> catalogue_2();
std::vector<unary> catalogue_3();

}  // namespace functions
