// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/symbols/operation.hpp>
#include <hillock/symbols/rational.hpp>

namespace hillock::detail {

/// Who applies a rule: `simplify` too, or only `stabilize` (which evaluation applies).
enum class applies : unsigned char { always, when_stabilizing };

inline constexpr rational half{1, 1, -1}, one_number{1, 1, 0}, minus_one{-1, 1, 0}, two{1, 1, 1}, minus_two{-1, 1, 1};

/// f(a)^power next to a constant: `coefficient * f(a)^power + offset` is `scale * g(inner * a)^outer`.
///
/// The left side cancels where f(a) nears the constant; the right side keeps every digit. A common factor of both terms
/// and a common scale are matched too.
struct offset_rule {
    applies when;
    op f;
    int power;
    rational coefficient, offset;
    rational scale;
    op g;
    rational inner;
    int outer;
};

inline constexpr offset_rule offset_rules[] = {
    // clang-format off
    {applies::always,           op::sech_square, 1, minus_one, one_number, one_number, op::tanh, one_number, 2},          // 1 - sech^2(a) = tanh^2(a)
    {applies::always,           op::tanh, 2, minus_one, one_number, one_number, op::sech_square, one_number, 1},          // 1 - tanh^2(a) = sech^2(a)
    {applies::always,           op::cos, 2, minus_one, one_number, one_number, op::sin, one_number, 2},                   // 1 - cos^2(a) = sin^2(a)
    {applies::always,           op::sin, 2, minus_one, one_number, one_number, op::cos, one_number, 2},                   // 1 - sin^2(a) = cos^2(a)
    {applies::when_stabilizing, op::exp, 1, one_number, minus_one, one_number, op::expm1, one_number, 1},                 // exp(a) - 1 = expm1(a)
    {applies::when_stabilizing, op::logistic, 1, minus_one, one_number, one_number, op::logistic, minus_one, 1},          // 1 - sigmoid(a) = sigmoid(-a)
    {applies::when_stabilizing, op::logistic, 1, two, minus_one, one_number, op::tanh, half, 1},                          // 2 sigmoid(a) - 1 = tanh(a/2)
    {applies::when_stabilizing, op::tanh, 1, one_number, one_number, two, op::logistic, two, 1},                          // 1 + tanh(a) = 2 sigmoid(2a)
    {applies::when_stabilizing, op::tanh, 1, minus_one, one_number, two, op::logistic, minus_two, 1},                     // 1 - tanh(a) = 2 sigmoid(-2a)
    {applies::when_stabilizing, op::erf, 1, one_number, one_number, one_number, op::erfc, minus_one, 1},                  // 1 + erf(a) = erfc(-a)
    {applies::when_stabilizing, op::erf, 1, minus_one, one_number, one_number, op::erfc, one_number, 1},                  // 1 - erf(a) = erfc(a)
    {applies::when_stabilizing, op::erfc, 1, minus_one, one_number, one_number, op::erf, one_number, 1},                  // 1 - erfc(a) = erf(a)
    {applies::when_stabilizing, op::normal_cdf, 1, minus_one, one_number, one_number, op::normal_cdf, minus_one, 1},      // 1 - normal_cdf(a) = normal_cdf(-a)
    {applies::when_stabilizing, op::cosh, 1, one_number, minus_one, two, op::sinh, half, 2},                              // cosh(a) - 1 = 2 sinh^2(a/2)
    {applies::when_stabilizing, op::cos, 1, minus_one, one_number, two, op::sin, half, 2},                                // 1 - cos(a) = 2 sin^2(a/2)
    // clang-format on
};

/// f(a) next to a itself: `coefficient * f(a) + multiple * a` is `scale * g(inner * a)`.
struct argument_rule {
    op f;
    rational coefficient, multiple;
    rational scale;
    op g;
    rational inner;
};

inline constexpr argument_rule argument_rules[] = {
    // clang-format off
    {op::tanh, minus_one, one_number, one_number, op::tanh_residual, one_number},       // a - tanh(a)
    {op::expm1, one_number, minus_one, one_number, op::expm1_residual, one_number},     // exp(a) - 1 - a
    {op::softplus, one_number, minus_one, one_number, op::softplus, minus_one},         // softplus(a) - a = softplus(-a)
    // clang-format on
};

/// f(a) next to f(-a): `f(a) + other * f(-a)` is `scale * g(inner * a)`; g = constant means the number `scale` itself,
/// and g = variable means `scale * a`.
struct mirror_rule {
    op f;
    rational other;
    rational scale;
    op g;
    rational inner;
};

inline constexpr mirror_rule mirror_rules[] = {
    // clang-format off
    {op::logistic, minus_one, one_number, op::tanh, half},                // sigmoid(a) - sigmoid(-a) = tanh(a/2)
    {op::logistic, one_number, one_number, op::constant, one_number},     // sigmoid(a) + sigmoid(-a) = 1
    {op::softplus, minus_one, one_number, op::variable, one_number},      // softplus(a) - softplus(-a) = a
    {op::exp, minus_one, two, op::sinh, one_number},                      // exp(a) - exp(-a) = 2 sinh(a)
    {op::exp, one_number, two, op::cosh, one_number},                     // exp(a) + exp(-a) = 2 cosh(a)
    {op::normal_cdf, one_number, one_number, op::constant, one_number},   // normal_cdf(a) + normal_cdf(-a) = 1
    {op::erfc, one_number, two, op::constant, one_number},                // erfc(a) + erfc(-a) = 2
    // clang-format on
};

/// Two functions of one argument in a product: `f(a)^power * g(a)^-power` is `h(a)^power`.
struct quotient_rule {
    op f, g, h;
};

inline constexpr quotient_rule quotient_rules[] = {
    {op::sinh, op::cosh, op::tanh},  // sinh(a) / cosh(a) = tanh(a)
    {op::sin, op::cos, op::tan},     // sin(a) / cos(a) = tan(a)
};

/// Powers of two functions of one argument in a sum: `f(a)^power_f + other * g(a)^power_g` is 1.
struct pair_rule {
    op f;
    int power_f;
    rational other;
    op g;
    int power_g;
};

inline constexpr pair_rule pair_rules[] = {
    {op::sin, 2, one_number, op::cos, 2},           // sin^2(a) + cos^2(a) = 1
    {op::cosh, 2, minus_one, op::sinh, 2},          // cosh^2(a) - sinh^2(a) = 1
    {op::sech_square, 1, one_number, op::tanh, 2},  // sech^2(a) + tanh^2(a) = 1
};

/// What a function makes of 0, of 1, and of a change of its argument's sign.
struct function_fact {
    enum parity_kind : signed char { odd = -1, neither = 0, even = 1 };
    op f;
    parity_kind parity;
    /// f(at) = value, exactly.
    int at;
    rational value;
};

inline constexpr rational nothing = unrepresentable, none{0, 1, 0};
inline constexpr function_fact function_facts[] = {
    {op::exp, function_fact::neither, 0, one_number},
    {op::exp2, function_fact::neither, 0, one_number},
    {op::expm1, function_fact::neither, 0, none},
    {op::expm1_residual, function_fact::neither, 0, none},
    {op::log, function_fact::neither, 1, none},
    {op::log2, function_fact::neither, 1, none},
    {op::log1p, function_fact::neither, 0, none},
    {op::cbrt, function_fact::odd, 0, none},
    {op::abs, function_fact::even, 0, none},
    {op::sign, function_fact::odd, 0, none},
    {op::floor, function_fact::neither, 0, none},
    {op::round, function_fact::odd, 0, none},
    {op::sin, function_fact::odd, 0, none},
    {op::cos, function_fact::even, 0, one_number},
    {op::tan, function_fact::odd, 0, none},
    {op::asin, function_fact::odd, 0, none},
    {op::acos, function_fact::neither, 1, none},
    {op::atan, function_fact::odd, 0, none},
    {op::sinh, function_fact::odd, 0, none},
    {op::cosh, function_fact::even, 0, one_number},
    {op::tanh, function_fact::odd, 0, none},
    {op::asinh, function_fact::odd, 0, none},
    {op::acosh, function_fact::neither, 1, none},
    {op::atanh, function_fact::odd, 0, none},
    {op::sech_square, function_fact::even, 0, one_number},
    {op::logcosh, function_fact::even, 0, none},
    {op::tanh_residual, function_fact::odd, 0, none},
    {op::erf, function_fact::odd, 0, none},
    {op::erfc, function_fact::neither, 0, one_number},
    {op::normal_cdf, function_fact::neither, 0, half},
    {op::normal_pdf, function_fact::even, 0, nothing},
    {op::logistic, function_fact::neither, 0, half},
    {op::softplus, function_fact::neither, 0, nothing},
    {op::sinc, function_fact::even, 0, one_number},
    {op::sinc1, function_fact::even, 0, nothing},
    {op::sinc2, function_fact::even, 0, nothing},
    {op::sinc3, function_fact::even, 0, nothing},
    {op::sinc4, function_fact::even, 0, nothing},
    {op::sinc5, function_fact::even, 0, nothing},
    {op::sinc6, function_fact::even, 0, nothing},
};

/// The position of a function's facts; -1 where there are none.
constexpr int fact_of(op code) {
    for (int i = 0; i < static_cast<int>(sizeof(function_facts) / sizeof(function_fact)); ++i)
        if (function_facts[i].f == code) return i;
    return -1;
}

}  // namespace hillock::detail
