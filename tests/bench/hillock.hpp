// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bench/registry.hpp>

#include <hillock/catalogue.hpp>
#include <hillock/hillock.hpp>

#include <boost/hana/at.hpp>
#include <boost/hana/length.hpp>

#include <span>

namespace bench {

namespace hk = hillock;

template <class T>
auto input(T const* numbers, arrays<T> const& a) {
    return std::span<T const>(numbers, a.size);
}
template <class T>
auto output(T* numbers, arrays<T> const& a) {
    return std::span<T>(numbers, a.size);
}

/// An activation of one number, its derivative, and both in one pass.
template <class T, class F>
void add_activation(peer& p, F) {
    std::string const name(F::name.data(), F::name.size());
    static constexpr auto backward = hk::dy * hk::diff(F{});
    p.add<T>(name, direction::forward, [](arrays<T> const& a) { hk::apply(F{}, output(a.out, a), input(a.x, a)); });
    p.add<T>(name, direction::backward, [](arrays<T> const& a) {
        hk::apply(backward, output(a.dx, a), hk::x = input(a.x, a), hk::dy = input(a.dy, a));
    });
    p.add<T>(name, direction::both, [](arrays<T> const& a) {
        hk::apply(hk::outputs(F{}, backward), hk::outputs(output(a.out, a), output(a.dx, a)), hk::x = input(a.x, a),
                  hk::dy = input(a.dy, a));
    });
}

/// The derivative from the output alone.
template <class T, class F>
void add_from_output(peer& p, F) {
    static constexpr auto backward = hk::dy * hk::diff_from_output(F{});
    p.add<T>(std::string(F::name.data(), F::name.size()), direction::from_output, [](arrays<T> const& a) {
        hk::apply(backward, output(a.dx, a), hk::y = input(a.y, a), hk::dy = input(a.dy, a));
    });
}

/// Of the catalogue, the entries [Begin, End) of so many parts as float: a part a file, as one file would need minutes.
template <int Part, int Parts>
void add_catalogue(peer& p) {
    constexpr int size = decltype(boost::hana::length(hk::catalogue))::value;
    constexpr int begin = size * Part / Parts, end = size * (Part + 1) / Parts;
    [&]<int... I>(std::integer_sequence<int, I...>) {
        (add_activation<float>(p, boost::hana::at_c<begin + I>(hk::catalogue)), ...);
    }
    (std::make_integer_sequence<int, end - begin>{});
}

inline std::string hillock_version() {
    hk::text_view const set = hk::instruction_set();
    return std::string(BENCH_VERSION ", ") + std::string(set.data(), set.size());
}

}  // namespace bench
