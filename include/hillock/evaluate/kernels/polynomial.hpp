// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <hillock/evaluate/pair.hpp>

namespace hillock::kernels {

/// Coefficients of ascending powers, for both working precisions: `single` is a polynomial of its own for one lane;
/// `high` serves pairs, and `low` holds what its first terms leave when they are rounded to doubles.
template <int single_terms, int high_terms, int low_terms>
struct coefficients {
    double single[single_terms];
    double high[high_terms];
    double low[low_terms];
};

namespace detail {

/// The polynomial of the coefficients from `first` on.
template <int first, lane::any L, int terms>
constexpr L horner(double const (&coefficients)[terms], L x) {
    L result = broadcast<L>(coefficients[terms - 1]);
    if (std::is_constant_evaluated()) {
        for (int k = terms - 2; k >= first; --k)
            result = result * x + coefficients[k];
    } else {
        for (int k = terms - 2; k >= first; --k)
            result = product(result, x) + coefficients[k];
    }
    return result;
}

template <lane::any L, int s, int h, int l>
constexpr L evaluate_polynomial(coefficients<s, h, l> const& table, L x) {
    return horner<0>(table.single, x);
}

template <class L, int s, int h, int l>
constexpr pair<L> evaluate_polynomial(coefficients<s, h, l> const& table, pair<L> x) {
    pair<L> const start = x * horner<l>(table.high, x.hi);
    L result_hi = start.hi;
    L result_lo = start.lo;
    for (int k = l - 1; k > 0; --k) {
        // The next coefficient, which is greater, added; and the sum times x.
        L const sum = result_hi + table.high[k];
        L const rest = (result_hi - (sum - table.high[k])) + (result_lo + table.low[k]);
        result_hi = product(sum, x.hi);
        result_lo = product_rest(sum, x.hi, result_hi) + sum_of_products(sum, x.lo, rest, x.hi);
    }
    L const sum = result_hi + table.high[0];
    L const rest = (result_hi - (sum - table.high[0])) + (result_lo + table.low[0]);
    return quick_two_sum(sum, rest);
}

}  // namespace detail

/// The polynomial of the table at x, an L or pair<L>, by Horner's rule. Every partial sum must be at most as great as
/// the next lower coefficient times 1/|x|, as for quickly falling terms. The terms of a pair without a low part are
/// summed in plain lanes: where they begin, they must be below 2^-45 or so of the whole.
template <auto const& table, class S>
constexpr S polynomial(S x) {
    return detail::evaluate_polynomial(table, x);
}

}  // namespace hillock::kernels
