// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// Floats that are computed in double are those of wide numbers, but for one in some thousands that is the float next to it;
// and numbers of a usual size do not need wide numbers.

#include <runtime/loops_check.hpp>

#include <hillock/catalogue.hpp>

#include <boost/hana/for_each.hpp>

#include <algorithm>
#include <cmath>

namespace {

namespace hk = hillock;
using hk::x;
using hk::y;
using namespace hk::literals;

constexpr std::size_t count = 20000;

/// `slow` is the greatest share of numbers from -6 to 6 that may be left to wide numbers.
template <class E>
bool check(E const&, std::string const& name, double slow = 0.02) {
    using tree = hk::tree_of<E>;
    constexpr int variables = hk::detail::program_of<tree>.name_count;
    static_assert(tree::slots == 0);
    if constexpr (!hk::detail::is_computed_in_double<float, tree> || variables == 0) {
        return false;
    } else {
        std::vector<float> const any = loops::numbers<float>(count * variables, 3);
        std::vector<float> const usual = loops::ordinary<float>(count * variables, 4);
        std::size_t others = 0, left = 0;
        for (std::size_t i = 0; i < 2 * count; ++i) {
            bool const is_usual = i >= count;
            float const* const at = (is_usual ? usual : any).data() + i % count * variables;
            float fast = 0;
            if (!hk::detail::evaluate_in_double<tree>(at, nullptr, fast)) {
                left += is_usual;
                continue;
            }
            float const wide = hk::detail::evaluate_widely<float, tree>(at, nullptr);
            // What vanishes has the sign of a limit on wide numbers, and that of what it still is in double.
            bool const is_within_one = std::all_of(at, at + variables, [](float v) { return std::fabs(v) < 1; });
            if (wide != 0 || is_within_one) {
                EXPECT_EQ(std::signbit(fast), std::signbit(wide)) << name << " at " << loops::shown(at[0]);
            }
            EXPECT_LE(loops::distance(fast, wide), 1)
                << name << " at " << loops::shown(at[0]) << ": " << loops::shown(fast) << ", " << loops::shown(wide);
            others += fast != wide;
        }
        EXPECT_LE(others, 2 * count / 2000) << name;
        EXPECT_LE(static_cast<double>(left), slow * count) << name;
        return true;
    }
}

template <class E>
constexpr int is_direct(E const&) {
    return hk::detail::direct_plan_of<float, hk::tree_of<E>>.possible;
}

TEST(double_plans, of_the_catalogue) {
    int planned = 0, direct = 0;
    boost::hana::for_each(hk::catalogue, [&](auto const& f) {
        direct += is_direct(f) + is_direct(hk::diff(f, x)) + is_direct(hk::diff<2>(f, x));
        std::string const name(f.name);
        // What cancels next to a zero, or has several sums that might.
        double const slow = name == "tanh_exp" ? 0.13 : 0.03;
        planned += check(f, name, slow);
        planned += check(hk::diff(f, x), name + "'", slow);
        planned += check(hk::diff<2>(f, x), name + "''", slow);
    });
    // Of 183, those that compute with neither are named in docs/design.md.
    EXPECT_GE(planned, 53);
    EXPECT_GE(planned + direct, 182);
}

TEST(double_plans, of_gated_activations) {
    int planned = 0;
    boost::hana::for_each(hk::gated_catalogue, [&](auto const& f) {
        std::string const name(f.name);
        static constexpr hk::variable<"a"> a;
        static constexpr hk::variable<"b"> b;
        planned += check(f, name) + check(hk::diff(f, a), name + " by a") + check(hk::diff(f, b), name + " by b");
    });
    EXPECT_GE(planned, 6);
}

// A formula has a plan in double and keeps to it.
#define EXPECT_PLANNED(...) EXPECT_TRUE(check(__VA_ARGS__)) << #__VA_ARGS__

TEST(double_plans, of_compositions) {
    EXPECT_PLANNED(x * hk::softplus(y * x), "swish with another gate");
    EXPECT_PLANNED(hk::diff(x * hk::sigmoid(y * x), x), "the slope of swish");
    EXPECT_PLANNED(hk::diff(x * hk::sigmoid(y * x), y), "its slope by y");
    EXPECT_PLANNED(hk::logsumexp2(x, y), "logsumexp2");
    EXPECT_PLANNED(hk::sqrt(x * x + y * y), "a root");
    EXPECT_PLANNED(x / y, "a quotient");
    EXPECT_PLANNED(hk::gelu(hk::relu(x) - y), "gelu of relu");
    EXPECT_PLANNED(hk::mish(3_c * x), "mish of a multiple");
    EXPECT_PLANNED(hk::silu(x * y + 1_c), "silu of a product");
    EXPECT_PLANNED(hk::atan(x) * hk::log1p(hk::exp(y)), "arc tangent times softplus");
    EXPECT_PLANNED(hk::pow(1_c + hk::exp(x), 1.3_c) * y, "a power");
    EXPECT_PLANNED(hk::exp2(x) + hk::rsqrt(1_c + x * x), "exp2 and rsqrt");
    EXPECT_PLANNED(hk::sin(x * y) + hk::cos(x), "sine and cosine", 0.1);
    EXPECT_PLANNED(hk::log(x) * y, "a logarithm", 0.6);
    EXPECT_PLANNED(hk::log2(x) + hk::log1p(x), "logarithms", 0.6);
    EXPECT_PLANNED(hk::clamp(x * y, -1_c, 1_c) - hk::min(x, hk::max(y, 0_c)) * y, "clamp, min and max", 0.6);
    EXPECT_PLANNED(y * hk::expm1_residual(x), "a residual");
    EXPECT_PLANNED(hk::xielu(x, 0.7_c, 0.9_c, 0.4_c), "xielu with other parameters");
    EXPECT_PLANNED(hk::normal_cdf(x) * hk::normal_pdf(y), "the normal distribution");
    EXPECT_PLANNED(y * hk::erf(x) + hk::erfc(x), "error functions", 0.1);
    EXPECT_PLANNED(y * hk::diff(hk::sinc(x)), "the slope of sinc", 0.1);
    EXPECT_PLANNED(y * hk::select(x > -1_c, hk::erf(x), hk::exp(x)), "an exponential in a branch");
    EXPECT_PLANNED(hk::select(3_c / 7_c > x, 2.5_c * y + x, hk::logsumexp2(-1_c, y)), "a bound that is no float");
    EXPECT_PLANNED(hk::expm1(x) * hk::sign(y) - hk::square(y) * hk::pi, "expm1, sign and pi", 0.1);
}

TEST(double_plans, leave_what_is_beyond_them) {
    float const far[] = {300, 300};
    float result = 0;
    using gated = hk::tree_of<decltype(x / (2_c + hk::exp(y * x)))>;
    EXPECT_FALSE(hk::detail::evaluate_in_double<gated>(far, nullptr, result));
    float const infinite[] = {std::numeric_limits<float>::infinity(), 1};
    EXPECT_FALSE(hk::detail::evaluate_in_double<gated>(infinite, nullptr, result));
    float const equal[] = {1.5f, 1.5f};
    using difference = hk::tree_of<decltype(hk::verbatim(hk::exp(x) - hk::exp(y)))>;
    EXPECT_FALSE(hk::detail::evaluate_in_double<difference>(equal, nullptr, result));
    EXPECT_FALSE((hk::detail::is_computed_in_double<float, hk::tree_of<decltype(hk::cbrt(x))>>));
    EXPECT_FALSE((hk::detail::is_computed_in_double<double, gated>));
    // Far too large for a float: plain numbers of a usual size are part of what a plan takes for granted.
    EXPECT_EQ((x * hk::exp(1e50 * y))(x = 1.0f, y = 0.0f), 1.0f);
}

}  // namespace
