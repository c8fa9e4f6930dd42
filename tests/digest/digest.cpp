// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// Prints a digest of the bits of each activation and derivative over fixed numbers, computed by `apply`, and fails where a
// call gives others. Two processors agree when they print the same: `.ci/run` compares this one with AArch64.

#include <hillock/catalogue.hpp>
#include <hillock/hillock.hpp>

#include <boost/hana/for_each.hpp>

#include <bit>
#include <cinttypes>
#include <cstdint>
#include <cstdio>
#include <random>
#include <string>
#include <vector>

namespace {

namespace hk = hillock;
using hk::x;

template <class T>
std::vector<T> numbers(std::size_t count) {
    std::mt19937_64 random(20261125);
    std::vector<T> result(count);
    for (std::size_t i = 0; i < count; ++i) {
        std::uint64_t const bits = random();
        if (i % 2 == 0)
            result[i] = static_cast<T>(static_cast<double>(bits >> 11) * 0x1p-53 * 40 - 20);
        else if constexpr (sizeof(T) == 4)
            result[i] = std::bit_cast<float>(static_cast<std::uint32_t>(bits));
        else
            result[i] = std::bit_cast<double>(bits);
    }
    return result;
}

int failures = 0;

template <class T, class E>
void digest(E const& e, std::string const& name) {
    using bits = std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>;
    std::vector<T> const in = numbers<T>(1003);
    std::vector<T> out(in.size());
    hk::apply(e, out, x = in);
    std::uint64_t hash = 0xcbf29ce484222325;
    for (std::size_t i = 0; i < in.size(); ++i) {
        T const called = e(x = in[i]);
        bool const nan = out[i] != out[i];
        if (nan ? called == called : std::bit_cast<bits>(called) != std::bit_cast<bits>(out[i])) ++failures;
        hash = (hash ^ (nan ? 1 : std::bit_cast<bits>(out[i]))) * 0x100000001b3;
    }
    std::printf("%016" PRIx64 " %s, %s\n", hash, name.c_str(), sizeof(T) == 4 ? "float" : "double");
}

}  // namespace

int main() {
    std::fprintf(stderr, "%s\n", std::string(hk::instruction_set()).c_str());
    boost::hana::for_each(hk::catalogue, [](auto const& f) {
        std::string const name(f.name);
        digest<float>(f, name);
        digest<double>(f, name);
        digest<float>(hk::diff(f, x), name + "'");
        digest<double>(hk::diff(f, x), name + "'");
    });
    if (failures != 0) std::fprintf(stderr, "%d numbers differ between apply and a call\n", failures);
    return failures != 0;
}
