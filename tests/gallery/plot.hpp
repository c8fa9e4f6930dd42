// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// Points to draw a function by, with its jumps found: a jump is where a line ends, not a steep line.
#pragma once

#include <cmath>
#include <utility>
#include <vector>

namespace gallery {

using point = std::pair<double, double>;

struct jump {
    double x, left, value, right;
};
/// Lines between jumps, and at each of these the value that the function has, and the limits that it has not.
struct curve {
    std::vector<std::vector<point>> lines;
    std::vector<point> values, limits;
};

/// The jumps in ]low, high[ at most one of which lies in each of `steps` equal parts.
template <class F>
std::vector<jump> jumps_of(F const& f, double low, double high, int steps) {
    constexpr double near = 0x1p-30, least = 1e-5;
    std::vector<jump> found;
    for (int i = 0; i < steps; ++i) {
        double left = low + (high - low) * i / steps, right = low + (high - low) * (i + 1) / steps;
        while (right - left > near) {
            double const middle = (left + right) / 2, value = f(middle);
            (std::fabs(value - f(left)) > std::fabs(f(right) - value) ? right : left) = middle;
        }
        if (std::fabs(f(right) - f(left)) < least) continue;
        // A jump is at a number that somebody has written.
        double x = std::round((left + right) / 2 * 1e6) / 1e6;
        if (std::fabs(x - left) > 2 * near) x = (left + right) / 2;
        if (!found.empty() && x - found.back().x < 4 * near) continue;
        if (x > low && x < high) found.push_back({x, f(x - 4 * near), f(x), f(x + 4 * near)});
    }
    return found;
}

/// Where `kinks` are, the jumps of its derivative, f has points in any case.
template <class F>
curve curve_of(F const& f, double low, double high, int steps, std::vector<jump> const& kinks) {
    auto const differ = [](double a, double b) { return std::fabs(a - b) > 1e-6; };
    auto const jumps = jumps_of(f, low, high, steps);
    curve made{{{}}, {}, {}};
    auto next_jump = jumps.begin();
    auto next_kink = kinks.begin();
    for (int i = 0; i <= steps; ++i) {
        double const x = low + (high - low) * i / steps;
        for (; next_kink != kinks.end() && next_kink->x < x; ++next_kink)
            if (next_jump == jumps.end() || next_kink->x < next_jump->x)
                made.lines.back().emplace_back(next_kink->x, f(next_kink->x));
        if (next_jump != jumps.end() && next_jump->x <= x) {
            auto const& [at, left, value, right] = *next_jump++;
            made.lines.back().emplace_back(at, left);
            made.lines.push_back({{at, right}});
            made.values.emplace_back(at, value);
            if (differ(left, value)) made.limits.emplace_back(at, left);
            if (differ(right, value)) made.limits.emplace_back(at, right);
            if (at == x) continue;
        }
        made.lines.back().emplace_back(x, f(x));
    }
    return made;
}

}  // namespace gallery
