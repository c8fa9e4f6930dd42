// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/expression/constants.hpp>
#include <hillock/expression/functions.hpp>

namespace hillock::detail {

/// The operand at a position of an operation, by which a rule is found.
template <op Operation, int Position = 0>
struct operand_of {};

using namespace literals;

// The derivative of an operation by its operand at a position, written in its operands a and b: one rule a line.
//
// Sums, products, powers with a constant exponent, `select` and `clamp` have none: their rules are the derivative's own
// (derivative.hpp). A function without a rule is an error; derivative 0 has to be said here.
// clang-format off
constexpr auto partial(operand_of<op::exp>, auto a) { return exp(a); }
constexpr auto partial(operand_of<op::exp2>, auto a) { return log(2_c) * exp2(a); }
constexpr auto partial(operand_of<op::expm1>, auto a) { return exp(a); }
constexpr auto partial(operand_of<op::expm1_residual>, auto a) { return expm1(a); }
constexpr auto partial(operand_of<op::log>, auto a) { return 1_c / a; }
constexpr auto partial(operand_of<op::log2>, auto a) { return 1_c / (log(2_c) * a); }
constexpr auto partial(operand_of<op::log1p>, auto a) { return 1_c / (1_c + a); }
constexpr auto partial(operand_of<op::cbrt>, auto a) { return 1_c / (3_c * square(cbrt(a))); }
constexpr auto partial(operand_of<op::abs>, auto a) { return functions::sign(a); } // 0 at 0, as PyTorch
constexpr auto partial(operand_of<op::sign>, auto) { return 0_c; }
constexpr auto partial(operand_of<op::floor>, auto) { return 0_c; }
constexpr auto partial(operand_of<op::round>, auto) { return 0_c; }
constexpr auto partial(operand_of<op::sin>, auto a) { return cos(a); }
constexpr auto partial(operand_of<op::cos>, auto a) { return -sin(a); }
constexpr auto partial(operand_of<op::tan>, auto a) { return 1_c / square(cos(a)); }
constexpr auto partial(operand_of<op::asin>, auto a) { return 1_c / sqrt(1_c - a * a); }
constexpr auto partial(operand_of<op::acos>, auto a) { return -1_c / sqrt(1_c - a * a); }
constexpr auto partial(operand_of<op::atan>, auto a) { return 1_c / (1_c + a * a); }
constexpr auto partial(operand_of<op::sinh>, auto a) { return cosh(a); }
constexpr auto partial(operand_of<op::cosh>, auto a) { return sinh(a); }
constexpr auto partial(operand_of<op::tanh>, auto a) { return sech_square(a); } // not 1 - tanh^2, which cancels in the tails
constexpr auto partial(operand_of<op::asinh>, auto a) { return 1_c / sqrt(1_c + a * a); }
constexpr auto partial(operand_of<op::acosh>, auto a) { return 1_c / (sqrt(a - 1_c) * sqrt(a + 1_c)); }
constexpr auto partial(operand_of<op::atanh>, auto a) { return 1_c / (1_c - a * a); }
constexpr auto partial(operand_of<op::sech_square>, auto a) { return -2_c * functions::tanh(a) * sech_square(a); }
constexpr auto partial(operand_of<op::logcosh>, auto a) { return functions::tanh(a); }
constexpr auto partial(operand_of<op::tanh_residual>, auto a) { return square(functions::tanh(a)); }
constexpr auto partial(operand_of<op::tanh_softplus>, auto a) { return sech_square(functions::softplus(a)) * functions::logistic(a); }
constexpr auto partial(operand_of<op::erf>, auto a) { return 2_c / sqrt(pi) * exp(-(a * a)); }
constexpr auto partial(operand_of<op::erfc>, auto a) { return -2_c / sqrt(pi) * exp(-(a * a)); }
constexpr auto partial(operand_of<op::normal_cdf>, auto a) { return normal_pdf(a); }
constexpr auto partial(operand_of<op::normal_pdf>, auto a) { return -a * normal_pdf(a); }
constexpr auto partial(operand_of<op::logistic>, auto a) { return 0.25_c * sech_square(0.5_c * a); } // y (1 - y), without its cancellation
constexpr auto partial(operand_of<op::softplus>, auto a) { return functions::logistic(a); }
constexpr auto partial(operand_of<op::sinc>, auto a) { return -a * functions::sinc1(a); } // j_n(a) / a^n has the derivative -a j_(n+1)(a) / a^(n+1)
constexpr auto partial(operand_of<op::sinc1>, auto a) { return -a * functions::sinc2(a); }
constexpr auto partial(operand_of<op::sinc2>, auto a) { return -a * functions::sinc3(a); }
constexpr auto partial(operand_of<op::sinc3>, auto a) { return -a * functions::sinc4(a); }
constexpr auto partial(operand_of<op::sinc4>, auto a) { return -a * functions::sinc5(a); }
constexpr auto partial(operand_of<op::sinc5>, auto a) { return -a * functions::sinc6(a); }
constexpr auto partial(operand_of<op::sinc6>, auto a) { return (functions::sinc5(a) - 13_c * functions::sinc6(a)) / a; }
constexpr auto partial(operand_of<op::pow, 0>, auto a, auto b) { return b * pow(a, b - 1_c); }
constexpr auto partial(operand_of<op::pow, 1>, auto a, auto b) { return log(a) * pow(a, b); }
constexpr auto partial(operand_of<op::min, 0>, auto a, auto b) { return select(a < b, 1_c, select(b < a, 0_c, 0.5_c)); } // equal operands: half and half
constexpr auto partial(operand_of<op::min, 1>, auto a, auto b) { return select(b < a, 1_c, select(a < b, 0_c, 0.5_c)); }
constexpr auto partial(operand_of<op::max, 0>, auto a, auto b) { return select(b < a, 1_c, select(a < b, 0_c, 0.5_c)); }
constexpr auto partial(operand_of<op::max, 1>, auto a, auto b) { return select(a < b, 1_c, select(b < a, 0_c, 0.5_c)); }
constexpr auto partial(operand_of<op::atan2, 0>, auto a, auto b) { return b / (a * a + b * b); }
constexpr auto partial(operand_of<op::atan2, 1>, auto a, auto b) { return -a / (a * a + b * b); }
constexpr auto partial(operand_of<op::logsumexp2, 0>, auto a, auto b) { return functions::logistic(a - b); }
constexpr auto partial(operand_of<op::logsumexp2, 1>, auto a, auto b) { return functions::logistic(b - a); }
// clang-format on

}  // namespace hillock::detail
