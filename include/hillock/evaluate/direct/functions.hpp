// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/arctan_float.hpp>
#include <hillock/evaluate/direct/elish_float.hpp>
#include <hillock/evaluate/direct/elu_float.hpp>
#include <hillock/evaluate/direct/exponential_double.hpp>
#include <hillock/evaluate/direct/exponential_float.hpp>
#include <hillock/evaluate/direct/gelu_float.hpp>
#include <hillock/evaluate/direct/gelu_quick_float.hpp>
#include <hillock/evaluate/direct/gelu_tanh_double.hpp>
#include <hillock/evaluate/direct/gelu_tanh_float.hpp>
#include <hillock/evaluate/direct/hyperbolic_float.hpp>
#include <hillock/evaluate/direct/logistic_double.hpp>
#include <hillock/evaluate/direct/logistic_float.hpp>
#include <hillock/evaluate/direct/mish_double.hpp>
#include <hillock/evaluate/direct/mish_float.hpp>
#include <hillock/evaluate/direct/moderate_functions.hpp>
#include <hillock/evaluate/direct/normal_double.hpp>
#include <hillock/evaluate/direct/plan.hpp>
#include <hillock/evaluate/direct/silu_float.hpp>
#include <hillock/evaluate/direct/sine_float.hpp>
#include <hillock/evaluate/direct/snake_float.hpp>
#include <hillock/evaluate/direct/softplus_double.hpp>
#include <hillock/evaluate/direct/square_root_float.hpp>
#include <hillock/evaluate/direct/tanh_float.hpp>
#include <hillock/evaluate/direct/xielu_float.hpp>

