// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#include <laws/catalogue.hpp>
TEST(Catalogue, Shard0) { laws::check_catalogue<4, 0>(); }
