// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#include <runtime/loops_values.hpp>

TEST(LoopsValues, Shard1) {
    loops::check_catalogue<4, 1>();
}
