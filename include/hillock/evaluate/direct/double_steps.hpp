// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/plan.hpp>

namespace hillock::detail {

/// What is known of a step's value, whatever the inputs are.
struct double_bounds {
    /// A bound of the relative error, and of how many digits an exact value has; those of a rounded one are not counted.
    double error = 0;
    int digits = 99;
    /// Binary logarithms of its least magnitude other than 0, and of the greatest.
    double least = 0, greatest = 0;
    bool negative = true, zero = true, positive = true;
    /// Of an absolute error besides, the binary logarithm: what is too little to be told apart from 0.
    double dust = no_dust;

    static constexpr double no_dust = -1e9;
    constexpr bool has_dust() const { return dust > -1e6; }
};

/// A function of moderate_functions.hpp, double_functions.hpp or the direct plans: from which argument to which it is used, how much of an
/// argument's relative error comes out, the magnitudes that it gives, where it has no sign of its own, that of x, and its
/// own relative error.
struct double_function {
    op code;  // `user` for a formula, which is found by its structure and has no operation of its own
    direct_function formula, kernel;
    double from, to, condition, least, greatest;
    enum sign_of { positive, of_argument, any } sign;
    double error = 0x1p-49;
};
inline constexpr double no_limit = direct_step::no_limit;
// Where exponentials are cut at 230. A plan may cut them earlier; what falls is followed to e^-700 where what is below that
// is sure not to be seen.
// clang-format off
inline constexpr double_function double_functions[] = {
    {op::exp, direct_function::exp, direct_function::moderate_exp, -230, 230, 230, -333, 333, double_function::positive},
    {op::expm1, direct_function::expm1, direct_function::moderate_expm1, -no_limit, 230, 230, -1, 333, double_function::of_argument, 0x1p-47},
    {op::expm1_residual, direct_function::none, direct_function::moderate_expm1_residual, -no_limit, 230, 231, 0, 333, double_function::positive, 0x1p-42},
    {op::logistic, direct_function::logistic, direct_function::moderate_logistic, -230, no_limit, 230, -333, 0, double_function::positive},
    {op::softplus, direct_function::softplus, direct_function::moderate_softplus, -230, no_limit, 230, -333, 1, double_function::positive},
    {op::tanh, direct_function::tanh, direct_function::moderate_tanh, -no_limit, no_limit, 1, -1, 0, double_function::of_argument, 0x1p-47},
    {op::sech_square, direct_function::tanh_slope, direct_function::moderate_tanh_slope, -115, 115, 230, -333, 0, double_function::positive},
    {op::erf, direct_function::none, direct_function::erf, -no_limit, no_limit, 1, -1, 0, double_function::of_argument},
    {op::normal_cdf, direct_function::none, direct_function::normal_cdf, -21, no_limit, 500, -333, 0, double_function::positive},
    {op::normal_pdf, direct_function::none, direct_function::normal_pdf, -21, 21, 500, -333, 0, double_function::positive},
    {op::tanh_softplus, direct_function::none, direct_function::moderate_tanh_softplus, -230, no_limit, 230, -333, 0, double_function::positive},
    {op::log, direct_function::none, direct_function::log, 0, no_limit, 0, -53, 10, double_function::any},
    {op::log1p, direct_function::none, direct_function::log1p, -0.9, no_limit, 12, -2, 10, double_function::of_argument},
    {op::sqrt, direct_function::none, direct_function::sqrt, 0, no_limit, 0.5, 0, 0, double_function::positive},
    {op::sin, direct_function::none, direct_function::sin, -0x1p17, 0x1p17, 0, -60, 0, double_function::any},
    {op::cos, direct_function::none, direct_function::cos, -0x1p17, 0x1p17, 0, -60, 0, double_function::any},
    {op::sinc, direct_function::none, direct_function::sinc, -0x1p17, 0x1p17, 0, -80, 0, double_function::any},
    {op::sinc1, direct_function::none, direct_function::sinc1_near, -1, 1, 1, -3, 0, double_function::positive},
    {op::atan, direct_function::none, direct_function::atan, -no_limit, no_limit, 1, -1, 1, double_function::of_argument},
    {op::user, direct_function::logistic_slope, direct_function::moderate_logistic_slope, -230, 230, 230, -333, 0, double_function::positive},
    {op::user, direct_function::silu, direct_function::moderate_silu, -230, no_limit, 231, -333, 1, double_function::of_argument},
    {op::user, direct_function::gelu, direct_function::gelu, -21, no_limit, 500, -333, 1, double_function::of_argument},
    {op::user, direct_function::gelu_tanh, direct_function::gelu_tanh, -14, no_limit, 1000, -333, 1, double_function::of_argument},
    {op::user, direct_function::mish, direct_function::moderate_mish, -230, no_limit, 231, -333, 1, double_function::of_argument},
    {op::user, direct_function::silu_slope, direct_function::moderate_silu_slope, -230, no_limit, 0, -333, 1, double_function::any},
    {op::user, direct_function::gelu_slope, direct_function::gelu_slope, -21, no_limit, 0, -333, 1, double_function::any},
    {op::user, direct_function::gelu_tanh_slope, direct_function::gelu_tanh_slope, -14, no_limit, 0, -333, 1, double_function::any},
    {op::user, direct_function::mish_slope, direct_function::mish_slope, -230, no_limit, 0, -333, 1, double_function::any},
};
// clang-format on

/// How an expression of floats is computed in double, where that gives each float but for 2^-4 ULP: for expressions without
/// a direct plan. What might lose more is watched: a sum that cancels, a function outside of its limits, an infinity.
/// Where that happens, the value is computed on wide numbers.
struct double_plan {
    static constexpr int capacity = 48;
    direct_step steps[capacity]{};
    double_bounds bounds[capacity]{};
    rational constants[capacity]{};
    int size = 0;
    int constant_count = 0;
    int result = 0;
    bool possible = true;
};

}  // namespace hillock::detail
