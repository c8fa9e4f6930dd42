// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/convert.hpp>
#include <hillock/evaluate/kernels/error_function.hpp>
#include <hillock/evaluate/kernels/exponential.hpp>
#include <hillock/evaluate/kernels/hyperbolic.hpp>
#include <hillock/evaluate/kernels/inverse_trigonometric.hpp>
#include <hillock/evaluate/kernels/logarithm.hpp>
#include <hillock/evaluate/kernels/power.hpp>
#include <hillock/evaluate/kernels/root.hpp>
#include <hillock/evaluate/kernels/rounding.hpp>
#include <hillock/evaluate/kernels/sigmoidal.hpp>
#include <hillock/evaluate/kernels/sinc.hpp>
#include <hillock/evaluate/kernels/trigonometric.hpp>
#include <hillock/symbols/operation.hpp>

namespace hillock::kernels {

template <class W>
constexpr W unless_nan(W a, W b, W result) {
    return select(either(is_nan(a), is_nan(b)), not_a_number<W>(), result);
}
/// A condition as a number: 1, 0, or NaN where it compares a NaN.
template <class W>
constexpr W truth(mask_of<significand_of<W>> holds, W a, W b) {
    return unless_nan(a, b, select(holds, constant<W>(1), W{}));
}
template <class W>
constexpr W choose(W condition, W a, W b) {
    return select(is_nan(condition), condition, select(is_zero(condition), b, a));
}

/// One operation of a program on working numbers: the table from operations to kernels.
template <op Operation, class W>
constexpr W operate(W a, [[maybe_unused]] W b, [[maybe_unused]] W c) {
    // clang-format off
    if constexpr (Operation == op::add) return a + b;
    else if constexpr (Operation == op::subtract) return a - b;
    else if constexpr (Operation == op::multiply) return a * b;
    else if constexpr (Operation == op::divide) return a / b;
    else if constexpr (Operation == op::negate) return -a;
    else if constexpr (Operation == op::exp) return exp(a);
    else if constexpr (Operation == op::exp2) return exp2(a);
    else if constexpr (Operation == op::expm1) return expm1(a);
    else if constexpr (Operation == op::expm1_residual) return expm1_residual(a);
    else if constexpr (Operation == op::log) return log(a);
    else if constexpr (Operation == op::log2) return log2(a);
    else if constexpr (Operation == op::log1p) return log1p(a);
    else if constexpr (Operation == op::sqrt) return sqrt(a);
    else if constexpr (Operation == op::rsqrt) return rsqrt(a);
    else if constexpr (Operation == op::cbrt) return cbrt(a);
    else if constexpr (Operation == op::square) return square(a);
    else if constexpr (Operation == op::abs) return abs(a);
    else if constexpr (Operation == op::sign) return sign(a);
    else if constexpr (Operation == op::floor) return floor(a);
    else if constexpr (Operation == op::round) return round(a);
    else if constexpr (Operation == op::sin) return sin(a);
    else if constexpr (Operation == op::cos) return cos(a);
    else if constexpr (Operation == op::tan) return tan(a);
    else if constexpr (Operation == op::asin) return asin(a);
    else if constexpr (Operation == op::acos) return acos(a);
    else if constexpr (Operation == op::atan) return atan(a);
    else if constexpr (Operation == op::sinh) return sinh(a);
    else if constexpr (Operation == op::cosh) return cosh(a);
    else if constexpr (Operation == op::tanh) return tanh(a);
    else if constexpr (Operation == op::asinh) return asinh(a);
    else if constexpr (Operation == op::acosh) return acosh(a);
    else if constexpr (Operation == op::atanh) return atanh(a);
    else if constexpr (Operation == op::sech_square) return sech_square(a);
    else if constexpr (Operation == op::logcosh) return logcosh(a);
    else if constexpr (Operation == op::tanh_residual) return tanh_residual(a);
    else if constexpr (Operation == op::tanh_softplus) return tanh_softplus(a);
    else if constexpr (Operation == op::erf) return erf(a);
    else if constexpr (Operation == op::erfc) return erfc(a);
    else if constexpr (Operation == op::normal_cdf) return normal_cdf(a);
    else if constexpr (Operation == op::normal_pdf) return normal_pdf(a);
    else if constexpr (Operation == op::logistic) return logistic(a);
    else if constexpr (Operation == op::softplus) return softplus(a);
    else if constexpr (Operation >= op::sinc && Operation <= op::sinc6)
        return sinc<static_cast<int>(Operation) - static_cast<int>(op::sinc)>(a);
    else if constexpr (Operation == op::pow) return pow(a, b);
    else if constexpr (Operation == op::min) return unless_nan(a, b, min(a, b));
    else if constexpr (Operation == op::max) return unless_nan(a, b, max(a, b));
    else if constexpr (Operation == op::atan2) return atan2(a, b);
    else if constexpr (Operation == op::logsumexp2) return logsumexp2(a, b);
    else if constexpr (Operation == op::clamp) return unless_nan(a, b, unless_nan(c, c, min(max(a, b), c)));
    else if constexpr (Operation == op::less) return truth(a < b, a, b);
    else if constexpr (Operation == op::less_equal) return truth(a <= b, a, b);
    else if constexpr (Operation == op::greater) return truth(a > b, a, b);
    else if constexpr (Operation == op::greater_equal) return truth(a >= b, a, b);
    else if constexpr (Operation == op::logical_and) return unless_nan(a, b, min(a, b));
    else if constexpr (Operation == op::logical_or) return unless_nan(a, b, max(a, b));
    else if constexpr (Operation == op::logical_not) return truth(is_zero(a), a, a);
    else if constexpr (Operation == op::select) return choose(a, b, c);
    else if constexpr (Operation == op::verbatim) return a;
    else static_assert(Operation != Operation, "hillock: an operation without a kernel");
    // clang-format on
}

}  // namespace hillock::kernels
