// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/properties/interval_functions.hpp>

namespace hillock::detail {

/// Certainly; an infinite constant is beyond every number.
constexpr bool is_below(interval const& a, interval const& b) {
    return a.upper < b.lower || (b.lower == infinite && a.lower < infinite) ||
           (a.upper == -infinite && b.upper > -infinite);
}
constexpr interval truth(bool surely, bool surely_not) {
    return surely ? one_interval : surely_not ? zero_interval : interval{0, 1};
}

/// Any operation on intervals; a condition is 1, 0, or both.
constexpr interval operation_over(op code, int count, interval const& a, interval const& b, interval const& c) {
    switch (code) {
    case op::add:
        return sum(a, b);
    case op::subtract:
        return difference(a, b);
    case op::multiply:
        return product(a, b);
    case op::divide:
        return quotient(a, b);
    case op::negate:
        return negative(a);
    case op::less:
        return with_faults(truth(is_below(a, b), b.upper <= a.lower || is_below(b, a)), faults_of(a, b) & undefined);
    case op::less_equal:
        return with_faults(truth(a.upper <= b.lower || is_below(a, b), is_below(b, a)), faults_of(a, b) & undefined);
    case op::greater:
        return with_faults(truth(is_below(b, a), a.upper <= b.lower || is_below(a, b)), faults_of(a, b) & undefined);
    case op::greater_equal:
        return with_faults(truth(b.upper <= a.lower || is_below(b, a), is_below(a, b)), faults_of(a, b) & undefined);
    case op::logical_and:
        return with_faults(truth(a.lower == 1 && b.lower == 1, a.upper == 0 || b.upper == 0),
                           faults_of(a, b) & undefined);
    case op::logical_or:
        return with_faults(truth(a.lower == 1 || b.lower == 1, a.upper == 0 && b.upper == 0),
                           faults_of(a, b) & undefined);
    case op::logical_not:
        return with_faults(truth(a.upper == 0, a.lower == 1), faults_of(a, b) & undefined);
    case op::select:
        if (a.lower == 1) return with_faults(b, a.faults);
        if (a.upper == 0) return with_faults(c, a.faults);
        return with_faults(hull(b, c), a.faults | singular);
    default:
        return count == 1 ? function_over(code, a) : function_over(code, a, b, c);
    }
}

}  // namespace hillock::detail
