// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <gallery/json.hpp>

#include <hillock/hillock.hpp>

#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

/// What is proved of an activation, in words.
namespace gallery {

namespace hk = hillock;

inline std::string number(double value) {
    if (std::isinf(value)) return value < 0 ? "−∞" : "∞";
    char text[32];
    std::snprintf(text, sizeof text, "%.6g", std::abs(value));
    return (value < 0 ? "−" : "") + std::string(text);
}
/// Enclosures are far narrower than the six digits shown.
inline std::string number(hk::enclosure const& value) {
    return value.is_known() ? number(value.estimate()) : "unknown";
}

inline std::string interval(hk::value_range const& range) {
    std::string const lower = number(range.lower), upper = number(range.upper);
    if (lower == upper && range.lower.attained) return "only " + lower;
    return (range.lower.attained ? "[" : "(") + lower + ", " + upper + (range.upper.attained ? "]" : ")");
}
inline std::string yes_or_no(hk::answer a) {
    return a ? "yes" : a.is_known() ? "no" : "not known";
}

inline std::string limits(hk::property_set const& p) {
    auto const one = [](hk::limit_value const& limit, std::string const& side) {
        return (limit.exists ? number(limit) : limit.exists.is_known() ? "none" : "not known") + " on the " + side;
    };
    return one(p.limit_left, "left") + ", " + one(p.limit_right, "right");
}
inline std::string direction(hk::direction const& d) {
    if (d.increasing && d.decreasing) return "constant";
    if (d.increasing) return "increasing";
    if (d.decreasing) return "decreasing";
    return d.increasing.is_known() && d.decreasing.is_known() ? "no" : "not known";
}
inline std::string symmetry(hk::property_set const& p) {
    if (p.odd) return "odd, so zero-centred";
    if (p.even) return "even";
    return p.odd.is_known() && p.even.is_known() ? "none" : "not known";
}
inline std::string curvature(hk::property_set const& p) {
    if (p.convex && p.concave) return "straight";
    if (p.convex) return "convex";
    if (p.concave) return "concave";
    return p.convex.is_known() && p.concave.is_known() ? "neither convex nor concave" : "not known";
}
inline std::string smoothness(hk::smoothness_class const& s) {
    if (s.analytic) return "analytic";
    if (!s.is_known()) return "not known";
    return s.at_most < 0 ? "jumps" : "C" + std::to_string(s.at_most);
}
inline std::string kinks(hk::property_set const& p) {
    std::string text;
    for (hk::kink const& each : p.kinks) {
        text += (text.empty() ? "at " : "; at ") + number(each.at) + " the ";
        text += each.jumps ? "value jumps from " + number(each.value_left) + " to " + number(each.value_right)
                           : "slope jumps from " + number(each.slope_left) + " to " + number(each.slope_right);
    }
    return text.empty() ? "none" : text;
}
inline std::string saturation(hk::property_set const& p) {
    std::string text;
    auto const add = [&](hk::saturation const& s, std::string const& side, std::string const& beyond) {
        if (!s) return;
        text += (text.empty() ? "" : "; ") + std::string("on the ") + side;
        if (std::isfinite(s.beyond.estimate())) text += ": |f′| < 2⁻¹⁰ " + beyond + " " + number(s.beyond);
    };
    add(p.saturates_left, "left", "below");
    add(p.saturates_right, "right", "above");
    return text.empty() ? "no" : text;
}
inline std::string dead(hk::dead_span const& span) {
    std::string text;
    for (hk::span_of_line const& each : span.where)
        text += (text.empty() ? "(" : ", (") + number(each.lower) + ", " + number(each.upper) + ")";
    return text.empty() ? yes_or_no(span) : text;
}
inline std::string extremum(hk::extremum const& e) {
    if (!e) return e.exists.is_known() ? "none" : "not known";
    bool const one_place = std::isfinite(e.at.lower) && e.at.upper - e.at.lower < 1e-6;
    return number(e.value) + (one_place ? " at " + number(e.at) : "");
}
inline std::string cost(hk::operation_count const& count) {
    std::string text;
    auto const add = [&](int how_many, std::string const& one, std::string const& several) {
        if (how_many != 0)
            text += (text.empty() ? "" : ", ") + std::to_string(how_many) + " " + (how_many == 1 ? one : several);
    };
    add(count.exponentials, "exponential", "exponentials");
    add(count.logarithms, "logarithm", "logarithms");
    add(count.roots, "root", "roots");
    add(count.others, "other function", "other functions");
    add(count.divisions, "division", "divisions");
    add(count.multiplications, "multiplication", "multiplications");
    add(count.additions, "addition", "additions");
    add(count.choices, "comparison or choice", "comparisons and choices");
    return text.empty() ? "nothing" : text;
}

/// Lines of the page, each a `label` and a `text`.
inline std::vector<object> words_of(hk::property_set const& p) {
    std::vector<object> lines;
    auto const add = [&](char const* label, std::string const& text) {
        object line;
        line.add("label", label);
        line.add("text", text);
        lines.push_back(line);
    };
    add("Range", interval(p.range));
    add("Limits", limits(p));
    add("Monotone", direction(p.monotone));
    add("Symmetry", symmetry(p));
    add("Curvature", curvature(p));
    add("Smoothness", smoothness(p.smoothness));
    add("Kinks and jumps", kinks(p));
    add("Saturates", saturation(p));
    add("Dead interval", dead(p.dead_interval));
    add("Range of the slope", interval(p.gradient_range));
    add("Lipschitz constant", number(p.lipschitz));
    add("Minimum", extremum(p.minimum));
    add("Cost of a value", cost(p.cost));
    return lines;
}

}  // namespace gallery
