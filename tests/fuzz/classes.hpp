// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// What libFuzzer needs beside a target: inputs, and at the end the certainty that each class of calls was among them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <random>
#include <string>

#include <unistd.h>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

namespace fuzz {

// How many calls of each class there were.
inline std::map<std::string, unsigned long> classes;

inline void meet(std::string const& name) {
    auto const found = classes.find(name);
    if (found == classes.end()) {
        std::fprintf(stderr, "no class is called %s\n", name.c_str());
        std::abort();
    }
    ++found->second;
}

[[noreturn]] inline void fail(std::string const& what) {
    std::fprintf(stderr, "fuzz: %s\n", what.c_str());
    std::abort();
}

// With files as arguments libFuzzer runs those alone, and nothing is counted.
inline bool has_files(int count, char** arguments) {
    return std::any_of(arguments + 1, arguments + count, [](char const* argument) {
        return argument[0] != '-' && std::filesystem::is_regular_file(argument);
    });
}

inline void check_classes() {
    bool missed = false;
    for (auto const& [name, count] : classes) {
        std::fprintf(stderr, "%10lu %s\n", count, name.c_str());
        missed = missed || count == 0;
    }
    if (!missed) return;
    std::fprintf(stderr, "fuzz: classes of calls were never met\n");
    _exit(1);  // exit() called this
}

}  // namespace fuzz

// Half of the inputs are new, as most of what a call can be is no neighbour of what was found before.
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most, unsigned seed) {
    std::minstd_rand random(seed);
    if (random() % 2 == 0) return LLVMFuzzerMutate(data, size, most);
    size = std::min<std::size_t>(most, 128);
    std::generate_n(data, size, [&] { return static_cast<std::uint8_t>(random() >> 8); });
    return size;
}
