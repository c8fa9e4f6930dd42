// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/activation.hpp>

namespace hillock {

/// Pieces that several formulas share.
namespace formulas {
using namespace literals;

/// u where it is positive, otherwise 0.
constexpr auto positive_part(auto u) {
    return select(u > 0_c, u, 0_c);
}
/// u cut to [low, high], with derivative 0 from the bounds on, as PyTorch's hardtanh has it (clamp's is 1 at them).
constexpr auto cut(auto u, auto low, auto high) {
    return select(u > low, select(u < high, u, high), low);
}
/// 0 with the sign of u, as an odd function has it at -0.
constexpr auto zero_of(auto u) {
    return verbatim(0_c * u);
}
/// Greater than any finite float or double.
inline constexpr constant<rational{1, 1, 1100}> infinity;
/// The line from 0 at -1 to 1 at 1, and constant beyond.
constexpr auto half_step(auto u) {
    return cut(0.5_c * (u + 1_c), 0_c, 1_c);
}
/// 0 and u joined by the parabola (u + width)^2 / (4 width) between -width and width.
constexpr auto smooth_relu(auto u, auto width) {
    return select(u > -width, select(u > width, u, square(u + width) / (4_c * width)), 0_c);
}
}  // namespace formulas

inline namespace activations {
using namespace formulas;
using namespace literals;

// The catalogue: one line an activation, from which its derivative, tests, texts and tables come. What a derivative is at a
// kink follows from the branch that the formula takes there: the conditions are those that give PyTorch's subgradients
// (relu'(0) = 0, leaky_relu'(0) = negative_slope). The second string says whose
// definition it is.
// clang-format off

// Of one number; the parameters follow x.
inline constexpr struct identity final : activation<identity> { static constexpr text_view name = "identity", source = "Keras linear"; static constexpr auto formula(auto x) { return x; } } identity;
inline constexpr struct relu final : activation<relu> { static constexpr text_view name = "relu", source = "PyTorch ReLU"; static constexpr auto formula(auto x) { return positive_part(x); } } relu;
inline constexpr struct relu6 final : activation<relu6> { static constexpr text_view name = "relu6", source = "PyTorch ReLU6"; static constexpr auto formula(auto x) { return cut(x, 0_c, 6_c); } } relu6;
inline constexpr struct clipped_relu final : activation<clipped_relu, parameter<"max_value", 6_c>> { static constexpr text_view name = "clipped_relu", source = "oneDNN clip, Keras ReLU(max_value)"; static constexpr auto formula(auto x, auto max_value) { return cut(x, 0_c, max_value); } } clipped_relu;
inline constexpr struct leaky_relu final : activation<leaky_relu, parameter<"negative_slope", 0.01_c>> { static constexpr text_view name = "leaky_relu", source = "PyTorch LeakyReLU"; static constexpr auto formula(auto x, auto negative_slope) { return select(x > 0_c, x, negative_slope * x); } } leaky_relu;
inline constexpr struct prelu final : activation<prelu, parameter<"weight", 0.25_c>> { static constexpr text_view name = "prelu", source = "PyTorch PReLU"; static constexpr auto formula(auto x, auto weight) { return select(x > 0_c, x, weight * x); } } prelu;
inline constexpr struct rrelu final : activation<rrelu, parameter<"lower", 1_c / 8_c>, parameter<"upper", 1_c / 3_c>> { static constexpr text_view name = "rrelu", source = "PyTorch RReLU, inference"; static constexpr auto formula(auto x, auto lower, auto upper) { return select(x > 0_c, x, 0.5_c * (lower + upper) * x); } } rrelu;
inline constexpr struct threshold final : activation<threshold, parameter<"threshold", 0_c>, parameter<"value", 0_c>> { static constexpr text_view name = "threshold", source = "PyTorch Threshold"; static constexpr auto formula(auto x, auto threshold, auto value) { return select(x > threshold, x, value); } } threshold;
inline constexpr struct thresholded_relu final : activation<thresholded_relu, parameter<"alpha", 1_c>> { static constexpr text_view name = "thresholded_relu", source = "ONNX ThresholdedRelu"; static constexpr auto formula(auto x, auto alpha) { return select(x > alpha, x, 0_c); } } thresholded_relu;
inline constexpr struct trelu final : activation<trelu, parameter<"theta", 1_c>> { static constexpr text_view name = "trelu", source = "NNlib trelu"; static constexpr auto formula(auto x, auto theta) { return select(x > theta, x, 0_c); } } trelu;
inline constexpr struct squared_relu final : activation<squared_relu> { static constexpr text_view name = "squared_relu", source = "Primer, So et al. 2021"; static constexpr auto formula(auto x) { return square(positive_part(x)); } } squared_relu;
inline constexpr struct elu final : activation<elu, parameter<"alpha", 1_c>> { static constexpr text_view name = "elu", source = "PyTorch ELU, Clevert et al. 2015"; static constexpr auto formula(auto x, auto alpha) { return select(x > 0_c, x, alpha * expm1(x)); } } elu;
inline constexpr struct celu final : activation<celu, parameter<"alpha", 1_c>> { static constexpr text_view name = "celu", source = "PyTorch CELU, Barron 2017"; static constexpr auto formula(auto x, auto alpha) { return select(x > 0_c, x, alpha * expm1(x / alpha)); } } celu;
inline constexpr struct selu final : activation<selu> { static constexpr text_view name = "selu", source = "PyTorch SELU, Klambauer et al. 2017"; static constexpr auto formula(auto x) { return 1.0507009873554804934193349852946_c * select(x > 0_c, x, 1.6732632423543772848170429916717_c * expm1(x)); } } selu;
inline constexpr struct sigmoid final : activation<sigmoid> { static constexpr text_view name = "sigmoid", source = "PyTorch Sigmoid"; static constexpr auto formula(auto x) { return functions::logistic(x); } } sigmoid;
inline constexpr struct log_sigmoid final : activation<log_sigmoid> { static constexpr text_view name = "log_sigmoid", source = "PyTorch LogSigmoid"; static constexpr auto formula(auto x) { return -functions::softplus(-x); } } log_sigmoid;
inline constexpr struct hard_sigmoid final : activation<hard_sigmoid, parameter<"alpha", 1_c / 6_c>, parameter<"beta", 0.5_c>> { static constexpr text_view name = "hard_sigmoid", source = "PyTorch Hardsigmoid; ONNX has alpha = 0.2"; static constexpr auto formula(auto x, auto alpha, auto beta) { return cut(alpha * x + beta, 0_c, 1_c); } } hard_sigmoid;
inline constexpr struct tanh final : activation<tanh> { static constexpr text_view name = "tanh", source = "PyTorch Tanh"; static constexpr auto formula(auto x) { return functions::tanh(x); } } tanh;
inline constexpr struct scaled_tanh final : activation<scaled_tanh, parameter<"alpha", 1.7159_c>, parameter<"beta", 2_c / 3_c>> { static constexpr text_view name = "scaled_tanh", source = "LeCun et al. 1998; ONNX ScaledTanh"; static constexpr auto formula(auto x, auto alpha, auto beta) { return alpha * functions::tanh(beta * x); } } scaled_tanh;
inline constexpr struct hard_tanh final : activation<hard_tanh, parameter<"min_value", -1_c>, parameter<"max_value", 1_c>> { static constexpr text_view name = "hard_tanh", source = "PyTorch Hardtanh"; static constexpr auto formula(auto x, auto min_value, auto max_value) { return cut(x, min_value, max_value); } } hard_tanh;
inline constexpr struct tanh_shrink final : activation<tanh_shrink> { static constexpr text_view name = "tanh_shrink", source = "PyTorch Tanhshrink: x - tanh(x)"; static constexpr auto formula(auto x) { return tanh_residual(x); } } tanh_shrink;
inline constexpr struct hard_shrink final : activation<hard_shrink, parameter<"lambda", 0.5_c>> { static constexpr text_view name = "hard_shrink", source = "PyTorch Hardshrink"; static constexpr auto formula(auto x, auto lambda) { return select(abs(x) > lambda, x, zero_of(x)); } } hard_shrink;
inline constexpr struct soft_shrink final : activation<soft_shrink, parameter<"lambda", 0.5_c>> { static constexpr text_view name = "soft_shrink", source = "PyTorch Softshrink"; static constexpr auto formula(auto x, auto lambda) { return select(x > lambda, x - lambda, select(x < -lambda, x + lambda, zero_of(x))); } } soft_shrink;
inline constexpr struct shrink final : activation<shrink, parameter<"bias", 0_c>, parameter<"lambda", 0.5_c>> { static constexpr text_view name = "shrink", source = "ONNX Shrink"; static constexpr auto formula(auto x, auto bias, auto lambda) { return select(x < -lambda, x + bias, select(x > lambda, x - bias, zero_of(x))); } } shrink;
inline constexpr struct softplus final : activation<softplus, parameter<"beta", 1_c>> { static constexpr text_view name = "softplus", source = "PyTorch Softplus, without its threshold"; static constexpr auto formula(auto x, auto beta) { return functions::softplus(beta * x) / beta; } } softplus;
inline constexpr struct softsign final : activation<softsign> { static constexpr text_view name = "softsign", source = "PyTorch Softsign"; static constexpr auto formula(auto x) { return x / (1_c + abs(x)); } } softsign;
inline constexpr struct silu final : activation<silu> { static constexpr text_view name = "silu", source = "PyTorch SiLU, Elfwing et al. 2017"; static constexpr auto formula(auto x) { return x * functions::logistic(x); } } silu;
inline constexpr struct swish final : activation<swish, parameter<"beta", 1_c>> { static constexpr text_view name = "swish", source = "Ramachandran et al. 2017; ONNX Swish"; static constexpr auto formula(auto x, auto beta) { return x * functions::logistic(beta * x); } } swish;
inline constexpr struct hard_swish final : activation<hard_swish> { static constexpr text_view name = "hard_swish", source = "PyTorch Hardswish, Howard et al. 2019"; static constexpr auto formula(auto x) { return x * cut(x / 6_c + 0.5_c, 0_c, 1_c); } } hard_swish;
inline constexpr struct gelu final : activation<gelu> { static constexpr text_view name = "gelu", source = "PyTorch GELU, Hendrycks & Gimpel 2016"; static constexpr auto formula(auto x) { return x * normal_cdf(x); } } gelu;
inline constexpr struct gelu_tanh final : activation<gelu_tanh> { static constexpr text_view name = "gelu_tanh", source = "PyTorch GELU(approximate='tanh')"; static constexpr auto formula(auto x) { return 0.5_c * x * (1_c + functions::tanh(sqrt(2_c / pi) * (x + 0.044715_c * x * x * x))); } } gelu_tanh;
inline constexpr struct gelu_quick final : activation<gelu_quick> { static constexpr text_view name = "gelu_quick", source = "Hendrycks & Gimpel 2016; ggml gelu_quick"; static constexpr auto formula(auto x) { return x * functions::logistic(1.702_c * x); } } gelu_quick;
inline constexpr struct mish final : activation<mish> { static constexpr text_view name = "mish", source = "PyTorch Mish, Misra 2019"; static constexpr auto formula(auto x) { return x * functions::tanh(functions::softplus(x)); } } mish;
inline constexpr struct lisht final : activation<lisht> { static constexpr text_view name = "lisht", source = "NNlib lisht, Roy et al. 2019"; static constexpr auto formula(auto x) { return x * functions::tanh(x); } } lisht;
inline constexpr struct tanh_exp final : activation<tanh_exp> { static constexpr text_view name = "tanh_exp", source = "mlpack TanhExp, Liu & Di 2020"; static constexpr auto formula(auto x) { return x * functions::tanh(exp(x)); } } tanh_exp;
inline constexpr struct elish final : activation<elish> { static constexpr text_view name = "elish", source = "mlpack ElishFunction, Basirat & Roth 2018"; static constexpr auto formula(auto x) { return select(x > 0_c, x, expm1(x)) * functions::logistic(x); } } elish;
inline constexpr struct hard_elish final : activation<hard_elish> { static constexpr text_view name = "hard_elish", source = "Basirat & Roth 2018"; static constexpr auto formula(auto x) { return select(x > 0_c, x, expm1(x)) * half_step(x); } } hard_elish;
inline constexpr struct logcosh final : activation<logcosh> { static constexpr text_view name = "logcosh", source = "NNlib logcosh: log(cosh(x))"; static constexpr auto formula(auto x) { return functions::logcosh(x); } } logcosh;
inline constexpr struct squareplus final : activation<squareplus, parameter<"b", 4_c>> { static constexpr text_view name = "squareplus", source = "JAX squareplus, Barron 2021"; static constexpr auto formula(auto x, auto b) { return 0.5_c * (x + sqrt(x * x + b)); } } squareplus;
inline constexpr struct sparse_plus final : activation<sparse_plus> { static constexpr text_view name = "sparse_plus", source = "JAX sparse_plus"; static constexpr auto formula(auto x) { return smooth_relu(x, 1_c); } } sparse_plus;
inline constexpr struct sparse_sigmoid final : activation<sparse_sigmoid> { static constexpr text_view name = "sparse_sigmoid", source = "JAX sparse_sigmoid"; static constexpr auto formula(auto x) { return half_step(x); } } sparse_sigmoid;
inline constexpr struct exponential final : activation<exponential> { static constexpr text_view name = "exponential", source = "Keras exponential"; static constexpr auto formula(auto x) { return exp(x); } } exponential;
inline constexpr struct elliot_sigmoid final : activation<elliot_sigmoid> { static constexpr text_view name = "elliot_sigmoid", source = "mlpack ElliotFunction, Elliott 1993"; static constexpr auto formula(auto x) { return 0.5_c * x / (1_c + abs(x)) + 0.5_c; } } elliot_sigmoid;
inline constexpr struct bipolar_sigmoid final : activation<bipolar_sigmoid> { static constexpr text_view name = "bipolar_sigmoid", source = "mlpack BipolarSigmoid: (1 - exp(-x)) / (1 + exp(-x))"; static constexpr auto formula(auto x) { return functions::tanh(0.5_c * x); } } bipolar_sigmoid;
inline constexpr struct isru final : activation<isru, parameter<"alpha", 1_c>> { static constexpr text_view name = "isru", source = "mlpack ISRU, Carlile et al. 2017"; static constexpr auto formula(auto x, auto alpha) { return x / sqrt(1_c + alpha * x * x); } } isru;
inline constexpr struct isrlu final : activation<isrlu, parameter<"alpha", 1_c>> { static constexpr text_view name = "isrlu", source = "mlpack ISRLU, Carlile et al. 2017"; static constexpr auto formula(auto x, auto alpha) { return select(x > 0_c, x, x / sqrt(1_c + alpha * x * x)); } } isrlu;
inline constexpr struct gaussian final : activation<gaussian> { static constexpr text_view name = "gaussian", source = "mlpack GaussianFunction"; static constexpr auto formula(auto x) { return exp(-(x * x)); } } gaussian;
inline constexpr struct inverse_quadratic final : activation<inverse_quadratic> { static constexpr text_view name = "inverse_quadratic", source = "mlpack InvQuadFunction"; static constexpr auto formula(auto x) { return 1_c / (1_c + x * x); } } inverse_quadratic;
inline constexpr struct multiquadratic final : activation<multiquadratic> { static constexpr text_view name = "multiquadratic", source = "mlpack MultiQuadFunction"; static constexpr auto formula(auto x) { return sqrt(1_c + x * x); } } multiquadratic;
inline constexpr struct arctan final : activation<arctan> { static constexpr text_view name = "arctan", source = "classical"; static constexpr auto formula(auto x) { return atan(x); } } arctan;
inline constexpr struct bent_identity final : activation<bent_identity> { static constexpr text_view name = "bent_identity", source = "literature"; static constexpr auto formula(auto x) { return 0.5_c * (sqrt(x * x + 1_c) - 1_c) + x; } } bent_identity;
inline constexpr struct sinc final : activation<sinc> { static constexpr text_view name = "sinc", source = "literature: sin(x) / x, 1 at 0"; static constexpr auto formula(auto x) { return functions::sinc(x); } } sinc;
inline constexpr struct snake final : activation<snake, parameter<"alpha", 1_c>> { static constexpr text_view name = "snake", source = "Ziyin et al. 2020; BigVGAN"; static constexpr auto formula(auto x, auto alpha) { return x + select(abs(x) < infinity, square(sin(alpha * x)) / alpha, 0_c); } } snake;
inline constexpr struct sine final : activation<sine, parameter<"omega", 1_c>> { static constexpr text_view name = "sine", source = "SIREN, Sitzmann et al. 2020"; static constexpr auto formula(auto x, auto omega) { return sin(omega * x); } } sine;
inline constexpr struct serf final : activation<serf> { static constexpr text_view name = "serf", source = "Nag & Bhattacharyya 2021"; static constexpr auto formula(auto x) { return x * erf(functions::softplus(x)); } } serf;
inline constexpr struct smelu final : activation<smelu, parameter<"beta", 1_c>> { static constexpr text_view name = "smelu", source = "Shamir et al. 2022"; static constexpr auto formula(auto x, auto beta) { return smooth_relu(x, beta); } } smelu;
inline constexpr struct phish final : activation<phish> { static constexpr text_view name = "phish", source = "Naveen 2022"; static constexpr auto formula(auto x) { return x * functions::tanh(x * normal_cdf(x)); } } phish;
inline constexpr struct aria2 final : activation<aria2, parameter<"alpha", 1.5_c>, parameter<"beta", 1_c>> { static constexpr text_view name = "aria2", source = "Narendra et al. 2018"; static constexpr auto formula(auto x, auto alpha, auto beta) { return x * pow(1_c + exp(-beta * x), -alpha); } } aria2;
inline constexpr struct xielu final : activation<xielu, parameter<"alpha_p", 0.8_c>, parameter<"alpha_n", 0.8_c>, parameter<"beta", 0.5_c>> { static constexpr text_view name = "xielu", source = "Huang & Schlag 2024; ggml xielu"; static constexpr auto formula(auto x, auto alpha_p, auto alpha_n, auto beta) { return select(x > 0_c, alpha_p * x * x, alpha_n * expm1_residual(x)) + beta * x; } } xielu;
inline constexpr struct step final : activation<step> { static constexpr text_view name = "step", source = "Heaviside, 0 at 0; derivative 0"; static constexpr auto formula(auto x) { return select(x > 0_c, 1_c, 0_c); } } step;
inline constexpr struct sign final : activation<sign> { static constexpr text_view name = "sign", source = "bipolar step; derivative 0"; static constexpr auto formula(auto x) { return functions::sign(x); } } sign;

// Of two numbers, a value a and a gate b.
inline constexpr struct glu final : gated_activation<glu> { static constexpr text_view name = "glu", source = "PyTorch GLU, Dauphin et al. 2016"; static constexpr auto formula(auto a, auto b) { return a * functions::logistic(b); } } glu;
inline constexpr struct reglu final : gated_activation<reglu> { static constexpr text_view name = "reglu", source = "Shazeer 2020"; static constexpr auto formula(auto a, auto b) { return select(a > 0_c, a, 0_c) * b; } } reglu;
inline constexpr struct geglu final : gated_activation<geglu> { static constexpr text_view name = "geglu", source = "Shazeer 2020"; static constexpr auto formula(auto a, auto b) { return a * normal_cdf(a) * b; } } geglu;
inline constexpr struct geglu_tanh final : gated_activation<geglu_tanh> { static constexpr text_view name = "geglu_tanh", source = "ggml geglu"; static constexpr auto formula(auto a, auto b) { return gelu_tanh::formula(a) * b; } } geglu_tanh;
inline constexpr struct geglu_quick final : gated_activation<geglu_quick> { static constexpr text_view name = "geglu_quick", source = "ggml geglu_quick"; static constexpr auto formula(auto a, auto b) { return gelu_quick::formula(a) * b; } } geglu_quick;
inline constexpr struct swiglu final : gated_activation<swiglu> { static constexpr text_view name = "swiglu", source = "Shazeer 2020"; static constexpr auto formula(auto a, auto b) { return a * functions::logistic(a) * b; } } swiglu;
inline constexpr struct bilinear final : gated_activation<bilinear> { static constexpr text_view name = "bilinear", source = "Shazeer 2020"; static constexpr auto formula(auto a, auto b) { return a * b; } } bilinear;
inline constexpr struct maxout final : gated_activation<maxout> { static constexpr text_view name = "maxout", source = "Goodfellow et al. 2013"; static constexpr auto formula(auto a, auto b) { return max(a, b); } } maxout;
inline constexpr struct swiglu_oai final : gated_activation<swiglu_oai, parameter<"alpha", 1.702_c>, parameter<"limit", 7_c>> { static constexpr text_view name = "swiglu_oai", source = "ggml swiglu_oai (gpt-oss)"; static constexpr auto formula(auto a, auto b, auto alpha, auto limit) { return select(a < limit, a, limit) * functions::logistic(alpha * select(a < limit, a, limit)) * (cut(b, -limit, limit) + 1_c); } } swiglu_oai;

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

}  // namespace activations
}  // namespace hillock
