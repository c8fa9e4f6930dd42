// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <hillock/evaluate/kernels/table_row.hpp>
#include <hillock/evaluate/kernels/tables_sinc.hpp>
#include <hillock/evaluate/kernels/trigonometric.hpp>
#include <hillock/evaluate/wide.hpp>

namespace hillock::kernels {

namespace detail {

/// S_n, n >= 1, by a polynomial in `square` = x^2 up to the limit of its row.
template <int n, class W>
constexpr W sinc_near_zero(W square) {
    using L = lane_of<W>;
    constexpr double half_limit = tables::sinc_limit[n - 1] / 2;
    L const row = broadcast<L>(n - 1.0);
    auto const s = to_significand(square) * (1 / half_limit) - 1.0;
    if constexpr (std::is_same_v<L, significand_of<W>>)
        return normalized(row_polynomial<12, 12, 12>(tables::sinc_short, tables::sinc_short, row, s));
    else
        return normalized(row_polynomial<18, 12, 12>(tables::sinc_hi, tables::sinc_lo, row, s));
}

/// S_n, n >= 1, by the recurrence from S_0 and cos.
template <int n, class W>
constexpr W sinc_far_from_zero(W x, W square) {
    auto const reduced = reduce_angle(x);
    W before = sine_of(reduced, 0) / x;
    W last = before - sine_of(reduced, 1);
    W power = square;
    for (int k = 1; k < n; ++k) {
        W const next = last * (2.0 * k + 1) - square * before;
        before = last;
        last = next;
        power = power * square;
    }
    return if_angle(x, last / power);
}

}  // namespace detail

/// S_n(x) = j_n(x) / x^n, j_n the spherical Bessel function: S_0 = sin(x) / x, S_n(0) = 1 / (1 3 5 ... (2n+1)).
///
/// Domain: as sin, and 0 at the infinities. Even; the derivative of S_n is -x S_(n+1)(x).
/// A polynomial in x^2 serves x^2 <= sinc_limit; beyond, U_n = x^(2n) S_n from U_0 = S_0, U_1 = S_0 - cos x and
/// U_(n+1) = (2n+1) U_n - x^2 U_(n-1) (DLMF 10.51.1). Next to a zero (but for n = 0) the error is relative to the
/// amplitude of the oscillation.
template <int n, class W>
constexpr W sinc(W x) {
    static_assert(n >= 0 && n <= 6, "hillock: sinc<n> exists for n = 0 to 6");
    W const one = constant<W>(1);
    if constexpr (n == 0) {
        W const quotient = sin(x) / select(is_zero(x), one, x);
        return select(is_infinite(x), W{}, select(is_zero(x), one, quotient));
    } else {
        W const square = x * x;
        auto const near = square <= constant<W>(tables::sinc_limit[n - 1]);
        if constexpr (std::is_same_v<lane_of<W>, double>)
            if (near) return detail::sinc_near_zero<n>(square);  // a lone number needs one of the two only
        W const far_x = select(near, one, x);
        W const far = detail::sinc_far_from_zero<n>(far_x, select(near, one, square));
        W const value = select(is_infinite(x), W{}, far);
        if constexpr (std::is_same_v<lane_of<W>, double>)
            return value;
        else
            return select(near, detail::sinc_near_zero<n>(select(near, square, W{})), value);
    }
}

}  // namespace hillock::kernels
