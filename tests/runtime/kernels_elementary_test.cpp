// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// The exponential, logarithmic, root, power, hyperbolic, sigmoidal and rounding kernels against MPFR: the relative
// error of the wide results and the ULP error of the rounded ones, in one table with the worst inputs; the same bits in
// every lane of a compiler vector and in constant expressions; the special values.

#include <hillock/evaluate/convert.hpp>
#include <hillock/evaluate/kernels/exponential.hpp>
#include <hillock/evaluate/kernels/hyperbolic.hpp>
#include <hillock/evaluate/kernels/logarithm.hpp>
#include <hillock/evaluate/kernels/power.hpp>
#include <hillock/evaluate/kernels/root.hpp>
#include <hillock/evaluate/kernels/rounding.hpp>
#include <hillock/evaluate/kernels/sigmoidal.hpp>

#include <gtest/gtest.h>
#include <mpfr.h>

#include <array>
#include <bit>
#include <cmath>
#include <cstdio>
#include <limits>
#include <random>
#include <vector>

namespace {

namespace k = hillock::kernels;

constexpr double inf = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr mpfr_prec_t precision = 400;

typedef double lanes __attribute__((vector_size(32)));

template <class T>
using working = k::wide<std::conditional_t<std::is_same_v<T, float>, double, k::pair<double>>>;
template <class T>
using working_lanes = k::wide<std::conditional_t<std::is_same_v<T, float>, lanes, k::pair<lanes>>>;

struct number {
    mpfr_t value;
    number() { mpfr_init2(value, precision); }
    explicit number(double x) : number() { mpfr_set_d(value, x, MPFR_RNDN); }
    number(number const&) = delete;
    number& operator=(number const&) = delete;
    ~number() { mpfr_clear(value); }
    operator mpfr_ptr() { return value; }
};

void set(mpfr_ptr result, double x) {
    mpfr_set_d(result, x, MPFR_RNDN);
}

/// The value of a wide number, which is neither infinite nor NaN.
void set(mpfr_ptr result, k::wide<double> x) {
    set(result, x.significand);
    mpfr_mul_2si(result, result, static_cast<long>(x.exponent), MPFR_RNDN);
}
void set(mpfr_ptr result, k::wide<k::pair<double>> x) {
    set(result, x.significand.hi);
    mpfr_add_d(result, result, x.significand.lo, MPFR_RNDN);
    mpfr_mul_2si(result, result, static_cast<long>(x.exponent), MPFR_RNDN);
}

/// The spacing of T at the magnitude of the reference, as a power of two.
template <class T>
long spacing_exponent(mpfr_ptr reference) {
    using limits = std::numeric_limits<T>;
    long const least = limits::min_exponent - limits::digits;
    return mpfr_zero_p(reference) ? least : std::max<long>(mpfr_get_exp(reference) - limits::digits, least);
}

struct worst {
    double relative = 0;
    double relative_at[2] = {0, 0};
    double ulp = 0;
    double ulp_at[2] = {0, 0};
};

/// Notes the errors of one result, and fails where it is not finite and should be.
template <class T, class W>
void compare(worst& seen, char const* name, W result, mpfr_ptr reference, double a, double b) {
    double const rounded = k::round_to<T>(result);
    if (mpfr_nan_p(reference)) {
        EXPECT_TRUE(std::isnan(rounded)) << name << " at " << a << ", " << b;
        return;
    }
    number bound(static_cast<double>(std::numeric_limits<T>::max()));
    mpfr_mul_d(bound, bound, 1 + std::ldexp(0.5, -std::numeric_limits<T>::digits), MPFR_RNDN);
    if (mpfr_cmpabs(reference, bound) >= 0) {
        EXPECT_EQ(rounded, mpfr_sgn(reference) < 0 ? -inf : inf) << name << " at " << a << ", " << b;
        return;
    }
    if (!std::isfinite(rounded)) {
        if (std::abs(mpfr_get_d(reference, MPFR_RNDN)) < std::numeric_limits<T>::max())
            ADD_FAILURE() << name << " not finite at " << a << ", " << b;
        return;
    }
    number difference;
    mpfr_set_d(difference, rounded, MPFR_RNDN);
    mpfr_sub(difference, difference, reference, MPFR_RNDN);
    mpfr_mul_2si(difference, difference, -spacing_exponent<T>(reference), MPFR_RNDN);
    double const ulp = std::abs(mpfr_get_d(difference, MPFR_RNDN));
    if (ulp > seen.ulp) seen.ulp = ulp, seen.ulp_at[0] = a, seen.ulp_at[1] = b;

    if (mpfr_zero_p(reference)) return;
    if (mpfr_get_exp(reference) < std::numeric_limits<T>::min_exponent - std::numeric_limits<T>::digits - 2) return;
    set(difference, result);
    mpfr_sub(difference, difference, reference, MPFR_RNDN);
    mpfr_div(difference, difference, reference, MPFR_RNDN);
    double const relative = std::abs(mpfr_get_d(difference, MPFR_RNDN));
    if (relative > seen.relative) seen.relative = relative, seen.relative_at[0] = a, seen.relative_at[1] = b;
}

void print_row(char const* name, char const* type, worst const& seen) {
    std::printf("%-16s %-6s 2^%-7.1f at (%.17g, %.17g)   %.9f ULP at (%.17g, %.17g)\n", name, type,
                std::log2(seen.relative), seen.relative_at[0], seen.relative_at[1], seen.ulp, seen.ulp_at[0],
                seen.ulp_at[1]);
}

template <class T>
void check_bounds(char const* name, worst const& seen) {
    constexpr bool single = std::is_same_v<T, float>;
    print_row(name, single ? "float" : "double", seen);
    EXPECT_LE(seen.relative, single ? 0x1p-48 : 0x1p-85) << name;
    EXPECT_LE(seen.ulp, single ? 0.5001 : 0.500001) << name;
}

/// Inputs: random bit patterns, moderate ones of all exponents near 1, neighbours of the kernels' thresholds.
template <class T>
std::vector<T> inputs(int random, int neighbours) {
    using bits = std::conditional_t<std::is_same_v<T, float>, std::uint32_t, std::uint64_t>;
    std::mt19937_64 generate(20260101);
    std::vector<T> result{T(0), T(-0.0), T(inf), T(-inf), T(nan)};
    for (int i = 0; i < random; ++i) {
        result.push_back(std::bit_cast<T>(static_cast<bits>(generate())));
        T const exponent = static_cast<T>(std::ldexp(1.0, static_cast<int>(generate() % 24) - 14));
        T const fraction = static_cast<T>(std::ldexp(static_cast<double>(generate() >> 11), -53)) + 1;
        result.push_back(generate() % 2 != 0 ? exponent * fraction : -exponent * fraction);
    }
    double const log_2 = std::log(2.0);
    std::vector<double> centers{1, 2, 0.5, 1.5, 1.40625, 0.703125, 4, 8, 0x1p52, 0x1p53, 0x1p24, 0x1p-150, 0x1p-200};
    for (double limit : {127.0, 128.0, 126.0, 149.0, 150.0, 200.0, 1022.0, 1023.0, 1024.0, 1074.0, 1075.0})
        for (double factor : {1.0, log_2, 0.5 * log_2})
            centers.push_back(limit * factor);
    for (double step : {0.5, 1.5, 15.5, 16.5, 31.5, 32.5})
        centers.push_back(step * log_2 / 32);
    for (double half : {2.5, 3.5, 1023.5, 8388607.5})
        centers.push_back(half);
    for (double center : centers)
        for (T sign : {T(1), T(-1)}) {
            T up = sign * static_cast<T>(center);
            T down = up;
            for (int i = 0; i < neighbours; ++i) {
                result.push_back(up);
                result.push_back(down);
                up = std::nextafter(up, T(inf));
                down = std::nextafter(down, T(-inf));
            }
        }
    return result;
}

/// One kernel of one number.
struct unary {
    char const* name;
    k::wide<double> (*single)(k::wide<double>);
    k::wide<k::pair<double>> (*twofold)(k::wide<k::pair<double>>);
    k::wide<lanes> (*single_lanes)(k::wide<lanes>);
    k::wide<k::pair<lanes>> (*twofold_lanes)(k::wide<k::pair<lanes>>);
    void (*reference)(mpfr_ptr, mpfr_ptr);

