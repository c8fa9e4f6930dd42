// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/symbols/operation.hpp>

namespace hillock::detail {

/// The derivative of a function by its first and by its second operand, written in its operands a and b (rule_text.hpp).
struct partial_rule {
    op of;
    char const* by[2];
};

// One rule a line. Sums, products, powers with a constant exponent, `select` and `clamp` have none: their rules are the
// derivative's own (derivative.hpp). A function without a rule is an error; derivative 0 has to be said here.
// clang-format off
inline constexpr partial_rule partial_rules[] = {
    {op::exp, {"exp(a)"}},
    {op::exp2, {"log(2) * exp2(a)"}},
    {op::expm1, {"exp(a)"}},
    {op::expm1_residual, {"expm1(a)"}},
    {op::log, {"1 / a"}},
    {op::log2, {"1 / (log(2) * a)"}},
    {op::log1p, {"1 / (1 + a)"}},
    {op::cbrt, {"1 / (3 * square(cbrt(a)))"}},
    {op::abs, {"sign(a)"}},  // 0 at 0, as PyTorch
    {op::sign, {"0"}},
    {op::floor, {"0"}},
    {op::round, {"0"}},
    {op::sin, {"cos(a)"}},
    {op::cos, {"-sin(a)"}},
    {op::tan, {"1 / square(cos(a))"}},
    {op::asin, {"1 / sqrt(1 - a * a)"}},
    {op::acos, {"-1 / sqrt(1 - a * a)"}},
    {op::atan, {"1 / (1 + a * a)"}},
    {op::sinh, {"cosh(a)"}},
    {op::cosh, {"sinh(a)"}},
    {op::tanh, {"sech_square(a)"}},  // not 1 - tanh^2, which cancels in the tails
    {op::asinh, {"1 / sqrt(1 + a * a)"}},
    {op::acosh, {"1 / (sqrt(a - 1) * sqrt(a + 1))"}},
    {op::atanh, {"1 / (1 - a * a)"}},
    {op::sech_square, {"-2 * tanh(a) * sech_square(a)"}},
    {op::logcosh, {"tanh(a)"}},
    {op::tanh_residual, {"square(tanh(a))"}},
    {op::tanh_softplus, {"sech_square(softplus(a)) * sigmoid(a)"}},
    {op::erf, {"2 / sqrt(pi) * exp(-(a * a))"}},
    {op::erfc, {"-2 / sqrt(pi) * exp(-(a * a))"}},
    {op::normal_cdf, {"normal_pdf(a)"}},
    {op::normal_pdf, {"-a * normal_pdf(a)"}},
    {op::logistic, {"0.25 * sech_square(0.5 * a)"}},  // y (1 - y), without its cancellation
    {op::softplus, {"sigmoid(a)"}},
    {op::sinc, {"-a * sinc1(a)"}},  // j_n(a) / a^n has the derivative -a j_(n+1)(a) / a^(n+1)
    {op::sinc1, {"-a * sinc2(a)"}},
    {op::sinc2, {"-a * sinc3(a)"}},
    {op::sinc3, {"-a * sinc4(a)"}},
    {op::sinc4, {"-a * sinc5(a)"}},
    {op::sinc5, {"-a * sinc6(a)"}},
    {op::sinc6, {"(sinc5(a) - 13 * sinc6(a)) / a"}},
    {op::pow, {"b * pow(a, b - 1)", "log(a) * pow(a, b)"}},
    {op::min, {"select(a < b, 1, select(b < a, 0, 0.5))", "select(b < a, 1, select(a < b, 0, 0.5))"}},  // equal operands: half and half
    {op::max, {"select(b < a, 1, select(a < b, 0, 0.5))", "select(a < b, 1, select(b < a, 0, 0.5))"}},
    {op::atan2, {"b / (a * a + b * b)", "-a / (a * a + b * b)"}},
    {op::logsumexp2, {"sigmoid(a - b)", "sigmoid(b - a)"}},
};
// clang-format on

}  // namespace hillock::detail
