// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// The bits of every function over fixed numbers, as digests: `digest FILE POWER` compares those of the first 2^POWER numbers
// with the ones in FILE, `digest --write` prints them all. Each hundredth result of `apply` is compared with a call.

#include <functions/function.hpp>
#include <functions/numbers.hpp>

#include <hillock/loops/instruction_set.hpp>

#include <algorithm>
#include <cinttypes>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

namespace {

// Digests are kept of so many numbers: what is slow compares the first of them.
constexpr int powers[] = {8, 12, 16, 20};
constexpr std::size_t block = 256;

int failures = 0;

template <class T>
bool same(T a, T b) {
    return std::bit_cast<functions::bits_of<T>>(a) == std::bit_cast<functions::bits_of<T>>(b) || (a != a && b != b);
}

void complain(std::string const& what) {
    if (++failures <= 20) std::fprintf(stderr, "%s\n", what.c_str());
}

/// A line of the file: `evaluate` fills a block of results from its first number on, `call` gives one.
template <class T, class Evaluate, class Call>
std::string line(std::string const& name, int greatest_power, Evaluate const& evaluate, Call const& call) {
    functions::digest found;
    std::string text = name + ", " + (sizeof(T) == 4 ? "float" : "double") + ":";
    std::vector<T> out(block);
    std::uint64_t done = 0;
    for (int const power : powers) {
        if (power > greatest_power) break;
        for (; done < std::uint64_t{1} << power; done += block) {
            evaluate(done, out);
            for (std::size_t i = 0; i < block; ++i) {
                found.add(out[i]);
                if ((done + i) % 100 == 0 && !same(call(done + i), out[i]))
                    complain(name + ": apply and a call differ at number " + std::to_string(done + i));
            }
        }
        char digest[20];
        std::snprintf(digest, sizeof digest, " %016" PRIx64, found.value());
        text += digest;
    }
    return text;
}

template <class T>
std::string line_of(functions::unary const& f, int power) {
    std::vector<T> in(block);
    return line<T>(
        f.name, power,
        [&](std::uint64_t first, std::vector<T>& out) {
            for (std::size_t i = 0; i < block; ++i)
                in[i] = functions::spread<T>(first + i);
            f.in<T>().apply(in, out);
        },
        [&](std::uint64_t i) { return f.in<T>().call(functions::spread<T>(i)); });
}
template <class T>
std::string line_of(functions::binary const& f, int power) {
    std::vector<T> a(block), b(block);
    return line<T>(
        f.name, power,
        [&](std::uint64_t first, std::vector<T>& out) {
            for (std::size_t i = 0; i < block; ++i) {
                a[i] = functions::spread<T>(2 * (first + i));
                b[i] = functions::spread<T>(2 * (first + i) + 1);
            }
            f.in<T>().apply(a, b, out);
        },
        [&](std::uint64_t i) { return f.in<T>().call(functions::spread<T>(2 * i), functions::spread<T>(2 * i + 1)); });
}

template <class F>
void each_line(int power, F const& f) {
    for (auto const& function : functions::all_unary())
        if (function.kind != functions::kind::curvature) {
            f(line_of<float>(function, power));
            f(line_of<double>(function, power));
        }
    for (auto const& function : functions::all_binary()) {
        f(line_of<float>(function, power));
        f(line_of<double>(function, power));
    }
}

}  // namespace

int main(int count, char** arguments) {
    if (count == 2 && std::strcmp(arguments[1], "--write") == 0) {
        each_line(20, [](std::string const& line) { std::printf("%s\n", line.c_str()); });
        return failures != 0;
    }
    int const power = count == 3 ? std::atoi(arguments[2]) : 0;
    if (std::find(std::begin(powers), std::end(powers), power) == std::end(powers)) {
        std::fprintf(stderr, "usage: digest FILE 8|12|16|20, or digest --write\n");
        return 2;
    }
    std::printf("%s, 2^%d numbers for each function\n", std::string(hillock::instruction_set()).c_str(), power);
    std::ifstream file(arguments[1]);
    int compared = 0;
    each_line(power, [&](std::string const& line) {
        std::string known;
        std::getline(file, known);
        if (!known.starts_with(line)) complain("expected: " + known + "\nfound:    " + line);
        ++compared;
    });
    for (std::string rest; std::getline(file, rest);)
        complain("no function for: " + rest);
    std::printf("%d functions, %d differ\n", compared, failures);
    return failures != 0;
}
