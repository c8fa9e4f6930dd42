// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/expression/constants.hpp>
#include <hillock/expression/functions.hpp>

namespace hillock::detail {

/// The operands in a rule.
inline constexpr variable<"a"> a;
inline constexpr variable<"b"> b;

using namespace literals;

/// The derivative of an operation by its operand at `Position`, written in its operands a and b: one rule a line.
///
/// Sums, products, powers with a constant exponent and `select` have none: their rules are the derivative's own
/// (derivative.hpp). A function without a rule has derivative 0 only if it says so here.
template <op Operation, int Position = 0>
inline constexpr auto partial = nullptr;

// clang-format off
template <> inline constexpr auto partial<op::exp>            = exp(a);
template <> inline constexpr auto partial<op::exp2>           = log(2_c) * exp2(a);
template <> inline constexpr auto partial<op::expm1>          = exp(a);
template <> inline constexpr auto partial<op::expm1_residual> = expm1(a);
template <> inline constexpr auto partial<op::log>            = 1_c / a;
template <> inline constexpr auto partial<op::log2>           = 1_c / (log(2_c) * a);
template <> inline constexpr auto partial<op::log1p>          = 1_c / (1_c + a);
template <> inline constexpr auto partial<op::cbrt>           = 1_c / (3_c * square(cbrt(a)));
template <> inline constexpr auto partial<op::abs>            = functions::sign(a);   // 0 at 0, as PyTorch
template <> inline constexpr auto partial<op::sign>           = 0_c;
template <> inline constexpr auto partial<op::floor>          = 0_c;
template <> inline constexpr auto partial<op::round>          = 0_c;
template <> inline constexpr auto partial<op::sin>            = cos(a);
template <> inline constexpr auto partial<op::cos>            = -sin(a);
template <> inline constexpr auto partial<op::tan>            = 1_c / square(cos(a));
template <> inline constexpr auto partial<op::asin>           = 1_c / sqrt(1_c - a * a);
template <> inline constexpr auto partial<op::acos>           = -1_c / sqrt(1_c - a * a);
template <> inline constexpr auto partial<op::atan>           = 1_c / (1_c + a * a);
template <> inline constexpr auto partial<op::sinh>           = cosh(a);
template <> inline constexpr auto partial<op::cosh>           = sinh(a);
template <> inline constexpr auto partial<op::tanh>           = sech_square(a);       // not 1 - tanh^2, which cancels in the tails
template <> inline constexpr auto partial<op::asinh>          = 1_c / sqrt(1_c + a * a);
template <> inline constexpr auto partial<op::acosh>          = 1_c / (sqrt(a - 1_c) * sqrt(a + 1_c));
template <> inline constexpr auto partial<op::atanh>          = 1_c / (1_c - a * a);
template <> inline constexpr auto partial<op::sech_square>    = -2_c * functions::tanh(a) * sech_square(a);
template <> inline constexpr auto partial<op::logcosh>        = functions::tanh(a);
template <> inline constexpr auto partial<op::tanh_residual>  = square(functions::tanh(a));
template <> inline constexpr auto partial<op::tanh_softplus>  = sech_square(functions::softplus(a)) * functions::logistic(a);
template <> inline constexpr auto partial<op::erf>            = 2_c / sqrt(pi) * exp(-(a * a));
template <> inline constexpr auto partial<op::erfc>           = -2_c / sqrt(pi) * exp(-(a * a));
template <> inline constexpr auto partial<op::normal_cdf>     = normal_pdf(a);
template <> inline constexpr auto partial<op::normal_pdf>     = -a * normal_pdf(a);
template <> inline constexpr auto partial<op::logistic>       = 0.25_c * sech_square(0.5_c * a); // y (1 - y), without its cancellation
template <> inline constexpr auto partial<op::softplus>       = functions::logistic(a);
template <> inline constexpr auto partial<op::sinc>           = -a * functions::sinc1(a); // j_n(a) / a^n has the derivative -a j_(n+1)(a) / a^(n+1)
template <> inline constexpr auto partial<op::sinc1>          = -a * functions::sinc2(a);
template <> inline constexpr auto partial<op::sinc2>          = -a * functions::sinc3(a);
template <> inline constexpr auto partial<op::sinc3>          = -a * functions::sinc4(a);
template <> inline constexpr auto partial<op::sinc4>          = -a * functions::sinc5(a);
template <> inline constexpr auto partial<op::sinc5>          = -a * functions::sinc6(a);
template <> inline constexpr auto partial<op::sinc6>          = (functions::sinc5(a) - 13_c * functions::sinc6(a)) / a;
template <> inline constexpr auto partial<op::pow, 0>         = b * pow(a, b - 1_c);
template <> inline constexpr auto partial<op::pow, 1>         = log(a) * pow(a, b);
template <> inline constexpr auto partial<op::min, 0>         = select(a < b, 1_c, select(b < a, 0_c, 0.5_c)); // equal operands: half and half
template <> inline constexpr auto partial<op::min, 1>         = select(b < a, 1_c, select(a < b, 0_c, 0.5_c));
template <> inline constexpr auto partial<op::max, 0>         = select(b < a, 1_c, select(a < b, 0_c, 0.5_c));
template <> inline constexpr auto partial<op::max, 1>         = select(a < b, 1_c, select(b < a, 0_c, 0.5_c));
template <> inline constexpr auto partial<op::atan2, 0>       = b / (a * a + b * b);
template <> inline constexpr auto partial<op::atan2, 1>       = -a / (a * a + b * b);
template <> inline constexpr auto partial<op::logsumexp2, 0>  = functions::logistic(a - b);
template <> inline constexpr auto partial<op::logsumexp2, 1>  = functions::logistic(b - a);
// clang-format on

} // namespace hillock::detail
