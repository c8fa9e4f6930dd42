// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#include <laws/catalogue.hpp>
TEST(GatedCatalogue, KeepsItsLaws) { laws::check_gated_catalogue(); }
