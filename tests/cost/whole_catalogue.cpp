// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// All of the catalogue with two derivatives each, in one file.
#include <hillock/catalogue.hpp>
#include <hillock/hillock.hpp>

constexpr double total = [] {
    double sum = 0;
    boost::hana::for_each(hillock::catalogue, [&](auto f) {
        sum += f(0.75) + hillock::diff(f)(0.75) + hillock::diff<2>(f)(0.75);
    });
    return sum;
}();
static_assert(total == total);

using namespace hillock;
constexpr double gated_total = [] {
    double sum = 0;
    boost::hana::for_each(gated_catalogue, [&](auto f) {
        constexpr variable<"a"> a;
        constexpr variable<"b"> b;
        sum += f(0.75, 0.5) + diff(f, a)(a = 0.75, b = 0.5) + diff(f, b)(a = 0.75, b = 0.5) + diff<2>(f, a)(a = 0.75, b = 0.5);
    });
    return sum;
}();
static_assert(gated_total == gated_total);
