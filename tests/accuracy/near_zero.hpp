// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// Where a derivative's error is bounded absolutely, as it vanishes nearby.
#pragma once

#include <cmath>
#include <optional>

namespace accuracy {

/// A number within 1/8 of x, but not 0, at which a function vanishes: it changes its sign there, or touches 0. `f` gives its
/// value so far from x.
template <class F>
std::optional<double> zero_near(double x, F const& f) {
    constexpr double width = 0.125;
    constexpr int pieces = 16;
    double left = -width, at_left = f(left);
    for (int i = 1; i <= pieces; ++i) {
        double const right = -width + 2 * width * i / pieces, at_right = f(right);
        bool const changes = (at_left < 0) != (at_right < 0);
        double a = left, b = right;
        for (int k = 0; k < 50; ++k) {
            // Bisection where the sign changes, else a search for the least magnitude.
            if (changes) {
                double const middle = 0.5 * (a + b);
                ((f(middle) < 0) == (at_left < 0) ? a : b) = middle;
            } else {
                double const p = a + (b - a) / 3, q = b - (b - a) / 3;
                if (std::fabs(f(p)) < std::fabs(f(q)))
                    b = q;
                else
                    a = p;
            }
        }
        double const zero = 0.5 * (a + b), size = std::fabs(f(zero)), beside = std::fabs(at_left) + std::fabs(at_right);
        if (std::fabs(x + zero) > 1e-9 && beside > 0 && size <= 1e-7 * beside) return x + zero;
        left = right;
        at_left = at_right;
    }
    return std::nullopt;
}

}  // namespace accuracy
