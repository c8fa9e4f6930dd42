// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <hillock/evaluate/lane.hpp>
#include <hillock/evaluate/square_root.hpp>

namespace hillock::kernels {

using lane::both;
using lane::broadcast;
using lane::either;
using lane::mask;
using lane::negate;
using lane::product;
using lane::select;

/// An unevaluated sum of two lanes, hi being the sum rounded to nearest: about 106 bits ("double-double").
///
/// Finite always, and zero or far from the ends of the range of double. The algorithms and their error bounds: Joldes,
/// Muller, Popescu, "Tight and rigorous error bounds for basic building blocks of double-word arithmetic", 2017.
template <class L>
struct pair {
    L hi{};
    L lo{};
};

/// a + b exactly (Knuth).
template <class L>
constexpr pair<L> two_sum(L a, L b) {
    L const sum = a + b;
    L const b_part = sum - a;
    return {sum, (a - (sum - b_part)) + (b - b_part)};
}

/// a + b exactly, for |a| >= |b| or a = 0 (Dekker).
template <class L>
constexpr pair<L> quick_two_sum(L a, L b) {
    L const sum = a + b;
    return {sum, b - (sum - a)};
}

/// a b - whole, exactly, where `whole` is a b rounded, within [2^-900, 2^990] or zero: by a fused operation where the
/// machine has one, otherwise by Veltkamp's splitting and Dekker's product, whose partial products are exact, so that
/// contraction cannot harm.
template <lane::any L>
constexpr L product_rest(L a, L b, L whole) {
#if defined(__GNUC__) && !defined(__clang__)
    if constexpr (std::same_as<L, double>)
        if (std::is_constant_evaluated()) return __builtin_fma(a, b, -whole);
#endif
#if defined(__FMA__) || defined(__ARM_FEATURE_FMA)
    if (!std::is_constant_evaluated()) return lane::fused(a, b, -whole);
#endif
    L const a_split = product(a, 0x1.0000002p27);
    L const b_split = product(b, 0x1.0000002p27);
    L const a_high = a_split - (a_split - a);
    L const b_high = b_split - (b_split - b);
    L const a_low = a - a_high;
    L const b_low = b - b_high;
    return (((a_high * b_high - whole) + a_high * b_low) + a_low * b_high) + a_low * b_low;
}

/// a b exactly, for products within [2^-900, 2^990] or zero.
template <class L>
constexpr pair<L> two_product(L a, L b) {
    L const whole = product(a, b);
    return {whole, product_rest(a, b, whole)};
}

/// a b + c d, each operation rounded: never contracted.
template <lane::any L>
constexpr L sum_of_products(L a, L b, L c, L d) {
    if (std::is_constant_evaluated()) return a * b + c * d;
    return product(a, b) + product(c, d);
}

template <class L>
constexpr pair<L> operator-(pair<L> a) {
    return {-a.hi, -a.lo};
}

// The operations below write two_sum and quick_two_sum out: fewer calls make constant evaluation twice as fast.

/// Relative error below 2^-104, also where digits cancel.
template <class L>
constexpr pair<L> operator+(pair<L> a, pair<L> b) {
    L const high = a.hi + b.hi;
    L const high_part = high - a.hi;
    L const low = a.lo + b.lo;
    L const low_part = low - a.lo;
    L const middle = ((a.hi - (high - high_part)) + (b.hi - high_part)) + low;
    L const sum = high + middle;
    L const rest = ((a.lo - (low - low_part)) + (b.lo - low_part)) + (middle - (sum - high));
    L const result = sum + rest;
    return {result, rest - (result - sum)};
}

/// Relative error below 2^-105.
template <class L, lane::operand<L> B>
constexpr pair<L> operator+(pair<L> a, B number) {
    L const b = broadcast<L>(number);
    L const high = a.hi + b;
    L const part = high - a.hi;
    L const low = a.lo + ((a.hi - (high - part)) + (b - part));
    L const result = high + low;
    return {result, low - (result - high)};
}
template <class L, lane::operand<L> A>
constexpr pair<L> operator+(A a, pair<L> b) {
    return b + a;
}

/// a + b for |a| >= |b| and a sum that is not small beside a: half the operations. Relative error below 2^-103.
template <class L>
constexpr pair<L> add_smaller(pair<L> a, pair<L> b) {
    L const high = a.hi + b.hi;
    L const low = (b.hi - (high - a.hi)) + (a.lo + b.lo);
    L const result = high + low;
    return {result, low - (result - high)};
}

template <class L>
constexpr pair<L> operator-(pair<L> a, pair<L> b) {
    return a + -b;
}
template <class L, lane::operand<L> B>
constexpr pair<L> operator-(pair<L> a, B b) {
    return a + -broadcast<L>(b);
}
template <class L, lane::operand<L> A>
constexpr pair<L> operator-(A a, pair<L> b) {
    return -b + a;
}

/// Relative error below 2^-103.
template <class L>
constexpr pair<L> operator*(pair<L> a, pair<L> b) {
    L const whole = product(a.hi, b.hi);
    L const low = product_rest(a.hi, b.hi, whole) + sum_of_products(a.hi, b.lo, a.lo, b.hi);
    L const result = whole + low;
    return {result, low - (result - whole)};
}

/// Relative error below 2^-104.
template <class L, lane::operand<L> B>
constexpr pair<L> operator*(pair<L> a, B number) {
    L const b = broadcast<L>(number);
    L const whole = product(a.hi, b);
    L const low = product_rest(a.hi, b, whole) + product(a.lo, b);
    L const result = whole + low;
    return {result, low - (result - whole)};
}
template <class L, lane::operand<L> A>
constexpr pair<L> operator*(A a, pair<L> b) {
    return b * a;
}

/// Relative error below 2^-102; b is not zero.
template <class L>
constexpr pair<L> operator/(pair<L> a, pair<L> b) {
    L const quotient = a.hi / b.hi;
    L const back = product(quotient, b.hi);
    L const back_low = product_rest(quotient, b.hi, back) + product(quotient, b.lo);
    L const low = ((a.hi - back) + (a.lo - back_low)) / b.hi;
    L const result = quotient + low;
    return {result, low - (result - quotient)};
}
template <class L, lane::operand<L> B>
constexpr pair<L> operator/(pair<L> a, B b) {
    return a / pair<L>{broadcast<L>(b), L{}};
}
template <class L, lane::operand<L> A>
constexpr pair<L> operator/(A a, pair<L> b) {
    return pair<L>{broadcast<L>(a), L{}} / b;
}

/// The square root of a positive a: relative error below 2^-103.
template <class L>
constexpr pair<L> square_root(pair<L> a) {
    L const root = lane::square_root(a.hi);
    L const back = product(root, root);
    L const low = ((a.hi - back) + (a.lo - product_rest(root, root, back))) / (root + root);
    return quick_two_sum(root, low);
}
using lane::square_root;

template <class L>
constexpr pair<L> select(std::type_identity_t<mask<L>> chosen, pair<L> a, pair<L> b) {
    if constexpr (std::same_as<L, double>) {
        return chosen ? a : b;
    } else {
        return {select(chosen, a.hi, b.hi), select(chosen, a.lo, b.lo)};
    }
}

template <class L>
constexpr mask<L> operator<(pair<L> a, pair<L> b) {
    return either(a.hi < b.hi, both(a.hi == b.hi, a.lo < b.lo));
}
template <class L>
constexpr mask<L> operator>(pair<L> a, pair<L> b) {
    return b < a;
}
template <class L>
constexpr mask<L> operator==(pair<L> a, pair<L> b) {
    return both(a.hi == b.hi, a.lo == b.lo);
}

template <class L>
constexpr pair<L> abs(pair<L> a) {
    L const sign = lane::copysign(broadcast<L>(1.0), a.hi);
    return {a.hi * sign, a.lo * sign};
}
using lane::abs;

/// What one source for an L and for a pair of L needs: the leading lane, and what remains.
template <lane::any L>
constexpr L leading(L a) {
    return a;
}
template <class L>
constexpr L leading(pair<L> a) {
    return a.hi;
}

/// a b: for an L a product that is never contracted.
template <class L>
constexpr pair<L> product(pair<L> a, pair<L> b) {
    return a * b;
}
template <class L, lane::operand<L> B>
constexpr pair<L> product(pair<L> a, B b) {
    return a * b;
}

/// a times a power of two: exact.
template <lane::any L>
constexpr L scaled(L a, L power) {
    return a * power;
}
template <class L>
constexpr pair<L> scaled(pair<L> a, L power) {
    return {a.hi * power, a.lo * power};
}

}  // namespace hillock::kernels
