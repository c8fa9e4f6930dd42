// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#include <hillock/hillock.hpp>

#include <cstdio>

// second.cpp includes the same headers; both must make one program, in which an activation is one object.
double silu_of_second(double x);
const void* address_in_second();

int main() {
    const bool same_value = hillock::silu(2.0) == silu_of_second(2.0);
    const bool same_object = static_cast<const void*>(&hillock::silu) == address_in_second();
    if (!same_value) std::puts("the two translation units compute silu(2) differently");
    if (!same_object) std::puts("the two translation units have a silu each");
    return same_value && same_object ? 0 : 1;
}
