// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/activation.hpp>

namespace hillock {

// The catalogue: one line an activation. What a derivative is at a kink follows from the branch that a formula takes there,
// so the conditions are those that give PyTorch's subgradients (relu'(0) = 0, leaky_relu'(0) = negative_slope).

namespace formulas {
using namespace literals;
using namespace functions;
inline constexpr variable<"a"> a;
inline constexpr variable<"b"> b;
inline constexpr variable<"alpha"> alpha;
inline constexpr variable<"alpha_n"> alpha_n;
inline constexpr variable<"alpha_p"> alpha_p;
inline constexpr variable<"beta"> beta;
inline constexpr variable<"bias"> bias;
inline constexpr variable<"lambda"> lambda;
inline constexpr variable<"limit"> limit;
inline constexpr variable<"lower"> lower;
inline constexpr variable<"max_value"> max_value;
inline constexpr variable<"min_value"> min_value;
inline constexpr variable<"negative_slope"> negative_slope;
inline constexpr variable<"omega"> omega;
inline constexpr variable<"theta"> theta;
inline constexpr variable<"threshold"> threshold;
inline constexpr variable<"upper"> upper;
inline constexpr variable<"value"> value;
inline constexpr variable<"weight"> weight;
inline constexpr auto positive_part = select(x > 0_c, x, 0_c);
/// The number cut to [low, high], with derivative 0 from the bounds on (as PyTorch's hardtanh; clamp's is 1 at them).
inline constexpr auto cut = [](auto u, auto low, auto high) { return select(u > low, select(u < high, u, high), low); };
inline constexpr auto half_step = cut(0.5_c * (x + 1_c), 0_c, 1_c);
/// x^2 / (4 width), the parabola that joins 0 and x between -width and width.
inline constexpr auto smooth_relu = [](auto width) {
    return select(x > -width, select(x > width, x, square(x + width) / (4_c * width)), 0_c);
};
} // namespace formulas

inline namespace activations {
using namespace formulas;
using namespace literals;

// clang-format off
// Of one number: name, formula, parameters with their defaults, and where the definition comes from.
inline constexpr struct identity final : activation<"identity", x> {} identity; // Keras linear
inline constexpr struct relu final : activation<"relu", positive_part> {} relu; // PyTorch ReLU
inline constexpr struct relu6 final : activation<"relu6", cut(x, 0_c, 6_c)> {} relu6; // PyTorch ReLU6
inline constexpr struct clipped_relu final : activation<"clipped_relu", cut(x, 0_c, max_value), parameter<"max_value", 6_c>> {} clipped_relu; // oneDNN clip, Keras ReLU(max_value)
inline constexpr struct leaky_relu final : activation<"leaky_relu", select(x > 0_c, x, negative_slope * x), parameter<"negative_slope", 0.01_c>> {} leaky_relu; // PyTorch LeakyReLU
inline constexpr struct prelu final : activation<"prelu", select(x > 0_c, x, weight * x), parameter<"weight", 0.25_c>> {} prelu; // PyTorch PReLU
inline constexpr struct rrelu final : activation<"rrelu", select(x > 0_c, x, 0.5_c * (lower + upper) * x), parameter<"lower", 1_c / 8_c>, parameter<"upper", 1_c / 3_c>> {} rrelu; // PyTorch RReLU, inference
inline constexpr struct threshold final : activation<"threshold", select(x > formulas::threshold, x, value), parameter<"threshold", 0_c>, parameter<"value", 0_c>> {} threshold; // PyTorch Threshold
inline constexpr struct thresholded_relu final : activation<"thresholded_relu", select(x > alpha, x, 0_c), parameter<"alpha", 1_c>> {} thresholded_relu; // ONNX ThresholdedRelu
inline constexpr struct trelu final : activation<"trelu", select(x > theta, x, 0_c), parameter<"theta", 1_c>> {} trelu; // NNlib trelu
inline constexpr struct squared_relu final : activation<"squared_relu", square(positive_part)> {} squared_relu; // Primer, So et al. 2021
inline constexpr struct elu final : activation<"elu", select(x > 0_c, x, alpha * expm1(x)), parameter<"alpha", 1_c>> {} elu; // PyTorch ELU, Clevert et al. 2015
inline constexpr struct celu final : activation<"celu", select(x > 0_c, x, alpha * expm1(x / alpha)), parameter<"alpha", 1_c>> {} celu; // PyTorch CELU, Barron 2017
inline constexpr struct selu final : activation<"selu", 1.0507009873554804934193349852946_c * select(x > 0_c, x, 1.6732632423543772848170429916717_c * expm1(x))> {} selu; // PyTorch SELU, Klambauer et al. 2017
inline constexpr struct sigmoid final : activation<"sigmoid", functions::logistic(x)> {} sigmoid; // PyTorch Sigmoid
inline constexpr struct log_sigmoid final : activation<"log_sigmoid", -functions::softplus(-x)> {} log_sigmoid; // PyTorch LogSigmoid
inline constexpr struct hard_sigmoid final : activation<"hard_sigmoid", cut(alpha * x + beta, 0_c, 1_c), parameter<"alpha", 1_c / 6_c>, parameter<"beta", 0.5_c>> {} hard_sigmoid; // PyTorch Hardsigmoid; ONNX has alpha = 0.2
inline constexpr struct tanh final : activation<"tanh", functions::tanh(x)> {} tanh; // PyTorch Tanh
inline constexpr struct scaled_tanh final : activation<"scaled_tanh", alpha * functions::tanh(beta * x), parameter<"alpha", 1.7159_c>, parameter<"beta", 2_c / 3_c>> {} scaled_tanh; // LeCun et al. 1998; ONNX ScaledTanh
inline constexpr struct hard_tanh final : activation<"hard_tanh", cut(x, min_value, max_value), parameter<"min_value", -1_c>, parameter<"max_value", 1_c>> {} hard_tanh; // PyTorch Hardtanh
inline constexpr struct tanh_shrink final : activation<"tanh_shrink", tanh_residual(x)> {} tanh_shrink; // PyTorch Tanhshrink: x - tanh(x)
inline constexpr struct hard_shrink final : activation<"hard_shrink", select(abs(x) > lambda, x, 0_c), parameter<"lambda", 0.5_c>> {} hard_shrink; // PyTorch Hardshrink
inline constexpr struct soft_shrink final : activation<"soft_shrink", select(x > lambda, x - lambda, select(x < -lambda, x + lambda, 0_c)), parameter<"lambda", 0.5_c>> {} soft_shrink; // PyTorch Softshrink
inline constexpr struct shrink final : activation<"shrink", select(x < -lambda, x + bias, select(x > lambda, x - bias, 0_c)), parameter<"bias", 0_c>, parameter<"lambda", 0.5_c>> {} shrink; // ONNX Shrink
inline constexpr struct softplus final : activation<"softplus", functions::softplus(beta * x) / beta, parameter<"beta", 1_c>> {} softplus; // PyTorch Softplus, without its threshold
inline constexpr struct softsign final : activation<"softsign", x / (1_c + abs(x))> {} softsign; // PyTorch Softsign
inline constexpr struct silu final : activation<"silu", x * functions::logistic(x)> {} silu; // PyTorch SiLU, Elfwing et al. 2017
inline constexpr struct swish final : activation<"swish", x * functions::logistic(beta * x), parameter<"beta", 1_c>> {} swish; // Ramachandran et al. 2017; ONNX Swish
inline constexpr struct hard_swish final : activation<"hard_swish", x * cut(x / 6_c + 0.5_c, 0_c, 1_c)> {} hard_swish; // PyTorch Hardswish, Howard et al. 2019
inline constexpr struct gelu final : activation<"gelu", x * normal_cdf(x)> {} gelu; // PyTorch GELU, Hendrycks & Gimpel 2016
inline constexpr struct gelu_tanh final : activation<"gelu_tanh", 0.5_c * x * (1_c + functions::tanh(sqrt(2_c / pi) * (x + 0.044715_c * x * x * x)))> {} gelu_tanh; // PyTorch GELU(approximate='tanh')
inline constexpr struct gelu_quick final : activation<"gelu_quick", x * functions::logistic(1.702_c * x)> {} gelu_quick; // Hendrycks & Gimpel 2016; ggml gelu_quick
inline constexpr struct mish final : activation<"mish", x * functions::tanh(functions::softplus(x))> {} mish; // PyTorch Mish, Misra 2019
inline constexpr struct lisht final : activation<"lisht", x * functions::tanh(x)> {} lisht; // NNlib lisht, Roy et al. 2019
inline constexpr struct tanh_exp final : activation<"tanh_exp", x * functions::tanh(exp(x))> {} tanh_exp; // mlpack TanhExp, Liu & Di 2020
inline constexpr struct elish final : activation<"elish", select(x > 0_c, x, expm1(x)) * functions::logistic(x)> {} elish; // mlpack ElishFunction, Basirat & Roth 2018
inline constexpr struct hard_elish final : activation<"hard_elish", select(x > 0_c, x, expm1(x)) * half_step> {} hard_elish; // Basirat & Roth 2018
inline constexpr struct logcosh final : activation<"logcosh", functions::logcosh(x)> {} logcosh; // NNlib logcosh: log(cosh(x))
inline constexpr struct squareplus final : activation<"squareplus", 0.5_c * (x + sqrt(x * x + b)), parameter<"b", 4_c>> {} squareplus; // JAX squareplus, Barron 2021
inline constexpr struct sparse_plus final : activation<"sparse_plus", smooth_relu(1_c)> {} sparse_plus; // JAX sparse_plus
inline constexpr struct sparse_sigmoid final : activation<"sparse_sigmoid", half_step> {} sparse_sigmoid; // JAX sparse_sigmoid
inline constexpr struct exponential final : activation<"exponential", exp(x)> {} exponential; // Keras exponential
inline constexpr struct elliot_sigmoid final : activation<"elliot_sigmoid", 0.5_c * x / (1_c + abs(x)) + 0.5_c> {} elliot_sigmoid; // mlpack ElliotFunction, Elliott 1993
inline constexpr struct bipolar_sigmoid final : activation<"bipolar_sigmoid", functions::tanh(0.5_c * x)> {} bipolar_sigmoid; // mlpack BipolarSigmoid: (1 - exp(-x)) / (1 + exp(-x))
inline constexpr struct isru final : activation<"isru", x / sqrt(1_c + alpha * x * x), parameter<"alpha", 1_c>> {} isru; // mlpack ISRU, Carlile et al. 2017
inline constexpr struct isrlu final : activation<"isrlu", select(x > 0_c, x, x / sqrt(1_c + alpha * x * x)), parameter<"alpha", 1_c>> {} isrlu; // mlpack ISRLU, Carlile et al. 2017
inline constexpr struct gaussian final : activation<"gaussian", exp(-(x * x))> {} gaussian; // mlpack GaussianFunction
inline constexpr struct inverse_quadratic final : activation<"inverse_quadratic", 1_c / (1_c + x * x)> {} inverse_quadratic; // mlpack InvQuadFunction
inline constexpr struct multiquadratic final : activation<"multiquadratic", sqrt(1_c + x * x)> {} multiquadratic; // mlpack MultiQuadFunction
inline constexpr struct arctan final : activation<"arctan", atan(x)> {} arctan; // classical
inline constexpr struct bent_identity final : activation<"bent_identity", 0.5_c * (sqrt(x * x + 1_c) - 1_c) + x> {} bent_identity; // literature
inline constexpr struct sinc final : activation<"sinc", functions::sinc(x)> {} sinc; // literature: sin(x) / x, 1 at 0
inline constexpr struct snake final : activation<"snake", x + square(sin(alpha * x)) / alpha, parameter<"alpha", 1_c>> {} snake; // Ziyin et al. 2020; BigVGAN
inline constexpr struct sine final : activation<"sine", sin(omega * x), parameter<"omega", 1_c>> {} sine; // SIREN, Sitzmann et al. 2020
inline constexpr struct serf final : activation<"serf", x * erf(functions::softplus(x))> {} serf; // Nag & Bhattacharyya 2021
inline constexpr struct smelu final : activation<"smelu", smooth_relu(beta), parameter<"beta", 1_c>> {} smelu; // Shamir et al. 2022
inline constexpr struct phish final : activation<"phish", x * functions::tanh(x * normal_cdf(x))> {} phish; // Naveen 2022
inline constexpr struct aria2 final : activation<"aria2", x * pow(1_c + exp(-beta * x), -alpha), parameter<"alpha", 1.5_c>, parameter<"beta", 1_c>> {} aria2; // Narendra et al. 2018
inline constexpr struct xielu final : activation<"xielu", select(x > 0_c, alpha_p * x * x, alpha_n * expm1_residual(x)) + beta * x, parameter<"alpha_p", 0.8_c>, parameter<"alpha_n", 0.8_c>, parameter<"beta", 0.5_c>> {} xielu; // Huang & Schlag 2024; ggml xielu
inline constexpr struct step final : activation<"step", select(x > 0_c, 1_c, 0_c)> {} step; // Heaviside, 0 at 0; derivative 0
inline constexpr struct sign final : activation<"sign", functions::sign(x)> {} sign; // bipolar step; derivative 0

// Of two numbers, a value and a gate.
inline constexpr struct glu final : gated_activation<"glu", a * functions::logistic(b)> {} glu; // PyTorch GLU, Dauphin et al. 2016
inline constexpr struct reglu final : gated_activation<"reglu", select(a > 0_c, a, 0_c) * b> {} reglu; // Shazeer 2020
inline constexpr struct geglu final : gated_activation<"geglu", a * normal_cdf(a) * b> {} geglu; // Shazeer 2020
inline constexpr struct geglu_tanh final : gated_activation<"geglu_tanh", hillock::gelu_tanh(a) * b> {} geglu_tanh; // ggml geglu
inline constexpr struct geglu_quick final : gated_activation<"geglu_quick", hillock::gelu_quick(a) * b> {} geglu_quick; // ggml geglu_quick
inline constexpr struct swiglu final : gated_activation<"swiglu", a * functions::logistic(a) * b> {} swiglu; // Shazeer 2020
inline constexpr struct bilinear final : gated_activation<"bilinear", a * b> {} bilinear; // Shazeer 2020
inline constexpr struct maxout final : gated_activation<"maxout", max(a, b)> {} maxout; // Goodfellow et al. 2013
inline constexpr struct swiglu_oai final : gated_activation<"swiglu_oai", select(a < limit, a, limit) * functions::logistic(alpha * select(a < limit, a, limit)) * (cut(b, -limit, limit) + 1_c), parameter<"alpha", 1.702_c>, parameter<"limit", 7_c>> {} swiglu_oai; // ggml swiglu_oai (gpt-oss)

// Other names of the same objects.
inline constexpr auto& linear = identity;
inline constexpr auto& bounded_relu = clipped_relu;
inline constexpr auto& logistic = sigmoid;
inline constexpr auto& hard_silu = hard_swish;
inline constexpr auto& quick_gelu = gelu_quick;
inline constexpr auto& gelu_sigmoid = gelu_quick;
inline constexpr auto& heaviside = step;
inline constexpr auto& elliot = softsign;
inline constexpr auto& bipolar_step = sign;
// clang-format on
} // namespace activations

namespace detail {

/// All activations of one number, and the gated ones.

} // namespace detail
} // namespace hillock
