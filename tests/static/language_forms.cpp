// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// Normal forms: equal formulas get the same type, constants are exact, derivatives come out as a person writes them.

#include <hillock/hillock.hpp>

#include <type_traits>

namespace hk = hillock;
using hk::x;
using hk::y;
using namespace hk::literals;
using namespace hk::functions;

namespace {

constexpr hk::variable<"z"> z;

template <class A, class B>
constexpr bool same_type(A const&, B const&) {
    return std::is_same_v<A, B>;
}
/// The formulas simplify to one type, whichever way they are compared.
template <class A, class B>
constexpr bool same_form(A const& a, B const& b) {
    return same_type(hk::simplify(a), hk::simplify(b)) && a == b && b == a && !(a != b);
}

// Constants are exact numbers.
static_assert(same_type(hk::simplify(0.1_c + 0.2_c), 0.3_c) && 0.1_c + 0.2_c == 0.3_c);
static_assert(same_type(0.5_c, hk::c<0.5>) && same_type(2_c, hk::c<2>) && same_type(2_c, 2.0_c) &&
              same_type(2_c, hk::c<2.0f>));
static_assert(same_type(100_c, 1e2_c) && same_type(0.001_c, 1e-3_c) && same_type(1'000_c, 1000_c) &&
              same_type(.5_c, 0.50_c));
static_assert(!(0.1_c == hk::c<0.1>)&&0.1_c != hk::c<0.1>);  // the decimal number, and the double next to it
static_assert(same_form(1_c / 3_c * 3_c, 1_c) && same_form(1_c / 3_c + 1_c / 6_c, 0.5_c) &&
              same_form(2_c - 5_c, hk::c<-3>));
static_assert(same_form(1e18_c * 1e-18_c, 1_c) && same_form(-(-2_c), 2_c) && same_form(hk::pow(2_c, -2_c), 0.25_c));
static_assert(same_form(hk::sqrt(9_c / 4_c), 1.5_c) && same_form(hk::square(1_c / 3_c), 1_c / 9_c));
static_assert(0.1_c(0) == 0.1 && 0.1_c(x = 0.0f) == 0.1f && (1_c / 3_c)(0.0) == 1.0 / 3 &&
              (1_c / 3_c)(0.0f) == 1.0f / 3);
static_assert(hk::pi(0.0) == 0x1.921fb54442d18p+1 && hk::pi(0.0f) == 0x1.921fb6p+1f);
static_assert(hk::e(0.0) == 0x1.5bf0a8b145769p+1 && hk::e(0.0f) == 0x1.5bf0a8p+1f);
static_assert(same_form(hk::log(hk::e), 1_c) && same_form(hk::pi / hk::pi, 1_c) &&
              same_form(hk::pi + hk::pi, 2_c * hk::pi));
static_assert(hk::c<0x1p-1074>(0) == 0x1p-1074 && hk::c<0x1.fffffffffffffp+1023>(0) == 0x1.fffffffffffffp+1023);

// Sums and products: order and grouping do not show, equal terms are collected.
static_assert(same_form(x + y, y + x) && same_form(x * y, y* x));
static_assert(same_form((x + y) + z, x + (y + z)) && same_form((x * y) * z, z*(y* x)));
static_assert(same_form(x + x, 2_c * x) && same_form(x + x + x - 2_c * x, x) && same_form(x - x, 0_c));
static_assert(same_form(0_c * x, 0_c) && same_form(1_c * x, x) && same_form(x + 0_c, x) && same_form(0_c / x, 0_c));
static_assert(same_form(-(-x), x) && same_form(x - y, -(y - x)) && same_form(-x * y, x * -y) &&
              same_form(-x * -y, x* y));
static_assert(same_form(x - (y - z), x - y + z) && same_form(x - y - z, x - (y + z)));
static_assert(same_form(x / y / z, x / (y * z)) && same_form(x / (y / z), x* z / y) && same_form(x / y, x*(1_c / y)));
static_assert(same_form(x / 4_c, 0.25_c * x) && same_form((x + y) / 2_c, 0.5_c * y + x / 2_c));
static_assert(same_form(x * (y + z), x* y + z * x) && same_form(2_c * x + 2_c, 2_c * (1_c + x)));
static_assert(same_form((x + 1_c) * (x + 1_c), hk::square(1_c + x)) && same_form((x + y) / (2_c * y + 2_c * x), 0.5_c));
// Powers.
static_assert(same_form(x * x, hk::square(x)) && same_form(x * x * x, hk::pow(x, 3_c)) &&
              same_form(x / (x * x), 1_c / x));
static_assert(same_form(x / x, 1_c) && same_form(hk::pow(x, 1_c), x) && same_form(hk::pow(x, 0_c), 1_c));
static_assert(same_form(hk::sqrt(x) * hk::sqrt(x), x) && same_form(hk::square(hk::sqrt(x)), x) &&
              same_form(hk::pow(x, 0.5_c), hk::sqrt(x)));
static_assert(same_form(1_c / hk::sqrt(x), hk::rsqrt(x)) && same_form(hk::sqrt(hk::square(x)), hk::abs(x)));
static_assert(same_form(hk::pow(x, 2_c) * hk::pow(x, 3_c), hk::pow(x, 5_c)) &&
              same_form(hk::square(x * y), hk::square(x) * hk::square(y)));
static_assert(!(hk::sqrt(x * x) == x));  // |x|
// Functions.
static_assert(same_form(hk::exp(x) * hk::exp(y), hk::exp(x + y)) && same_form(hk::exp(x) * hk::exp(-x), 1_c));
static_assert(same_form(hk::square(hk::exp(x)), hk::exp(2_c * x)) && same_form(1_c / hk::exp(x), hk::exp(-x)));
static_assert(same_form(hk::log(hk::exp(x)), x) && same_form(hk::exp(0_c), 1_c) && same_form(hk::log(1_c), 0_c));
static_assert(same_form(tanh(-x), -tanh(x)) && same_form(hk::sin(y - x), -hk::sin(x - y)) &&
              same_form(hk::erf(-x), -hk::erf(x)));
static_assert(same_form(hk::cos(-x), hk::cos(x)) && same_form(hk::abs(-x), hk::abs(x)) &&
              same_form(hk::abs(y - x), hk::abs(x - y)));
static_assert(same_form(hk::square(hk::abs(x)), x* x) && same_form(hk::abs(hk::exp(x)), hk::exp(x)) &&
              same_form(x * sign(x), hk::abs(x)));
static_assert(same_form(1_c - hk::square(tanh(x)), hk::sech_square(x)));
static_assert(same_form(hk::sinh(x) / hk::cosh(x), tanh(x)));
static_assert(same_form(hk::sin(x) / hk::cos(x), hk::tan(x)) && same_form(hk::floor(hk::floor(2_c)), 2_c) &&
              same_form(logistic(0_c), 0.5_c));
static_assert(same_form(hk::max(x, y), hk::max(y, x)) && same_form(hk::min(x, x), x) &&
              same_form(hk::max(2_c, 3_c), 3_c));
static_assert(same_form(hk::clamp(5_c, 0_c, 3_c), 3_c) && same_form(hk::logsumexp2(x, y), hk::logsumexp2(y, x)));
static_assert(same_form(hk::square(hk::sin(x)) + hk::square(hk::cos(x)), 1_c));
static_assert(same_form(hk::square(hk::cosh(x)) - hk::square(hk::sinh(x)), 1_c));
static_assert(same_form(hk::sech_square(x) + hk::square(tanh(x)), 1_c));
static_assert(same_form(1_c - hk::square(hk::cos(x)), hk::square(hk::sin(x))));
// Conditions and choices.
static_assert(same_form(hk::select(x > 0_c, y, y), y) &&
              same_form(hk::select(0_c < x, y, z), hk::select(x > 0_c, y, z)));
static_assert(same_form(hk::select(!(x > 0_c), y, z), hk::select(x > 0_c, z, y)) &&
              same_form(hk::select(2_c > 1_c, x, y), x));
static_assert(same_form(hk::select(x > 0_c, x, y) + hk::select(x > 0_c, 1_c, 2_c),
                        hk::select(x > 0_c, x + 1_c, y + 2_c)));
static_assert(same_form(hk::select(x > 0_c, hk::select(x > 0_c, x, y), z), hk::select(x > 0_c, x, z)));
static_assert(same_form(hk::select(x > 0_c && x > 0_c, y, z), hk::select(x > 0_c, y, z)));

// What differs is told apart; plain numbers count by their value.
static_assert(!(x == y) && x != y && !(x + 1_c == x + 2_c) && !(hk::exp(x) == hk::exp2(x)) &&
              !(hk::max(x, y) == hk::min(x, y)));
static_assert(0.5 * x == 0.5 * x && !(0.5 * x == 0.25 * x) && 0.5 * x == x * 0.5 && !(0.5 * x == 0.5_c * x));

// Simplifying again changes nothing.
template <class E>
constexpr bool settled(E const& e) {
    return same_type(hk::simplify(e), hk::simplify(hk::simplify(e)));
}
static_assert(settled(hk::gelu) && settled(hk::mish) && settled(hk::diff(hk::gelu_tanh)) &&
              settled((x + y) * (x - y) / (z + 1_c)));
static_assert(settled(hk::select(x > 0_c, x* y + y, hk::exp(x) * hk::exp(y))) && settled(hk::diff<2>(hk::silu)));

// Derivatives have normal form.
static_assert(same_type(hk::diff(x * x), 2_c * x) && same_type(hk::diff(x), 1_c) && same_type(hk::diff(x, y), 0_c));
static_assert(same_type(hk::diff(hk::square(x)), 2_c * x) && same_type(hk::diff<2>(x * x), 2_c) &&
              same_type(hk::diff<0>(x + x), 2_c * x));
static_assert(same_type(hk::diff(x * y, x), y) && same_type(hk::diff(hk::exp(x)), hk::exp(x)) &&
              same_type(hk::diff(hk::sin), hk::cos(x)));
static_assert(same_type(hk::diff(hk::sin(x) * hk::sin(x) + hk::cos(x) * hk::cos(x)), 0_c) &&
              same_type(hk::diff(hk::log(x)), 1_c / x));
static_assert(same_type(hk::diff(hk::relu), hk::select(x > 0_c, 1_c, 0_c)) && same_type(hk::diff(hk::abs), sign(x)));
static_assert(same_type(hk::diff(tanh), hk::sech_square(x)) && same_type(hk::diff(softplus(x)), logistic(x)));
static_assert(hk::diff(hk::pow(x, 3_c)) == 3_c * hk::square(x) && hk::diff(hk::sqrt(x)) == 0.5_c / hk::sqrt(x));
static_assert(hk::diff(x / y, y) == -x / (y * y) && hk::diff(hk::exp(x * y), x) == y * hk::exp(x * y));
static_assert(hk::diff(hk::diff(hk::sin(x * y), x), y) == hk::diff(hk::diff(hk::sin(x * y), y), x));
static_assert(hk::diff(hk::gelu) == hk::normal_cdf(x) + x * hk::normal_pdf(x));
static_assert(hk::diff(0.5 * x * x)(3.0) == 3.0 && hk::diff(hk::pow(x, 2.5))(4.0) == 20.0);
// Gradients and hessians are Hana tuples.
constexpr auto slopes = hk::gradient(x * x * y, x, y);
static_assert(slopes[boost::hana::size_c<0>] == 2_c * x * y && slopes[boost::hana::size_c<1>] == x * x);
constexpr auto curvatures = hk::hessian(x * x * y, x, y);
static_assert(curvatures[boost::hana::size_c<0>][boost::hana::size_c<1>] == 2_c * x);
static_assert(curvatures[boost::hana::size_c<1>][boost::hana::size_c<0>] == 2_c * x);
static_assert(curvatures[boost::hana::size_c<1>][boost::hana::size_c<1>] == 0_c);

}  // namespace
