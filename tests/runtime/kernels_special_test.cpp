// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// The special kernels against MPFR: many bit patterns and the neighbourhoods where a kernel changes its way.

#include "kernels_special_reference.hpp"

#include <hillock/evaluate/convert.hpp>
#include <hillock/evaluate/kernels/error_function.hpp>
#include <hillock/evaluate/kernels/inverse_trigonometric.hpp>
#include <hillock/evaluate/kernels/sinc.hpp>
#include <hillock/evaluate/kernels/trigonometric.hpp>
#include <hillock/evaluate/wide.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <random>
#include <type_traits>
#include <utility>
#include <vector>

namespace {

namespace kernels = hillock::kernels;
using narrow = kernels::wide<double>;
using broad = kernels::wide<kernels::pair<double>>;

template <class T>
using working = std::conditional_t<std::is_same_v<T, float>, narrow, broad>;

template <class T>
using bits_of = std::conditional_t<std::is_same_v<T, float>, std::uint32_t, std::uint64_t>;

constexpr double infinity = std::numeric_limits<double>::infinity();

void assign(mpfr_ptr r, narrow w)
{
    mpfr_set_d(r, kernels::is_nan(w) ? std::nan("") : w.significand, MPFR_RNDN);
    if (mpfr_regular_p(r)) mpfr_mul_2si(r, r, static_cast<long>(w.exponent), MPFR_RNDN);
}

void assign(mpfr_ptr r, broad w)
{
    mpfr_set_d(r, kernels::is_nan(w) ? std::nan("") : w.significand.hi, MPFR_RNDN);
    if (!mpfr_regular_p(r)) return;
    mpfr_add_d(r, r, w.significand.lo, MPFR_RNDN);
    mpfr_mul_2si(r, r, static_cast<long>(w.exponent), MPFR_RNDN);
}

struct worst {
    double log2 = -infinity;
    double log2_at = 0;
    double ulps = 0;
    double ulps_at = 0;
    long points = 0;
};

void no_amplitude(mpfr_ptr r, mpfr_srcptr) { mpfr_set_zero(r, 1); }

/// Measures a kernel at the given inputs, prints a line, and checks it against the two bounds.
template <class T, class Kernel, class Exact, class Amplitude = void (*)(mpfr_ptr, mpfr_srcptr)>
void measure(char const* name, std::vector<T> const& inputs, Kernel kernel, Exact exact_value,
             Amplitude amplitude = no_amplitude, double log2_bound = sizeof(T) == 4 ? -48 : -85)
{
    exact::number x;
    exact::number truth;
    exact::number computed;
    exact::number scale;
    worst found;
    for (T const input : inputs) {
        mpfr_set_d(x, static_cast<double>(input), MPFR_RNDN);
        exact_value(truth, x);
        amplitude(scale, x);
        auto const value = kernel(kernels::from_lane<working<T>>(static_cast<double>(input)));
        assign(computed, value);
        // Beyond these exponents neither type has anything to show, and a clamp may have been met.
        double const error = mpfr_regular_p(static_cast<mpfr_srcptr>(truth)) && mpfr_get_exp(truth) > -(1 << 20)
                                 ? exact::log2_error(computed, truth, scale)
                                 : -infinity;
        double const ulps = exact::ulp_error(static_cast<T>(kernels::round_to<T>(value)), truth, scale);
        if (error > found.log2) found.log2 = error, found.log2_at = static_cast<double>(input);
        if (ulps > found.ulps) found.ulps = ulps, found.ulps_at = static_cast<double>(input);
        ++found.points;
    }
    std::printf("%-12s %-6s %8ld  2^%-8.2f at %-24.17g %.6f ulp at %.17g\n", name, sizeof(T) == 4 ? "float" : "double",
                found.points, found.log2, found.log2_at, found.ulps, found.ulps_at);
    EXPECT_LE(found.log2, log2_bound) << name << " at " << found.log2_at;
    EXPECT_LE(found.ulps, sizeof(T) == 4 ? 0.5001 : 0.500001) << name << " at " << found.ulps_at;
}

/// Finite numbers of both signs spread over all exponents from `low` to `high` (of powers of two).
template <class T>
std::vector<T> spread(int low, int high, int each)
{
    std::mt19937_64 random(20260101);
    std::uniform_real_distribution<double> significand(1, 2);
    std::vector<T> result;
    for (int e = low; e <= high; ++e)
        for (int k = 0; k < each; ++k) {
            double const sign = random() % 2 == 0 ? 1 : -1;
            T const value = static_cast<T>(std::ldexp(sign * significand(random), e));
            if (std::isfinite(value)) result.push_back(value);
        }
    return result;
}

/// The 2 count + 1 neighbours of each centre, of both signs.
template <class T>
void add_neighbours(std::vector<T>& inputs, std::vector<double> const& centres, int count)
{
    for (double const centre : centres)
        for (int k = -count; k <= count; ++k) {
            auto const near = static_cast<T>(centre);
            auto const bits = std::bit_cast<bits_of<T>>(near) + static_cast<bits_of<T>>(k);
            T const value = std::bit_cast<T>(static_cast<bits_of<T>>(bits));
            if (!std::isfinite(value)) continue;
            inputs.push_back(value);
            inputs.push_back(-value);
        }
}

template <class T>
constexpr int lowest = sizeof(T) == 4 ? -149 : -1074;
template <class T>
constexpr int highest = sizeof(T) == 4 ? 127 : 1023;
template <class T>
constexpr int per_exponent = sizeof(T) == 4 ? 40 : 8;

template <class T>
class special : public testing::Test {};
using types = testing::Types<float, double>;
TYPED_TEST_SUITE(special, types);

TYPED_TEST(special, trigonometric)
{
    using T = TypeParam;
    auto inputs = spread<T>(lowest<T>, highest<T>, per_exponent<T>);
    auto const moderate = spread<T>(-6, 12, 400);
    inputs.insert(inputs.end(), moderate.begin(), moderate.end());
    std::vector<double> centres{0.5, 1, 4};
    for (int k = 1; k < 200; ++k) centres.push_back(k * 0.78539816339744831);
    // The doubles and floats nearest to a multiple of pi / 2 (Kahan; Muller, Elementary Functions, section 11).
    for (double const hard : {0x1.6ac5b262ca1ffp+849, 6381956970095103.0 * 0x1p797, 16367173.0 * 0x1p72, 0x1.6f7bdep+9})
        centres.push_back(hard);
    add_neighbours(inputs, centres, 4);
    measure("sin", inputs, [](auto x) { return kernels::sin(x); }, exact::sin);
    measure("cos", inputs, [](auto x) { return kernels::cos(x); }, exact::cos);
    measure("tan", inputs, [](auto x) { return kernels::tan(x); }, exact::tan);
}

template <int n, class T>
void measure_sinc(std::vector<T> const& inputs)
{
    char const name[] = {'s', 'i', 'n', 'c', '<', static_cast<char>('0' + n), '>', 0};
    measure(name, inputs, [](auto x) { return kernels::sinc<n>(x); },
            [](mpfr_ptr r, mpfr_srcptr x) { exact::sinc(n, r, x); },
            [](mpfr_ptr r, mpfr_srcptr x) { exact::sinc_amplitude(n, r, x); });
}

TYPED_TEST(special, sinc)
{
    using T = TypeParam;
    auto inputs = spread<T>(lowest<T>, highest<T>, per_exponent<T> / 4);
    auto const moderate = spread<T>(-8, 12, 100);
    inputs.insert(inputs.end(), moderate.begin(), moderate.end());
    add_neighbours(inputs, {2.8284271247461903, 4, 5.6568542494923806, 3.141592653589793, 4.4934094579090642}, 200);
    measure_sinc<0>(inputs);
    measure_sinc<1>(inputs);
    measure_sinc<2>(inputs);
    measure_sinc<3>(inputs);
    measure_sinc<4>(inputs);
    measure_sinc<5>(inputs);
    measure_sinc<6>(inputs);
}

TYPED_TEST(special, inverse_trigonometric)
{
    using T = TypeParam;
    auto inputs = spread<T>(lowest<T>, highest<T>, per_exponent<T>);
    std::vector<double> centres{0.5, 1};
    for (int k = 0; k < 16; ++k) centres.push_back((k + 0.5) / 16), centres.push_back(16 / (k + 0.5));
    add_neighbours(inputs, centres, 100);
    measure("atan", inputs, [](auto x) { return kernels::atan(x); }, exact::atan);
    auto const inside = spread<T>(-14, 0, 1000);
    inputs.insert(inputs.end(), inside.begin(), inside.end());
    std::erase_if(inputs, [](T x) { return x < -1 || x > 1; });
    measure("asin", inputs, [](auto x) { return kernels::asin(x); }, exact::asin);
    measure("acos", inputs, [](auto x) { return kernels::acos(x); }, exact::acos);
}

TYPED_TEST(special, atan2)
{
    using T = TypeParam;
    auto const ys = spread<T>(lowest<T>, highest<T>, 2);
    auto xs = ys;
    std::shuffle(xs.begin(), xs.end(), std::mt19937(5));
    auto near = spread<T>(-5, 5, 1000);
    std::size_t next = 0;
    std::vector<T> inputs(ys.begin(), ys.end());
    inputs.insert(inputs.end(), near.begin(), near.end());
    std::vector<T> others(xs.begin(), xs.end());
    std::shuffle(near.begin(), near.end(), std::mt19937(6));
    others.insert(others.end(), near.begin(), near.end());
    T other = 0;
    measure("atan2", inputs,
            [&](auto y) {
                return kernels::atan2(y, kernels::from_lane<working<T>>(static_cast<double>(other)));
            },
            [&](mpfr_ptr r, mpfr_srcptr y) {
                other = others[next++];
                exact::number x;
                mpfr_set_d(x, static_cast<double>(other), MPFR_RNDN);
                mpfr_atan2(r, y, x, MPFR_RNDN);
            });
}

TYPED_TEST(special, error_function)
{
    using T = TypeParam;
    auto inputs = spread<T>(lowest<T>, 6, per_exponent<T> / 4);
    auto const moderate = spread<T>(-5, 5, sizeof(T) == 4 ? 600 : 500);
    inputs.insert(inputs.end(), moderate.begin(), moderate.end());
    constexpr double root_two = 1.4142135623730951;
    std::vector<double> centres{0.25, 0.5, 0.25 * root_two, 0.5 * root_two, 9.19, 14.1, 26.54, 27.2, 38.4};
    for (int k = 1; k < 32; ++k) {
        double const joint = 3.0 * 32 / k - 3;
        centres.push_back(joint);
        centres.push_back(joint * root_two);
    }
    add_neighbours(inputs, centres, 10);
    measure("erf", inputs, [](auto x) { return kernels::erf(x); }, exact::erf);
    measure("erfc", inputs, [](auto x) { return kernels::erfc(x); }, exact::erfc);
    measure("normal_cdf", inputs, [](auto x) { return kernels::normal_cdf(x); }, exact::normal_cdf);
    measure("normal_pdf", inputs, [](auto x) { return kernels::normal_pdf(x); }, exact::normal_pdf);
}

/// Arguments that no float (no double) holds, as sums and products of the working type have them.
template <class W, class Kernel, class Exact>
void measure_working(char const* name, Kernel kernel, Exact exact_value, double greatest = 64)
{
    constexpr bool one_lane = std::is_same_v<W, narrow>;
    std::mt19937_64 random(7);
    std::uniform_real_distribution<double> half_ulp(-0x1p-54, 0x1p-54);
    exact::number x;
    exact::number truth;
    exact::number computed;
    exact::number none;
    mpfr_set_zero(none, 1);
    worst found;
    for (double const value : spread<double>(-40, 5, 40)) {
        if (std::fabs(value) > greatest) continue;
        W argument = kernels::from_lane<W>(value);
        if constexpr (!one_lane) argument.significand.lo = half_ulp(random);
        assign(x, argument);
        exact_value(truth, x);
        assign(computed, kernel(argument));
        double const error = exact::log2_error(computed, truth, none);
        if (error > found.log2) found.log2 = error, found.log2_at = value;
        ++found.points;
    }
    std::printf("%-12s %-6s %8ld  2^%-8.2f at %.17g\n", name, one_lane ? "lane" : "pair", found.points, found.log2,
                found.log2_at);
    EXPECT_LE(found.log2, one_lane ? -48 : -85) << name;
}

template <class W>
class working_type : public testing::Test {};
using working_types = testing::Types<narrow, broad>;
TYPED_TEST_SUITE(working_type, working_types);

TYPED_TEST(working_type, takes_all_its_digits)
{
    using W = TypeParam;
    measure_working<W>("sin", [](W x) { return kernels::sin(x); }, exact::sin);
    measure_working<W>("cos", [](W x) { return kernels::cos(x); }, exact::cos);
    measure_working<W>("tan", [](W x) { return kernels::tan(x); }, exact::tan);
    auto const exact_sinc = [](mpfr_ptr r, mpfr_srcptr x) { exact::sinc(1, r, x); };
    measure_working<W>("sinc<1>", [](W x) { return kernels::sinc<1>(x); }, exact_sinc, 4);
    measure_working<W>("atan", [](W x) { return kernels::atan(x); }, exact::atan);
    measure_working<W>("asin", [](W x) { return kernels::asin(x); }, exact::asin, 0.999999);
    measure_working<W>("acos", [](W x) { return kernels::acos(x); }, exact::acos, 0.999999);
    measure_working<W>("erf", [](W x) { return kernels::erf(x); }, exact::erf);
    measure_working<W>("erfc", [](W x) { return kernels::erfc(x); }, exact::erfc);
    measure_working<W>("normal_cdf", [](W x) { return kernels::normal_cdf(x); }, exact::normal_cdf);
    measure_working<W>("normal_pdf", [](W x) { return kernels::normal_pdf(x); }, exact::normal_pdf);
}

/// Every kernel of one argument, by number.
constexpr int kernel_count = 17;
template <class W>
constexpr W apply(int kernel, W x)
{
    switch (kernel) {
    case 0: return kernels::sin(x);
    case 1: return kernels::cos(x);
    case 2: return kernels::tan(x);
    case 3: return kernels::sinc<0>(x);
    case 4: return kernels::sinc<1>(x);
    case 5: return kernels::sinc<2>(x);
    case 6: return kernels::sinc<3>(x);
    case 7: return kernels::sinc<4>(x);
    case 8: return kernels::sinc<5>(x);
    case 9: return kernels::sinc<6>(x);
    case 10: return kernels::atan(x);
    case 11: return kernels::asin(x);
    case 12: return kernels::acos(x);
    case 13: return kernels::erf(x);
    case 14: return kernels::erfc(x);
    case 15: return kernels::normal_cdf(x);
    default: return kernels::normal_pdf(x);
    }
}

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

TYPED_TEST(special, limits_and_signs)
{
    using T = TypeParam;
    using W = working<T>;
    auto const at = [](int kernel, double x) {
        return static_cast<double>(kernels::round_to<T>(apply(kernel, kernels::from_lane<W>(x))));
    };
    for (int kernel = 0; kernel < kernel_count; ++kernel) EXPECT_TRUE(std::isnan(at(kernel, nan))) << kernel;
    for (int const odd : {0, 2, 10, 11, 13})
        for (double const zero : {0.0, -0.0}) {
            EXPECT_EQ(at(odd, zero), 0) << odd;
            EXPECT_EQ(std::signbit(at(odd, zero)), std::signbit(zero)) << odd;
        }
    for (double const beyond : {infinity, -infinity}) {
        for (int const kernel : {0, 1, 2, 11, 12}) EXPECT_TRUE(std::isnan(at(kernel, beyond))) << kernel;
        for (int kernel = 3; kernel < 10; ++kernel) EXPECT_EQ(at(kernel, beyond), 0) << kernel;
        EXPECT_EQ(at(16, beyond), 0);
        EXPECT_EQ(at(13, beyond), beyond > 0 ? 1 : -1);
        EXPECT_EQ(at(14, beyond), beyond > 0 ? 0 : 2);
        EXPECT_EQ(at(15, beyond), beyond > 0 ? 1 : 0);
        EXPECT_EQ(at(10, beyond), std::copysign(static_cast<double>(static_cast<T>(1.5707963267948966)), beyond));
    }
    for (int const kernel : {11, 12})
        for (double const beyond : {1.0000001192092896, -2.0, 1e30}) EXPECT_TRUE(std::isnan(at(kernel, beyond)));
    EXPECT_EQ(at(12, 1), 0);
    EXPECT_EQ(at(1, 0), 1);
    EXPECT_EQ(at(3, 0), 1);
    EXPECT_EQ(at(4, 0), static_cast<double>(T(1) / 3));
    EXPECT_EQ(at(14, 0), 1);
    EXPECT_EQ(at(15, 0), 0.5);

    auto const angle = [](double y, double x) {
        return static_cast<double>(
            kernels::round_to<T>(kernels::atan2(kernels::from_lane<W>(y), kernels::from_lane<W>(x))));
    };
    auto const expect_angle = [&](double y, double x) {
        double const expected = std::atan2(y, x);
        if (std::isnan(expected)) {
            EXPECT_TRUE(std::isnan(angle(y, x))) << y << ' ' << x;
        } else {
            EXPECT_EQ(angle(y, x), static_cast<double>(static_cast<T>(expected))) << y << ' ' << x;
            EXPECT_EQ(std::signbit(angle(y, x)), std::signbit(expected)) << y << ' ' << x;
        }
    };
    for (double const y : {0.0, -0.0, 1.0, -1.0, infinity, -infinity, nan})
        for (double const x : {0.0, -0.0, 1.0, -1.0, infinity, -infinity, nan}) expect_angle(y, x);
}

constexpr double points[] = {
    0.0, -0.0, 0x1p-149, -0x1p-1074, 0x1p-1022, 1e-30, -1e-10, 1e-3, 0.03125, -0.1, 0.24999999, 0.25, -0.3, 0.499999,
    0.5, -0.625, 0.75, 0.9, -0.99999988, 1.0, -1.0, 1.25, 1.5707963267948966, -2.0, 2.5, 2.83, 2.9, -3.1415926535897931,
    3.9, 4.1, 4.5, -5.0, 5.65, 5.66, 6.5, -7.25, 9.5, 11.0, -13.75, 17.0, 26.5, -38.0, 40.0, 100.0, -1e3, 123456.789,
    1e10, -0x1p60, 1e22, 3.4e38, -6381956970095103.0 * 0x1p797, 1e300, 1.7976931348623157e308, infinity, -infinity, nan,
};
constexpr int point_count = sizeof(points) / sizeof(points[0]);

template <class T>
struct results {
    double values[point_count];
};

template <class T>
constexpr results<T> tabulate(int kernel)
{
    results<T> table{};
    for (int i = 0; i < point_count; ++i)
        table.values[i] = kernels::round_to<T>(apply(kernel, kernels::from_lane<working<T>>(points[i])));
    return table;
}

template <class T, int kernel>
inline constexpr results<T> constant_table = tabulate<T>(kernel);

template <class T, int... kernel>
void compare_constants(std::integer_sequence<int, kernel...>)
{
    auto const compare = [](results<T> const& constants, int number) {
        for (int i = 0; i < point_count; ++i) {
            double volatile point = points[i];
            double const now =
                kernels::round_to<T>(apply(number, kernels::from_lane<working<T>>(static_cast<double>(point))));
            EXPECT_TRUE(std::bit_cast<std::uint64_t>(now) == std::bit_cast<std::uint64_t>(constants.values[i])
                        || (std::isnan(now) && std::isnan(constants.values[i])))
                << number << " at " << points[i] << ": " << now << ", constant " << constants.values[i];
        }
    };
    (compare(constant_table<T, kernel>, kernel), ...);
}

TYPED_TEST(special, constants_have_the_same_bits)
{
    compare_constants<TypeParam>(std::make_integer_sequence<int, kernel_count>());
}

using vector = double __attribute__((vector_size(32)));

template <class T>
using vector_working = std::conditional_t<std::is_same_v<T, float>, kernels::wide<vector>,
                                          kernels::wide<kernels::pair<vector>>>;

TYPED_TEST(special, vectors_have_the_same_bits)
{
    using T = TypeParam;
    std::vector<double> inputs(std::begin(points), std::end(points));
    auto const more = spread<T>(-12, 12, 40);
    inputs.insert(inputs.end(), more.begin(), more.end());
    inputs.resize(inputs.size() / 4 * 4);
    for (int kernel = 0; kernel < kernel_count; ++kernel)
        for (std::size_t i = 0; i < inputs.size(); i += 4) {
            vector const x = {inputs[i], inputs[i + 1], inputs[i + 2], inputs[i + 3]};
            vector const values = kernels::round_to<T>(apply(kernel, kernels::from_lane<vector_working<T>>(x)));
            for (std::size_t k = 0; k < 4; ++k) {
                double const alone =
                    kernels::round_to<T>(apply(kernel, kernels::from_lane<working<T>>(inputs[i + k])));
                EXPECT_TRUE(std::bit_cast<std::uint64_t>(alone) == std::bit_cast<std::uint64_t>(values[k])
                            || (std::isnan(alone) && std::isnan(values[k])))
                    << kernel << " at " << inputs[i + k] << ": " << alone << ", vector " << values[k];
            }
        }
}

}  // namespace
