// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
//
// Three ways to an activation of one's own: a formula, a named formula with parameters, and a primitive, whose kernel
// and derivative are one's own. Each takes part in everything: derivatives, rewriting, text, float and double.

#include <hillock/hillock.hpp>

#include <iostream>

namespace hk = hillock;
using hk::x;
using namespace hk::literals;

// [formula] An activation in one line.
constexpr auto bump = x * hk::exp(-hk::square(x) / 2_c);
// [formula]

// [named] One with a name, a source and a parameter with its default, as those of the catalogue.
inline constexpr struct bent final : hk::activation<bent, hk::parameter<"width", 1_c>> {
    static constexpr hk::text_view name = "bent", source = "this example";
    static constexpr auto formula(auto x, auto width) { return x + hk::sqrt(x * x + width * width) - width; }
} bent;
// [named]

// [primitive] A primitive: here the spike of a spiking neuron, whose true derivative is 0 and no use to learning. The
// rule states a surrogate for it (Zenke & Ganguli 2018).
inline constexpr struct spike final : hk::primitive<spike, "spike"> {
    static constexpr double kernel(double v) { return v > 0 ? 1 : 0; }
    static constexpr auto derivative(auto v) { return 1_c / hk::square(1_c + hk::abs(v)); }
} spike;
// [primitive]

// [wide] A kernel that is a template computes as exactly as those of hillock: on a type with more digits than the
// result, without overflow. Unqualified names find the functions for it. Here the Gudermannian, the angle that goes with x.
inline constexpr struct gudermannian final : hk::primitive<gudermannian, "gd"> {
    template <class V>
    static constexpr V kernel(V v) {
        return atan(sinh(v));
    }
    static constexpr auto derivative(auto v) { return 1_c / hk::cosh(v); }
} gudermannian;
// [wide]

// Derivatives: by the rule, by the chain rule through it, of any order.
static_assert(hk::diff(spike) == 1_c / hk::square(1_c + hk::abs(x)));
static_assert(hk::diff(gudermannian(2_c * x)) == 2_c / hk::cosh(2_c * x));
static_assert(hk::diff<2>(gudermannian) == -hk::sinh(x) / hk::square(hk::cosh(x)));

// Rewriting: to the rewriter a primitive is a function like any other.
static_assert(hk::simplify(gudermannian(x + x) - gudermannian(2_c * x)) == 0_c);

// Text.
static_assert(hk::to_string(hk::diff(x * spike(x))) == "spike(x) + x / square(abs(x) + 1)");
static_assert(hk::to_latex(gudermannian) == "\\operatorname{gd}\\left(x\\right)");

// Values, by the compiler and later: float gives float, double gives double.
static_assert(spike(0.25f) == 1.0f && spike(-0.25) == 0.0);
static_assert(gudermannian(1.0f) == 0.86576948f && gudermannian(1.0) == 0.86576948323965863);
static_assert(bent(0.0) == 0 && bent(3.0, 4.0) == 4);

// What is forgotten is said: without its derivative, hk::diff(spike) is refused with
//     error: ... primitive_has_no_derivative_rule_give_it_a_static_function_derivative<spike>
// and without its kernel, spike(0.25) with
//     error: ... primitive_has_no_kernel_give_it_a_static_function_template_kernel<spike>

template <hk::expression E>
static void describe(char const* name, E const& e) {
    auto const slope = hk::diff(e);
    std::cout << name << "\n    formula     " << e << "\n    derivative  " << slope << "\n    LaTeX       "
              << hk::to_latex(slope) << "\n    at 0.75     " << e(0.75) << ", slope " << slope(0.75) << "; in float "
              << e(0.75f) << ", slope " << slope(0.75f) << '\n';
}

int main() {
    std::cout.precision(10);
    describe("bump", bump);
    describe("bent", bent);
    describe("spike", spike);
    describe("gudermannian", gudermannian);
    describe("composed", hk::silu(gudermannian(2_c * x)));
}
