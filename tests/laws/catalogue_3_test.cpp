// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#include <laws/catalogue.hpp>
TEST(Catalogue, Shard3) { laws::check_catalogue<4, 3>(); }
