// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// Of every function, called and over arrays, in float and double: NaN, infinities, zeros and their signs. Subnormals, the
// greatest numbers and the neighbours of turning points are among the numbers of `accuracy`.

#include <accuracy/inputs.hpp>
#include <accuracy/measure.hpp>
#include <accuracy/reference.hpp>
#include <functions/function.hpp>
#include <functions/numbers.hpp>

#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>

namespace {

using functions::bits_of;

template <class T>
constexpr T inf = std::numeric_limits<T>::infinity();

template <class T>
std::string label(functions::unary const& f) {
    return f.name + ", " + (sizeof(T) == 4 ? "float" : "double");
}
template <class T>
std::string shown(T v) {
    char text[40];
    std::snprintf(text, sizeof text, "%a", static_cast<double>(v));
    return text;
}

/// A number by a call, by `apply` alone, and by `apply` in the midst of others, where it is a lane: all the same.
template <class T>
T computed(functions::unary const& f, T x) {
    auto const& [apply, call] = f.in<T>();
    T const called = call(x);
    std::vector<T> in(37, T(0.5)), out(37);
    in[5] = in[19] = in[36] = x;
    apply(in, out);
    for (std::size_t const i : {5, 19, 36}) {
        bool const is_same = std::bit_cast<bits_of<T>>(out[i]) == std::bit_cast<bits_of<T>>(called);
        EXPECT_TRUE(is_same || (called != called && out[i] != out[i]))
            << label<T>(f) << " of " << shown(x) << ": " << shown(called) << " called, " << shown(out[i]) << " in lane "
            << i;
    }
    return called;
}

template <class T>
void nan_gives_nan(functions::unary const& f) {
    constexpr int digits = std::numeric_limits<T>::digits - 1;
    constexpr bits_of<T> quiet = std::bit_cast<bits_of<T>>(std::numeric_limits<T>::quiet_NaN()),
                         sign = bits_of<T>{1} << (8 * sizeof(T) - 1), infinite = std::bit_cast<bits_of<T>>(inf<T>);
    // Quiet ones of both signs, with a payload, and signalling ones.
    for (bits_of<T> const bits : {quiet, quiet | sign, quiet | 1, infinite | 1, infinite | 1 | sign,
                                  infinite | bits_of<T>{1} << (digits - 2)}) {
        T const result = computed(f, std::bit_cast<T>(static_cast<bits_of<T>>(bits)));
        EXPECT_TRUE(result != result) << label<T>(f) << " of a NaN is " << shown(result);
    }
}

/// What the formula is at +-2^exponent, in T: far beyond all numbers of the machine.
template <class T>
T far_away(accuracy::reference& exact, int sign, long exponent, double factor) {
    accuracy::number x;
    mpfr_set_si(x, sign, MPFR_RNDN);
    mpfr_mul_2si(x, x, exponent, MPFR_RNDN);
    mpfr_mul_d(x, x, factor, MPFR_RNDN);
    return exact.run(static_cast<mpfr_srcptr>(x)) ? accuracy::rounded<T>(exact.value())
                                                  : std::numeric_limits<T>::quiet_NaN();
}

/// The limit at an infinity, in T, by values farther and farther out; NaN where there is none.
template <class T>
T limit_at(int sign, accuracy::reference& exact) {
    constexpr T nan = std::numeric_limits<T>::quiet_NaN();
    T before = nan, last = nan;
    for (long const exponent : {30L, 32L, 40L, 3000L, 100000L}) {
        T const there = far_away<T>(exact, sign, exponent, exponent == 30 ? 1 : 1.25);
        if (there != there) continue;  // an exponential of an exponential is beyond MPFR
        before = last;
        last = there;
    }
    // As slow as a logarithm, or as an inverse root.
    if (std::fabs(last) > 8 * std::fabs(before) && std::fabs(last) > 1024) return std::copysign(inf<T>, last);
    if (std::fabs(last) < std::fabs(before) / 8 && std::fabs(last) < 0x1p-20) return 0;
    return last == before ? last : nan;
}

template <class T>
void infinity_gives_the_limit(functions::unary const& f) {
    accuracy::reference exact(f.formula());
    for (int const sign : {1, -1}) {
        T const result = computed(f, T(sign) * inf<T>);
        // Waves on a slope, without a limit: their definition leaves the wave out at infinity.
        T const limit = f.name == "snake'" ? T(1) : f.name == "snake''" ? T(0) : limit_at<T>(sign, exact);
        EXPECT_TRUE(result == limit || (result != result && limit != limit))
            << label<T>(f) << " of " << shown(T(sign) * inf<T>) << " is " << shown(result) << ", its limit "
            << shown(limit);
    }
}

/// An odd function keeps the sign of zero; +0 and -0 have the same value in all.
template <class T>
void zeros(functions::unary const& f) {
    T const above = computed(f, T(0)), below = computed(f, T(-0.0));
    EXPECT_TRUE(above == below || (above != above && below != below) || std::isinf(above))
        << label<T>(f) << " of 0 is " << shown(above) << ", of -0 " << shown(below);
    bool is_odd = above == 0, is_zero = true;
    for (std::uint64_t i = 0; i < 3000 && is_odd; ++i) {
        T const x = functions::spread<T>(i), there = f.in<T>().call(x), mirrored = f.in<T>().call(-x);
        is_odd = there == -mirrored || (there != there && mirrored != mirrored);
        is_zero = is_zero && there == 0;
    }
    if (!is_odd || is_zero) return;
    // The sign is that of the function just above 0.
    T beside = std::numeric_limits<T>::min();
    while (f.in<T>().call(beside) == 0)
        beside *= 2;
    bool const rises = f.in<T>().call(beside) > 0;
    EXPECT_EQ(std::signbit(above), !rises) << label<T>(f) << " of 0";
    EXPECT_EQ(std::signbit(below), rises) << label<T>(f) << " of -0";
}

template <class Check>
void of_all(Check const& check) {
    accuracy::allow_all_exponents();
    for (functions::unary const& f : functions::all_unary())
        check(f);
}

TEST(SpecialValues, NanGivesNan) {
    of_all([](auto const& f) { nan_gives_nan<float>(f), nan_gives_nan<double>(f); });
}
TEST(SpecialValues, InfinityGivesTheLimit) {
    of_all([](auto const& f) { infinity_gives_the_limit<float>(f), infinity_gives_the_limit<double>(f); });
}
TEST(SpecialValues, ZerosKeepTheirSign) {
    of_all([](auto const& f) { zeros<float>(f), zeros<double>(f); });
}

}  // namespace
