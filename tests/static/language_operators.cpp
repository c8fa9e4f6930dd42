// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// Expressions as C++ values: what operators make of variables, constants and plain numbers, what an expression is for
// the compiler, and that it is a template argument.

#include <hillock/hillock.hpp>

#include <type_traits>

namespace hk = hillock;
using hk::x;
using hk::y;
using namespace hk::literals;

namespace {

constexpr hk::variable<"beta"> beta;

template <class A, class B>
constexpr bool same_type(A const&, B const&) {
    return std::is_same_v<A, B>;
}

// Exact constants, plain numbers and variables in any order.
static_assert((0.5_c * x)(3.0) == 1.5 && (x * 0.5_c)(3.0) == 1.5);
static_assert((0.5 * x)(3.0) == 1.5 && (x * 0.5)(3.0) == 1.5);
static_assert((x + 1)(3.0) == 4.0 && (1 + x)(3.0) == 4.0);
static_assert((x - 1_c)(3.0) == 2.0 && (1_c - x)(3.0) == -2.0 && (x - 1)(3.0) == 2.0 && (1 - x)(3.0) == -2.0);
static_assert((x / 2)(3.0) == 1.5 && (6 / x)(3.0) == 2.0 && (x / 2_c)(3.0) == 1.5 && (6_c / x)(3.0) == 2.0);
static_assert((-x)(3.0) == -3.0 && (+x)(3.0) == 3.0 && (-(-x))(3.0) == 3.0);
static_assert((x + 1.5f)(3.0) == 4.5 && (x + 1u)(3.0) == 4.0 && (x + 1LL)(3.0) == 4.0 && (x + short{1})(3.0) == 4.0);

// Many plain numbers keep their places, however deep they stand.
constexpr auto polynomial = ((1.5 * x + 2.5) * x + 3.5) * x + 4.5;
static_assert(polynomial(2.0) == ((1.5 * 2 + 2.5) * 2 + 3.5) * 2 + 4.5);
constexpr auto nested = 2.0 * (x - 3.0) / (4.0 + (5.0 - x * 6.0)) - 7.0;
static_assert(nested(2.0) == 2.0 * (2.0 - 3.0) / (4.0 + (5.0 - 2.0 * 6.0)) - 7.0);
constexpr auto mixed = 0.5_c * (x + 0.25) * (0.5 - 2_c * x) + (1 - x) / 4_c;
static_assert(mixed(1.0) == 0.5 * 1.25 * -1.5);
constexpr auto chosen = hk::select(x > 1.5, 2.5 * x, hk::max(3.5, x + 4.5)) + 5.5;
static_assert(chosen(2.0) == 10.5 && chosen(1.0) == 11.0);
constexpr auto halves = 0.5 * x;
static_assert((halves * halves + halves)(2.0) == 2.0 && (halves - (halves - (halves - 3.0)))(2.0) == -2.0);
static_assert((halves(halves) + 8.0)(4.0) == 9.0);

// A plain number is carried exactly, as a double; it may be known at run time only.
static_assert((x + 0.1)(0.0) == 0.1 && (0.1f + x)(0.0) == static_cast<double>(0.1f));
constexpr auto scaled(double factor) {
    return factor * x;
}
static_assert(scaled(3.0)(2.0) == 6.0 && scaled(-0.25)(2.0) == -0.5);
static_assert(same_type(scaled(3.0), scaled(4.0)));

// An expression without plain numbers is an empty type; one with them is as large as they are.
static_assert(std::is_empty_v<decltype(x)> && std::is_empty_v<decltype(0.5_c)> && std::is_empty_v<decltype(hk::pi)>);
static_assert(std::is_empty_v<decltype(x * hk::sigmoid(beta * x))> && std::is_empty_v<decltype(hk::gelu)>);
static_assert(std::is_empty_v<decltype(hk::select(x > 0_c && !(y > 1_c), x / y, -hk::exp(x)))>);
static_assert(std::is_empty_v<decltype(hk::diff(hk::mish))> && std::is_empty_v<decltype(hk::relu | hk::gelu)>);
static_assert(sizeof(0.5 * x) == sizeof(double) && sizeof(polynomial) == 4 * sizeof(double));
static_assert(std::is_trivially_copyable_v<decltype(polynomial)> && std::is_trivially_copyable_v<decltype(hk::gelu)>);
static_assert(std::is_trivially_destructible_v<decltype(polynomial)>);

// What is an expression, what is a condition, what is neither.
static_assert(hk::expression<decltype(x)> && hk::expression<decltype(2_c)> && hk::expression<decltype(hk::e)>);
static_assert(hk::expression<decltype(x * y)> && hk::expression<decltype(2.0 * x)> &&
              hk::expression<decltype(hk::relu)>);
static_assert(hk::expression<decltype(hk::exp)> && hk::expression<decltype(hk::swiglu)>);
static_assert(hk::expression<decltype(x) const&> && hk::expression<decltype(x * y)&>);
static_assert(!hk::expression<double> && !hk::expression<int> && !hk::expression<char const*> && !hk::expression<void>);
static_assert(!hk::expression<decltype(x > 0)> && !hk::expression<decltype(x = 1.0)>);
static_assert(hk::condition<decltype(x > 0)> && hk::condition<decltype(x > 0 && y < 1)> &&
              hk::condition<decltype(!(x > 0))>);
static_assert(!hk::condition<decltype(x)> && !hk::condition<bool>);

// Comparisons, all four, of expressions and numbers in any order; and, or, not.
template <class Condition>
constexpr bool holds(Condition const& condition, double value) {
    return hk::select(condition, 1_c, 0_c)(x = value) == 1.0;
}
static_assert(holds(x < 1, 0.5) && !holds(x < 1, 1.0) && holds(x <= 1, 1.0) && !holds(x <= 1, 1.5));
static_assert(holds(x > 1, 1.5) && !holds(x > 1, 1.0) && holds(x >= 1, 1.0) && !holds(x >= 1, 0.5));
static_assert(holds(1 < x, 1.5) && holds(1 <= x, 1.0) && holds(1 > x, 0.5) && holds(1 >= x, 1.0) && !holds(1 > x, 1.0));
static_assert(holds(x > 0 && x < 1, 0.5) && !holds(x > 0 && x < 1, 1.5) && !holds(x > 0 && x < 1, -0.5));
static_assert(holds(x < 0 || x > 1, -0.5) && holds(x < 0 || x > 1, 1.5) && !holds(x < 0 || x > 1, 0.5));
static_assert(holds(!(x > 0), -0.5) && !holds(!(x > 0), 0.5) && holds(!(x > 0), 0.0) && holds(!!(x > 0), 0.5));
static_assert(holds(!(x > 0 && x < 1) && (x > 5 || x < 1), -1.0) && !holds(!(x > 0 && x < 1) && (x > 5 || x < 1), 2.0));
static_assert(holds(x * x > 2 * x, 3.0) && !holds(x * x > 2 * x, 1.0));

// An expression is a template argument: of an activation, of a formula, of one that carries numbers.
template <hk::expression auto Activation>
struct layer {
    static constexpr auto activation = Activation;
    static constexpr double forward(double value) { return Activation(value); }
    static constexpr double slope(double value) { return hk::diff(Activation)(value); }
};
static_assert(layer<hk::relu>::forward(2.0) == 2.0 && layer<hk::relu>::slope(-1.0) == 0.0);
static_assert(layer<hk::gelu>::forward(0.0) == 0.0 && layer<hk::gelu>::slope(0.0) == 0.5);
static_assert(layer<x * hk::sigmoid(1.702_c * x)>::forward(0.0) == 0.0);
static_assert(layer<0.5 * x>::forward(3.0) == 1.5 && layer<0.5 * x>::slope(3.0) == 0.5);
static_assert(layer<0.5 * x + 0.25>::forward(1.0) == 0.75);
static_assert(layer<hk::select(x > 0, x, 0.25 * x)>::forward(-1.0) == -0.25);
static_assert(layer<hk::diff(hk::relu)>::forward(2.0) == 1.0 && layer<hk::exp>::forward(0.0) == 1.0);
static_assert(std::is_same_v<layer<0.5 * x>, layer<0.5 * x>> && !std::is_same_v<layer<0.5 * x>, layer<0.25 * x>>);
static_assert(std::is_same_v<layer<0.5_c * x>, layer<0.50_c * x>> &&
              !std::is_same_v<layer<0.5_c * x>, layer<x * 0.5_c>>);

// Generic code sees expressions and numbers alike.
constexpr auto cube = [](auto value) { return value * value * value; };
static_assert(cube(x)(2.0) == 8.0 && cube(2.0) == 8.0 && cube(x + 1)(1.0) == 8.0);
constexpr auto soft_step = [](auto value, auto width) { return hk::exp(value) / (width + hk::exp(value)); };
static_assert(soft_step(x, 1_c)(0.0) == 0.5 && soft_step(x, 1)(0.0) == 0.5 && soft_step(0.0, 1.0) == 0.5);
constexpr auto sum_of = [](auto const&... terms) { return (terms + ...); };
static_assert(sum_of(x, y, 1, 2_c)(1.0, 2.0) == 6.0);

}  // namespace
