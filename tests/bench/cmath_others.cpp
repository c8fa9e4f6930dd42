// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#include <bench/cmath.hpp>

// The rest of the catalogue as float, one line an activation: value and derivative. Parameters have their defaults.

namespace {

using namespace bench;
using T = float;

constexpr T selu_scale = T(1.0507009873554805), selu_alpha = T(1.6732632423543773);
constexpr T two_over_root_pi = T(1.1283791670955126);

T step(T x) {
    return T(x > 0 ? 1 : 0);
}
T cut(T x, T low, T high) {
    return x > low ? (x < high ? x : high) : low;
}
T between(T x, T low, T high) {
    return T(x > low && x < high ? 1 : 0);
}
T smooth_relu(T x) {
    return x > -1 ? (x > 1 ? x : square(x + 1) / 4) : T(0);
}
T half_step(T x) {
    return cut((x + 1) / 2, 0, 1);
}
T gelu_slope(T x) {
    return normal_cdf(x) + x * normal_pdf(x);
}
T silu_slope(T s, T x) {
    return s * (1 + x * (1 - s));
}

// clang-format off
void fill(peer& p) {
    auto const add = [&](char const* name, auto f, auto slope) { add_loops<T>(p, name, f, slope); };
    add("identity", [](T x) { return x; }, [](T) { return T(1); });
    add("relu6", [](T x) { return cut(x, 0, 6); }, [](T x) { return between(x, 0, 6); });
    add("clipped_relu", [](T x) { return cut(x, 0, 6); }, [](T x) { return between(x, 0, 6); });
    add("leaky_relu", [](T x) { return x > 0 ? x : T(0.01) * x; }, [](T x) { return x > 0 ? T(1) : T(0.01); });
    add("prelu", [](T x) { return x > 0 ? x : T(0.25) * x; }, [](T x) { return x > 0 ? T(1) : T(0.25); });
    add("rrelu", [](T x) { return x > 0 ? x : T(11) / 48 * x; }, [](T x) { return x > 0 ? T(1) : T(11) / 48; });
    add("threshold", [](T x) { return x > 0 ? x : T(0); }, [](T x) { return step(x); });
    add("thresholded_relu", [](T x) { return x > 1 ? x : T(0); }, [](T x) { return step(x - 1); });
    add("trelu", [](T x) { return x > 1 ? x : T(0); }, [](T x) { return step(x - 1); });
    add("squared_relu", [](T x) { return x > 0 ? x * x : T(0); }, [](T x) { return x > 0 ? 2 * x : T(0); });
    add("celu", [](T x) { return x > 0 ? x : std::expm1(x); }, [](T x) { return x > 0 ? T(1) : std::exp(x); });
    add("selu", [](T x) { return selu_scale * (x > 0 ? x : selu_alpha * std::expm1(x)); }, [](T x) { return selu_scale * (x > 0 ? T(1) : selu_alpha * std::exp(x)); });
    add("log_sigmoid", [](T x) { return -log1p_exp(-x); }, [](T x) { return logistic(-x); });
    add("hard_sigmoid", [](T x) { return cut(x / 6 + T(0.5), 0, 1); }, [](T x) { return between(x, -3, 3) / 6; });
    add("scaled_tanh", [](T x) { return T(1.7159) * std::tanh(T(2) / 3 * x); }, [](T x) { return T(1.7159) * (T(2) / 3) * sech_square(T(2) / 3 * x); });
    add("hard_tanh", [](T x) { return cut(x, -1, 1); }, [](T x) { return between(x, -1, 1); });
    add("tanh_shrink", [](T x) { return x - std::tanh(x); }, [](T x) { return square(std::tanh(x)); });
    add("hard_shrink", [](T x) { return std::abs(x) > T(0.5) ? x : T(0); }, [](T x) { return step(std::abs(x) - T(0.5)); });
    add("soft_shrink", [](T x) { return x > T(0.5) ? x - T(0.5) : x < T(-0.5) ? x + T(0.5) : T(0); }, [](T x) { return step(std::abs(x) - T(0.5)); });
    add("shrink", [](T x) { return std::abs(x) > T(0.5) ? x : T(0); }, [](T x) { return step(std::abs(x) - T(0.5)); });
    add("softsign", [](T x) { return x / (1 + std::abs(x)); }, [](T x) { return 1 / square(1 + std::abs(x)); });
    add("swish", [](T x) { return x * logistic(x); }, [](T x) { return silu_slope(logistic(x), x); });
    add("hard_swish", [](T x) { return x * cut(x / 6 + T(0.5), 0, 1); }, [](T x) { return x > -3 ? (x < 3 ? x / 3 + T(0.5) : T(1)) : T(0); });
    add("gelu_quick", [](T x) { return x * logistic(T(1.702) * x); }, [](T x) { return silu_slope(logistic(T(1.702) * x), T(1.702) * x); });
    add("lisht", [](T x) { return x * std::tanh(x); }, [](T x) { T const t = std::tanh(x); return t + x * (1 - t * t); });
    add("tanh_exp", [](T x) { return x * std::tanh(std::exp(x)); }, [](T x) { T const e = std::exp(x), t = std::tanh(e); return t + x * e * (1 - t * t); });
    add("elish", [](T x) { return (x > 0 ? x : std::expm1(x)) * logistic(x); }, [](T x) { T const s = logistic(x); return x > 0 ? silu_slope(s, x) : std::exp(x) * s + std::expm1(x) * s * (1 - s); });
    add("hard_elish", [](T x) { return (x > 0 ? x : std::expm1(x)) * half_step(x); }, [](T x) { return x > 0 ? half_step(x) + x * between(x, -1, 1) / 2 : std::exp(x) * half_step(x) + std::expm1(x) * between(x, -1, 1) / 2; });
    add("logcosh", [](T x) { return std::abs(x) + std::log1p(std::exp(-2 * std::abs(x))) - T(0.69314718055994531); }, [](T x) { return std::tanh(x); });
    add("squareplus", [](T x) { return (x + std::sqrt(x * x + 4)) / 2; }, [](T x) { return (1 + x / std::sqrt(x * x + 4)) / 2; });
    add("sparse_plus", [](T x) { return smooth_relu(x); }, [](T x) { return half_step(x); });
    add("sparse_sigmoid", [](T x) { return half_step(x); }, [](T x) { return between(x, -1, 1) / 2; });
    add("exponential", [](T x) { return std::exp(x); }, [](T x) { return std::exp(x); });
    add("elliot_sigmoid", [](T x) { return x / (1 + std::abs(x)) / 2 + T(0.5); }, [](T x) { return 1 / (2 * square(1 + std::abs(x))); });
    add("bipolar_sigmoid", [](T x) { return std::tanh(x / 2); }, [](T x) { return sech_square(x / 2) / 2; });
    add("isru", [](T x) { return x / std::sqrt(1 + x * x); }, [](T x) { T const r = 1 / std::sqrt(1 + x * x); return r * r * r; });
    add("isrlu", [](T x) { return x > 0 ? x : x / std::sqrt(1 + x * x); }, [](T x) { T const r = 1 / std::sqrt(1 + x * x); return x > 0 ? T(1) : r * r * r; });
    add("gaussian", [](T x) { return std::exp(-x * x); }, [](T x) { return -2 * x * std::exp(-x * x); });
    add("inverse_quadratic", [](T x) { return 1 / (1 + x * x); }, [](T x) { return -2 * x / square(1 + x * x); });
    add("multiquadratic", [](T x) { return std::sqrt(1 + x * x); }, [](T x) { return x / std::sqrt(1 + x * x); });
    add("arctan", [](T x) { return std::atan(x); }, [](T x) { return 1 / (1 + x * x); });
    add("bent_identity", [](T x) { return (std::sqrt(x * x + 1) - 1) / 2 + x; }, [](T x) { return x / (2 * std::sqrt(x * x + 1)) + 1; });
    add("sinc", [](T x) { return x == 0 ? T(1) : std::sin(x) / x; }, [](T x) { return x == 0 ? T(0) : (std::cos(x) - std::sin(x) / x) / x; });
    add("snake", [](T x) { return x + square(std::sin(x)); }, [](T x) { return 1 + std::sin(2 * x); });
    add("sine", [](T x) { return std::sin(x); }, [](T x) { return std::cos(x); });
    add("serf", [](T x) { return x * std::erf(log1p_exp(x)); }, [](T x) { T const s = log1p_exp(x); return std::erf(s) + x * logistic(x) * two_over_root_pi * std::exp(-s * s); });
    add("smelu", [](T x) { return smooth_relu(x); }, [](T x) { return half_step(x); });
    add("phish", [](T x) { return x * std::tanh(x * normal_cdf(x)); }, [](T x) { T const t = std::tanh(x * normal_cdf(x)); return t + x * (1 - t * t) * gelu_slope(x); });
    add("aria2", [](T x) { return x * std::pow(1 + std::exp(-x), T(-1.5)); }, [](T x) { T const e = std::exp(-x); return std::pow(1 + e, T(-1.5)) + T(1.5) * x * e * std::pow(1 + e, T(-2.5)); });
    add("xielu", [](T x) { return (x > 0 ? T(0.8) * x * x : T(0.8) * (std::expm1(x) - x)) + T(0.5) * x; }, [](T x) { return (x > 0 ? T(1.6) * x : T(0.8) * std::expm1(x)) + T(0.5); });
    add("step", [](T x) { return step(x); }, [](T) { return T(0); });
    add("sign", [](T x) { return T(x > 0 ? 1 : x < 0 ? -1 : 0); }, [](T) { return T(0); });
}
// clang-format on

registered const here{"cmath", "", fill};

}  // namespace
