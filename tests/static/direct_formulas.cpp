// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// The hashes of evaluate/direct/formulas.hpp are those of the formulas: each, as it is written, simplified and stabilised, has a
// plan of one step, the function that it is.

#include <hillock/hillock.hpp>

namespace {

namespace hk = hillock;
using hk::x;
using namespace hk::literals;
using hk::detail::direct_function;

template <class E>
constexpr bool is_function(direct_function expected) {
    auto const& plan = hk::detail::direct_plan_of<double, hk::tree_of<E>>;
    return plan.is_one_function() && plan.steps[1].function == expected;
}
template <class E>
constexpr bool is_known(E, direct_function expected) {
    return is_function<E>(expected) && is_function<decltype(hk::simplify(E{}))>(expected) &&
           is_function<decltype(hk::stabilize(E{}))>(expected);
}

static_assert(is_known(hk::exp(x), direct_function::exp) && is_known(hk::expm1(x), direct_function::expm1));
static_assert(is_known(hk::sigmoid, direct_function::logistic) &&
              is_known(hk::diff(hk::sigmoid), direct_function::logistic_slope) &&
              is_known(1_c / (1_c + hk::exp(-x)), direct_function::logistic));
static_assert(is_known(hk::sigmoid(x) * (1_c - hk::sigmoid(x)), direct_function::logistic_slope));
static_assert(is_known(hk::tanh, direct_function::tanh) && is_known(hk::diff(hk::tanh), direct_function::tanh_slope));
static_assert(is_known(hk::softplus, direct_function::softplus) &&
              is_known(hk::log(1_c + hk::exp(x)), direct_function::softplus) &&
              is_known(hk::diff(hk::softplus), direct_function::logistic));
static_assert(is_known(hk::silu, direct_function::silu) && is_known(hk::diff(hk::silu), direct_function::silu_slope) &&
              is_known(hk::sigmoid(x) * x, direct_function::silu));
static_assert(is_known(hk::gelu, direct_function::gelu) && is_known(hk::diff(hk::gelu), direct_function::gelu_slope));
static_assert(is_known(hk::gelu_tanh, direct_function::gelu_tanh) &&
              is_known(hk::diff(hk::gelu_tanh), direct_function::gelu_tanh_slope));
static_assert(is_known(hk::mish, direct_function::mish) && is_known(hk::diff(hk::mish), direct_function::mish_slope));
static_assert(is_known(hk::elu, direct_function::elu));

// Of floats alone.
template <class E>
constexpr bool is_of_floats(E const&, direct_function expected) {
    auto const& plan = hk::detail::direct_plan_of<float, hk::tree_of<E>>;
    return plan.possible && plan.size == 2 && plan.steps[1].function == expected &&
           !hk::detail::direct_plan_of<double, hk::tree_of<E>>.possible;
}
static_assert(is_of_floats(hk::sin(x), direct_function::sin) && is_of_floats(hk::sine, direct_function::sin) &&
              is_of_floats(hk::cos(x), direct_function::cos) &&
              is_of_floats(hk::diff(hk::sine), direct_function::cos) &&
              is_of_floats(hk::arctan, direct_function::atan));
template <class E>
constexpr bool is_known_of_floats(E const& e, direct_function expected) {
    return is_of_floats(e, expected) && is_of_floats(hk::simplify(E{}), expected) &&
           is_of_floats(hk::stabilize(E{}), expected);
}
// Doubles have these as functions of products, and choices.
template <class E>
constexpr bool is_function_of_floats(E const&, direct_function expected) {
    auto const& plan = hk::detail::direct_plan_of<float, hk::tree_of<E>>;
    return plan.size == 2 && plan.steps[1].function == expected;
}
static_assert(is_function_of_floats(hk::diff(hk::elu), direct_function::elu_slope) &&
              is_function_of_floats(hk::diff(hk::celu), direct_function::elu_slope));
static_assert(is_function_of_floats(hk::gelu_quick, direct_function::gelu_quick) &&
              is_function_of_floats(x / (1_c + hk::exp(-1.702_c * x)), direct_function::gelu_quick) &&
              is_function_of_floats(hk::diff(hk::gelu_quick), direct_function::gelu_quick_slope));
static_assert(is_function_of_floats(hk::scaled_tanh, direct_function::scaled_tanh) &&
              is_function_of_floats(hk::simplify(hk::scaled_tanh(x)), direct_function::scaled_tanh) &&
              is_function_of_floats(1.7159_c * hk::tanh(2_c / 3_c * x), direct_function::scaled_tanh));
static_assert(is_known_of_floats(hk::tanh_shrink, direct_function::tanh_residual) &&
              is_known_of_floats(hk::logcosh, direct_function::logcosh) &&
              is_known_of_floats(hk::squareplus, direct_function::squareplus) &&
              is_known_of_floats(hk::bent_identity, direct_function::bent_identity) &&
              is_known_of_floats(0.5_c * (x + hk::sqrt(x * x + 4_c)), direct_function::squareplus));
static_assert(is_known_of_floats(hk::elish, direct_function::elish) &&
              is_known_of_floats(hk::hard_elish, direct_function::hard_elish) &&
              is_known_of_floats(hk::xielu, direct_function::xielu) &&
              is_known_of_floats(hk::snake, direct_function::snake) &&
              is_known_of_floats(hk::diff(hk::snake), direct_function::snake_slope) &&
              is_known_of_floats(hk::sinc, direct_function::sinc));

static_assert(!is_function<decltype(hk::sigmoid(2_c * x))>(direct_function::logistic));
static_assert(!is_function<hk::variable<"x">>(direct_function::none));

// Functions of products take what the rounding of the product has added; multiples by powers of two round nothing.
template <class E, class T = float>
constexpr bool takes_excess(E const&, direct_function expected, T = 0) {
    auto const& plan = hk::detail::direct_plan_of<T, hk::tree_of<E>>;
    for (int i = 0; plan.possible && i < plan.size; ++i)
        if (plan.steps[i].function == expected && plan.steps[i].operands[1] >= 0) return true;
    return false;
}
constexpr hk::variable<"beta"> beta;
static_assert(takes_excess(hk::exp(-x * x), direct_function::exp) &&
              takes_excess(hk::exp(hk::square(x)), direct_function::exp) &&
              takes_excess(hk::exp(0.7_c * x), direct_function::exp));
static_assert(takes_excess(hk::sin(30_c * x), direct_function::sin) &&
              takes_excess(hk::cos(beta * x), direct_function::cos) &&
              !takes_excess(hk::sin(0.3_c * x), direct_function::sin));
static_assert(takes_excess(x * hk::sigmoid(beta * x), direct_function::logistic, 0.0) &&
              takes_excess(hk::gaussian, direct_function::exp, 0.0) &&
              takes_excess(hk::scaled_tanh, direct_function::tanh, 0.0));
static_assert(takes_excess(x * hk::sigmoid(beta * x), direct_function::logistic) &&
              takes_excess(x * hk::sigmoid(1.7_c * x), direct_function::logistic) &&
              takes_excess(hk::sigmoid(-(x * beta)), direct_function::logistic));
static_assert(takes_excess(hk::tanh(x / 3_c), direct_function::tanh) &&
              takes_excess(hk::tanh(beta * x), direct_function::tanh));
static_assert(!takes_excess(hk::tanh(2_c * x), direct_function::tanh) &&
              !takes_excess(hk::exp(x), direct_function::exp));
static_assert(!takes_excess(hk::gelu(beta * x), direct_function::gelu));

// A part that is below normal numbers, far from 0 or next to it, shows what it has lost in a product with what is above 1
// there.
template <class E>
constexpr bool keeps_digits(E const& e, float v) {
    float const value = e(v), expected = static_cast<float>(e(static_cast<double>(v)));
    float const apart = value < expected ? expected - value : value - expected;
    return apart <= 2 * 0x1p-149f;
}
static_assert(keeps_digits(x * hk::exp(x), -90) && keeps_digits(x * hk::exp(x), -100));
static_assert(keeps_digits(hk::exp(-x) * hk::softplus(x), 95) && keeps_digits(hk::softplus(-x) * hk::exp(x), -99));
static_assert(keeps_digits(hk::sigmoid(x) * hk::sigmoid(x) * x, -45) && keeps_digits(hk::exp(x) * hk::abs(x), -98));
static_assert(keeps_digits(hk::square(x) * (hk::square(x) + 100_c), 3.1e-20f));

}  // namespace
