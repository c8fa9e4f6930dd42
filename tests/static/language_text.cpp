// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// Reading an expression: C-like text with no more parentheses than needed, LaTeX, and a graph.

#include <hillock/hillock.hpp>

#include <string_view>
#include <type_traits>

namespace hk = hillock;
using hk::x;
using hk::y;
using namespace hk::literals;

namespace {

constexpr hk::variable<"beta"> beta;
constexpr hk::variable<"z"> z;

template <class E>
constexpr bool reads(E const& e, std::string_view expected) {
    return hk::to_string(e) == expected;
}

// Sums and differences.
static_assert(reads(x + y + z, "x + y + z") && reads(x + (y + z), "x + (y + z)") && reads(x - y - z, "x - y - z"));
static_assert(reads(x - (y - z), "x - (y - z)") && reads(x - (y + z), "x - (y + z)") &&
              reads((x - y) + z, "x - y + z"));
// Products and quotients.
static_assert(reads(x * y * z, "x * y * z") && reads(x / y / z, "x / y / z") && reads(x / (y / z), "x / (y / z)"));
static_assert(reads(x / (y * z), "x / (y * z)") && reads(x * (y / z), "x * (y / z)") && reads(x / y * z, "x / y * z"));
// Both.
static_assert(reads((x + y) * z, "(x + y) * z") && reads(x + y * z, "x + y * z") && reads(x * (y + z), "x * (y + z)"));
static_assert(reads(x * y - z / x, "x * y - z / x") && reads((x - y) / (x + y), "(x - y) / (x + y)"));
static_assert(reads(1_c / (1_c + hk::exp(-x)), "1 / (1 + exp(-x))") &&
              reads((x + 1_c) * (x + 1_c), "(x + 1) * (x + 1)"));
// Signs.
static_assert(reads(-x, "-x") && reads(-(x + y), "-(x + y)") && reads(-x + y, "-x + y") && reads(x * -y, "x * -y"));
static_assert(reads(-(x * y), "-x * y") && reads(-hk::square(x), "-square(x)") && reads(hk::square(-x), "square(-x)"));
static_assert(reads(hk::exp(-(x * x)), "exp(-x * x)") && reads(x - -y, "x - -y") &&
              reads(x / -(y + z), "x / -(y + z)"));
// Constants: exact decimals, plain numbers by their shortest digits, names.
static_assert(reads(0.5_c * x, "0.5 * x") && reads(1.702_c * x, "1.702 * x") && reads(1e3_c + x, "1000 + x"));
static_assert(reads(0.5 * x, "0.5 * x") && reads(x + 1, "x + 1") && reads(0.1 * x, "0.1 * x") &&
              reads(1e-7 * x, "1e-7 * x"));
static_assert(reads(hk::c<-2> * x, "-2 * x") && reads(-2.0 * x, "-2 * x") && reads(x - 2.5, "x - 2.5") &&
              reads(hk::c<0.25>, "0.25"));
static_assert(reads(x * hk::c<-2>, "x * -2") && reads(x - hk::c<-2>, "x - -2") && reads(x / -2.0, "x / -2"));
static_assert(reads(hk::pi * x, "pi * x") && reads(hk::e + x, "e + x") && reads(1e300 * x, "1e300 * x"));
static_assert(reads(hk::simplify(1_c / 3_c), "1/3") && reads(1_c / 3_c * x, "1 / 3 * x") &&
              reads(hk::simplify(x * 1_c / 3_c), "x / 3"));
// A fraction and a sign stand apart from what they might be read with.
static_assert(reads(x / hk::simplify(1_c / 3_c), "x / (1/3)") && reads(-(-x), "-(-x)") && reads(x - -x, "x - -x"));
static_assert(reads(-hk::c<-2>, "-(-2)") && reads(-(-2.0 * x), "-(-2 * x)") &&
              reads(hk::pow(hk::simplify(1_c / 3_c), x), "pow(1/3, x)"));
// Functions.
static_assert(reads(hk::max(x, y + 1_c), "max(x, y + 1)") && reads(hk::clamp(x, -1_c, 1_c), "clamp(x, -1, 1)"));
static_assert(reads(hk::pow(x + y, 3_c), "pow(x + y, 3)") && reads(hk::atan2(y, x), "atan2(y, x)") &&
              reads(hk::exp, "exp(x)"));
static_assert(reads(hk::sqrt(x * x + 1_c), "sqrt(x * x + 1)") && reads(hk::log1p(hk::expm1(x)), "log1p(expm1(x))"));
static_assert(reads(x * hk::sigmoid(beta * x), "x * sigmoid(beta * x)") &&
              reads(hk::verbatim(x + y) * z, "verbatim(x + y) * z"));
// Conditions and choices.
static_assert(reads(x > 0_c, "x > 0") && reads(x <= y + 1_c, "x <= y + 1") &&
              reads(x >= 0_c && x < 1_c, "x >= 0 && x < 1"));
static_assert(reads(x < 0_c || x > 1_c, "x < 0 || x > 1") &&
              reads((x < 0_c || x > 1_c) && y > 0_c, "(x < 0 || x > 1) && y > 0"));
static_assert(reads((x < 0_c && y > 1_c) || y > 0_c, "x < 0 && y > 1 || y > 0") && reads(!(x > 0_c), "!(x > 0)"));
static_assert(reads(!(x > 0_c && y > 0_c) && !(x < y), "!(x > 0 && y > 0) && !(x < y)"));
static_assert(reads(hk::select(x > 0_c, x, 0.25_c * x), "select(x > 0, x, 0.25 * x)"));
static_assert(reads(2_c * hk::select(x > 0, x, -x) - 1, "2 * select(x > 0, x, -x) - 1"));
static_assert(reads(hk::select(x > 1 || y > 2, hk::select(y > x, x, y), 0),
                    "select(x > 1 || y > 2, select(y > x, x, y), 0)"));

// Named activations read as their formulas, derivatives as their simplified ones.
static_assert(reads(hk::gelu, "x * normal_cdf(x)") && reads(hk::relu, "select(x > 0, x, 0)") &&
              reads(hk::silu, "x * sigmoid(x)"));
static_assert(reads(hk::diff(x * x), "2 * x") && reads(hk::diff(hk::relu), "select(x > 0, 1, 0)"));
static_assert(reads(hk::diff(hk::gelu), "normal_cdf(x) + x * normal_pdf(x)") &&
              reads(hk::diff(hk::pow(x, 3_c)), "3 * square(x)"));
static_assert(reads(hk::simplify(y + x + 1_c - 2_c * x), "y + 1 - x") && reads(hk::diff(1_c / x), "-1 / square(x)"));
static_assert(reads(hk::relu | (x + 1), "select(x > 0, x, 0) + 1") &&
              reads(hk::relu(2 * x), "select(2 * x > 0, 2 * x, 0)"));

// The text is a constant of the exact length, a view, and a C string.
constexpr auto text = hk::to_string(x * hk::exp(x));
static_assert(text.size() == 10 && text.view().size() == 10 && std::string_view(text) == "x * exp(x)" &&
              text.c_str()[10] == '\0');
static_assert(sizeof(text.characters) == 11 && std::is_trivially_copyable_v<decltype(text)>);
// How many distinct parts there are.
static_assert(hk::node_count(x) == 1 && hk::node_count(x * x) == 2 && hk::node_count(hk::exp(x) + x * hk::exp(x)) == 4);

// LaTeX.
template <class E>
constexpr bool sets(E const& e, std::string_view expected) {
    return hk::to_latex(e) == expected;
}
static_assert(sets(x * hk::sigmoid(beta * x), R"(x \cdot \sigma\left(\beta \cdot x\right))"));
static_assert(sets(x / (1_c + hk::abs(x)), R"(\frac{x}{1 + \left|x\right|})") &&
              sets((x + y) / z, R"(\frac{x + y}{z})"));
static_assert(sets(hk::relu, R"(\begin{cases} x & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases})"));
static_assert(sets(hk::square(x + 1_c), R"(\left(x + 1\right)^{2})") && sets(hk::pow(x, y + 1_c), "x^{y + 1}"));
static_assert(sets(hk::square(hk::square(x)), R"(\left(x^{2}\right)^{2})") &&
              sets(hk::square(-x), R"(\left(-x\right)^{2})"));
static_assert(sets(hk::exp(-x * x), "e^{-x \\cdot x}") && sets(hk::sqrt(x + 1_c), R"(\sqrt{x + 1})") &&
              sets(hk::cbrt(x), R"(\sqrt[3]{x})"));
static_assert(sets(hk::square(x / y), R"(\left(\frac{x}{y}\right)^{2})") &&
              sets(hk::square(hk::exp(x)), R"(\left(e^{x}\right)^{2})"));
static_assert(sets(hk::verbatim(x + y) * 2_c, R"(\left(x + y\right) \cdot 2)") &&
              sets(hk::simplify(1_c / 3_c), R"(\frac{1}{3})"));
static_assert(sets(x - (y - z), R"(x - \left(y - z\right))") && sets(x * (y + z), R"(x \cdot \left(y + z\right))"));
static_assert(sets(x * hk::c<-2>, R"(x \cdot \left(-2\right))") && sets(0.5_c * hk::pi, R"(0.5 \cdot \pi)"));
static_assert(sets(hk::exp(hk::c<-0.5> * hk::square(x)), R"(e^{-0.5 \cdot x^{2}})") &&
              sets(x + hk::c<-2> * y, R"(x + \left(-2 \cdot y\right))"));
static_assert(sets(hk::normal_cdf(x), R"(\Phi\left(x\right))") && sets(hk::max(x, y), R"(\max\left(x, y\right))"));
static_assert(sets(x < hk::formulas::infinity, R"(x < \infty)"));
static_assert(sets(hk::variable<"negative_slope">{} * x, R"(\mathrm{negative\_slope} \cdot x)"));
static_assert(sets(x > 0_c && x <= 1_c, R"(x > 0 \wedge x \le 1)") &&
              sets(!(x >= 1_c), R"(\neg \left(x \ge 1\right))"));
static_assert(sets(hk::floor(x), R"(\left\lfloor x\right\rfloor)") && sets(hk::rsqrt(x), R"(\frac{1}{\sqrt{x}})"));

// A graph, equal parts drawn once.
static_assert(hk::to_dot(x * hk::exp(x)) == R"(digraph expression {
    n0 [label="x"];
    n1 [label="exp"];
    n1 -> n0;
    n2 [label="*"];
    n2 -> n0;
    n2 -> n1;
}
)");
static_assert(hk::to_dot(0.5 * x) == R"(digraph expression {
    n0 [label="0.5"];
    n1 [label="x"];
    n2 [label="*"];
    n2 -> n0;
    n2 -> n1;
}
)");

}  // namespace
