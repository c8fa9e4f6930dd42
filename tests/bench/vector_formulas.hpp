// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bench/registry.hpp>

#include <cstring>

/// The activations as one writes them over a library of vector functions: SLEEF, Highway. The formulas are quick ones,
/// as what they lose in accuracy is another question.
namespace bench {

template <class V>
struct value_and_slope {
    V value, slope;
};

/// `V` is a vector of the library's: arithmetic, `V(number)`, `positive_part`, `step` (1 above 0, else 0), exp, log1p,
/// tanh, erf.
struct relu_formula {
    template <class V>
    static value_and_slope<V> of(V x) {
        return {positive_part(x), step(x)};
    }
};
struct sigmoid_formula {
    template <class V>
    static value_and_slope<V> of(V x) {
        V const s = V(1) / (V(1) + exp(V(0) - x));
        return {s, s * (V(1) - s)};
    }
};
struct tanh_formula {
    template <class V>
    static value_and_slope<V> of(V x) {
        V const t = tanh(x);
        return {t, V(1) - t * t};
    }
};
struct silu_formula {
    template <class V>
    static value_and_slope<V> of(V x) {
        V const s = sigmoid_formula::of(x).value, y = x * s;
        return {y, s + y * (V(1) - s)};
    }
};
struct gelu_formula {
    template <class V>
    static value_and_slope<V> of(V x) {
        V const cdf = V(0.5) + V(0.5) * erf(x * V(0.70710678118654752));
        return {x * cdf, cdf + x * V(0.39894228040143268) * exp(V(-0.5) * x * x)};
    }
};
struct gelu_tanh_formula {
    template <class V>
    static value_and_slope<V> of(V x) {
        V const square = x * x;
        V const t = tanh(x * (V(0.79788456080286536) + V(0.035677408136300125) * square));
        V const half = V(0.5) + V(0.5) * t;
        V const inner = V(0.79788456080286536) + V(0.10703222440890037) * square;
        return {x * half, half + V(0.5) * x * (V(1) - t * t) * inner};
    }
};
struct softplus_formula {
    template <class V>
    static value_and_slope<V> of(V x) {
        V const magnitude = positive_part(x) + positive_part(V(0) - x);
        return {positive_part(x) + log1p(exp(V(0) - magnitude)), sigmoid_formula::of(x).value};
    }
};
struct mish_formula {
    template <class V>
    static value_and_slope<V> of(V x) {
        // tanh(softplus(x)) by one exponential; from 20 on it is 1.
        V const e = exp(V(20) - positive_part(V(20) - x)), n = e * (e + V(2));
        V const t = n / (n + V(2));
        return {x * t, t + x * (V(1) - t * t) * (e / (V(1) + e))};
    }
};
struct elu_formula {
    template <class V>
    static value_and_slope<V> of(V x) {
        V const e = exp(V(0) - positive_part(V(0) - x));
        return {positive_part(x) + e - V(1), e};
    }
};

/// Calls body(i, lanes) for all elements, a whole vector at a time and the rest by way of padded copies.
template <class V, class T, class Body>
void for_vectors(std::size_t size, Body body, T const* first, T const* second, T* out, T* dx) {
    constexpr std::size_t lanes = V::lanes;
    std::size_t i = 0;
    for (; i + lanes <= size; i += lanes)
        body(first + i, second + i, out + i, dx + i);
    if (i == size) return;
    T one[lanes] = {}, two[lanes] = {}, three[lanes], four[lanes];
    std::size_t const rest = (size - i) * sizeof(T);
    std::memcpy(one, first + i, rest);
    std::memcpy(two, second + i, rest);
    std::memcpy(three, out + i, rest);
    std::memcpy(four, dx + i, rest);
    body(one, two, three, four);
    std::memcpy(out + i, three, rest);
    std::memcpy(dx + i, four, rest);
}

template <class V, class T, class Formula>
void add_formula(peer& p, char const* name, Formula) {
    p.add<T>(name, direction::forward, [](arrays<T> const& a) {
        auto const body = [](T const* x, T const*, T* out, T*) { Formula::of(V::load(x)).value.store(out); };
        for_vectors<V>(a.size, body, a.x, a.dy, a.out, a.dx);
    });
    p.add<T>(name, direction::backward, [](arrays<T> const& a) {
        auto const body = [](T const* x, T const* dy, T*, T* dx) {
            (V::load(dy) * Formula::of(V::load(x)).slope).store(dx);
        };
        for_vectors<V>(a.size, body, a.x, a.dy, a.out, a.dx);
    });
    p.add<T>(name, direction::both, [](arrays<T> const& a) {
        auto const body = [](T const* x, T const* dy, T* out, T* dx) {
            value_and_slope<V> const f = Formula::of(V::load(x));
            f.value.store(out);
            (V::load(dy) * f.slope).store(dx);
        };
        for_vectors<V>(a.size, body, a.x, a.dy, a.out, a.dx);
    });
}

/// All but those with erf, which not every library has.
template <class V, class T>
void add_formulas(peer& p) {
    add_formula<V, T>(p, "relu", relu_formula{});
    add_formula<V, T>(p, "sigmoid", sigmoid_formula{});
    add_formula<V, T>(p, "tanh", tanh_formula{});
    add_formula<V, T>(p, "silu", silu_formula{});
    add_formula<V, T>(p, "gelu_tanh", gelu_tanh_formula{});
    add_formula<V, T>(p, "softplus", softplus_formula{});
    add_formula<V, T>(p, "mish", mish_formula{});
    add_formula<V, T>(p, "elu", elu_formula{});
}

template <class V, class T>
void add_gelu(peer& p) {
    add_formula<V, T>(p, "gelu", gelu_formula{});
    p.add<T>("gelu", direction::chain, [](arrays<T> const& a) {
        auto const body = [](T const* x, T const* residual, T* out, T*) {
            V const y = gelu_formula::of(V::load(x) + V(T(chain_bias))).value;
            (V::load(residual) + V(T(chain_scale)) * y).store(out);
        };
        for_vectors<V>(a.size, body, a.x, a.residual, a.out, a.dx);
    });
}

}  // namespace bench
