// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// What users naturally write is evaluated as what is accurate; inside `verbatim` it is evaluated as it is written.

#include <hillock/hillock.hpp>

#include <limits>
#include <type_traits>

namespace hk = hillock;
using hk::x;
using hk::y;
using namespace hk::literals;
using namespace hk::functions;

namespace {

/// Evaluation replaces the first formula by the second.
template <class A, class B>
constexpr bool becomes(A const& a, B const& b) {
    return std::is_same_v<decltype(hk::stabilize(a)), decltype(hk::simplify(b))>;
}

static_assert(becomes(hk::log(1_c + hk::exp(x)), softplus(x)) && becomes(hk::log(hk::exp(x) + 1_c), softplus(x)));
static_assert(becomes(hk::log1p(hk::exp(x)), softplus(x)) &&
              becomes(hk::log(1_c + hk::exp(-2_c * x)), softplus(-2_c * x)));
static_assert(becomes(1_c / (1_c + hk::exp(-x)), logistic(x)) && becomes(1_c / (hk::exp(-x) + 1_c), logistic(x)));
static_assert(becomes(1_c / (1_c + hk::exp(x)), logistic(-x)) && becomes(hk::exp(x) / (1_c + hk::exp(x)), logistic(x)));
static_assert(becomes(x / (1_c + hk::exp(-1.702_c * x)), x* logistic(1.702_c * x)));
static_assert(becomes(hk::exp(x) - 1_c, hk::expm1(x)) && becomes(hk::exp(x * y) - 1_c, hk::expm1(x* y)));
static_assert(becomes(1_c - hk::exp(x), -hk::expm1(x)) && becomes(2_c * hk::exp(x) - 2_c, 2_c * hk::expm1(x)));
static_assert(becomes(y * (hk::exp(x) - 1_c), y* hk::expm1(x)) && becomes(y * hk::exp(x) - y, y* hk::expm1(x)));
static_assert(becomes(hk::log(1_c + x), hk::log1p(x)) && becomes(hk::log(1_c - x), hk::log1p(-x)));
static_assert(becomes(1_c + x / (1_c + hk::abs(x)),
                      hk::select(x > 0_c, 2_c - 1_c / (1_c + hk::abs(x)), 1_c / (1_c + hk::abs(x)))) &&
              becomes(1_c - x / (2_c + hk::abs(x)),
                      hk::select(-x > 0_c, 2_c - 2_c / (2_c + hk::abs(x)), 2_c / (2_c + hk::abs(x)))) &&
              becomes(1_c + x / (y + hk::abs(x)), (y + hk::select(x > 0_c, 2_c * x, 0_c)) / (y + hk::abs(x))));
static_assert(becomes(hk::log(hk::sigmoid), -softplus(-x)) &&
              becomes(hk::log(1_c / (1_c + hk::exp(-x))), -softplus(-x)));
static_assert(becomes(1_c - hk::sigmoid(x), logistic(-x)) && becomes(x - x * logistic(x), x* logistic(-x)));
static_assert(becomes(2_c * logistic(x) - 1_c, tanh(0.5_c * x)) && becomes(1_c + tanh(x), 2_c * logistic(2_c * x)));
static_assert(becomes(logistic(x) * (1_c - logistic(x)), logistic(x) * logistic(-x)));
static_assert(becomes(1_c - hk::square(tanh(x)), hk::sech_square(x)) &&
              becomes(1_c - tanh(x) * tanh(x), hk::sech_square(x)));
static_assert(becomes(0.5_c * x * (1_c + hk::erf(x / hk::sqrt(2_c))), x* hk::normal_cdf(x)));
static_assert(becomes(x / 2_c * (hk::erf(x / hk::sqrt(2_c)) + 1_c), x* hk::normal_cdf(x)));
static_assert(becomes(0.5_c * hk::erfc(-x / hk::sqrt(2_c)), hk::normal_cdf(x)));
static_assert(becomes(1_c - hk::erf(x), hk::erfc(x)) && becomes(1_c - hk::normal_cdf(x), hk::normal_cdf(-x)));
static_assert(becomes(hk::log(hk::exp(x) + hk::exp(y)), hk::logsumexp2(x, y)));
static_assert(becomes(hk::log(hk::exp(2_c * x) + hk::exp(-y)), hk::logsumexp2(2_c * x, -y)));
static_assert(becomes(hk::log(hk::cosh(x)), logcosh(x)) && becomes(x - tanh(x), hk::tanh_residual(x)));
static_assert(becomes(hk::exp(x) - 1_c - x, hk::expm1_residual(x)) && becomes(softplus(x) - x, softplus(-x)));
static_assert(becomes(hk::exp(x) - hk::exp(-x), 2_c * hk::sinh(x)) &&
              becomes(hk::exp(x) + hk::exp(-x), 2_c * hk::cosh(x)));
static_assert(becomes((hk::exp(x) - hk::exp(-x)) / (hk::exp(x) + hk::exp(-x)), tanh(x)));
static_assert(becomes(x * tanh(hk::log(1_c + hk::exp(x))), hk::stabilize(hk::mish)));
// tanh(softplus(x)) is one function of the library's own, of one exponential and one division.
static_assert(hk::to_string(hk::stabilize(tanh(softplus(x)))) == "tanh_softplus(x)");
static_assert(hk::to_string(hk::stabilize(x * tanh(hk::log(1_c + hk::exp(x))))) == "x * tanh_softplus(x)");

static_assert(becomes(hk::cosh(x) - 1_c, 2_c * hk::square(hk::sinh(0.5_c * x))));
static_assert(becomes(1_c - hk::cos(x), 2_c * hk::square(hk::sin(0.5_c * x))));

// An activation's own derivative cancels nowhere either.
static_assert(becomes(hk::diff(hk::sigmoid), 0.25_c * hk::sech_square(0.5_c * x)));

// simplify leaves all of it to evaluation.
static_assert(std::is_same_v<decltype(hk::simplify(hk::exp(x) - 1_c)), decltype(hk::exp(x) - 1_c)>);

// The values that this gives: no overflow, no lost digit.
static_assert(hk::log(1_c + hk::exp(x))(1e30f) == 1e30f && hk::log(1_c + hk::exp(x))(-100.0) == 0x1.a8c1f14e2af5dp-145);
static_assert(hk::log(1 + hk::exp(x))(1e30f) == 1e30f && hk::log(1.0 + hk::exp(x))(-100.0) == 0x1.a8c1f14e2af5dp-145);
static_assert((hk::exp(x) - 1_c)(1e-20f) == 1e-20f && (hk::exp(x) - 1)(1e-20f) == 1e-20f &&
              (hk::exp(x) - 1)(1e-300) == 1e-300);
static_assert(hk::log(1 + x)(1e-20f) == 1e-20f && hk::log(x + 1)(1e-300) == 1e-300);
static_assert((1 / (1 + hk::exp(-x)))(-100.0) == 0x1.a8c1f14e2af5dp-145 &&
              (1 - hk::sigmoid(x))(100.0) == 0x1.a8c1f14e2af5dp-145);
static_assert(hk::log(hk::exp(x) + hk::exp(y))(1000.0, 0.0) == 1000.0 &&
              hk::log(hk::exp(x) + hk::exp(y))(-1000.0, -2000.0) == -1000.0);
static_assert(hk::sqrt(x * x + y * y)(0x3p+600, 0x4p+600) == 0x5p+600 && hk::sqrt(x * x + 1)(1e200) == 1e200 &&
              hk::sqrt(x * x + y * y)(0x3p-80f, 0x4p-80f) == 0x5p-80f);
static_assert((x * tanh(hk::log(1 + hk::exp(x))))(1e30f) == 1e30f &&
              hk::log(hk::cosh(x))(1000.0) == 0x1.f3a746f404172p+9);
// A root and 1 stay as they are, also where an earlier rewriting has left them.
static_assert(becomes(hk::sqrt(x * x + 1_c) + 1_c, hk::sqrt(x* x + 1_c) + 1_c) &&
              (x / (hk::sqrt(x * x + 1_c) + 1_c))(1e200) == 1.0);
static_assert(std::is_same_v<decltype(hk::stabilize(hk::stabilize(hk::bent_identity))),
                             decltype(hk::stabilize(hk::bent_identity))>);
static_assert((0.5 * x * (1 + hk::erf(x / hk::sqrt(2_c))))(-38.0) == hk::gelu(-38.0) && hk::gelu(-38.0) < 0.0);
// A plain number that is near to what a rule needs but is not it is taken as it is.
static_assert((hk::exp(x) - 1.5)(0.0) == -0.5 && hk::log(2 + hk::exp(x))(0.0) == 0x1.193ea7aad030bp+0);

// verbatim: neither stabilised nor reordered nor simplified, wherever it stands.
constexpr auto naive = hk::verbatim(hk::exp(x) - 1_c);
static_assert(naive(1e-20f) == 0.0f && naive(1.0f) == 0x1.b7e152p+0f && (2_c * naive)(1e-20f) == 0.0f);
static_assert(hk::to_string(hk::stabilize(naive)) == "verbatim(exp(x) - 1)" &&
              hk::to_string(hk::simplify(naive)) == "verbatim(exp(x) - 1)");
static_assert(hk::to_string(hk::stabilize(hk::verbatim(x + 0_c + x * 1_c - (y - y)))) ==
              "verbatim(x + 0 + x * 1 - (y - y))");
static_assert(hk::to_string(hk::stabilize(hk::log(1_c + hk::exp(hk::verbatim(x - x))))) == "softplus(verbatim(x - x))");
static_assert(!(hk::verbatim(x + y) == x + y) && hk::verbatim(x + y) == hk::verbatim(x + y));
static_assert(hk::diff(hk::verbatim(x * x))(3.0) == 6.0 && hk::diff(hk::verbatim(hk::exp(x) - 1_c), x) == hk::exp(x));
static_assert(hk::verbatim(x + 1)(2.0) == 3.0 && hk::verbatim(2.5 * x - 0.5)(2.0) == 4.5);

}  // namespace
