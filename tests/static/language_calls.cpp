// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// Calls: by name, by position, with numbers and with expressions; the type of what they give; composition.

#include <hillock/hillock.hpp>

#include <array>
#include <string_view>
#include <type_traits>

namespace hk = hillock;
using hk::dy;
using hk::x;
using hk::y;
using namespace hk::literals;

namespace {

constexpr hk::variable<"beta"> beta;
constexpr hk::variable<"alpha"> alpha;
constexpr hk::variable<"z"> z;
constexpr auto swish = x * hk::sigmoid(beta * x);

template <class T, class Value>
constexpr bool gives(Value) {
    return std::is_same_v<T, Value>;
}

// By name, in any order; a name that the expression does not contain is accepted.
static_assert((x - y)(x = 3.0, y = 1.0) == 2.0 && (x - y)(y = 1.0, x = 3.0) == 2.0);
static_assert(swish(x = 2.0, beta = 0.0) == 1.0 && swish(beta = 0.0, x = 2.0) == 1.0);
static_assert(x(x = 2.0) == 2.0 && (x + 1)(x = 2.0, y = 5.0, dy = 7.0) == 3.0);
// By position, in the order of first appearance.
static_assert((x - y)(3.0, 1.0) == 2.0 && (y - x)(3.0, 1.0) == 2.0 && (beta / x)(1.0, 4.0) == 0.25);
static_assert(hk::pi() == 3.141592653589793 && (2_c * 3_c)() == 6.0 && (hk::c<2> + 0.5)() == 2.5);
static_assert(gives<double>(hk::pi()) && hk::substitute(2.5 * x, x = 3)() == 7.5);
static_assert(x(2.0) == 2.0 && hk::relu(2.0) == 2.0 && hk::relu(x = -2.0) == 0.0);

// Parameters follow x, with the framework's default.
static_assert(hk::leaky_relu(-1.0) == -0.01 && hk::leaky_relu(-1.0, 0.5) == -0.5);
static_assert(hk::hard_tanh(3.0) == 1.0 && hk::hard_tanh(3.0, -2.0) == 1.0 && hk::hard_tanh(3.0, -2.0, 2.0) == 2.0);
static_assert(hk::hard_tanh(-3.0, -2.0) == -2.0 && hk::threshold(0.5, 1.0, 20.0) == 20.0);
static_assert(hk::leaky_relu(x, alpha)(x = -2.0, alpha = 0.5) == -1.0);
static_assert(hk::diff(hk::leaky_relu(x, alpha), alpha)(x = -2.0, alpha = 0.5) == -2.0);
static_assert(hk::leaky_relu(x, 0.5)(-2.0) == -1.0 && hk::leaky_relu(2 * x, 0.5_c)(-2.0) == -2.0);
static_assert(hk::swiglu(0.0, 3.0) == 0.0 && hk::bilinear(2.0, 3.0) == 6.0 && hk::maxout(y, x)(2.0, 3.0) == 3.0);

// The result has the common type of the values bound: float where all are; integers bind as double.
static_assert(gives<float>(hk::relu(1.0f)) && gives<double>(hk::relu(1.0)) && gives<double>(hk::relu(1)));
static_assert(gives<float>((x * y)(1.0f, 2.0f)) && gives<double>((x * y)(1.0f, 2.0)) &&
              gives<double>((x * y)(1.0f, 2)));
static_assert(gives<float>(swish(x = 1.0f, beta = 2.0f)) && gives<double>(swish(x = 1.0f, beta = 2)));
static_assert(gives<double>(hk::relu(1L)) && gives<double>(hk::relu(1u)) && gives<double>(hk::relu(short{1})));
static_assert(gives<float>((0.1 * x)(1.0f)) && (0.1 * x)(1.0f) == 0.1f);  // plain numbers do not widen the result
static_assert(gives<float>(hk::elu(-1.0f, 0.5f)) && gives<double>(hk::elu(-1.0f, 0.5)));
static_assert(hk::relu(16777217) == 16777217.0 && (x / y)(1, 4) == 0.25);
// A binding counts even where the variable has gone.
static_assert(gives<double>((x + 1)(x = 1.0f, y = 2.0)) && gives<float>((x + 1)(x = 1.0f, y = 2.0f)));

// Derivatives may lose their variables, and are still called in the same way.
static_assert(gives<float>(hk::diff<2>(hk::relu)(0.5f)) && hk::diff<2>(hk::relu)(0.5f) == 0.0f);
static_assert(gives<double>(hk::diff(x)(0.5)) && hk::diff(x)(0.5) == 1.0 && hk::diff(x)(x = 7.0f) == 1.0f);
static_assert(hk::diff(x * y, y)(x = 3.0, y = 5.0) == 3.0 && hk::diff(x + y, y)(x = 3.0, y = 5.0) == 1.0);
static_assert(hk::diff(2_c)(1.0) == 0.0 && hk::diff(x * x, y)(x = 1.0) == 0.0 && (x - x)(3.0) == 0.0);
static_assert(hk::diff(hk::step)(1.0f) == 0.0f && hk::diff<0>(x * x)(3.0) == 9.0 && hk::diff<3>(x * x)(3.0) == 0.0);

// Composition: an expression for a variable, by position and by name.
static_assert(hk::relu(2_c * x + 1_c)(1.0) == 3.0 && hk::relu(2 * x + 1)(-1.0) == 0.0);
static_assert(hk::square(hk::relu)(3.0) == 9.0 && hk::relu(hk::square)(-3.0) == 9.0);
static_assert((x * y)(y = x + 1)(x = 2.0) == 6.0 && (x * y)(x = 2, y = z)(3.0) == 6.0);
static_assert(swish(x = y * y)(y = 2.0, beta = 0.0) == 2.0);
static_assert((x * y)(x + 1, y + 2)(x = 1.0, y = 2.0) == 8.0 && (x * y)(2.0, z)(3.0) == 6.0);

}  // namespace

