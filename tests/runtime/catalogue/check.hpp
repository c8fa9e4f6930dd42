// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// TEST_ENTRY(name): all rows of its reference tables at run time, in float and double, printing the worst errors; and
// that the results of constant expressions have the same bits. tests/static/catalogue compares while compiling.
#pragma once

#include <comparison.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <string>

namespace catalogue {

inline constexpr char const* order_names[] = {"f", "f'", "f''", "f", "f_a", "f_b", "f_aa", "f_ab", "f_bb"};

template <class T>
inline constexpr char const* type_name = sizeof(T) == 4 ? "float" : "double";

template <class T>
T opaque(T value) {
    T const volatile hidden = value;
    return hidden;
}

template <class Case, class T>
[[gnu::noinline]] T computed_now(row<T> const& r) {
    return Case::at(row<T>{opaque(r.x), {}, {}, {}});
}
template <class Case, class T>
[[gnu::noinline]] T computed_now(row2<T> const& r) {
    return Case::at(row2<T>{opaque(r.a), opaque(r.b), {}, {}, {}, {}, {}, {}});
}

inline std::string shown(double v) {
    char text[80];
    std::snprintf(text, sizeof text, "%a (%.9g)", v, v);
    return text;
}
template <class T>
std::string input(row<T> const& r) {
    return shown(r.x);
}
template <class T>
std::string input(row2<T> const& r) {
    return shown(r.a) + ", " + shown(r.b);
}

// The worst error in ULP, without the rows where an absolute bound had to do.
template <class Entry, order Order, class T>
double worst_error() {
    using Case = test_case<Entry, Order, T>;
    double worst = 0;
    for (auto const& r : Case::rows) {
        T const computed = computed_now<Case>(r);
        auto const exact = Case::exact(r);
        double const error = exact.unchecked ? 0 : reference::ulp_error(computed, exact);
        EXPECT_TRUE(Case::agrees(computed, exact))
            << Entry::name << ' ' << order_names[Order] << ' ' << type_name<T> << " at " << input(r) << ": computed "
            << shown(computed) << ", exact " << shown(nearest(exact)) << ", " << error << " ULP of " << Case::ulps;
        if (error <= Case::ulps || !exact.near_zero) worst = std::max(worst, error);
    }
    return worst;
}

template <class T>
auto bits(T v) {
    return std::bit_cast<std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>>(v);
}

// Any NaN is as good as another.
template <class Entry, order Order, class T>
void same_bits() {
    using Case = test_case<Entry, Order, T>;
    static constexpr auto constants = computed_chosen<Entry, Order, T>;
    for (std::size_t i = 0; i < constants.size(); ++i) {
        auto const& r = Case::rows[chosen<Entry, T>[i]];
        T const now = computed_now<Case>(r);
        if (now != now && constants[i] != constants[i]) continue;
        EXPECT_EQ(bits(now), bits(constants[i]))
            << Entry::name << ' ' << order_names[Order] << ' ' << type_name<T> << " at " << input(r)
            << ": a constant expression gives " << shown(constants[i]) << ", run time " << shown(now);
    }
}

// Whether a value or derivative is odd, as far as its table tells; zeros of different signs at 0 and -0 among it.
template <class Case>
bool is_odd() {
    int different_zeros = 0;
    for (auto const& r : Case::rows)
        for (auto const& mirrored : Case::rows)
            if (r.x == -mirrored.x && std::signbit(r.x) != std::signbit(mirrored.x)) {
                double const exact = nearest(Case::exact(r)), other = nearest(Case::exact(mirrored));
                if (exact != -other && std::isfinite(r.x)) return false;
                different_zeros += r.x == 0 && exact == 0 && std::signbit(exact) != std::signbit(other);
            }
    return different_zeros != 0;
}

// An odd function, or derivative, keeps the sign of a zero.
template <class Entry, order Order, class T>
void zero_signs() {
    using Case = test_case<Entry, Order, T>;
    if (!is_odd<Case>()) return;
    for (auto const& r : Case::rows)
        if (r.x == 0 && !Case::exact(r).unchecked) {
            EXPECT_EQ(std::signbit(computed_now<Case>(r)), std::signbit(nearest(Case::exact(r))))
                << Entry::name << ' ' << order_names[Order] << ' ' << type_name<T> << " at " << input(r);
        }
}

template <class Entry, order... Orders>
void check_all() {
    std::printf("%-18s %-6s", Entry::name.data(), "float");
    (std::printf(" %9.3g", worst_error<Entry, Orders, float>()), ...);
    std::printf("   double");
    (std::printf(" %9.3g", worst_error<Entry, Orders, double>()), ...);
    std::printf("\n");
}

template <class Entry, order... Orders>
void check_bits() {
    (same_bits<Entry, Orders, float>(), ...);
    (same_bits<Entry, Orders, double>(), ...);
}

template <class Entry, order... Orders>
void check_zeros() {
    (zero_signs<Entry, Orders, float>(), ...);
    (zero_signs<Entry, Orders, double>(), ...);
}

}  // namespace catalogue

#define TEST_TABLES(name, ...)                                                                                         \
    TABLES(name)                                                                                                       \
    TEST(name, is_accurate) {                                                                                          \
        catalogue::check_all<catalogue::entry<hillock::name>, __VA_ARGS__>();                                          \
    }                                                                                                                  \
    TEST(name, has_the_bits_of_a_constant) {                                                                           \
        catalogue::check_bits<catalogue::entry<hillock::name>, __VA_ARGS__>();                                         \
    }

// An entry of one number.
#define TEST_ENTRY(name)                                                                                               \
    TEST_TABLES(name, catalogue::value, catalogue::first, catalogue::second)                                           \
    TEST(name, keeps_zero_where_odd) {                                                                                 \
        catalogue::check_zeros<catalogue::entry<hillock::name>, catalogue::value, catalogue::first,                    \
                               catalogue::second>();                                                                   \
    }

// An entry of two numbers.
#define TEST_GATED(name)                                                                                               \
    TEST_TABLES(name, catalogue::gated, catalogue::by_a, catalogue::by_b, catalogue::by_aa, catalogue::by_ab,          \
                catalogue::by_bb)
