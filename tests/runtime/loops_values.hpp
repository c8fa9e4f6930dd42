// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// Over the catalogue: each element that hk::apply writes has the bits of the scalar call. In shards, for their compile time.
#pragma once

#include <runtime/loops_check.hpp>

#include <hillock/catalogue.hpp>

#include <boost/hana/at.hpp>
#include <boost/hana/length.hpp>

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace loops {

// HILLOCK_SHORT_TESTS is for emulated processors, which are slow.
inline bool const is_short = std::getenv("HILLOCK_SHORT_TESTS") != nullptr;
inline std::size_t const block = is_short ? 1009 : 20011;
inline std::size_t const million = is_short ? 2000 : 1'000'000;

template <class T, class E>
inline constexpr bool is_planned =
    hk::detail::direct_plan_of<T, hk::tree_of<E>>.possible || hk::detail::is_computed_in_double<T, hk::tree_of<E>>;

// A million numbers through vectors, where there are any; wide numbers are those of a call anyway.
template <class T, class E>
void check_million(E const& e, std::string const& what) {
    if constexpr (is_planned<T, E>) {
        std::vector<T> const in = moderate<T>(million, 20261126);
        std::vector<T> out(million), expected(million);
        for (std::size_t i = 0; i < million; ++i)
            expected[i] = e(hk::x = in[i]);
        hk::apply(e, out, hk::x = in);
        all_same<T>(out, expected, what + ", a million");
    }
}

// Lengths with every remainder of every lane count, at all offsets, and a block of many numbers.
template <class T, class Apply>
void check_lengths(std::span<T const> expected, std::string const& what, Apply const& apply) {
    for (std::size_t offset = 0; offset < 16; offset += is_short ? 5 : 1)
        for (std::size_t length = 0; length <= 67; ++length) {
            // Another window of the block each time.
            std::size_t const from = (length * 16 + offset) * 17 % (block - 67);
            guarded<T> out(length, offset / 4);
            apply(out, from, offset % 4);
            std::string const where = what + ", length " + std::to_string(length) + ", offsets " +
                                      std::to_string(offset % 4) + " and " + std::to_string(offset / 4);
            EXPECT_TRUE(out.canaries_live()) << where;
            if (!all_same<T>(std::span<T const>(out.data(), length), expected.subspan(from, length), where)) return;
        }
    guarded<T> out(block, 0);
    apply(out, 0, 0);
    all_same<T>(std::span<T const>(out.data(), block), expected, what + ", a long block");
}

template <class T, class E>
void check_one(E const& e, std::string what) {
    using hk::x;
    what = what + ", " + type_name<T> + on();
    std::vector<T> const in = numbers<T>(block, 20261125);
    std::vector<T> expected(block);
    for (std::size_t i = 0; i < block; ++i)
        expected[i] = e(x = in[i]);
    check_lengths<T>(expected, what, [&](guarded<T>& out, std::size_t from, std::size_t offset) {
        guarded<T> copy(out.size(), offset);
        std::copy_n(in.begin() + static_cast<std::ptrdiff_t>(from), out.size(), copy.begin());
        hk::apply(e, out, copy);
    });
    check_million<T>(e, what);
}

// Of a value a and a gate b.
template <class T, class E>
void check_two(E const& e, std::string what) {
    static constexpr hk::variable<"a"> a;
    static constexpr hk::variable<"b"> b;
    what = what + ", " + type_name<T> + on();
    std::vector<T> const in_a = numbers<T>(block, 1), in_b = numbers<T>(block, 2);
    std::vector<T> expected(block);
    for (std::size_t i = 0; i < block; ++i)
        expected[i] = e(a = in_a[i], b = in_b[i]);
    check_lengths<T>(expected, what, [&](guarded<T>& out, std::size_t from, std::size_t offset) {
        guarded<T> copy(out.size(), offset);
        std::copy_n(in_a.begin() + static_cast<std::ptrdiff_t>(from), out.size(), copy.begin());
        hk::apply(e, out, a = copy, b = std::span<T const>(in_b).subspan(from, out.size()));
    });
}

template <class E>
void check_entry(E const& e) {
    static constexpr auto slope = hk::diff(E{});
    std::string const name(E::name);
    check_one<float>(e, name);
    check_one<double>(e, name);
    check_one<float>(slope, name + "'");
    check_one<double>(slope, name + "'");
}

template <class E>
void check_gated(E const& e) {
    static constexpr auto by_a = hk::diff(E{}, hk::variable<"a">{});
    static constexpr auto by_b = hk::diff(E{}, hk::variable<"b">{});
    std::string const name(E::name);
    check_two<float>(e, name);
    check_two<double>(e, name);
    check_two<float>(by_a, name + "' by a");
    check_two<double>(by_a, name + "' by a");
    check_two<float>(by_b, name + "' by b");
    check_two<double>(by_b, name + "' by b");
}

// The entries I, I + Shards, I + 2 Shards, ... of the catalogue.
template <int Shards, int I>
void check_catalogue() {
    constexpr int size = decltype(boost::hana::length(hk::catalogue))::value;
    [&]<int... K>(std::integer_sequence<int, K...>) {
        (check_entry(boost::hana::at_c<I + K * Shards>(hk::catalogue)), ...);
    }
    (std::make_integer_sequence<int, (size - I + Shards - 1) / Shards>{});
}

inline void check_gated_catalogue() {
    constexpr int size = decltype(boost::hana::length(hk::gated_catalogue))::value;
    [&]<int... K>(std::integer_sequence<int, K...>) {
        (check_gated(boost::hana::at_c<K>(hk::gated_catalogue)), ...);
    }
    (std::make_integer_sequence<int, size>{});
}

}  // namespace loops
