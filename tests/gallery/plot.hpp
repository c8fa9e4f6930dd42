// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// Points to draw a function by, with its jumps found: a jump is where a line ends, not a steep line.
#pragma once

#include <algorithm>
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

/// Where `kinks` are, jumps of a derivative, f has points in any case.
template <class F>
curve curve_of(F const& f, double low, double high, int steps, std::vector<jump> const& kinks) {
    auto const differ = [](double one, double other) { return std::fabs(one - other) > 1e-6; };
    auto const jumps = jumps_of(f, low, high, steps);
    std::vector<double> inputs;
    for (int i = 0; i <= steps; ++i)
        inputs.push_back(low + (high - low) * i / steps);
    for (jump const& kink : kinks)
        inputs.push_back(kink.x);
    for (jump const& j : jumps)
        inputs.push_back(j.x);
    std::sort(inputs.begin(), inputs.end());
    inputs.erase(std::unique(inputs.begin(), inputs.end()), inputs.end());
    curve made{{{}}, {}, {}};
    auto next = jumps.begin();
    for (double x : inputs) {
        if (next == jumps.end() || x != next->x) {
            made.lines.back().emplace_back(x, f(x));
            continue;
        }
        made.lines.back().emplace_back(x, next->left);
        made.lines.push_back({{x, next->right}});
        made.values.emplace_back(x, next->value);
        for (double limit : {next->left, next->right})
            if (differ(limit, next->value)) made.limits.emplace_back(x, limit);
        ++next;
    }
    return made;
}

}  // namespace gallery
