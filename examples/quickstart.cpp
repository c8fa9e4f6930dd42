// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
//
// An activation of one's own: its derivative, its text, its values in the compiler and over numbers that are read from
// a file (the first argument) or from standard input.

#include <hillock/hillock.hpp>

#include <fstream>
#include <iostream>

namespace hk = hillock;
using hk::x;
inline constexpr hk::variable<"beta"> beta;

constexpr auto swish = x * hk::sigmoid(beta * x);
constexpr auto slope = hk::diff(swish, x);

// The compiler computes values, too.
static_assert(swish(x = 0.0, beta = 1.5) == 0.0);
static_assert(slope(x = 0.0, beta = 1.5) == 0.5);

static int print_values(std::istream& numbers) {
    std::cout << "\nbeta = 1.5\nx\tswish\tslope\n";
    for (double number; numbers >> number;) {
        std::cout << number << '\t' << swish(x = number, beta = 1.5) << '\t' << slope(x = number, beta = 1.5) << '\n';
    }
    if (!numbers.eof()) {
        std::cerr << "quickstart: this is not a number, or cannot be read\n";
        return 1;
    }
    return 0;
}

int main(int count, char** arguments) {
    std::cout << "swish:      " << hk::to_string(swish) << '\n'
              << "derivative: " << hk::to_string(slope) << '\n'
              << "in LaTeX:   " << hk::to_latex(slope) << '\n';
    if (count < 2) return print_values(std::cin);
    std::ifstream file(arguments[1]);
    return print_values(file);
}
