// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/properties/approximations.hpp>
#include <hillock/rules/identities.hpp>

#include <initializer_list>

namespace hillock::detail {

/// The relative error of the functions in approximations.hpp is below it.
inline constexpr double approximation_error = 0x1p-40;

/// How a function of one number runs over the numbers: what its values over an interval follow from.
struct course {
    enum kind : unsigned char { increasing, decreasing, valley_at_0, peak_at_0 };
    op of;
    kind shape;
    /// Its values lie in [floor, ceiling], which are also its limits at the ends of its domain.
    double floor, ceiling;
    /// Where it is defined.
    double domain_lower = -infinite, domain_upper = infinite;
    /// Where it is not analytic.
    bool singular_at_ends = false, singular_at_0 = false;
};

// One function a line.
inline constexpr course courses[] = {
    // clang-format off
    {op::exp,            course::increasing,  0, infinite},
    {op::exp2,           course::increasing,  0, infinite},
    {op::expm1,          course::increasing,  -1, infinite},
    {op::expm1_residual, course::valley_at_0, 0, infinite},
    {op::log,            course::increasing,  -infinite, infinite, 0, infinite, true},
    {op::log2,           course::increasing,  -infinite, infinite, 0, infinite, true},
    {op::log1p,          course::increasing,  -infinite, infinite, -1, infinite, true},
    {op::sqrt,           course::increasing,  0, infinite, 0, infinite, true},
    {op::rsqrt,          course::decreasing,  0, infinite, 0, infinite, true},
    {op::cbrt,           course::increasing,  -infinite, infinite, -infinite, infinite, false, true},
    {op::asin,           course::increasing,  -0x1.921fb54442d19p+0, 0x1.921fb54442d19p+0, -1, 1, true},
    {op::acos,           course::decreasing,  0, 0x1.921fb54442d19p+1, -1, 1, true},
    {op::atan,           course::increasing,  -0x1.921fb54442d19p+0, 0x1.921fb54442d19p+0},
    {op::sinh,           course::increasing,  -infinite, infinite},
    {op::cosh,           course::valley_at_0, 1, infinite},
    {op::tanh,           course::increasing,  -1, 1},
    {op::asinh,          course::increasing,  -infinite, infinite},
    {op::acosh,          course::increasing,  0, infinite, 1, infinite, true},
    {op::atanh,          course::increasing,  -infinite, infinite, -1, 1, true},
    {op::sech_square,    course::peak_at_0,   0, 1},
    {op::logcosh,        course::valley_at_0, 0, infinite},
    {op::tanh_residual,  course::increasing,  -infinite, infinite},
    {op::tanh_softplus,  course::increasing,  0, 1},
    {op::erf,            course::increasing,  -1, 1},
    {op::erfc,           course::decreasing,  0, 2},
    {op::normal_cdf,     course::increasing,  0, 1},
    {op::normal_pdf,     course::peak_at_0,   0, infinite},
    {op::logistic,       course::increasing,  0, 1},
    {op::softplus,       course::increasing,  0, infinite},
    // clang-format on
};

/// What is known of an operation as a function, found at once: constant evaluation pays for searching.
struct function_row {
    signed char line;
    /// f(at) = value, exactly.
    double at;
    interval value;
    /// Up to where exponentials in it stay in range.
    double farthest;
};
struct function_table {
    function_row rows[static_cast<int>(op::product) + 1]{};
};
inline constexpr function_table functions_by_operation = [] {
    function_table result;
    // g++ 12 forgets the initialisers of an array's members here.
    for (function_row& each : result.rows)
        each = {-1, infinite, everything, infinite};
    auto const row = [&](op code) -> function_row& { return result.rows[static_cast<int>(code)]; };
    for (course const& line : courses)
        row(line.of).line = static_cast<signed char>(&line - courses);
    for (function_fact const& fact : function_facts)
        if (fact.value.fits()) {
            row(fact.f).at = fact.at;
            row(fact.f).value = enclosure_of(fact.value);
        }
    for (op code :
         {op::exp, op::expm1, op::expm1_residual, op::sinh, op::cosh, op::tanh_softplus, op::logistic, op::softplus})
        row(code).farthest = 680;
    for (op code : {op::tanh, op::sech_square, op::logcosh, op::tanh_residual})
        row(code).farthest = 340;
    for (op code : {op::normal_cdf, op::normal_pdf})
        row(code).farthest = 36;
    for (op code : {op::erf, op::erfc})
        row(code).farthest = 25;
    row(op::exp2).farthest = 980;
    return result;
}();
constexpr function_row const& row_of(op code) {
    return functions_by_operation.rows[static_cast<int>(code)];
}
constexpr bool has_course(op code) {
    return row_of(code).line >= 0;
}
constexpr course const& course_of(op code) {
    return courses[row_of(code).line];
}

/// A function's value at a number inside its domain, to a relative error of `approximation_error`.
constexpr double approximation(op code, double x) {
    // clang-format off
    switch (code) {
    case op::exp: return approximate::exp(x);
    case op::exp2: return approximate::exp(x * approximate::log_2);
    case op::expm1: return approximate::expm1(x);
    case op::expm1_residual: return approximate::expm1_residual(x);
    case op::log: return approximate::log(x);
    case op::log2: return approximate::log(x) / approximate::log_2;
    case op::log1p: return approximate::log1p(x);
    case op::sqrt: return approximate::root(x);
    case op::rsqrt: return 1 / approximate::root(x);
    case op::cbrt: return approximate::cbrt(x);
    case op::asin: return approximate::atan(x / approximate::root((1 - x) * (1 + x)));
    case op::acos: return 2 * approximate::atan(approximate::root((1 - x) / (1 + x)));
    case op::atan: return approximate::atan(x);
    case op::sinh: return approximate::sinh(x);
    case op::cosh: return 0.5 * (approximate::exp(x) + approximate::exp(-x));
    case op::tanh: return approximate::tanh(x);
    case op::asinh: return approximate::asinh(x);
    case op::acosh: return x > 0x1p400 ? approximate::log(x) + approximate::log_2
                                       : approximate::log1p((x - 1) + approximate::root((x - 1) * (x + 1)));
    case op::atanh: return 0.5 * (x < 0 ? -approximate::log1p(-2 * x / (1 + x)) : approximate::log1p(2 * x / (1 - x)));
    case op::sech_square: return approximate::sech_square(x);
    case op::logcosh: return approximate::logcosh(x);
    case op::tanh_residual: return approximate::tanh_residual(x);
    case op::tanh_softplus: return approximate::tanh_softplus(x);
    case op::erf: return magnitude(x) < 2 ? approximate::erf(x) : x < 0 ? approximate::erfc(-x) - 1 : 1 - approximate::erfc(x);
    case op::erfc: return approximate::erfc(x);
    case op::normal_cdf: return 0.5 * approximate::erfc(-0.7071067811865476 * x);
    case op::normal_pdf: return 0.3989422804014327 * approximate::exp(-0.5 * x * x);
    case op::logistic: return approximate::logistic(x);
    case op::softplus: return approximate::softplus(x);
    default: return 0;
    }
    // clang-format on
}

}  // namespace hillock::detail
