// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/functions.hpp>
#include <hillock/evaluate/direct/ieee.hpp>

/// What several kinds of steps of a plan are made of.
namespace hillock::detail {

/// The number nearest to a constant of a plan.
template <class T>
constexpr T nearest_number(rational const& value) {
    double result = static_cast<double>(value.numerator) / static_cast<double>(value.denominator);
    for (int i = 0; i < value.exponent; ++i)
        result *= 2;
    for (int i = 0; i > value.exponent; --i)
        result /= 2;
    return static_cast<T>(result);
}

template <class V>
[[gnu::always_inline]] constexpr V chosen(op comparison, V a, V b, V left, V right) {
    a = direct::opaque(a);
    b = direct::opaque(b);
    switch (comparison) {
    case op::less:
        return direct::select(left < right, a, b);
    case op::less_equal:
        return direct::select(left <= right, a, b);
    case op::greater:
        return direct::select(left > right, a, b);
    default:
        return direct::select(left >= right, a, b);
    }
}

/// a b + c with the product (1) or c (2) negated.
template <int Negated, class V>
[[gnu::always_inline]] constexpr V fused_value(V a, V b, V c) {
    if constexpr (Negated == 1 && direct::is_lanes<V>)
        return direct::fused_less(a, b, c);
    else
        return direct::ieee_fused(Negated == 1 ? -a : a, b, Negated == 2 ? -c : c);
}

}  // namespace hillock::detail
