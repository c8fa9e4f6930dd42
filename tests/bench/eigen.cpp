// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#include <bench/registry.hpp>

#include <Eigen/Core>
#include <unsupported/Eigen/SpecialFunctions>

#include <algorithm>
#include <string>

// Eigen's array expressions, with what is used twice in blocks that stay in the nearest cache.

namespace {

using namespace bench;

constexpr Eigen::Index block_size = 1024;
template <class T>
using block = Eigen::Array<T, Eigen::Dynamic, 1, 0, block_size, 1>;
template <class T>
using from = Eigen::Map<Eigen::Array<T, Eigen::Dynamic, 1> const>;
template <class T>
using to = Eigen::Map<Eigen::Array<T, Eigen::Dynamic, 1>>;

template <class T>
struct views {
    from<T> x, dy, y, residual;
    to<T> out, dx;
    views(arrays<T> const& a, std::size_t at, std::size_t size)
        : x(a.x + at, Eigen::Index(size)), dy(a.dy + at, Eigen::Index(size)), y(a.y + at, Eigen::Index(size)),
          residual(a.residual + at, Eigen::Index(size)), out(a.out + at, Eigen::Index(size)),
          dx(a.dx + at, Eigen::Index(size)) {}
};

template <class T, class Body>
void add_whole(peer& p, char const* name, direction way, Body body) {
    p.add<T>(name, way, [body](arrays<T> const& a) {
        views<T> all(a, 0, a.size);
        body(all);
    });
}
template <class T, class Body>
void add_blocks(peer& p, char const* name, direction way, Body body) {
    p.add<T>(name, way, [body](arrays<T> const& a) {
        for (std::size_t at = 0; at < a.size; at += block_size) {
            views<T> part(a, at, std::min<std::size_t>(block_size, a.size - at));
            body(part);
        }
    });
}

template <class T>
void add_forward(peer& p) {
    auto const add = [&](char const* name, auto body) { add_whole<T>(p, name, direction::forward, body); };
    add("relu", [](views<T>& v) { v.out = v.x.max(T(0)); });
    add("sigmoid", [](views<T>& v) { v.out = v.x.logistic(); });
    add("tanh", [](views<T>& v) { v.out = v.x.tanh(); });
    add("silu", [](views<T>& v) { v.out = v.x * v.x.logistic(); });
    add("gelu", [](views<T>& v) { v.out = T(0.5) * v.x * (T(1) + (v.x * T(0.70710678118654752)).erf()); });
    add("gelu_tanh", [](views<T>& v) {
        v.out =
            T(0.5) * v.x * (T(1) + (v.x * (T(0.79788456080286536) + T(0.035677408136300125) * v.x.square())).tanh());
    });
    add("softplus", [](views<T>& v) { v.out = v.x.max(T(0)) + (-v.x.abs()).exp().log1p(); });
    add("elu", [](views<T>& v) { v.out = v.x.max(T(0)) + v.x.min(T(0)).exp() - T(1); });
    add_blocks<T>(p, "mish", direction::forward, [](views<T>& v) {
        // tanh(softplus(x)) by one exponential; from 20 on it is 1.
        block<T> n = v.x.min(T(20)).exp();
        n *= n + T(2);
        v.out = v.x * n / (n + T(2));
    });
    add_whole<T>(p, "gelu", direction::chain, [](views<T>& v) {
        v.out = v.residual + T(chain_scale) * (T(0.5) * (v.x + T(chain_bias)) *
                                               (T(1) + ((v.x + T(chain_bias)) * T(0.70710678118654752)).erf()));
    });
}

template <class T>
void add_backward(peer& p) {
    auto const add = [&](char const* name, auto body) { add_blocks<T>(p, name, direction::backward, body); };
    add("relu", [](views<T>& v) { v.dx = (v.x > T(0)).select(v.dy, T(0)); });
    add("sigmoid", [](views<T>& v) {
        block<T> const s = v.x.logistic();
        v.dx = v.dy * s * (T(1) - s);
    });
    add("tanh", [](views<T>& v) { v.dx = v.dy * (T(1) - v.x.tanh().square()); });
    add("silu", [](views<T>& v) {
        block<T> const s = v.x.logistic();
        v.dx = v.dy * s * (T(1) + v.x * (T(1) - s));
    });
    add("gelu", [](views<T>& v) {
        v.dx = v.dy * (T(0.5) + T(0.5) * (v.x * T(0.70710678118654752)).erf() +
                       v.x * T(0.39894228040143268) * (T(-0.5) * v.x.square()).exp());
    });
    add("gelu_tanh", [](views<T>& v) {
        block<T> const square = v.x.square();
        block<T> const t = (v.x * (T(0.79788456080286536) + T(0.035677408136300125) * square)).tanh();
        v.dx = v.dy * (T(0.5) + T(0.5) * t +
                       T(0.5) * v.x * (T(1) - t.square()) * (T(0.79788456080286536) + T(0.10703222440890037) * square));
    });
    add("softplus", [](views<T>& v) { v.dx = v.dy * v.x.logistic(); });
    add("mish", [](views<T>& v) {
        block<T> const e = v.x.min(T(20)).exp(), n = e * (e + T(2)), t = n / (n + T(2));
        v.dx = v.dy * (t + v.x * (T(1) - t.square()) * e / (T(1) + e));
    });
    add("elu", [](views<T>& v) { v.dx = v.dy * v.x.min(T(0)).exp(); });

    auto const add_from_output = [&](char const* name, auto body) {
        add_whole<T>(p, name, direction::from_output, body);
    };
    add_from_output("relu", [](views<T>& v) { v.dx = (v.y > T(0)).select(v.dy, T(0)); });
    add_from_output("sigmoid", [](views<T>& v) { v.dx = v.dy * v.y * (T(1) - v.y); });
    add_from_output("tanh", [](views<T>& v) { v.dx = v.dy * (T(1) - v.y.square()); });
}

/// The first of "AVX512, FMA, ...".
std::string instruction_set() {
    std::string const all = Eigen::SimdInstructionSetsInUse();
    return all.substr(0, all.find(','));
}

registered const here{"Eigen",
                      std::to_string(EIGEN_WORLD_VERSION) + '.' + std::to_string(EIGEN_MAJOR_VERSION) + '.' +
                          std::to_string(EIGEN_MINOR_VERSION) + ", " + instruction_set(),
                      [](peer& p) {
                          add_forward<float>(p);
                          add_forward<double>(p);
                          add_backward<float>(p);
                          add_backward<double>(p);
                      }};

}  // namespace
