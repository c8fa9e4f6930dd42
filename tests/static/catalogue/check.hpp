// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// CHECK(name), in the file of the entry's group: value, first and second derivatives, in float and double, against the
// reference values while compiling. What is beyond its bound is an error that names the entry, the order, the type, the
// input, the result and the exact value, as in
//     disagrees<hillock::activations::mish, catalogue::value, double, at<'0', 'x', '1', …>, computed<…>, exactly<…>>
#pragma once

#include <comparison.hpp>

#include <bit>
#include <cstdint>

namespace catalogue {

// ---- What a failure shows -----------------------------------------------------------------------------------------

// A number as %a has it; exact, unlike its decimal digits. Compilers spell a pack of characters alike.
struct text {
    char characters[32]{};
    std::size_t size = 0;

    constexpr void add(char const* s) {
        while (*s)
            characters[size++] = *s++;
    }
    constexpr explicit text(double v) {
        auto const bits = std::bit_cast<std::uint64_t>(v);
        int exponent = static_cast<int>(bits >> 52 & 0x7ff);
        std::uint64_t fraction = bits << 12;
        if (bits >> 63) add("-");
        if (exponent == 0x7ff) {
            add(fraction ? "nan" : "inf");
            return;
        }
        if (exponent == 0 && fraction == 0) {
            add("0");
            return;
        }
        if (exponent == 0) {
            for (exponent = 1; fraction >> 63 == 0; fraction <<= 1)
                --exponent;
            fraction <<= 1;
            --exponent;
        }
        add("0x1");
        if (fraction) add(".");
        for (; fraction; fraction <<= 4)
            characters[size++] = "0123456789abcdef"[fraction >> 60];
        add("p");
        exponent -= 1023;
        if (exponent < 0) add("-");
        int const magnitude = exponent < 0 ? -exponent : exponent;
        for (int ten = 1000; ten; ten /= 10)
            if (magnitude >= ten || ten == 1) characters[size++] = static_cast<char>('0' + magnitude / ten % 10);
    }
};

template <char...>
struct at;
template <char...>
struct computed;
template <char...>
struct exactly;

template <class Source>
inline constexpr text text_of{Source::value};

template <template <char...> class Shown, class Source, std::size_t... I>
Shown<text_of<Source>.characters[I]...> spell(std::index_sequence<I...>);

template <template <char...> class Shown, class Source>
using shown = decltype(spell<Shown, Source>(std::make_index_sequence<text_of<Source>.size>{}));

// The input of a row of a one-number table, or one of the two inputs (as a member of the row).
template <class Case, std::size_t Row, auto Member>
struct input_of {
    static constexpr double value = Case::rows[Row].*Member;
};

template <class Case, std::size_t Row>
struct computed_of {
    static constexpr double value = computed_at<Case, Row>;
};

template <class Case, std::size_t Row>
struct exact_of {
    static constexpr double value = nearest(Case::exact(Case::rows[Row]));
};

template <class Entry, order Order, class T, class... Shown>
struct disagrees {
    static_assert(sizeof(Entry) == 0, "beyond its bound: entry, order, type, input, result, exact value");
};

template <class Entry, order Order, class T, std::size_t Row>
constexpr void report() {
    using Case = test_case<Entry, Order, T>;
    using result = shown<computed, computed_of<Case, Row>>;
    using exact = shown<exactly, exact_of<Case, Row>>;
    if constexpr (Order <= second) {
        using input = shown<at, input_of<Case, Row, &row<T>::x>>;
        [[maybe_unused]] disagrees<Entry, Order, T, input, result, exact> failure;
    } else {
        using input_a = shown<at, input_of<Case, Row, &row2<T>::a>>;
        using input_b = shown<at, input_of<Case, Row, &row2<T>::b>>;
        [[maybe_unused]] disagrees<Entry, Order, T, input_a, input_b, result, exact> failure;
    }
}

// ---- The checks ---------------------------------------------------------------------------------------------------

template <class Entry, order Order, class T>
constexpr bool holds() {
    using Case = test_case<Entry, Order, T>;
    constexpr auto& numbers = chosen<Entry, T>;
    constexpr std::size_t wrong = [] {
        std::size_t i = 0;
        while (i < numbers.size() &&
               Case::agrees(computed_chosen<Entry, Order, T>[i], Case::exact(Case::rows[numbers[i]])))
            ++i;
        return i;
    }();
    if constexpr (wrong < numbers.size()) report<Entry, Order, T, numbers[wrong]>();
    return wrong == numbers.size();
}

template <class Entry, order... Orders>
constexpr bool all_hold() {
    return ((holds<Entry, Orders, float>() && holds<Entry, Orders, double>()) && ...);
}

template <class T>
constexpr bool is_negative(T v) {
    using bits = std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>;
    return std::bit_cast<bits>(v) >> (8 * sizeof(T) - 1);
}

/// A zero has the sign of x, in float and double.
template <class Entry>
constexpr bool keeps_zero() {
    constexpr Entry e;
    return e(0.0) == 0 && !is_negative(e(0.0)) && e(-0.0) == 0 && is_negative(e(-0.0)) && e(0.0f) == 0 &&
           !is_negative(e(0.0f)) && e(-0.0f) == 0 && is_negative(e(-0.0f));
}

}  // namespace catalogue

#define CHECK_ALL(name, ...)                                                                                           \
    TABLES(name)                                                                                                       \
    static_assert(catalogue::all_hold<catalogue::entry<hillock::name>, __VA_ARGS__>());                                \
    namespace catalogue::checked {                                                                                     \
    using name = void;                                                                                                 \
    }

// An entry of one number.
#define CHECK(name) CHECK_ALL(name, catalogue::value, catalogue::first, catalogue::second)

// An odd one.
#define CHECK_ODD(name)                                                                                                \
    CHECK(name)                                                                                                        \
    static_assert(catalogue::keeps_zero<catalogue::entry<hillock::name>>(), "an odd function keeps the sign of a "     \
                                                                            "zero");

// An entry of two numbers.
#define CHECK_GATED(name)                                                                                              \
    CHECK_ALL(name, catalogue::gated, catalogue::by_a, catalogue::by_b, catalogue::by_aa, catalogue::by_ab,            \
              catalogue::by_bb)

// No entry of the group was forgotten: HILLOCK_REFERENCE_SIGMOIDS(IS_CHECKED).
#define IS_CHECKED(name) static_assert(std::is_void_v<catalogue::checked::name>);
