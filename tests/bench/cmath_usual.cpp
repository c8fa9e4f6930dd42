// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#include <bench/cmath.hpp>

// The nine that every framework has, as float and as double.

namespace {

using namespace bench;

template <class T>
void add_usual(peer& p) {
    add_loops<T>(
        p, "relu", [](T x) { return x > 0 ? x : T(0); }, [](T x) { return T(x > 0 ? 1 : 0); });
    add_loops<T>(
        p, "sigmoid", [](T x) { return logistic(x); },
        [](T x) {
            T const s = logistic(x);
            return s * (1 - s);
        });
    add_loops<T>(
        p, "tanh", [](T x) { return std::tanh(x); }, [](T x) { return sech_square(x); });
    add_loops<T>(
        p, "silu", [](T x) { return x * logistic(x); },
        [](T x) {
            T const s = logistic(x);
            return s * (1 + x * (1 - s));
        });
    add_loops<T>(
        p, "gelu", [](T x) { return x * normal_cdf(x); }, [](T x) { return normal_cdf(x) + x * normal_pdf(x); });
    constexpr T c = T(0.79788456080286536), k = T(0.044715);
    add_loops<T>(
        p, "gelu_tanh", [](T x) { return T(0.5) * x * (1 + std::tanh(c * (x + k * x * x * x))); },
        [](T x) {
            T const t = std::tanh(c * (x + k * x * x * x));
            return T(0.5) * (1 + t) + T(0.5) * x * (1 - t * t) * c * (1 + 3 * k * x * x);
        });
    add_loops<T>(
        p, "softplus", [](T x) { return log1p_exp(x); }, [](T x) { return logistic(x); });
    add_loops<T>(
        p, "mish", [](T x) { return x * std::tanh(log1p_exp(x)); },
        [](T x) {
            T const t = std::tanh(log1p_exp(x));
            return t + x * (1 - t * t) * logistic(x);
        });
    add_loops<T>(
        p, "elu", [](T x) { return x > 0 ? x : std::expm1(x); }, [](T x) { return x > 0 ? T(1) : std::exp(x); });

    p.add<T>("relu", direction::from_output, [](arrays<T> const& a) {
        for (std::size_t i = 0; i < a.size; ++i)
            a.dx[i] = a.y[i] > 0 ? a.dy[i] : T(0);
    });
    p.add<T>("sigmoid", direction::from_output, [](arrays<T> const& a) {
        for (std::size_t i = 0; i < a.size; ++i)
            a.dx[i] = a.dy[i] * a.y[i] * (1 - a.y[i]);
    });
    p.add<T>("tanh", direction::from_output, [](arrays<T> const& a) {
        for (std::size_t i = 0; i < a.size; ++i)
            a.dx[i] = a.dy[i] * (1 - a.y[i] * a.y[i]);
    });
    p.add<T>("gelu", direction::chain, [](arrays<T> const& a) {
        for (std::size_t i = 0; i < a.size; ++i) {
            T const x = a.x[i] + T(chain_bias);
            a.out[i] = a.residual[i] + T(chain_scale) * (x * normal_cdf(x));
        }
    });
}

registered const here{"cmath", "with -O3 -march=native", [](peer& p) {
                          add_usual<float>(p);
                          add_usual<double>(p);
                      }};

}  // namespace
