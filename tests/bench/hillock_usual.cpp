// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#include <bench/hillock.hpp>

// The usual ones: as double, from the output, and in a chain.

namespace {

namespace hk = hillock;
using namespace bench;

constexpr hk::variable<"bias"> bias;
constexpr hk::variable<"scale"> scale;
constexpr hk::variable<"residual"> residual;

template <class T>
void add_others(peer& p) {
    add_from_output<T>(p, hk::relu);
    add_from_output<T>(p, hk::sigmoid);
    add_from_output<T>(p, hk::tanh);
    p.add<T>("gelu", direction::chain, [](arrays<T> const& a) {
        hk::apply(residual + scale * hk::gelu(hk::x + bias), output(a.out, a), hk::x = input(a.x, a),
                  residual = input(a.residual, a), scale = T(chain_scale), bias = T(chain_bias));
    });
}

void fill(peer& p) {
    auto const add = [&](auto... activation) { (add_activation<double>(p, activation), ...); };
    add(hk::relu, hk::sigmoid, hk::tanh, hk::silu, hk::gelu, hk::gelu_tanh, hk::softplus, hk::mish, hk::elu);
    add_others<float>(p);
    add_others<double>(p);
}

registered const here{"hillock", hillock_version(), fill};

}  // namespace
