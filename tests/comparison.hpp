// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// The catalogue beside its reference values: what is compared with what, how exact it must be, and at which rows the
// compiler does it. Used by tests/static/catalogue (some rows, while compiling) and tests/runtime/catalogue (all rows).
#pragma once

#include <hillock/hillock.hpp>

#include <reference/names.hpp>
#include <reference/ulp.hpp>

#include <array>
#include <cstddef>
#include <limits>
#include <type_traits>
#include <utility>

namespace catalogue {

namespace hk = hillock;
using reference::expected, reference::row, reference::row2;

inline constexpr hk::variable<"a"> a;
inline constexpr hk::variable<"b"> b;

// The exact value rounded to double.
constexpr double nearest(expected<float> e) {
    return e.value;
}
constexpr double nearest(expected<double> e) {
    return e.hi;
}

enum order { value, first, second, gated, by_a, by_b, by_aa, by_ab, by_bb };

// What is compared: one line an order. The bounds are in ULP; a derivative within 1/8 of its own interior zero may
// instead be wrong by `near_zero` times 2^-24 (float) or 2^-53 (double).
template <class Entry, order Order>
struct compared;

template <auto Expression, int Ulps, int NearZero>
struct comparison {
    static constexpr auto expression = Expression;
    static constexpr double ulps = Ulps;
    static constexpr double near_zero = NearZero;
};

// clang-format off
template <class E> struct compared<E, value> : comparison<E{}, 2, 0> { static constexpr auto exact(auto& r) { return r.f; } };
template <class E> struct compared<E, first> : comparison<hk::diff(E{}, hk::x), 4, 1> { static constexpr auto exact(auto& r) { return r.d1; } };
template <class E> struct compared<E, second> : comparison<hk::diff<2>(E{}, hk::x), 16, 4> { static constexpr auto exact(auto& r) { return r.d2; } };
template <class E> struct compared<E, gated> : compared<E, value> {};
template <class E> struct compared<E, by_a> : comparison<hk::diff(E{}, a), 4, 1> { static constexpr auto exact(auto& r) { return r.da; } };
template <class E> struct compared<E, by_b> : comparison<hk::diff(E{}, b), 4, 1> { static constexpr auto exact(auto& r) { return r.db; } };
template <class E> struct compared<E, by_aa> : comparison<hk::diff<2>(E{}, a), 16, 4> { static constexpr auto exact(auto& r) { return r.daa; } };
template <class E> struct compared<E, by_ab> : comparison<hk::diff(hk::diff(E{}, a), b), 16, 4> { static constexpr auto exact(auto& r) { return r.dab; } };
template <class E> struct compared<E, by_bb> : comparison<hk::diff<2>(E{}, b), 16, 4> { static constexpr auto exact(auto& r) { return r.dbb; } };
// clang-format on

template <auto& Object>
using entry = std::remove_cvref_t<decltype(Object)>;

// The table of an entry for a type: `rows`. TABLES(name) makes the two of one entry.
template <class Entry, class T>
struct table;

#define TABLES(name)                                                                                                   \
    template <>                                                                                                        \
    struct catalogue::table<catalogue::entry<hillock::name>, float> {                                                  \
        static constexpr auto& rows = reference::float32::name;                                                        \
    };                                                                                                                 \
    template <>                                                                                                        \
    struct catalogue::table<catalogue::entry<hillock::name>, double> {                                                 \
        static constexpr auto& rows = reference::float64::name;                                                        \
    };

// An entry, an order and a type: all that is compared of one expression.
template <class Entry, order Order, class T>
struct test_case : compared<Entry, Order> {
    using type = T;
    using base = compared<Entry, Order>;
    static constexpr auto& rows = table<Entry, T>::rows;

    static constexpr auto at(row<T> const& r) { return base::expression(hk::x = r.x); }
    static constexpr auto at(row2<T> const& r) { return base::expression(a = r.a, b = r.b); }
    static_assert(std::is_same_v<decltype(at(rows[0])), T>, "float gives float, double gives double");

    static constexpr bool agrees(T computed, expected<T> exact) {
        return reference::agrees(computed, exact, base::ulps, base::near_zero * std::numeric_limits<T>::epsilon() / 2);
    }
};

// The rows of the compile-time checks, never fewer than 24: all subnormals, infinities and NaNs (in the tables of one
// number the zeros too), and of the others every second (of two numbers every fourth), others in float than in double.
template <class T>
constexpr bool is_special(T v) {
    T const magnitude = v < 0 ? -v : v;
    return !(magnitude >= std::numeric_limits<T>::min() && magnitude <= std::numeric_limits<T>::max());
}

template <class T>
constexpr bool is_chosen(row<T> const& r, std::size_t number) {
    return is_special(r.x) || number % 2 == (sizeof(T) == 4);
}

template <class T>
constexpr bool is_chosen(row2<T> const& r, std::size_t number) {
    return (is_special(r.a) && r.a != 0) || (is_special(r.b) && r.b != 0) || number % 4 == (sizeof(T) == 4);
}

template <class Entry, class T>
constexpr auto choose() {
    constexpr auto& rows = table<Entry, T>::rows;
    constexpr std::size_t count = [] {
        std::size_t n = 0, number = 0;
        for (auto const& r : rows)
            n += is_chosen(r, number++);
        return n;
    }();
    static_assert(count >= 24);
    std::array<std::size_t, count> numbers{};
    std::size_t n = 0;
    for (std::size_t number = 0; number < std::size(rows); ++number)
        if (is_chosen(rows[number], number)) numbers[n++] = number;
    return numbers;
}

template <class Entry, class T>
inline constexpr auto chosen = choose<Entry, T>();

// Each result is a constant of its own, as a compiler limits the steps of each.
template <class Case, std::size_t Row>
inline constexpr auto computed_at = Case::at(Case::rows[Row]);

template <class Entry, order Order, class T>
constexpr auto compute_chosen() {
    return []<std::size_t... I>(std::index_sequence<I...>) {
        return std::array{computed_at<test_case<Entry, Order, T>, chosen<Entry, T>[I]>...};
    }
    (std::make_index_sequence<chosen<Entry, T>.size()>{});
}

template <class Entry, order Order, class T>
inline constexpr auto computed_chosen = compute_chosen<Entry, Order, T>();

}  // namespace catalogue
