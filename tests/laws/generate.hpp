// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/hillock.hpp>

#include <cstdint>

/// Expression types drawn by the compiler from a seed.
namespace laws {

namespace hk = hillock;
using namespace hk::literals;

/// SplitMix64: the next state of a random generator, which is its output too.
constexpr std::uint64_t next(std::uint64_t state) {
    state += 0x9e3779b97f4a7c15;
    state = (state ^ (state >> 30)) * 0xbf58476d1ce4e5b9;
    state = (state ^ (state >> 27)) * 0x94d049bb133111eb;
    return state ^ (state >> 31);
}
/// The state of the I-th operand.
constexpr std::uint64_t child(std::uint64_t state, int i) { return next(state + static_cast<unsigned>(i) + 1); }
constexpr int choice(std::uint64_t state, int count) {
    return static_cast<int>((state >> 16) % static_cast<unsigned>(count));
}

template <std::uint64_t State, int Depth>
constexpr auto draw();

template <std::uint64_t State>
constexpr auto draw_leaf() {
    constexpr int r = choice(State, 20);
    if constexpr (r < 8) return hk::x;
    else if constexpr (r < 14) return hk::y;
    else if constexpr (r == 14) return 2_c;
    else if constexpr (r == 15) return 0.5_c;
    else if constexpr (r == 16) return -1_c;
    else if constexpr (r == 17) return 0.1_c;
    else if constexpr (r == 18) return 3_c / 7_c;
    else return hk::pi;
}

/// A plain number, as users write them: carried by the expression, not part of its type.
template <std::uint64_t State>
constexpr double draw_number() {
    constexpr double numbers[] = {0.75, 2.5, -1.25, 1.0, 0.1, -3.0};
    return numbers[choice(State, 6)];
}

/// A function that is defined for all numbers.
template <std::uint64_t State>
constexpr auto draw_total(auto a) {
    namespace f = hk::functions;
    constexpr int r = choice(State, 37);
    // clang-format off
    if constexpr (r == 0) return hk::exp(a);
    else if constexpr (r == 1) return hk::exp2(a);
    else if constexpr (r == 2) return hk::expm1(a);
    else if constexpr (r == 3) return hk::expm1_residual(a);
    else if constexpr (r == 4) return hk::cbrt(a);
    else if constexpr (r == 5) return hk::square(a);
    else if constexpr (r == 6) return hk::abs(a);
    else if constexpr (r == 7) return f::sign(a);
    else if constexpr (r == 8) return hk::floor(a);
    else if constexpr (r == 9) return hk::round(a);
    else if constexpr (r == 10) return hk::sin(a);
    else if constexpr (r == 11) return hk::cos(a);
    else if constexpr (r == 12) return hk::tan(a);
    else if constexpr (r == 13) return hk::atan(a);
    else if constexpr (r == 14) return hk::sinh(a);
    else if constexpr (r == 15) return hk::cosh(a);
    else if constexpr (r == 16) return f::tanh(a);
    else if constexpr (r == 17) return hk::asinh(a);
    else if constexpr (r == 18) return hk::sech_square(a);
    else if constexpr (r == 19) return f::logcosh(a);
    else if constexpr (r == 20) return hk::tanh_residual(a);
    else if constexpr (r == 21) return hk::erf(a);
    else if constexpr (r == 22) return hk::erfc(a);
    else if constexpr (r == 23) return hk::normal_cdf(a);
    else if constexpr (r == 24) return hk::normal_pdf(a);
    else if constexpr (r == 25) return f::logistic(a);
    else if constexpr (r == 26) return f::softplus(a);
    else if constexpr (r == 27) return f::sinc(a);
    else if constexpr (r == 28) return f::sinc1(a);
    else if constexpr (r == 29) return f::sinc2(a);
    else if constexpr (r == 30) return hk::gelu(a);
    else if constexpr (r == 31) return hk::mish(a);
    else if constexpr (r == 32) return hk::elu(a);
    else if constexpr (r == 33) return hk::softsign(a);
    else if constexpr (r == 34) return hk::verbatim(a);
    else if constexpr (r == 35) return hk::relu(a);
    else return hk::leaky_relu(a);
    // clang-format on
}

/// A function with a domain, mostly of an argument within it.
template <std::uint64_t State>
constexpr auto draw_partial(auto a) {
    constexpr bool raw = choice(child(State, 7), 5) == 0;
    auto const positive = [&] {
        if constexpr (raw) return a;
        else if constexpr (choice(State, 2) == 0) return 0.25_c + hk::square(a);
        else return hk::exp(a);
    }();
    auto const inner = [&] {
        if constexpr (raw) return a;
        else if constexpr (choice(State, 2) == 0) return hk::sin(a);
        else return hk::softsign(a);
    }();
    constexpr int r = choice(next(State), 10);
    if constexpr (r == 0) return hk::log(positive);
    else if constexpr (r == 1) return hk::log2(positive);
    else if constexpr (r == 2) return hk::log1p(positive);
    else if constexpr (r == 3) return hk::sqrt(positive);
    else if constexpr (r == 4) return hk::rsqrt(positive);
    else if constexpr (r == 5) return hk::asin(inner);
    else if constexpr (r == 6) return hk::acos(inner);
    else if constexpr (r == 7) return hk::atanh(inner);
    else if constexpr (r == 8) return hk::acosh(1_c + positive);
    else return hk::log1p(inner);
}

/// What users write and rules rewrite: formulas in which the same part stands twice, or is undone.
template <std::uint64_t State>
constexpr auto draw_pattern(auto u, auto v) {
    namespace f = hk::functions;
    constexpr int r = choice(State, 50);
    auto const above = 1_c + u * u;
    // clang-format off
    if constexpr (r == 0) return hk::log(1_c + hk::exp(u));
    else if constexpr (r == 1) return 1_c / (1_c + hk::exp(-u));
    else if constexpr (r == 2) return hk::exp(u) - 1_c;
    else if constexpr (r == 3) return hk::log(above);
    else if constexpr (r == 4) return 1_c - hk::square(f::tanh(u));
    else if constexpr (r == 5) return u * f::tanh(hk::log(1_c + hk::exp(u)));
    else if constexpr (r == 6) return 0.5_c * u * (1_c + hk::erf(u / hk::sqrt(2_c)));
    else if constexpr (r == 7) return hk::log(hk::exp(u) + hk::exp(v));
    else if constexpr (r == 8) return hk::sqrt(u * u + v * v);
    else if constexpr (r == 9) return 1_c - f::logistic(u);
    else if constexpr (r == 10) return hk::sinh(u) / hk::cosh(u);
    else if constexpr (r == 11) return v * (hk::square(hk::sin(u)) + hk::square(hk::cos(u)));
    else if constexpr (r == 12) return f::softplus(u) - u;
    else if constexpr (r == 13) return hk::exp(u) * hk::exp(v);
    else if constexpr (r == 14) return (u + v) * (u - v);
    else if constexpr (r == 15) return u * v / u;
    else if constexpr (r == 16) return hk::sqrt(hk::square(u)) + v;
    else if constexpr (r == 17) return v * hk::pow(hk::square(u), 0.5_c);
    else if constexpr (r == 18) return u - f::tanh(u);
    else if constexpr (r == 19) return hk::log(f::logistic(u));
    else if constexpr (r == 20) return hk::log(hk::exp(u));
    else if constexpr (r == 21) return hk::exp(hk::log(above));
    else if constexpr (r == 22) return hk::pow(above, v) * hk::pow(above, 2_c);
    else if constexpr (r == 23) return hk::cosh(u) - 1_c;
    else if constexpr (r == 24) return v - v * hk::cos(u);
    else if constexpr (r == 25) return hk::abs(-u) * f::sign(u);
    else if constexpr (r == 26) return hk::max(u, v) + hk::min(u, v);
    else if constexpr (r == 27) return hk::select(u > v, u, v);
    else if constexpr (r == 28) return (1_c - hk::exp(-u)) / (1_c + hk::exp(-u));
    else if constexpr (r == 29) return 1_c + hk::erf(u);
    else if constexpr (r == 30) return v - hk::normal_cdf(u) * v;
    else if constexpr (r == 31) return 2_c * f::logistic(u) - 1_c;
    else if constexpr (r == 32) return hk::cbrt(u * u * u);
    else if constexpr (r == 33) return hk::pow(u, 3_c) - u * u * v;
    else if constexpr (r == 34) return hk::exp(u) - hk::exp(-u);
    else if constexpr (r == 35) return u * hk::rsqrt(above);
    else if constexpr (r == 36) return hk::log(hk::square(u));
    else if constexpr (r == 37) return hk::sqrt(hk::exp(u)) * v;
    else if constexpr (r == 38) return hk::pow(hk::exp(u), v);
    else if constexpr (r == 39) return hk::exp2(hk::log2(above));
    else if constexpr (r == 40) return f::tanh(f::softplus(u));
    else if constexpr (r == 41) return hk::pow(u, -2_c) * u * u * u;
    else if constexpr (r == 42) return hk::sqrt(above) * hk::sqrt(above) / v;
    else if constexpr (r == 43) return hk::select(!(u < v), u - v, v - u);
    else if constexpr (r == 44) return f::softplus(u) - f::softplus(-u);
    else if constexpr (r == 45) return (hk::exp(u) - hk::exp(-u)) / (hk::exp(u) + hk::exp(-u));
    else if constexpr (r == 46) return 2_c * u + 3_c * v - u - v;
    else if constexpr (r == 47) return u * f::logistic(draw_number<State>() * u);
    else if constexpr (r == 48) return hk::pow(hk::square(u), 1_c / 3_c);
    else return (u * v + u) / (v + 1_c);
    // clang-format on
}

template <std::uint64_t State, int Depth>
constexpr auto draw_condition() {
    auto const a = draw<child(State, 0), Depth - 1>();
    auto const b = draw<child(State, 1), 0>();
    constexpr int r = choice(State, 8);
    if constexpr (r == 0) return a < b;
    else if constexpr (r == 1) return a <= b;
    else if constexpr (r == 2) return a > b;
    else if constexpr (r == 3) return a >= b;
    else if constexpr (r == 4) return !(a < b);
    else if constexpr (r == 5) return a > 0_c && b < 1_c;
    else if constexpr (r == 6) return a < b || a > 1_c;
    else return a >= 0_c;
}

template <std::uint64_t State, int Depth>
constexpr auto draw() {
    if constexpr (Depth == 0) {
        return draw_leaf<State>();
    } else {
        // One operand in two keeps the full depth, so that an expression stays of a moderate size.
        constexpr bool deep_first = choice(child(State, 5), 2) == 0;
        constexpr int less = Depth - 1;
        constexpr int lesser = Depth >= 3 ? Depth - 2 : Depth - 1;
        auto const a = draw<child(State, 0), (deep_first ? less : lesser)>();
        auto const b = draw<child(State, 1), (deep_first ? lesser : less)>();
        constexpr std::uint64_t own = child(State, 2);
        constexpr double number = draw_number<own>();
        constexpr int r = choice(State, 36);
        if constexpr (r < 4) return a + b;
        else if constexpr (r < 7) return a - b;
        else if constexpr (r < 11) return a * b;
        else if constexpr (r == 11) return a / b;
        else if constexpr (r == 12) return a / (1_c + hk::square(b));
        else if constexpr (r == 13) return -a;
        else if constexpr (r < 20) return draw_total<own>(a);
        else if constexpr (r < 23) return draw_partial<own>(a);
        else if constexpr (r == 23) return hk::min(a, b);
        else if constexpr (r == 24) return hk::max(a, b);
        else if constexpr (r == 25) return hk::atan2(a, b);
        else if constexpr (r == 26) return hk::logsumexp2(a, b);
        else if constexpr (r == 27) return hk::pow(0.25_c + hk::abs(a), b);
        else if constexpr (r == 28) {
            constexpr int p = choice(own, 5);
            if constexpr (p == 0) return hk::pow(a, 3_c);
            else if constexpr (p == 1) return hk::pow(a, -2_c);
            else if constexpr (p == 2) return hk::pow(a, 1.5_c);
            else if constexpr (p == 3) return hk::pow(hk::exp(a), 0.1_c);
            else return hk::pow(2_c, a);
        } else if constexpr (r == 29) return hk::clamp(a, b, b + 1_c);
        else if constexpr (r == 30) return hk::select(draw_condition<own, 1>(), a, b);
        else if constexpr (r == 31) return number * a + b;
        else if constexpr (r == 32) return hk::max(a - number, b);
        else return draw_pattern<own>(a, b);
    }
}

} // namespace laws
