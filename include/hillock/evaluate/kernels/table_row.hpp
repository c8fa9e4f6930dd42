// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <hillock/evaluate/lane.hpp>
#include <hillock/evaluate/pair.hpp>

namespace hillock::kernels {

/// One step of Horner's rule for pairs, result s + (high + low), without a last normalisation. Written out, as few
/// calls make constant evaluation fast.
template <class L>
constexpr pair<L> horner_step(pair<L> result, pair<L> s, L high, L low)
{
    pair<L> const whole = two_product(result.hi, s.hi);
    L const sum = high + whole.hi;
    L const part = sum - high;
    L const rest = (high - (sum - part)) + (whole.hi - part);
    return {sum, rest + ((whole.lo + sum_of_products(result.hi, s.lo, result.lo, s.hi)) + low)};
}

/// A row, chosen per lane, of a table with `width` doubles a row: its numbers are read by position.
template <lane::any L>
class table_row {
public:
    constexpr table_row(double const* table, int width, L row) : first(table), start(row * width) {}
    constexpr L operator[](int k) const { return lane::look_up(first + k, start); }

private:
    double const* first;
    L start;
};
template <>
class table_row<double> {
public:
    constexpr table_row(double const* table, int width, double row) : first(table + static_cast<int>(row) * width) {}
    constexpr double operator[](int k) const { return first[k]; }

private:
    double const* first;
};

/// One of two lists of coefficients, chosen per lane.
template <lane::any L>
class either_list {
public:
    constexpr either_list(mask<L> choice, double const* a, double const* b) : chosen(choice), yes(a), no(b) {}
    constexpr L operator[](int k) const { return select(chosen, broadcast<L>(yes[k]), broadcast<L>(no[k])); }

private:
    mask<L> chosen;
    double const* yes;
    double const* no;
};
template <>
class either_list<double> {
public:
    constexpr either_list(bool choice, double const* a, double const* b) : list(choice ? a : b) {}
    constexpr double operator[](int k) const { return list[k]; }

private:
    double const* list;
};

/// The coefficients `first` to `last` of a list as a polynomial in s, by Horner's rule.
template <int first, int last, class List, lane::any L>
constexpr L list_horner(List const& list, L s)
{
    L result = list[last];
    if (std::is_constant_evaluated()) {
        for (int k = last - 1; k >= first; --k) result = result * s + list[k];
    } else {
        for (int k = last - 1; k >= first; --k) result = product(result, s) + list[k];
    }
    return result;
}

/// The polynomial of `width` coefficients `high`, with low parts of the first `low_width`: those without are summed
/// in plain lanes. Not normalised.
template <int width, int low_width, class List, lane::any L>
constexpr pair<L> list_horner(List const& high, List const& low, pair<L> s)
{
    pair<L> result{};
    if constexpr (low_width < width) result.hi = list_horner<low_width, width - 1>(high, s.hi);
    for (int k = low_width - 1; k >= 0; --k) result = horner_step(result, s, high[k], low[k]);
    return result;
}

/// A polynomial in s whose coefficients are a row of two tables: `high` holds the leading doubles (`width` of them a
/// row), `low` what they leave of the first `low_width`. One double takes the first `short_width` leading doubles.
template <int width, int low_width, int short_width, lane::any L>
constexpr L row_polynomial(double const* high, double const*, L row, L s)
{
    return list_horner<0, short_width - 1>(table_row<L>(high, width, row), s);
}

/// A pair takes all.
template <int width, int low_width, int short_width, lane::any L>
constexpr pair<L> row_polynomial(double const* high, double const* low, L row, pair<L> s)
{
    table_row<L> const leading_row(high, width, row);
    pair<L> const result = list_horner<width, low_width>(leading_row, table_row<L>(low, low_width, row), s);
    return quick_two_sum(result.hi, result.lo);
}

}  // namespace hillock::kernels
