// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#include <laws/random.hpp>
TEST(RandomExpressions, Shard0) { laws::check_shard<0>(); }
