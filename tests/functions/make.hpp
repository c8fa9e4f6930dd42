// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <functions/function.hpp>

#include <hillock/catalogue.hpp>
#include <hillock/hillock.hpp>

#include <boost/hana/at.hpp>
#include <boost/hana/length.hpp>

#include <utility>

namespace functions {

namespace hk = hillock;
inline constexpr hk::variable<"a"> a;
inline constexpr hk::variable<"b"> b;

template <class T, class E>
inline constexpr of_one<T> unary_in{
    [](std::span<T const> in, std::span<T> out) { hk::apply(E{}, out, hk::x = in); },
    [](T v) -> T { return E{}(hk::x = v); },
};
template <class T, class E>
inline constexpr of_two<T> binary_in{
    [](std::span<T const> in_a, std::span<T const> in_b, std::span<T> out) { hk::apply(E{}, out, a = in_a, b = in_b); },
    [](T of_a, T of_b) -> T { return E{}(a = of_a, b = of_b); },
};

template <class E>
laws::tape formula_of() {
    return laws::tape_of(hk::stabilize(E{}));
}

template <class E>
unary make_unary(E, std::string name, kind k) {
    return {std::move(name), k, unary_in<float, E>, unary_in<double, E>, formula_of<E>};
}
template <class E>
binary make_binary(E, std::string name, kind k) {
    return {std::move(name), k, binary_in<float, E>, binary_in<double, E>, formula_of<E>};
}

/// The entries I, I + Shards, I + 2 Shards, ... of the catalogue.
template <int Shards, int I>
std::vector<unary> catalogue_shard() {
    std::vector<unary> made;
    auto const add = [&](auto f) {
        std::string const name(f.name);
        made.push_back(make_unary(f, name, kind::activation));
        made.push_back(make_unary(hk::diff(f), name + "'", kind::slope));
        made.push_back(make_unary(hk::diff<2>(f), name + "''", kind::curvature));
    };
    constexpr int size = decltype(boost::hana::length(hk::catalogue))::value;
    [&]<int... K>(std::integer_sequence<int, K...>) {
        (add(boost::hana::at_c<I + K * Shards>(hk::catalogue)), ...);
    }
    (std::make_integer_sequence<int, (size - I + Shards - 1) / Shards>{});
    return made;
}

}  // namespace functions
