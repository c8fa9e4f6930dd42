// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#include <laws/properties_random.hpp>
TEST(PropertiesOfRandomExpressions, Shard0) { laws::judge_shard<0>(); }