    auto of(k::wide<double> x) const { return single(x); }
    auto of(k::wide<k::pair<double>> x) const { return twofold(x); }
    auto of(k::wide<lanes> x) const { return single_lanes(x); }
    auto of(k::wide<k::pair<lanes>> x) const { return twofold_lanes(x); }
};

template <class F>
constexpr unary describe(char const* name, F, void (*reference)(mpfr_ptr, mpfr_ptr)) {
    return {name,
            [](k::wide<double> x) { return F{}(x); },
            [](k::wide<k::pair<double>> x) { return F{}(x); },
            [](k::wide<lanes> x) { return F{}(x); },
            [](k::wide<k::pair<lanes>> x) { return F{}(x); },
            reference};
}

template <int (*function)(mpfr_ptr, mpfr_srcptr, mpfr_rnd_t)>
void by(mpfr_ptr result, mpfr_ptr x) {
    function(result, x, MPFR_RNDN);
}

bool is_small(mpfr_ptr x) {
    return mpfr_regular_p(x) && mpfr_get_exp(x) < -60;
}

/// x^power / divisor (1 + x^step / next): the first terms of a series, for |x| < 2^-60.
void series(mpfr_ptr result, mpfr_ptr x, unsigned long power, double divisor, unsigned long step, double next) {
    number term;
    mpfr_pow_ui(term, x, step, MPFR_RNDN);
    mpfr_div_d(term, term, next, MPFR_RNDN);
    mpfr_add_ui(term, term, 1, MPFR_RNDN);
    mpfr_pow_ui(result, x, power, MPFR_RNDN);
    mpfr_div_d(result, result, divisor, MPFR_RNDN);
    mpfr_mul(result, result, term, MPFR_RNDN);
}

void expm1_residual(mpfr_ptr result, mpfr_ptr x) {
    if (is_small(x)) return series(result, x, 2, 2, 1, 3);
    if (mpfr_inf_p(x)) return mpfr_set_inf(result, 1);
    mpfr_expm1(result, x, MPFR_RNDN);
    mpfr_sub(result, result, x, MPFR_RNDN);
}

void tanh_residual(mpfr_ptr result, mpfr_ptr x) {
    if (is_small(x)) return series(result, x, 3, 3, 2, -2.5);
    if (mpfr_zero_p(x)) return set(result, mpfr_get_d(x, MPFR_RNDN));  // odd
    mpfr_tanh(result, x, MPFR_RNDN);
    mpfr_sub(result, x, result, MPFR_RNDN);
}

void logcosh(mpfr_ptr result, mpfr_ptr x) {
    if (is_small(x)) return series(result, x, 2, 2, 2, -6);
    number positive, rest;
    mpfr_abs(positive, x, MPFR_RNDN);
    mpfr_mul_si(rest, positive, -2, MPFR_RNDN);
    mpfr_exp(rest, rest, MPFR_RNDN);
    mpfr_log1p(rest, rest, MPFR_RNDN);
    mpfr_add(result, positive, rest, MPFR_RNDN);
    mpfr_const_log2(rest, MPFR_RNDN);
    mpfr_sub(result, result, rest, MPFR_RNDN);
}

void sech_square(mpfr_ptr result, mpfr_ptr x) {
    mpfr_sech(result, x, MPFR_RNDN);
    mpfr_sqr(result, result, MPFR_RNDN);
}

void logistic(mpfr_ptr result, mpfr_ptr x) {
    mpfr_neg(result, x, MPFR_RNDN);
    mpfr_exp(result, result, MPFR_RNDN);
    mpfr_add_ui(result, result, 1, MPFR_RNDN);
    mpfr_ui_div(result, 1, result, MPFR_RNDN);
}

void softplus(mpfr_ptr result, mpfr_ptr x) {
    number e;
    mpfr_abs(e, x, MPFR_RNDN);
    mpfr_neg(e, e, MPFR_RNDN);
    mpfr_exp(e, e, MPFR_RNDN);
    mpfr_log1p(e, e, MPFR_RNDN);
    mpfr_max(result, x, mpfr_nan_p(static_cast<mpfr_ptr>(x)) ? x : static_cast<mpfr_ptr>(number(0.0)), MPFR_RNDN);
    mpfr_add(result, result, e, MPFR_RNDN);
}

void logsumexp2(mpfr_ptr result, double a, double b) {
    number difference, x(a), y(b);
    mpfr_sub(difference, x, y, MPFR_RNDN);
    mpfr_abs(difference, difference, MPFR_RNDN);
    if (std::isinf(a) && a == b) set(difference, 0);
    mpfr_neg(difference, difference, MPFR_RNDN);
    mpfr_exp(difference, difference, MPFR_RNDN);
    mpfr_log1p(difference, difference, MPFR_RNDN);
    mpfr_max(result, x, y, MPFR_RNDN);
    mpfr_add(result, result, difference, MPFR_RNDN);
}

unary const kernels[] = {
    describe(
        "exp", [](auto x) { return k::exp(x); }, by<mpfr_exp>),
    describe(
        "exp2", [](auto x) { return k::exp2(x); }, by<mpfr_exp2>),
    describe(
        "expm1", [](auto x) { return k::expm1(x); }, by<mpfr_expm1>),
    describe(
        "expm1_residual", [](auto x) { return k::expm1_residual(x); }, expm1_residual),
    describe(
        "log", [](auto x) { return k::log(x); }, by<mpfr_log>),
    describe(
        "log2", [](auto x) { return k::log2(x); }, by<mpfr_log2>),
    describe(
        "log1p", [](auto x) { return k::log1p(x); }, by<mpfr_log1p>),
    describe(
        "sqrt", [](auto x) { return k::sqrt(x); }, by<mpfr_sqrt>),
    describe(
        "rsqrt", [](auto x) { return k::rsqrt(x); },
        [](mpfr_ptr result, mpfr_ptr x) {
            mpfr_sqrt(result, x, MPFR_RNDN);
            mpfr_ui_div(result, 1, result, MPFR_RNDN);
        }),
    describe(
        "cbrt", [](auto x) { return k::cbrt(x); }, by<mpfr_cbrt>),
    describe(
        "square", [](auto x) { return k::square(x); }, by<mpfr_sqr>),
    describe(
        "sinh", [](auto x) { return k::sinh(x); }, by<mpfr_sinh>),
    describe(
        "cosh", [](auto x) { return k::cosh(x); }, by<mpfr_cosh>),
    describe(
        "tanh", [](auto x) { return k::tanh(x); }, by<mpfr_tanh>),
    describe(
        "asinh", [](auto x) { return k::asinh(x); }, by<mpfr_asinh>),
    describe(
        "acosh", [](auto x) { return k::acosh(x); }, by<mpfr_acosh>),
    describe(
        "atanh", [](auto x) { return k::atanh(x); }, by<mpfr_atanh>),
    describe(
        "sech_square", [](auto x) { return k::sech_square(x); }, sech_square),
    describe(
        "logcosh", [](auto x) { return k::logcosh(x); }, logcosh),
    describe(
        "tanh_residual", [](auto x) { return k::tanh_residual(x); }, tanh_residual),
    describe(
        "logistic", [](auto x) { return k::logistic(x); }, logistic),
    describe(
        "softplus", [](auto x) { return k::softplus(x); }, softplus),
    describe(
        "floor", [](auto x) { return k::floor(x); }, [](mpfr_ptr result, mpfr_ptr x) { mpfr_floor(result, x); }),
    describe(
        "round", [](auto x) { return k::round(x); }, [](mpfr_ptr result, mpfr_ptr x) { mpfr_round(result, x); }),
    describe(
        "power_integer 7", [](auto x) { return k::power_integer(x, 7); },
        [](mpfr_ptr result, mpfr_ptr x) { mpfr_pow_si(result, x, 7, MPFR_RNDN); }),
    describe(
        "power_integer-3", [](auto x) { return k::power_integer(x, -3); },
        [](mpfr_ptr result, mpfr_ptr x) { mpfr_pow_si(result, x, -3, MPFR_RNDN); }),
};

template <class T>
void check_unary() {
    auto const all = inputs<T>(2500, 25);
    number x, reference;
    for (unary const& kernel : kernels) {
        worst seen;
        for (double value : all) {
            set(x, value);
            kernel.reference(reference, x);
            compare<T>(seen, kernel.name, kernel.of(k::from_lane<working<T>>(value)), reference, value, 0);
        }
        check_bounds<T>(kernel.name, seen);
    }
}

/// Pairs of inputs, among them results near 1, near 0 (for logsumexp2), and integral exponents.
template <class T>
std::vector<std::array<T, 2>> pairs() {
    std::mt19937_64 generate(7);
    auto const all = inputs<T>(10000, 3);
    std::vector<std::array<T, 2>> result;
    auto const any = [&] { return all[generate() % all.size()]; };
    for (int i = 0; i < 12000; ++i) {
        T const a = any();
        T const b = any();
        result.push_back({a, b});
        result.push_back({a, static_cast<T>(static_cast<int>(generate() % 41) - 20)});
        result.push_back({a, static_cast<T>(std::log(std::numeric_limits<T>::max()) / std::log(std::abs(a)) *
                                            std::ldexp(static_cast<double>(generate() % 512) - 256, -8))});
        T const negative = -std::abs(std::fmod(a, T(20)));
        result.push_back({negative, static_cast<T>(std::log(-std::expm1(static_cast<double>(negative))))});
    }
    for (T a : {T(0), T(-0.0), T(1), T(-1), T(2), T(-2), T(0.5), T(-0.5), T(inf), T(-inf), T(nan)})
        for (T b : {T(0), T(-0.0), T(1), T(-1), T(2), T(-3), T(0.5), T(-0.5), T(inf), T(-inf), T(nan)})
            result.push_back({a, b});
    return result;
}

template <class T>
void check_binary() {
    worst power, sum;
    number x, y, reference;
    for (auto const& [a, b] : pairs<T>()) {
        auto const u = k::from_lane<working<T>>(a);
        auto const v = k::from_lane<working<T>>(b);
        set(x, a);
        set(y, b);
        mpfr_pow(reference, x, y, MPFR_RNDN);
        if (std::isnan(a) || std::isnan(b)) mpfr_set_nan(reference);
        compare<T>(power, "pow", k::pow(u, v), reference, a, b);
        logsumexp2(reference, a, b);
        if (std::isnan(a) || std::isnan(b)) mpfr_set_nan(reference);
        auto const result = k::logsumexp2(u, v);
        if (!std::is_same_v<T, float> && mpfr_number_p(reference) && mpfr_cmpabs(reference, number(0x1p-47)) < 0) {
            number difference;
            set(difference, result);
            mpfr_sub(difference, difference, reference, MPFR_RNDN);
            EXPECT_LT(std::abs(mpfr_get_d(difference, MPFR_RNDN)), 0x1p-100) << a << ", " << b;
        } else {
            compare<T>(sum, "logsumexp2", result, reference, a, b);
        }
    }
    check_bounds<T>("pow", power);
    check_bounds<T>("logsumexp2", sum);
}

template <class T>
void check_lanes() {
    auto const all = inputs<T>(400, 2);
    for (unary const& kernel : kernels)
        for (std::size_t i = 0; i + 4 <= all.size(); i += 4) {
            lanes const x{all[i], all[i + 1], all[i + 2], all[i + 3]};
            lanes const y = k::round_to<T>(kernel.of(k::from_lane<working_lanes<T>>(x)));
            for (int lane = 0; lane < 4; ++lane)
                ASSERT_EQ(std::bit_cast<std::uint64_t>(y[lane]),
                          std::bit_cast<std::uint64_t>(k::round_to<T>(kernel.of(k::from_lane<working<T>>(x[lane])))))
                    << kernel.name << " at " << x[lane];
        }
    auto const arguments = pairs<T>();
    for (std::size_t i = 0; i + 4 <= arguments.size(); i += 4) {
        lanes a, b;
        for (int lane = 0; lane < 4; ++lane)
            a[lane] = arguments[i + lane][0], b[lane] = arguments[i + lane][1];
        auto const u = k::from_lane<working_lanes<T>>(a);
        auto const v = k::from_lane<working_lanes<T>>(b);
        lanes const power = k::round_to<T>(k::pow(u, v));
        lanes const sum = k::round_to<T>(k::logsumexp2(u, v));
        for (int lane = 0; lane < 4; ++lane) {
            auto const s = k::from_lane<working<T>>(a[lane]);
            auto const t = k::from_lane<working<T>>(b[lane]);
            ASSERT_EQ(std::bit_cast<std::uint64_t>(power[lane]),
                      std::bit_cast<std::uint64_t>(k::round_to<T>(k::pow(s, t))));
            ASSERT_EQ(std::bit_cast<std::uint64_t>(sum[lane]),
                      std::bit_cast<std::uint64_t>(k::round_to<T>(k::logsumexp2(s, t))));
        }
    }
}

inline constexpr double points[] = {0.0, -0.0, 0.3125, -0.7, 1.0 / 3, 3.7, -41.3, 1e-310, 1e-30, 6e22, inf, -inf, nan};

/// The values at the points of every kernel, for one type, from one function for constant expressions and run time.
template <class T>
constexpr auto values(std::array<double, std::size(points)> const& at) {
    std::array<double, 27 * std::size(points)> result{};
    std::size_t i = 0;
    auto const add = [&](auto f) {
        for (double x : at)
            result[i++] = k::round_to<T>(f(k::from_lane<working<T>>(x)));
    };
    add([](auto x) { return k::exp(x); });
    add([](auto x) { return k::exp2(x); });
    add([](auto x) { return k::expm1(x); });
    add([](auto x) { return k::expm1_residual(x); });
    add([](auto x) { return k::log(x); });
    add([](auto x) { return k::log2(x); });
    add([](auto x) { return k::log1p(x); });
    add([](auto x) { return k::sqrt(x); });
    add([](auto x) { return k::rsqrt(x); });
    add([](auto x) { return k::cbrt(x); });
    add([](auto x) { return k::sinh(x); });
    add([](auto x) { return k::cosh(x); });
    add([](auto x) { return k::tanh(x); });
    add([](auto x) { return k::asinh(x); });
    add([](auto x) { return k::acosh(x); });
    add([](auto x) { return k::atanh(x); });
    add([](auto x) { return k::sech_square(x); });
    add([](auto x) { return k::logcosh(x); });
    add([](auto x) { return k::tanh_residual(x); });
    add([](auto x) { return k::logistic(x); });
    add([](auto x) { return k::softplus(x); });
    add([](auto x) { return k::floor(x); });
    add([](auto x) { return k::round(x); });
    add([](auto x) { return k::power_integer(x, 7); });
    add([](auto x) { return k::pow(x, k::from_lane<decltype(x)>(-1.7)); });
    add([](auto x) { return k::pow(k::from_lane<decltype(x)>(2.3), x); });
    add([](auto x) { return k::logsumexp2(x, k::from_lane<decltype(x)>(0.4)); });
    return result;
}

template <class T>
void check_constants() {
    constexpr auto constant = values<T>(std::to_array(points));
    std::array<double, std::size(points)> volatile_points{};
    for (std::size_t i = 0; i < std::size(points); ++i)
        volatile_points[i] = *const_cast<double const volatile*>(&points[i]);
    auto const computed = values<T>(volatile_points);
    for (std::size_t i = 0; i < constant.size(); ++i)
        EXPECT_EQ(std::bit_cast<std::uint64_t>(constant[i]), std::bit_cast<std::uint64_t>(computed[i]))
            << "kernel " << i / std::size(points) << " at " << points[i % std::size(points)];
}

TEST(elementary_kernels, are_accurate_in_float) {
    check_unary<float>();
    check_binary<float>();
}
TEST(elementary_kernels, are_accurate_in_double) {
    check_unary<double>();
    check_binary<double>();
}
TEST(elementary_kernels, give_the_same_bits_in_lanes) {
    check_lanes<float>();
    check_lanes<double>();
}
TEST(elementary_kernels, give_the_same_bits_in_constant_expressions) {
    check_constants<float>();
    check_constants<double>();
}

/// Arguments that no double holds: with a low part, next to 1, and beyond the range of double.
TEST(elementary_kernels, take_every_digit_of_a_wide_argument) {
    std::mt19937_64 generate(11);
    number x, reference, difference;
    for (unary const& kernel : kernels) {
        double greatest = 0;
        double at[2] = {0, 0};
        for (int i = 0; i < 4000; ++i) {
            double const fraction = 1 + std::ldexp(static_cast<double>(generate() >> 11), -53);
            double const near_one = 1 + std::ldexp(static_cast<double>(generate() % 64) - 32, -10);
            double hi = i % 2 == 0 ? std::ldexp(fraction, static_cast<int>(generate() % 40) - 30) : near_one;
            if (i % 3 == 0) hi = -hi;
            double const lo = std::ldexp(hi * (fraction - 1.5), -53);
            auto argument = k::from_lane<working<double>>(hi) + k::from_lane<working<double>>(lo);
            if (i % 50 == 0 && hi > 0) argument = k::scale(argument, 3000.0 - 120.0 * (i % 47));
            set(x, argument);
            kernel.reference(reference, x);
            auto const result = kernel.of(argument);
            ASSERT_EQ(static_cast<bool>(k::is_nan(result)), mpfr_nan_p(reference.value) != 0)
                << kernel.name << " " << hi;
            if (!mpfr_regular_p(reference.value) || mpfr_get_exp(reference.value) > 100000) continue;
            if (mpfr_get_exp(reference.value) < -100000) continue;
            set(difference, result);
            mpfr_sub(difference, difference, reference, MPFR_RNDN);
            mpfr_div(difference, difference, reference, MPFR_RNDN);
            double const relative = std::abs(mpfr_get_d(difference, MPFR_RNDN));
            if (relative > greatest) greatest = relative, at[0] = hi, at[1] = lo;
        }
        std::printf("%-16s wide   2^%-7.1f at (%.17g, %.17g)\n", kernel.name, std::log2(greatest), at[0], at[1]);
        EXPECT_LE(greatest, 0x1p-85) << kernel.name << " at " << at[0] << " + " << at[1];
    }
}

TEST(elementary_kernels, keep_the_sign_of_zero) {
    for (unary const& kernel : kernels) {
        number x(-0.0), reference;
        kernel.reference(reference, x);
        if (!mpfr_zero_p(static_cast<mpfr_ptr>(reference))) continue;
        bool const negative = mpfr_signbit(static_cast<mpfr_ptr>(reference)) != 0;
        EXPECT_EQ(std::signbit(k::round_to<double>(kernel.of(k::from_lane<working<double>>(-0.0)))), negative)
            << kernel.name;
        EXPECT_EQ(std::signbit(k::round_to<float>(kernel.of(k::from_lane<working<float>>(-0.0)))), negative)
            << kernel.name;
    }
    auto const power = [](double a, double b) {
        return k::round_to<double>(k::pow(k::from_lane<working<double>>(a), k::from_lane<working<double>>(b)));
    };
    EXPECT_TRUE(std::signbit(power(-0.0, 3)));
    EXPECT_FALSE(std::signbit(power(-0.0, 2)));
    EXPECT_FALSE(std::signbit(power(-0.0, 0.5)));
    EXPECT_FALSE(std::signbit(power(0.0, 3)));
    EXPECT_TRUE(std::signbit(power(-inf, -3)));
    EXPECT_FALSE(std::signbit(power(-inf, -4)));
}

}  // namespace
