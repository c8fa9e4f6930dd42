// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
//
// An activation of one's own: its formula and its derivative as text and as LaTeX, values that the compiler computes,
// and values over an array of numbers, read from the file that is named or else from standard input.

#include <hillock/hillock.hpp>

#include <cstdlib>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <string>
#include <vector>

namespace hk = hillock;
using hk::x;
inline constexpr hk::variable<"beta"> beta;

constexpr auto swish = x * hk::sigmoid(beta * x);
constexpr auto slope = hk::diff(swish, x);

// The compiler knows the derivative, writes it and computes values of both.
static_assert(hk::to_string(slope) == "sigmoid(beta * x) + 0.25 * beta * x * sech_square(0.5 * beta * x)");
static_assert(swish(x = 0.0, beta = 1.5) == 0.0);
static_assert(slope(x = 0.0, beta = 1.5) == 0.5);
static_assert(hk::diff(swish, beta)(x = 2.0, beta = 0.0) == 1.0);

/// Reads numbers that white space separates; names the first word that is none, or says that there are no numbers.
static bool read_numbers(std::istream& input, std::string const& source, std::vector<double>& numbers) {
    for (std::string word; input >> word;) {
        char* end = nullptr;
        numbers.push_back(std::strtod(word.c_str(), &end));
        if (*end != '\0') {
            std::cerr << "quickstart: " << source << ": \"" << word << "\" is not a number (it is word "
                      << numbers.size() << ")\n";
            return false;
        }
    }
    if (numbers.empty() || input.bad()) std::cerr << "quickstart: " << source << ": there are no numbers to read\n";
    return !numbers.empty() && !input.bad();
}

static void print_table(std::vector<double> const& numbers, double chosen) {
    std::vector<double> values, slopes;
    for (double number : numbers) {
        values.push_back(swish(x = number, beta = chosen));
        slopes.push_back(slope(x = number, beta = chosen));
    }
    std::cout << "\nbeta = " << chosen << '\n'
              << std::setw(12) << 'x' << std::setw(18) << "swish" << std::setw(18) << "slope" << '\n';
    for (std::size_t i = 0; i < numbers.size(); ++i)
        std::cout << std::setw(12) << std::setprecision(6) << numbers[i] << std::setprecision(9) << std::setw(18)
                  << values[i] << std::setw(18) << slopes[i] << '\n';
}

int main(int count, char** arguments) {
    if (count > 2) {
        std::cerr << "usage: quickstart [file with numbers]\n";
        return 2;
    }
    std::vector<double> numbers;
    if (count == 2) {
        std::ifstream file(arguments[1]);
        if (!file) {
            std::cerr << "quickstart: cannot open \"" << arguments[1] << "\"\n";
            return 1;
        }
        if (!read_numbers(file, arguments[1], numbers)) return 1;
    } else if (!read_numbers(std::cin, "standard input", numbers)) {
        return 1;
    }

    std::cout << "swish       " << swish << '\n'
              << "its slope   " << slope << '\n'
              << "in LaTeX    " << hk::to_latex(swish) << '\n'
              << "            " << hk::to_latex(slope) << '\n';
    print_table(numbers, 1.5);
}
