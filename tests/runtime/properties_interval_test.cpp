// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#include <hillock/properties/tail_functions.hpp>

#include <laws/primitives.hpp>

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace {

using namespace hillock::detail;
using hillock::op;
using laws::real;

/// A function's value in MPFR.
real exact(op code, double x) {
    return laws::unary(code, real(x)).v;
}

/// Numbers of all sizes within a function's domain and up to where its exponentials reach.
std::vector<double> arguments(course const& line) {
    std::mt19937_64 random(7);
    std::vector<double> result;
    for (int i = 0; i < 20000; ++i) {
        double const unit = static_cast<double>(random() >> 11) * 0x1p-53;
        double x = i % 4 == 0 ? 40 * unit : std::ldexp(1 + unit, static_cast<int>(random() % 60) - 48);
        if ((random() & 1) != 0) x = -x;
        if (x > line.domain_lower && x < line.domain_upper && std::abs(x) < row_of(line.of).farthest)
            result.push_back(x);
    }
    return result;
}

TEST(PropertiesInterval, FunctionsAreWithinTheirErrorAndEnclosed) {
    for (course const& line : courses) {
        std::string const name(name_of(line.of).text.begin(), name_of(line.of).text.end());
        double worst = 0;
        for (double x : arguments(line)) {
            real const truth = exact(line.of, x);
            interval const enclosed = value_at(line, x);
            ASSERT_TRUE(real(enclosed.lower) <= truth && truth <= real(enclosed.upper)) << name << " at " << x;
            real const error = abs(real(approximation(line.of, x)) - truth) / abs(truth);
            if (!truth.is_zero()) worst = std::max(worst, error.to_double());
        }
        EXPECT_LT(worst, approximation_error / 2) << name;
        EXPECT_GT(worst, 0) << name << ": nothing was compared";
    }
}

TEST(PropertiesInterval, FunctionsOverIntervalsHoldTheirValues) {
    std::mt19937_64 random(11);
    auto const unit = [&] { return static_cast<double>(random() >> 11) * 0x1p-53; };
    for (op code : {op::sin, op::cos, op::sinc, op::sinc1, op::sinc2, op::sinc3, op::sinc4, op::sinc5, op::sinc6,
                    op::tanh, op::sech_square, op::normal_pdf, op::expm1_residual, op::logcosh, op::square, op::abs,
                    op::sign, op::floor, op::round}) {
        for (int i = 0; i < 2000; ++i) {
            double const centre = (unit() - 0.5) * 40, reach = std::ldexp(unit(), -static_cast<int>(random() % 20));
            interval const x{centre - reach, centre + reach};
            interval const enclosed = function_over(code, x);
            for (int k = 0; k < 4; ++k) {
                double const inside = k == 0 ? x.lower : k == 1 ? x.upper : x.lower + unit() * (x.upper - x.lower);
                if (inside > x.upper) continue;
                real const truth = exact(code, inside);
                ASSERT_TRUE(real(enclosed.lower) <= truth && truth <= real(enclosed.upper))
                    << std::string(name_of(code).text.begin(), name_of(code).text.end()) << " over [" << x.lower << ", "
                    << x.upper << "] at " << inside;
            }
        }
    }
}

TEST(PropertiesInterval, ArithmeticRoundsOutwardAndExactResultsStay) {
    std::mt19937_64 random(13);
    auto const number = [&] {
        double const unit = static_cast<double>(random() >> 11) * 0x1p-53 + 1;
        return std::ldexp((random() & 1) != 0 ? unit : -unit, static_cast<int>(random() % 40) - 20);
    };
    for (int i = 0; i < 20000; ++i) {
        double const a = number(), b = number(), c = number(), d = number();
        interval const x{std::min(a, b), std::max(a, b)}, y{std::min(c, d), std::max(c, d)};
        for (auto [u, v] : {std::pair(x.lower, y.lower), std::pair(x.lower, y.upper), std::pair(x.upper, y.lower),
                            std::pair(x.upper, y.upper)}) {
            auto const holds = [](interval const& r, real const& truth) {
                return real(r.lower) <= truth && truth <= real(r.upper);
            };
            ASSERT_TRUE(holds(sum(x, y), real(u) + real(v)));
            ASSERT_TRUE(holds(difference(x, y), real(u) - real(v)));
            ASSERT_TRUE(holds(product(x, y), real(u) * real(v)));
            ASSERT_TRUE(holds(quotient(x, y), real(u) / real(v)));
            ASSERT_TRUE(holds(square(x), real(u) * real(u)));
            ASSERT_TRUE(holds(power(absolute(x), 1.5), real(std::abs(u)) * laws::apply(mpfr_sqrt, real(std::abs(u)))));
        }
    }
    EXPECT_TRUE(sum(point(0.5), point(0.25)).is_point());
    EXPECT_TRUE(product(point(3), point(0.5)).is_point());
    EXPECT_TRUE(quotient(point(-3), point(6)).is_point());
    EXPECT_FALSE(quotient(point(1), point(3)).is_point());
    EXPECT_TRUE(function_over(op::exp, point(0)).is_point());
    EXPECT_TRUE(function_over(op::sqrt, point(2.25)).is_point());
}

}  // namespace