namespace hillock::direct {

/// A function by its name, of a number or of lanes.
template <hillock::detail::direct_function Function, real V, class Tails = computed_tails>
[[gnu::always_inline]] constexpr V call(V x, [[maybe_unused]] Tails const& tails = {}) {
    using enum hillock::detail::direct_function;
    // clang-format off
    if constexpr (Function == exp) return direct::exp(x, tails);
    else if constexpr (Function == expm1) return direct::expm1(x);
    else if constexpr (Function == logistic) return direct::logistic(x, tails);
    else if constexpr (Function == logistic_slope) return direct::logistic_slope(x, tails);
    else if constexpr (Function == tanh) return direct::tanh(x);
    else if constexpr (Function == tanh_slope) return direct::tanh_slope(x, tails);
    else if constexpr (Function == softplus) return direct::softplus(x, tails);
    else if constexpr (Function == silu) return direct::silu(x, tails);
    else if constexpr (Function == silu_slope) return direct::silu_slope(x, tails);
    else if constexpr (Function == gelu) return direct::gelu(x, tails);
    else if constexpr (Function == gelu_slope) return direct::gelu_slope(x, tails);
    else if constexpr (Function == gelu_tanh) return direct::gelu_tanh(x, tails);
    else if constexpr (Function == gelu_tanh_slope) return direct::gelu_tanh_slope(x, tails);
    else if constexpr (Function == mish) return direct::mish(x, tails);
    else if constexpr (Function == mish_slope) return direct::mish_slope(x, tails);
    else if constexpr (Function == elu && std::is_same_v<scalar_of<V>, float>) return direct::elu(x);
    else if constexpr (Function == elu) return select(x > broadcast<V>(0), x, direct::expm1(minimum(broadcast<V>(0), x)));
    else if constexpr (Function == elu_slope) return direct::elu_slope(x, tails);
    else if constexpr (Function == gelu_quick) return direct::gelu_quick(x, tails);
    else if constexpr (Function == gelu_quick_slope) return direct::gelu_quick_slope(x, tails);
    else if constexpr (Function == scaled_tanh) return direct::scaled_tanh(x);
    else if constexpr (Function == tanh_residual) return direct::tanh_residual(x);
    else if constexpr (Function == logcosh) return direct::logcosh(x);
    else if constexpr (Function == squareplus) return direct::squareplus(x, tails);
    else if constexpr (Function == bent_identity) return direct::bent_identity(x, tails);
    else if constexpr (Function == elish) return direct::elish(x, tails);
    else if constexpr (Function == hard_elish) return direct::hard_elish(x);
    else if constexpr (Function == xielu) return direct::xielu(x);
    else if constexpr (Function == snake) return direct::snake(x, tails);
    else if constexpr (Function == snake_slope) return direct::snake_slope(x, tails);
    else if constexpr (Function == sqrt) return direct::square_root(x);
    else if constexpr (Function == log) return direct::logarithm(x);
    else if constexpr (Function == log1p) return direct::logarithm_of_one_plus(x);
    else if constexpr (Function == sin && std::is_same_v<scalar_of<V>, float>) return direct::sine(x, tails);
    else if constexpr (Function == cos && std::is_same_v<scalar_of<V>, float>) return direct::cosine(x, tails);
    else if constexpr (Function == sin) return direct::sine(x);
    else if constexpr (Function == cos) return direct::cosine(x);
    else if constexpr (Function == sinc && std::is_same_v<scalar_of<V>, float>) return direct::sine_over(x, tails);
    else if constexpr (Function == sinc) return direct::sine_over(x);
    else if constexpr (Function == atan && std::is_same_v<scalar_of<V>, float>) return direct::arctan(x, tails);
    else if constexpr (Function == atan) return direct::arc_tangent(x);
    else if constexpr (Function == sinc1_near) return direct::sinc1_near(x);
    else if constexpr (Function == erf) return direct::error_function(x);
    else if constexpr (Function == normal_cdf) return direct::normal_cdf(x);
    else if constexpr (Function == normal_pdf) return moderate::normal_pdf(x);
    else if constexpr (Function == moderate_exp) return moderate::exp(x);
    else if constexpr (Function == moderate_expm1) return moderate::expm1(x);
    else if constexpr (Function == moderate_expm1_residual) return moderate::expm1_residual(x);
    else if constexpr (Function == moderate_logistic) return moderate::logistic(x);
    else if constexpr (Function == moderate_logistic_slope) return moderate::logistic_slope(x);
    else if constexpr (Function == moderate_softplus) return moderate::softplus(x);
    else if constexpr (Function == moderate_tanh) return moderate::tanh(x);
    else if constexpr (Function == moderate_tanh_slope) return moderate::tanh_slope(x);
    else if constexpr (Function == moderate_silu) return moderate::silu(x);
    else if constexpr (Function == moderate_silu_slope) return moderate::silu_slope(x);
    else if constexpr (Function == moderate_tanh_softplus) return moderate::tanh_softplus(x);
    else return moderate::mish(x);
    // clang-format on
}

/// The function of x - excess, of an x that is a rounded product.
template <hillock::detail::direct_function Function, real_float V, class Tails>
[[gnu::always_inline]] constexpr V call_rounded(V x, V excess, [[maybe_unused]] Tails const& tails) {
    using enum hillock::detail::direct_function;
    static_assert(Function == exp || Function == logistic || Function == tanh || Function == sin || Function == cos);
    if constexpr (Function == sin) return direct::sine(x, tails, excess);
    if constexpr (Function == cos) return direct::cosine(x, tails, excess);
    // of arguments beyond what kernels tell apart it might be any number, or NaN
    V const bound = broadcast<V>(0x1p-16);
    V bounded = excess;
    if constexpr (Tails::are_computed || Function == tanh) bounded = maximum(-bound, minimum(excess, bound));
    if constexpr (Function == exp)
        return direct::exp(x, tails, bounded);
    else if constexpr (Function == logistic)
        return direct::logistic(x, tails, bounded);
    else
        return direct::tanh(x, bounded);
}

template <hillock::detail::direct_function Function, real_double V, class Tails>
[[gnu::always_inline]] constexpr V call_rounded(V x, V excess, [[maybe_unused]] Tails const& tails) {
    using enum hillock::detail::direct_function;
    static_assert(Function == exp || Function == logistic || Function == tanh);
    V const bound = broadcast<V>(0x1p-40);
    V const bounded = maximum(-bound, minimum(excess, bound));
    if constexpr (Function == exp)
        return direct::exp(x, tails, -bounded);
    else if constexpr (Function == logistic)
        return direct::logistic(x, tails, -bounded);
    else
        return direct::tanh(x, -bounded);
}

/// A function of two numbers.
template <hillock::detail::direct_function Function, real_double V>
[[gnu::always_inline]] constexpr V call(V x, V y) {
    static_assert(Function == hillock::detail::direct_function::pow);
    return moderate::pow(x, y);
}

}  // namespace hillock::direct
