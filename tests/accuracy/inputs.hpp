// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// The numbers that are tried where not all can be.
#pragma once

#include <functions/function.hpp>
#include <functions/numbers.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

namespace accuracy {

using functions::bits_of, functions::spread;

/// Where a kernel, a formula or the type may turn: powers of two, multiples of a quarter, the ends of exponentials in both
/// types, quarter turns, the formula's own numbers, its zeros and those of its value.
template <class T>
std::vector<double> turning_points(functions::unary const& f) {
    std::vector<double> found{0};
    constexpr double greatest = static_cast<double>(std::numeric_limits<T>::max());
    for (int power = sizeof(T) == 4 ? -149 : -80; power <= (sizeof(T) == 4 ? 127 : 66); ++power)
        found.push_back(std::ldexp(1, power));
    for (double const power : {-1074., -1073., -1023., -1022., -1021., -500., -350., -150., -149., -126., 127., 128.,
                               340., 500., 1000., 1023.})
        found.push_back(std::ldexp(1, static_cast<int>(power)));
    for (int i = 1; i <= 64; ++i)
        found.push_back(i / 4.0);
    for (int i = 17; i <= 64; ++i)
        found.push_back(i);
    // ln of the greatest and least float and double, their halves; where erfc, normal_cdf and exp(-x^2) vanish; where tanh and
    // logistic are 1; the limits of the kernels in include/hillock/evaluate.
    for (double const v : {88.722839,
                           87.336545,
                           103.278929,
                           103.972077,
                           709.782712893384,
                           708.3964185322641,
                           745.1332191019411,
                           744.4400719213812,
                           44.3614195,
                           51.986,
                           354.891356446692,
                           372.566609550971,
                           26.543258454250,
                           27.226017111108,
                           9.194549,
                           10.053,
                           10.194,
                           37.519379347,
                           38.485408335567,
                           13.0,
                           14.1684,
                           14.4209,
                           9.0109,
                           17.3286,
                           16.6355,
                           18.7149,
                           19.0615,
                           36.7368,
                           8.664,
                           8.3177,
                           21.65,
                           38.75,
                           745.5,
                           2200.0,
                           760.0,
                           230.0,
                           0.7853981633974483,
                           1.5707963267948966,
                           3.141592653589793,
                           6.283185307179586,
                           1e5,
                           1e9})
        found.push_back(v);
    for (laws::step const& s : f.formula())
        if (s.code == laws::op::constant)
            found.push_back(std::fabs(
                std::ldexp(static_cast<double>(s.constant.numerator) / static_cast<double>(s.constant.denominator),
                           s.constant.exponent)));
    auto const points = found;
    for (double const v : points)
        found.push_back(-v);
    // Zeros between -20 and 20.
    double left = -20, at_left = f.in_double.call(left);
    for (int i = 1; i <= 2560; ++i) {
        double const right = -20 + i / 64.0, at_right = f.in_double.call(right);
        if ((at_left < 0) != (at_right < 0)) {
            double a = left, b = right;
            for (int k = 0; k < 64; ++k) {
                double const middle = 0.5 * (a + b);
                ((f.in_double.call(middle) < 0) == (at_left < 0) ? a : b) = middle;
            }
            found.push_back(b);
        }
        left = right;
        at_left = at_right;
    }
    std::erase_if(found, [&](double v) { return !(std::fabs(v) <= greatest); });
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

/// The numbers next to each of these, so many on both sides.
template <class T>
std::vector<T> neighbours(std::span<double const> of, int count) {
    std::vector<T> found;
    constexpr bits_of<T> sign = bits_of<T>{1} << (8 * sizeof(T) - 1);
    for (double const v : of) {
        T const centre = static_cast<T>(v);
        auto const bits = std::bit_cast<bits_of<T>>(centre);
        auto const magnitude = static_cast<std::int64_t>(bits & ~sign);
        for (std::int64_t k = -count; k <= count; ++k) {
            std::int64_t const place = magnitude + k;
            // Through 0 to the other sign.
            auto const other = static_cast<bits_of<T>>(place < 0 ? -place : place);
            found.push_back(
                std::bit_cast<T>(static_cast<bits_of<T>>(other | (place < 0 ? ~bits & sign : bits & sign))));
        }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    std::erase_if(found, [](T v) { return !(std::fabs(v) <= std::numeric_limits<T>::max()); });
    return found;
}

/// For functions of two numbers: of all magnitudes, dense where functions bend, and with what is special.
template <class T>
std::vector<T> grid(std::size_t count) {
    std::vector<T> found{0,
                         T(-0.0),
                         1,
                         -1,
                         0.5,
                         -0.5,
                         2,
                         3,
                         -3,
                         std::numeric_limits<T>::max(),
                         std::numeric_limits<T>::denorm_min(),
                         std::numeric_limits<T>::min(),
                         std::numeric_limits<T>::quiet_NaN()};
    for (std::uint64_t i = 0; found.size() < count; ++i)
        found.push_back(spread<T>(i * 7));
    return found;
}

}  // namespace accuracy
