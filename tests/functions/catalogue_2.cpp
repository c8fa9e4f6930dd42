// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#include <functions/shards.hpp>

std::vector<functions::unary> functions::catalogue_2() {
    return catalogue_shard<4, 2>();
}
