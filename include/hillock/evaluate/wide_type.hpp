// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <hillock/evaluate/lane.hpp>
#include <hillock/evaluate/pair.hpp>

namespace hillock::kernels {

/// The exponent of an infinity: it is a number beyond any finite one, +-1 times 2^infinite_exponent.
inline constexpr double infinite_exponent = 0x1p20;
/// What counts as an infinity: halves and roots of one do.
inline constexpr double infinite_threshold = 0x1p19;
/// The exponent of a zero: below that of any other number.
inline constexpr double zero_exponent = -0x1p60;
/// The exponent of NaN, whose significand is +-1: no arithmetic ever meets a NaN of the hardware, which neither
/// constant evaluation allows nor machines agree on the bits of.
inline constexpr double nan_exponent = 0x1p300;
inline constexpr double nan_threshold = 0x1p250;

/// significand * 2^exponent, S a lane L or pair<L>, the exponent an integral lane held apart: nothing overflows,
/// underflows or loses digits. |significand| is in [1, 2), or 0 (+0 or -0) for zero. Default: +0.
template <class S>
struct wide;

namespace detail {
template <class T>
struct lane_trait {
    using type = T;
};
template <class L>
struct lane_trait<pair<L>> {
    using type = L;
};
template <class S>
struct lane_trait<wide<S>> : lane_trait<S> {};
template <class T>
struct significand_trait {
    using type = T;
};
template <class S>
struct significand_trait<wide<S>> {
    using type = S;
};
}  // namespace detail

/// L of an L, a pair<L>, or a wide of either.
template <class T>
using lane_of = typename detail::lane_trait<T>::type;
/// S of a wide<S>; S itself of an S.
template <class T>
using significand_of = typename detail::significand_trait<T>::type;
template <class T>
inline constexpr bool is_wide = !std::is_same_v<significand_of<T>, T>;

template <class S>
struct wide {
    S significand{};
    lane_of<S> exponent = broadcast<lane_of<S>>(zero_exponent);
};

template <class S>
using mask_of = mask<lane_of<S>>;

template <class S>
constexpr wide<S> select(std::type_identity_t<mask_of<S>> chosen, wide<S> a, wide<S> b) {
    if constexpr (std::is_same_v<lane_of<S>, double>) {
        return chosen ? a : b;
    } else {
        return {select(chosen, a.significand, b.significand), select(chosen, a.exponent, b.exponent)};
    }
}

/// s 2^exponent as a wide number; |s| within [2^-1000, 2^1000], or 0.
template <class S>
constexpr wide<S> normalized(S s, lane_of<S> exponent) {
    using L = lane_of<S>;
    L const leading_exponent = lane::exponent_of(leading(s));
    return {scaled(s, lane::power_of_two(-leading_exponent)),
            select(leading(s) == L{}, broadcast<L>(zero_exponent), exponent + leading_exponent)};
}
template <class S>
constexpr wide<S> normalized(S s) {
    return normalized(s, lane_of<S>{});
}

namespace detail {
template <class S>
constexpr S as_significand(lane_of<S> x) {
    if constexpr (std::is_same_v<S, lane_of<S>>) {
        return x;
    } else {
        return {x, lane_of<S>{}};
    }
}
}  // namespace detail

/// The sum hi + lo in every lane, as a lane, a pair (unevaluated: |lo| <= ulp(hi) / 2) or a wide number.
template <class T>
constexpr T constant(double hi, double lo = 0) {
    using L = lane_of<T>;
    if constexpr (is_wide<T>) {
        return normalized(constant<significand_of<T>>(hi, lo));
    } else if constexpr (std::is_same_v<T, L>) {
        return broadcast<L>(hi);
    } else {
        return {broadcast<L>(hi), broadcast<L>(lo)};
    }
}

/// A finite lane, normal or zero, as a wide number.
template <class S, lane::operand<lane_of<S>> B>
constexpr wide<S> as_wide(B x) {
    using L = lane_of<S>;
    return normalized(detail::as_significand<S>(broadcast<L>(x)));
}

template <class W>
constexpr W not_a_number() {
    return {constant<significand_of<W>>(1), broadcast<lane_of<W>>(nan_exponent)};
}
/// 2^n for an integral n.
template <class W>
constexpr W power_of_two(double n) {
    return {constant<significand_of<W>>(1), broadcast<lane_of<W>>(n)};
}
/// +infinity.
template <class W>
constexpr W infinite() {
    return {constant<significand_of<W>>(1), broadcast<lane_of<W>>(infinite_exponent)};
}

template <class S>
constexpr mask_of<S> is_nan(wide<S> x) {
    return x.exponent > nan_threshold;
}
template <class S>
constexpr mask_of<S> is_infinite(wide<S> x) {
    return both(x.exponent >= infinite_threshold, negate(is_nan(x)));
}
template <class S>
constexpr mask_of<S> is_zero(wide<S> x) {
    return leading(x.significand) == lane_of<S>{};
}
/// Below 0: not -0, not NaN.
template <class S>
constexpr mask_of<S> is_negative(wide<S> x) {
    return both(leading(x.significand) < lane_of<S>{}, negate(is_nan(x)));
}

/// The value, for |x| within [2^-200, 2^1000]; below it 0 of that sign, above it (and of NaN) a value near 2^1000.
template <class S>
constexpr S to_significand(wide<S> x) {
    using L = lane_of<S>;
    L const low = broadcast<L>(-200.0);
    L const within = lane::min(lane::max(x.exponent, low), broadcast<L>(1000.0));
    return scaled(x.significand, select(x.exponent < low, L{}, lane::power_of_two(within)));
}

/// x 2^n for an integral n.
template <class S, lane::operand<lane_of<S>> B>
constexpr wide<S> scale(wide<S> x, B n) {
    return {x.significand, select(is_zero(x), x.exponent, x.exponent + broadcast<lane_of<S>>(n))};
}

template <class S>
constexpr wide<S> operator-(wide<S> x) {
    return {-x.significand, x.exponent};
}
template <class S>
constexpr wide<S> abs(wide<S> x) {
    return {abs(x.significand), x.exponent};
}
/// |x| with the sign of `sign`, the signs of zeros included.
template <class S>
constexpr wide<S> copysign(wide<S> x, wide<S> sign) {
    using L = lane_of<S>;
    L const one = lane::copysign(broadcast<L>(1.0), leading(sign.significand));
    return {scaled(abs(x.significand), one), x.exponent};
}

}  // namespace hillock::kernels
