// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/symbols/text_view.hpp>

namespace hillock {

/// What a node of an expression does to its operands.
enum class op : unsigned char {
    // leaves
    constant,
    number,
    variable,
    pi,
    e,
    // arithmetic
    add,
    subtract,
    multiply,
    divide,
    negate,
    // functions of one number
    exp,
    exp2,
    expm1,
    expm1_residual,
    log,
    log2,
    log1p,
    sqrt,
    rsqrt,
    cbrt,
    square,
    abs,
    sign,
    floor,
    round,
    sin,
    cos,
    tan,
    asin,
    acos,
    atan,
    sinh,
    cosh,
    tanh,
    asinh,
    acosh,
    atanh,
    sech_square,
    logcosh,
    tanh_residual,
    tanh_softplus,
    erf,
    erfc,
    normal_cdf,
    normal_pdf,
    logistic,
    softplus,
    sinc,
    sinc1,
    sinc2,
    sinc3,
    sinc4,
    sinc5,
    sinc6,
    // functions of two numbers
    pow,
    min,
    max,
    atan2,
    logsumexp2,
    // of three
    clamp,
    // conditions, and the choice by one
    less,
    less_equal,
    greater,
    greater_equal,
    logical_and,
    logical_or,
    logical_not,
    select,
    // a part that rewriting leaves as it is; a primitive of the user's own
    verbatim,
    user,
    // only inside the rewriting: the normal forms of + and *
    sum,
    product,
};

namespace detail {

/// How a function is named in text and in LaTeX.
struct operation_name {
    op code;
    text_view text;
    text_view latex;
};

/// One line for each function; the position is the code's (checked below).
inline constexpr operation_name function_names[] = {
    {op::exp, "exp", "\\exp"},
    {op::exp2, "exp2", "\\operatorname{exp2}"},
    {op::expm1, "expm1", "\\operatorname{expm1}"},
    {op::expm1_residual, "expm1_residual", "\\operatorname{expm1\\_residual}"},
    {op::log, "log", "\\ln"},
    {op::log2, "log2", "\\log_2"},
    {op::log1p, "log1p", "\\operatorname{log1p}"},
    {op::sqrt, "sqrt", "\\sqrt"},
    {op::rsqrt, "rsqrt", "\\operatorname{rsqrt}"},
    {op::cbrt, "cbrt", "\\sqrt[3]"},
    {op::square, "square", "\\operatorname{square}"},
    {op::abs, "abs", "\\left|"},
    {op::sign, "sign", "\\operatorname{sign}"},
    {op::floor, "floor", "\\operatorname{floor}"},
    {op::round, "round", "\\operatorname{round}"},
    {op::sin, "sin", "\\sin"},
    {op::cos, "cos", "\\cos"},
    {op::tan, "tan", "\\tan"},
    {op::asin, "asin", "\\arcsin"},
    {op::acos, "acos", "\\arccos"},
    {op::atan, "atan", "\\arctan"},
    {op::sinh, "sinh", "\\sinh"},
    {op::cosh, "cosh", "\\cosh"},
    {op::tanh, "tanh", "\\tanh"},
    {op::asinh, "asinh", "\\operatorname{arsinh}"},
    {op::acosh, "acosh", "\\operatorname{arcosh}"},
    {op::atanh, "atanh", "\\operatorname{artanh}"},
    {op::sech_square, "sech_square", "\\operatorname{sech}^2"},
    {op::logcosh, "logcosh", "\\operatorname{logcosh}"},
    {op::tanh_residual, "tanh_residual", "\\operatorname{tanh\\_residual}"},
    {op::tanh_softplus, "tanh_softplus", "\\operatorname{tanh\\_softplus}"},
    {op::erf, "erf", "\\operatorname{erf}"},
    {op::erfc, "erfc", "\\operatorname{erfc}"},
    {op::normal_cdf, "normal_cdf", "\\Phi"},
    {op::normal_pdf, "normal_pdf", "\\varphi"},
    {op::logistic, "sigmoid", "\\sigma"},
    {op::softplus, "softplus", "\\operatorname{softplus}"},
    {op::sinc, "sinc", "\\operatorname{sinc}"},
    {op::sinc1, "sinc1", "\\operatorname{sinc}_1"},
    {op::sinc2, "sinc2", "\\operatorname{sinc}_2"},
    {op::sinc3, "sinc3", "\\operatorname{sinc}_3"},
    {op::sinc4, "sinc4", "\\operatorname{sinc}_4"},
    {op::sinc5, "sinc5", "\\operatorname{sinc}_5"},
    {op::sinc6, "sinc6", "\\operatorname{sinc}_6"},
    {op::pow, "pow", "\\operatorname{pow}"},
    {op::min, "min", "\\min"},
    {op::max, "max", "\\max"},
    {op::atan2, "atan2", "\\operatorname{atan2}"},
    {op::logsumexp2, "logsumexp2", "\\operatorname{logsumexp}"},
    {op::clamp, "clamp", "\\operatorname{clamp}"},
};

constexpr bool is_function(op code) {
    return code >= op::exp && code <= op::clamp;
}
constexpr bool is_condition(op code) {
    return code >= op::less && code <= op::logical_not;
}
constexpr bool is_leaf(op code) {
    return code <= op::e;
}

constexpr operation_name const& name_of(op code) {
    return function_names[static_cast<int>(code) - static_cast<int>(op::exp)];
}

static_assert([] {
    for (auto const& name : function_names)
        if (name_of(name.code).text != name.text) return false;
    return name_of(op::clamp).code == op::clamp;
}());

}  // namespace detail
}  // namespace hillock
