// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <laws/oracle.hpp>

#include <hillock/evaluate/evaluate.hpp>

#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <functional>
#include <limits>
#include <map>
#include <sstream>
#include <string>
#include <type_traits>

/// How results are held against the oracle, and how often that could not be done.
namespace laws {

enum class verdict { good, bad, undefined, undecided, ill_conditioned };

/// Of one law: how many points were judged, and how many were passed over because there is nothing to judge.
struct tally {
    int judged = 0;
    int undefined = 0;
    int undecided = 0;
    int ill_conditioned = 0;

    int total() const { return judged + undefined + undecided + ill_conditioned; }
    double passed_over() const { return total() == 0 ? 1 : 1 - static_cast<double>(judged) / total(); }
};

using tallies = std::map<std::string, tally>;

inline verdict determined(truth_at const& truth, real dual::*component) {
    // A derivative at a corner that is met exactly is a convention; tests/static has those.
    bool const derivative = component != &dual::v;
    if (!truth.fine.v.is_finite() || !(truth.fine.*component).is_finite()) return verdict::undefined;
    if (truth.fine.undecided || truth.coarse.undecided || (derivative && truth.fine.kink)) return verdict::undecided;
    return verdict::good;
}

/// Whether two ways to the same real number agree, both of them evaluated by the oracle: then the formulas are equal, to
/// 2^-100, whatever a computation in double makes of them.
inline verdict same(truth_at const& a, real dual::*in_a, truth_at const& b, real dual::*in_b) {
    // An expression that is defined where the other one is not (x / x is 1, log(x) has the derivative 1 / x): the law is
    // about the points where both sides are.
    for (verdict const v : {determined(a, in_a), determined(b, in_b)})
        if (v != verdict::good) return v;
    // What fades as the precision grows is 0, seen through rounding errors.
    auto const fades = [](truth_at const& t, real dual::*c) {
        return !(t.coarse.*c).is_zero() && abs(t.fine.*c) <= scaled(abs(t.coarse.*c), -truth_at::bits / 3);
    };
    bool const sharp_a = a.is_sharp(in_a);
    bool const sharp_b = b.is_sharp(in_b);
    real const& value_a = a.fine.*in_a;
    real const& value_b = b.fine.*in_b;
    if (sharp_a && sharp_b) {
        real const size = value_a.exponent() > value_b.exponent() || value_b.is_zero() ? abs(value_a) : abs(value_b);
        return abs(value_a - value_b) <= scaled(size, -100) ? verdict::good : verdict::bad;
    }
    if (fades(a, in_a) && (sharp_b || fades(b, in_b)))
        return abs(value_b) <= scaled(abs(a.coarse.*in_a), -100) || fades(b, in_b) ? verdict::good : verdict::bad;
    if (fades(b, in_b) && sharp_a)
        return abs(value_a) <= scaled(abs(b.coarse.*in_b), -100) ? verdict::good : verdict::bad;
    return verdict::ill_conditioned;
}

/// Whether an expression has a direct plan in T: then calls compute it in T itself, not in wide numbers (docs/design.md).
template <class T, class E>
inline constexpr bool is_direct = hk::detail::direct_plan_of<T, hk::tree_of<E>>.possible;

/// Whether a computed result is within one ULP of the truth, and what the working precision makes of the expression's
/// condition: the bound of the running error, in units of 2^-90 for double and 2^-44 for float (the working types have 106
/// and 53 bits). A direct plan may be four ULP off, and works in units of 2^-51 and 2^-22.
template <class T>
verdict computed_well(T result, truth_at const& truth, bool direct) {
    if (verdict const v = determined(truth, &dual::v); v != verdict::good) return v;
    if (!truth.is_sharp(&dual::v)) return verdict::ill_conditioned;
    constexpr bool is_float = std::is_same_v<T, float>;
    constexpr int digits = std::numeric_limits<T>::digits;
    constexpr long least = std::numeric_limits<T>::min_exponent - digits;
    real::precision = truth_at::bits;
    real const& exact = truth.fine.v;
    real const wide_slack = scaled(truth.fine.error, is_float ? -44 : -90);
    if (scaled(abs(exact), -10) < wide_slack) return verdict::ill_conditioned;
    real const slack = direct ? scaled(truth.fine.error, is_float ? -22 : -51) : wide_slack;
    real const ulp = scaled(real(1), exact.is_zero() ? least : std::max(exact.exponent() - digits, least));
    real const bound = scaled(ulp, direct ? 2 : 0) + slack;
    if (std::isnan(result)) return verdict::bad;
    if (std::isinf(result)) {
        real const largest = static_cast<double>(std::numeric_limits<T>::max());
        return largest < abs(exact) + bound && (result > 0) == !exact.is_negative() ? verdict::good : verdict::bad;
    }
    return abs(exact - static_cast<double>(result)) <= bound ? verdict::good : verdict::bad;
}

/// Counts a verdict; says whether it is bad.
inline bool count(tallies& all, std::string const& law, verdict v) {
    tally& t = all[law];
    switch (v) {
    case verdict::good:
    case verdict::bad:
        ++t.judged;
        break;
    case verdict::undefined:
        ++t.undefined;
        break;
    case verdict::undecided:
        ++t.undecided;
        break;
    case verdict::ill_conditioned:
        ++t.ill_conditioned;
        break;
    }
    return v == verdict::bad;
}

/// Prints the tallies, and holds the share that was passed over against a bound: a test that judges nothing fails.
inline void report(tallies const& all, double most_passed_over) {
    for (auto const& [law, t] : all) {
        std::printf(
            "    %-44s judged %6d, passed over %4.1f %% (undefined %d, at a kink or jump %d, ill-conditioned %d)\n",
            law.c_str(), t.judged, 100 * t.passed_over(), t.undefined, t.undecided, t.ill_conditioned);
        EXPECT_LE(t.passed_over(), most_passed_over) << "the law \"" << law << "\" is judged at too few points";
    }
}

inline std::string text(point const& at) {
    std::ostringstream out;
    out.precision(17);
    for (auto const& v : at.values)
        out << (&v == at.values.data() ? "" : ", ") << v.name << " = " << v.value;
    return out.str();
}
template <class T>
std::string text(T value) {
    std::ostringstream out;
    out.precision(std::numeric_limits<T>::max_digits10);
    out << value;
    return out.str();
}

}  // namespace laws
