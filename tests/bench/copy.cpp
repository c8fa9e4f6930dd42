// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#include <bench/registry.hpp>

#include <cstring>
#include <string>

#include <gnu/libc-version.h>

// What moving the same bytes costs: half of what is read or written, by memcpy, between the same arrays.

namespace {

using namespace bench;

template <class T>
void add_copies(peer& p) {
    p.add<T>("memcpy", direction::forward, [](arrays<T> const& a) { std::memcpy(a.out, a.x, a.size * sizeof(T)); });
    for (direction const way : {direction::backward, direction::from_output})
        p.add<T>("memcpy", way, [](arrays<T> const& a) {
            std::memcpy(a.dx, a.x, a.size * sizeof(T));
            std::memcpy(a.out, a.dy, a.size / 2 * sizeof(T));
        });
    p.add<T>("memcpy", direction::chain, [](arrays<T> const& a) {
        std::memcpy(a.out, a.x, a.size * sizeof(T));
        std::memcpy(a.dx, a.residual, a.size / 2 * sizeof(T));
    });
    p.add<T>("memcpy", direction::both, [](arrays<T> const& a) {
        std::memcpy(a.out, a.x, a.size * sizeof(T));
        std::memcpy(a.dx, a.dy, a.size * sizeof(T));
    });
}

registered const here{"memcpy", std::string("of glibc ") + gnu_get_libc_version(), [](peer& p) {
                          add_copies<float>(p);
                          add_copies<double>(p);
                      }};

}  // namespace
