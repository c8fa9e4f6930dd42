// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// The bits of every function over fixed numbers, as digests: `digest POWER` compares those of the first 2^POWER numbers with
// the ones in digests.hpp, `digest --write` prints that file. Each hundredth result of `apply` is compared with a call.

#include <digest/digests.hpp>
#include <functions/function.hpp>
#include <functions/numbers.hpp>

#include <hillock/loops/instruction_set.hpp>

#include <algorithm>
#include <cinttypes>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iterator>
#include <string>

namespace {

constexpr std::size_t block = 256;

int failures = 0;

template <class T>
bool same(T a, T b) {
    return std::bit_cast<functions::bits_of<T>>(a) == std::bit_cast<functions::bits_of<T>>(b) || (a != a && b != b);
}

void complain(std::string const& what) {
    if (++failures <= 20) std::fprintf(stderr, "%s\n", what.c_str());
}

struct found {
    std::string name;
    std::uint64_t of_constants, of_first[std::size(digests::powers)]{};
};

/// `evaluate` fills a block of results from its first number on, `call` gives one.
template <class T, class Evaluate, class Call>
found digests_of(std::string const& name, int greatest_power, Evaluate const& evaluate, Call const& call) {
    found made{name + ", " + (sizeof(T) == 4 ? "float" : "double"), 0};
    functions::digest constants, all;
    for (std::uint64_t i = 0; i < digests::constants; ++i)
        constants.add(call(digests::constant_number(i)));
    made.of_constants = constants.value();
    std::vector<T> out(block);
    std::uint64_t done = 0;
    for (std::size_t p = 0; p < std::size(digests::powers) && digests::powers[p] <= greatest_power; ++p) {
        for (; done < std::uint64_t{1} << digests::powers[p]; done += block) {
            evaluate(done, out);
            for (std::size_t i = 0; i < block; ++i) {
                all.add(out[i]);
                if ((done + i) % 100 == 0 && !same(call(done + i), out[i]))
                    complain(name + ": apply and a call differ at number " + std::to_string(done + i));
            }
        }
        made.of_first[p] = all.value();
    }
    return made;
}

template <class T>
found digests_of(functions::unary const& f, int power) {
    std::vector<T> in(block);
    return digests_of<T>(
        f.name, power,
        [&](std::uint64_t first, std::vector<T>& out) {
            for (std::size_t i = 0; i < block; ++i)
                in[i] = functions::spread<T>(first + i);
            f.in<T>().apply(in, out);
        },
        [&](std::uint64_t i) { return f.in<T>().call(functions::spread<T>(i)); });
}
template <class T>
found digests_of(functions::binary const& f, int power) {
    std::vector<T> a(block), b(block);
    return digests_of<T>(
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

/// In the order of the file.
template <class F>
void for_each(int power, F const& f) {
    for (auto const& function : functions::all_unary())
        if (function.kind != functions::kind::curvature) {
            f(digests_of<float>(function, power));
            f(digests_of<double>(function, power));
        }
    for (auto const& function : functions::all_binary()) {
        f(digests_of<float>(function, power));
        f(digests_of<double>(function, power));
    }
}

void write_head() {
    std::puts("// SPDX-FileCopyrightText: 2026 The hillock authors\n"
              "// SPDX-License-Identifier: BSL-1.0\n"
              "\n"
              "// Written by `digest --write`: of each function the digest over `constants` numbers, then over the "
              "first 2^power.\n"
              "#pragma once\n"
              "\n"
              "#include <digest/row.hpp>\n"
              "\n"
              "namespace digests {\n"
              "\n"
              "// clang-format off\n"
              "inline constexpr row known[] = {");
}
void write(found const& f) {
    std::printf("    {\"%s\", 0x%016" PRIx64 ", {", f.name.c_str(), f.of_constants);
    for (std::size_t p = 0; p < std::size(digests::powers); ++p)
        std::printf("%s0x%016" PRIx64, p == 0 ? "" : ", ", f.of_first[p]);
    std::puts("}},");
}
void write_tail() {
    std::puts("};\n"
              "// clang-format on\n"
              "\n"
              "}  // namespace digests");
}

bool is_known(found const& f, digests::row const& known) {
    bool same = f.name == known.name && f.of_constants == known.of_constants;
    for (std::size_t p = 0; p < std::size(digests::powers); ++p)
        same = same && (f.of_first[p] == 0 || f.of_first[p] == known.of_first[p]);
    return same;
}

}  // namespace

int main(int count, char** arguments) {
    if (count == 2 && std::strcmp(arguments[1], "--write") == 0) {
        write_head();
        for_each(digests::powers[std::size(digests::powers) - 1], write);
        write_tail();
        return failures != 0;
    }
    int const power = count == 2 ? std::atoi(arguments[1]) : 0;
    if (std::find(std::begin(digests::powers), std::end(digests::powers), power) == std::end(digests::powers)) {
        std::fprintf(stderr, "usage: digest 8|12|16|20, or digest --write\n");
        return 2;
    }
    std::printf("%s, 2^%d numbers for each function\n", std::string(hillock::instruction_set()).c_str(), power);
    std::size_t compared = 0;
    for_each(power, [&](found const& f) {
        if (compared >= std::size(digests::known) || !is_known(f, digests::known[compared]))
            complain("not what tests/digest/digests.hpp has: " + f.name);
        ++compared;
    });
    if (compared != std::size(digests::known)) complain("tests/digest/digests.hpp has other functions");
    std::printf("%zu functions, %d differ\n", compared, failures);
    return failures != 0;
}