// Numbers for a part of the names alone are an error (tests/reject); with an expression among them the call composes.
namespace {

static_assert(std::is_same_v<decltype(hk::relu(y)), decltype(hk::substitute(hk::relu, x = y))>);
static_assert(std::is_same_v<decltype((x + y)(x = z)), decltype(z + y)>);

// Substitution is simultaneous; what is not named stays.
static_assert(std::is_same_v<decltype(hk::substitute(x - y, x = y, y = x)), decltype(y - x)>);
static_assert(std::is_same_v<decltype(hk::substitute(x * y, x = x + y, y = 2_c)), decltype((x + y) * 2_c)>);
static_assert(std::is_same_v<decltype(hk::substitute(x * y, z = 2_c)), decltype(x * y)>);
static_assert(
    std::is_same_v<decltype(hk::substitute(x, x = hk::gelu)), std::remove_const_t<hk::tree_of<decltype(hk::gelu)>>>);
static_assert(hk::substitute(x * y - 1.5, x = 2.0, y = 0.5 * x)(4.0) == 2.5);
static_assert(hk::substitute(2.5 * x + y * 3.5, y = 4.5 - x)(2.0) == 13.75);

// Where a part with plain numbers has gone, the others keep their values.
static_assert(hk::diff((x + 0.25) * 3.5 + y * 4.5, y)(x = 1.0, y = 1.0) == 4.5);
static_assert(hk::simplify((x - x) * 2.5 + 3.5 * x)(2.0) == 7.0);

// f | g is g of f.
static_assert((hk::relu | hk::square)(3.0) == 9.0 && (hk::relu | hk::square)(-3.0) == 0.0);
static_assert((hk::square | hk::relu | -x | (x + 1))(-3.0) == -8.0);
static_assert(((2 * x) | (x + 0.5))(3.0) == 6.5 && ((x + 0.5) | (2 * x))(3.0) == 7.0 &&
              ((x * y) | hk::relu)(2.0, 3.0) == 6.0);
static_assert(std::is_same_v<decltype(hk::exp(x) | (y * y)), decltype(hk::exp(x) * hk::exp(x))>);
static_assert(std::is_same_v<decltype(hk::relu | hk::gelu), decltype(hk::gelu(hk::relu))>);

// The names of an expression's variables in order of first appearance.
static_assert(hk::variables_of<decltype(swish)> == std::array<std::string_view, 2>{"x", "beta"});
static_assert(hk::variables_of<decltype(beta * x + y * x)> == std::array<std::string_view, 3>{"beta", "x", "y"});
static_assert(hk::variables_of<decltype(x)> == std::array<std::string_view, 1>{"x"});
static_assert(hk::variables_of<decltype(2_c * hk::pi)>.empty() && hk::variables_of<decltype(hk::gelu)>.size() == 1);
static_assert(hk::variables_of<decltype(hk::swiglu)> == std::array<std::string_view, 2>{"a", "b"});
static_assert(hk::variables_of<decltype(hk::select(y > 0, z, x))> == std::array<std::string_view, 3>{"y", "z", "x"});
static_assert(hk::variables_of<decltype(dy > y)> == std::array<std::string_view, 2>{"dy", "y"});
static_assert(hk::depends_on(swish, x) && hk::depends_on(swish, beta) && !hk::depends_on(swish, y));
static_assert(hk::depends_on(x - x, x) && !hk::depends_on(hk::simplify(x - x), x) && !hk::depends_on(2_c, x));
static_assert(!hk::depends_on(hk::elu, alpha) && hk::depends_on(hk::elu(x, alpha), alpha));
// Two variables of one name are one.
static_assert((x + hk::variable<"x">{})(2.0) == 4.0 && std::is_same_v<decltype(x), hk::variable<"x"> const>);

// Primitive functions of numbers are numbers, of expressions expressions, of both too.
static_assert(gives<float>(hk::exp(1.0f)) && gives<double>(hk::exp(1.0)) && gives<double>(hk::exp(1)));
static_assert(gives<float>(hk::max(1.0f, 2.0f)) && gives<double>(hk::max(1.0f, 2.0)) && gives<double>(hk::max(1, 2)));
static_assert(hk::max(1, 2) == 2.0 && hk::clamp(5, 0, 3) == 3.0 && hk::pow(2.0f, 3) == 8.0 && hk::square(-3) == 9.0);
static_assert(hk::max(x, 2)(1.0) == 2.0 && hk::max(2, x)(3.0) == 3.0 && hk::clamp(x, -1, y)(x = 9.0, y = 4.0) == 4.0);
static_assert(hk::exp(0 * x)(1.0) == 1.0 && hk::sqrt(4.0f) == 2.0f && hk::sigmoid(0.0) == 0.5 && hk::tanh(0) == 0.0);

}  // namespace
