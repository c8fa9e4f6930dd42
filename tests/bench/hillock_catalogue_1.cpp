// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#include <bench/hillock.hpp>

static bench::registered const here{"hillock", bench::hillock_version(), bench::add_catalogue<1, 4>};
