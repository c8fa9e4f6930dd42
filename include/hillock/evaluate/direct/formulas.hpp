// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/expression/program.hpp>

namespace hillock::detail {

/// The functions that have a kernel in float and double themselves (`direct`), and so run as fast as the machine can.
enum class direct_function : unsigned char {
    none,
    exp,
    expm1,
    logistic,
    logistic_slope,
    tanh,
    tanh_slope,
    softplus,
    silu,
    silu_slope,
    gelu,
    gelu_slope,
    gelu_tanh,
    gelu_tanh_slope,
    mish,
    mish_slope,
    elu,
    // Of floats alone.
    elu_slope,
    gelu_quick,
    gelu_quick_slope,
    scaled_tanh,
    tanh_residual,
    logcosh,
    squareplus,
    bent_identity,
    elish,
    hard_elish,
    xielu,
    snake,
    snake_slope,
    // Of floats, but for atan up to a limit, and of doubles from which floats are rounded.
    sin,
    cos,
    sinc,
    atan,
    // Of doubles from which floats are rounded (double_functions.hpp, moderate_functions.hpp).
    log,
    log1p,
    sqrt,
    sinc1_near,
    erf,
    normal_cdf,
    normal_pdf,
    moderate_exp,
    moderate_expm1,
    moderate_expm1_residual,
    moderate_logistic,
    moderate_logistic_slope,
    moderate_softplus,
    moderate_tanh,
    moderate_tanh_slope,
    moderate_silu,
    moderate_silu_slope,
    moderate_tanh_softplus,
    moderate_mish,
    pow,
};

// A formula is recognised by a hash of its structure, in which the argument, whatever it is, counts as one thing, and the
// order of the operands of + and * does not count.

inline constexpr std::uint64_t formula_argument = mix(1, 2);

/// Of an instruction whose operands' hashes are known; 0 if one of them is 0, which stands for any other input.
constexpr std::uint64_t formula_hash(instruction const& step, std::uint64_t const* hashes) {
    std::uint64_t result = hash_of(step.code);
    std::uint64_t sum = 0;
    for (int k = 0; k < step.arity(); ++k) {
        std::uint64_t const operand = hashes[step.operands[k]];
        if (operand == 0) return 0;
        result = mix(result, operand);
        sum += mix(7, operand);
    }
    return step.code == op::add || step.code == op::multiply ? mix(hash_of(step.code), sum) : result;
}

/// The hashes of all parts of a program as formulas of the one that is the argument.
constexpr void hash_formulas(program_view source, int argument, std::uint64_t* hashes) {
    for (int i = 0; i < source.size; ++i) {
        instruction const& step = source.code[i];
        hashes[i] = 0;
        if (i == argument)
            hashes[i] = formula_argument;
        else if (step.code == op::constant)
            hashes[i] = hash_of(source.constants[step.value]);
        else if (step.code != op::variable && step.code != op::number && step.code != op::user)
            hashes[i] = formula_hash(step, hashes);
    }
}

struct direct_formula {
    std::uint64_t hash;
    direct_function function;
};

// One form a line, as it is written or as `diff` and `stabilize` leave it. tests/static/direct_formulas.cpp has the formulas
// as expressions; it does not compile where the two differ.
// clang-format off
inline constexpr direct_formula direct_formulas[] = {
    {0x7968350de0f64559, direct_function::exp},  // exp(x)
    {0x896d906ffe7aec73, direct_function::expm1},  // expm1(x)
    {0x84c89a0e46d9b725, direct_function::logistic},  // sigmoid(x)
    {0xc46812ed0f46470e, direct_function::logistic_slope},  // 0.25 * sech_square(0.5 * x)
    {0x42295b2755125504, direct_function::logistic_slope},  // sigmoid(x) * (1 - sigmoid(x))
    {0x3ba534115878dc52, direct_function::logistic_slope},  // sigmoid(x) * sigmoid(-x)
    {0x7503fe251de4fa9f, direct_function::tanh},  // tanh(x)
    {0x1f6d57a3319b39a0, direct_function::tanh_slope},  // sech_square(x)
    {0x22f5e6cd986d439d, direct_function::softplus},  // softplus(x)
    {0x04f96e91a2e778ae, direct_function::silu},  // x * sigmoid(x)
    {0x7cf7280a88231d28, direct_function::silu_slope},  // sigmoid(x) + 0.25 * x * sech_square(0.5 * x)
    {0x9f6e15c9302d57dc, direct_function::gelu},  // x * normal_cdf(x)
    {0x4fdd2ca7d0dae4d1, direct_function::gelu_slope},  // normal_cdf(x) + x * normal_pdf(x)
    {0xbe6a06ca3aa9e521, direct_function::gelu_tanh},  // 0.5 * x * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 * x * ...
    {0x1508bc154e9c6812, direct_function::gelu_tanh},  // 0.5 * x * (tanh(sqrt(2) * x * (0.044715 * square(x) +  ...
    {0x55928a92e01e8386, direct_function::gelu_tanh},  // x * sigmoid(2 * sqrt(2) * x * (0.044715 * square(x) +  ...
    {0xd072e816bd98f4b9, direct_function::gelu_tanh_slope},  // 0.5 * tanh(sqrt(2) * x * (0.044715 * square(x) + ...
    {0x14ee7b5d89152786, direct_function::gelu_tanh_slope},  // sigmoid(2 * sqrt(2) * x * (0.044715 * square(x)  ...
    {0xbbfd543fcc3f8351, direct_function::mish},  // x * tanh(softplus(x))
    {0xd35a3781eefce1b0, direct_function::mish},  // x * tanh_softplus(x)
    {0xbbfa39d05ad52c78, direct_function::mish_slope},  // tanh(softplus(x)) + x * sech_square(softplus(x)) * si ...
    {0xa2c391331282ded2, direct_function::mish_slope},  // tanh_softplus(x) + x * sech_square(softplus(x)) * sig ...
    {0x78d4e767cb1191fe, direct_function::elu},  // select(x > 0, x, expm1(x))
    {0x528396800b671953, direct_function::sin},  // sin(x)
    {0xf37daa6f3153669d, direct_function::cos},  // cos(x)
    {0xe02cf70067ac116f, direct_function::atan},  // atan(x)
    {0x96c1dde50ca48e45, direct_function::elu_slope},  // select(x > 0, 1, exp(x))
    {0x160bc7b5946a85ce, direct_function::gelu_quick},  // x * sigmoid(1.702 * x)
    {0x3cf7cc3d8d127b12, direct_function::gelu_quick_slope},  // sigmoid(1.702 * x) + 0.4255 * x * sech_square(0.851 * x)
    {0x2f544cd31ee73b04, direct_function::scaled_tanh},  // 1.7159 * tanh(2 * x / 3)
    {0xf2f7f99a66c03621, direct_function::scaled_tanh},  // 1.7159 * tanh((2 / 3) * x)
    {0x2f38fd394c688ad5, direct_function::tanh_residual},  // x - tanh(x)
    {0xd67c71c0e46daa83, direct_function::logcosh},  // log(cosh(x))
    {0xe82091aa572f1148, direct_function::squareplus},  // 0.5 * x + 0.5 * sqrt(square(x) + 4)
    {0x6b0a0b9f188405ef, direct_function::squareplus},
    {0x0a8f7c24bf82fe04, direct_function::bent_identity},  // 0.5 * (sqrt(x * x + 1) - 1) + x
    {0x202b9f30174b8b43, direct_function::bent_identity},
    {0x728bfc9eb7bd9fd9, direct_function::bent_identity},
    {0xcbb419699166b137, direct_function::elish},  // select(x > 0, x, expm1(x)) * sigmoid(x)
    {0x0655107686ea83e6, direct_function::hard_elish},  // select(x > 0, x, expm1(x)) * cut(0.5 * (x + 1), 0, 1)
    {0x76caf711a13058f2, direct_function::hard_elish},
    {0xfd613e21c6fc8fc1, direct_function::xielu},  // 0.5 * x + select(x > 0, 0.8 * square(x), 0.8 * expm1_residual(x))
    {0x92fde518e9565b7d, direct_function::snake},  // x + select(abs(x) < inf, square(sin(x)), 0)
    {0x49dd594179b59589, direct_function::snake_slope},  // select(abs(x) < inf, 2 * sin(x) * cos(x), 0) + 1
    {0x73ede5979b23155c, direct_function::sinc},  // sinc(x)
    {0xefda5785fc8f2254, direct_function::softplus},  // log(1 + exp(x))
    {0xdf3a024aec2e97fc, direct_function::logistic},  // 1 / (1 + exp(-x))
};
// clang-format on

/// Whether a function's direct kernel keeps its bound: that of expm1 in float does not (1.03 ULP), and some are for floats
/// alone.
constexpr bool is_within_bound(direct_function function, bool is_float) {
    return is_float ? function != direct_function::expm1 : function < direct_function::elu_slope;
}

/// Whether a kernel of floats has a limit, beyond which arguments are for wide numbers.
constexpr bool has_limit(direct_function function) {
    return function >= direct_function::snake && function <= direct_function::sinc;
}
/// Whether a kernel takes how much its argument, a product, was rounded by.
constexpr bool takes_excess(direct_function function) {
    return function == direct_function::exp || function == direct_function::logistic ||
           function == direct_function::tanh || function == direct_function::sin || function == direct_function::cos;
}
/// Whether a function's kernel has tails, which a loop may leave for later, or a limit.
constexpr bool has_tails(direct_function function) {
    using enum direct_function;
    return function == exp || function == atan || has_limit(function) ||
           (function >= logistic && function <= mish_slope && function != tanh) ||
           (function >= elu_slope && function <= gelu_quick_slope) || (function >= squareplus && function <= elish);
}

/// A bound of a function's error, in quarters of an ULP.
constexpr int error_of(direct_function function) {
    switch (function) {
    case direct_function::exp:
    case direct_function::expm1:
    case direct_function::logistic:
    case direct_function::softplus:
    case direct_function::elu:
    case direct_function::sin:
    case direct_function::cos:
    case direct_function::atan:
    case direct_function::tanh_residual:
    case direct_function::logcosh:
        return 4;
    case direct_function::tanh:
        return 5;
    case direct_function::logistic_slope:
        return 6;
    default:
        return 8;
    }
}

constexpr direct_function find_formula(std::uint64_t hash) {
    for (direct_formula const& known : direct_formulas)
        if (known.hash == hash) return known.function;
    return direct_function::none;
}

}  // namespace hillock::detail
