// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <hillock/evaluate/lane.hpp>

namespace hillock::lane {

namespace detail {

/// The square root rounded to nearest, of x in [2^-1000, 2^1000], for constant evaluation without the builtin.
/// Newton's iteration from the halved exponent; then the exact residual x - y^2 decides between y and its neighbours.
constexpr double square_root_by_newton(double x) {
    double const exponent = exponent_of(x);
    double const half = floor(exponent * 0.5);
    double const m = x * power_of_two(-half) * power_of_two(-half);  // in [1, 4)
    double y = 0.375 * m + 0.6875;                                   // within 7 %
    for (int i = 0; i < 4; ++i)
        y = 0.5 * (y + m / y);
    // y has 53 bits: its square by Dekker's splitting, exactly.
    double const split = y * 0x1.0000002p27;
    double const high = split - (split - y);
    double const low = y - high;
    double const square = y * y;
    double const square_rest = ((high * high - square) + 2 * (high * low)) + low * low;
    double const residual = (m - square) - square_rest;
    double const step = y * 0x1p-52;
    if (residual > step) y += 0x1p-52;
    if (residual <= -step) y -= 0x1p-52;
    return y * power_of_two(half);
}

}  // namespace detail

/// The square root rounded to nearest, of x in [2^-1000, 2^1000].
template <any L>
constexpr L square_root(L x) {
    if constexpr (std::same_as<L, double>) {
#if !defined(__GNUC__) || defined(__clang__)
        if (std::is_constant_evaluated()) return detail::square_root_by_newton(x);
#endif
        return __builtin_sqrt(x);
    } else {
        L result{};
        for (int i = 0; i < static_cast<int>(sizeof(L) / sizeof(double)); ++i)
            result[i] = __builtin_sqrt(x[i]);
        return result;
    }
}

}  // namespace hillock::lane
