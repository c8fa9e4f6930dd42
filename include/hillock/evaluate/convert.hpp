// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <hillock/evaluate/wide.hpp>

#include <limits>

namespace hillock::kernels {

/// Any double (or lane of doubles) as a wide number, exactly: subnormals, the sign of zero, infinities and NaN kept.
/// A float widens to double first, which is exact.
template <class W>
constexpr W from_lane(lane_of<W> x) {
    using L = lane_of<W>;
    using S = significand_of<W>;
    auto const special = ((lane::bits(x) >> 52) & 0x7ff) == 0x7ff;
    L const finite = select(special, broadcast<L>(1.0), x);
    auto const subnormal = lane::abs(finite) < 0x1p-1022;
    L const normal = select(subnormal, select(subnormal, finite, L{}) * 0x1p64, finite);
    auto const zero = finite == L{};
    L const significand = std::bit_cast<L>((lane::bits(normal) & ~0x7ff0000000000000) | 0x3ff0000000000000);
    L const exponent = lane::exponent_of(normal) - select(subnormal, broadcast<L>(64.0), L{});
    W const number{detail::as_significand<S>(select(zero, finite, significand)),
                   select(zero, broadcast<L>(zero_exponent), exponent)};
    W const infinity{detail::as_significand<S>(lane::copysign(broadcast<L>(1.0), x)), broadcast<L>(infinite_exponent)};
    return select(special, select(lane::is_nan(x), not_a_number<W>(), infinity), number);
}

namespace detail {

template <lane::any L>
constexpr L trailing(L) {
    return L{};
}
template <class L>
constexpr L trailing(pair<L> a) {
    return a.lo;
}

}  // namespace detail

/// x rounded once to T, float or double, to nearest, ties to even, in the subnormal range too; a lane of doubles,
/// which for float holds the float's value.
///
/// The significand hi + lo is rounded to a multiple of the power of two `quantum`, hi first, by adding and subtracting;
/// hi being the sum rounded, lo matters only where hi lies halfway.
template <class T, class S>
constexpr lane_of<S> round_to(wide<S> x) {
    using L = lane_of<S>;
    using limits = std::numeric_limits<T>;
    S const magnitude = abs(x.significand);
    L const hi = leading(magnitude);
    L const lo = detail::trailing(magnitude);
    L const lowest = broadcast<L>(limits::min_exponent - limits::digits - 4.0);
    L const highest = broadcast<L>(limits::max_exponent + 0.0);
    L const exponent = lane::min(lane::max(x.exponent, lowest), highest);
    L const least = broadcast<L>(1.0 - limits::digits);
    L const quantum =
        lane::power_of_two(lane::max(least, broadcast<L>(limits::min_exponent - limits::digits + 0.0) - exponent));
    L const magic = quantum * 0x1p52;  // at least 2, unless hi is a multiple of the quantum
    L const nearest = select(magic > 1.0, (hi + magic) - magic, hi);
    L const left = hi - nearest;
    auto const up = both(left == quantum * 0.5, lo > L{});
    auto const down = both(left == quantum * -0.5, lo < L{});
    L const rounded = nearest + select(up, quantum, select(down, -quantum, L{}));

    L const two = broadcast<L>(2.0);
    auto const overflow = exponent + select(rounded == two, two - 1.0, L{}) >= highest;
    // In two steps, so that the power of two is normal; only the second product may be subnormal, and is exact.
    auto const low = exponent < -1022.0;
    L const first = lane::power_of_two(select(low, exponent + 100.0, lane::min(exponent, highest - 1.0)));
    L const value = select(overflow, L{}, rounded) * first * select(low, broadcast<L>(0x1p-100), two - 1.0);
    L const infinity = broadcast<L>(std::numeric_limits<double>::infinity());
    L const nan = broadcast<L>(std::numeric_limits<double>::quiet_NaN());
    return select(is_nan(x), nan, lane::copysign(select(overflow, infinity, value), leading(x.significand)));
}

}  // namespace hillock::kernels
