// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// Results of a kernel, of a plan in double and of wide numbers, for finite numbers, as the flags of a translation unit make
// them. Everything here is that unit's own, the library too: each gives it another name.
#pragma once

#include <hillock/hillock.hpp>

#include <bit>
#include <cstdint>
#include <random>
#include <vector>

namespace {

namespace hk = hillock;
using hk::x;

// Bits of doubles, of which floats are a kind: to compare, and to ask about, without floating point.
using results = std::vector<std::uint64_t>;

template <class T>
std::vector<T> finite_numbers() {
    std::mt19937_64 random(1);
    std::vector<T> numbers{T(0), T(-0.0), std::numeric_limits<T>::max(), std::numeric_limits<T>::denorm_min()};
    while (numbers.size() < 4000) {
        double const usual = static_cast<double>(random() >> 11) * 0x1p-53 * 40 - 20;
        numbers.push_back(static_cast<T>(usual));
        if constexpr (sizeof(T) == 4) {
            auto const bits = static_cast<std::uint32_t>(random());
            if ((bits >> 23 & 0xff) != 0xff) numbers.push_back(std::bit_cast<float>(bits));
        } else {
            std::uint64_t const bits = random();
            if ((bits >> 52 & 0x7ff) != 0x7ff) numbers.push_back(std::bit_cast<double>(bits));
        }
    }
    return numbers;
}

template <class T, class E>
void append(results& to, E const& e) {
    std::vector<T> const in = finite_numbers<T>();
    std::vector<T> out(in.size());
    hk::apply(e, out, x = in);
    for (std::size_t i = 0; i < in.size(); ++i) {
        to.push_back(std::bit_cast<std::uint64_t>(static_cast<double>(out[i])));
        to.push_back(std::bit_cast<std::uint64_t>(static_cast<double>(e(x = in[i]))));
    }
}
template <class E>
void append_both(results& to, E const& e) {
    append<float>(to, e);
    append<double>(to, e);
}

results all_results() {
    results all;
    append_both(all, hk::relu);
    append_both(all, hk::gelu);
    append_both(all, hk::diff(hk::silu));
    append_both(all, hk::hard_swish);
    append_both(all, hk::phish);
    append_both(all, hk::cbrt(x));
    return all;
}

}  // namespace
