// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bench/registry.hpp>

#include <algorithm>
#include <cmath>

/// Plain loops over the functions of <cmath>, as one writes them, with nothing but the compiler to make them quick.
namespace bench {

/// An activation and its derivative as functions of one number: out, dx, and both in one loop.
template <class T, class F, class Slope>
void add_loops(peer& p, char const* name, F f, Slope slope) {
    p.add<T>(name, direction::forward, [f](arrays<T> const& a) {
        for (std::size_t i = 0; i < a.size; ++i)
            a.out[i] = f(a.x[i]);
    });
    p.add<T>(name, direction::backward, [slope](arrays<T> const& a) {
        for (std::size_t i = 0; i < a.size; ++i)
            a.dx[i] = a.dy[i] * slope(a.x[i]);
    });
    p.add<T>(name, direction::both, [f, slope](arrays<T> const& a) {
        for (std::size_t i = 0; i < a.size; ++i) {
            T const x = a.x[i], dy = a.dy[i];
            a.out[i] = f(x);
            a.dx[i] = dy * slope(x);
        }
    });
}

/// A function of the loops: [](auto x) with T for the type of x; T{n} and integers keep floats float.
template <class T>
T logistic(T x) {
    return 1 / (1 + std::exp(-x));
}
template <class T>
T normal_cdf(T x) {
    return T(0.5) * (1 + std::erf(x * T(0.70710678118654752)));
}
template <class T>
T normal_pdf(T x) {
    return T(0.39894228040143268) * std::exp(T(-0.5) * x * x);
}
template <class T>
T log1p_exp(T x) {
    return std::max(x, T(0)) + std::log1p(std::exp(-std::abs(x)));
}
template <class T>
T sech_square(T x) {
    T const t = std::tanh(x);
    return 1 - t * t;
}
template <class T>
T square(T x) {
    return x * x;
}

}  // namespace bench
