// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "../neural/sample.hpp"

#include <array>
#include <charconv>
#include <cstddef>
#include <fstream>
#include <stdexcept>
#include <string>

namespace digits {

inline constexpr std::size_t pixels = 64, classes = 10;

/// A line of 64 integers from 0 to 16 and a digit, separated by commas, as brightness from 0 to 1 and a label; `place` says
/// in errors where it is.
inline neural::sample read_image(std::string const& line, std::string const& place) {
    neural::sample result{};
    char const* next = line.data();
    char const* const end = next + line.size();
    for (std::size_t i = 0; i <= pixels; ++i) {
        unsigned value = 0;
        auto const [behind, error] = std::from_chars(next, end, value);
        if (error != std::errc{} || value > (i < pixels ? 16u : 9u))
            throw std::runtime_error(place + ": column " + std::to_string(i + 1) +
                                     (i < pixels ? " is not an integer from 0 to 16" : " is not a digit"));
        if (i < pixels)
            result.inputs.push_back(static_cast<float>(value) / 16);
        else
            result.label = value;
        bool const separated = i < pixels ? behind != end && *behind == ',' : behind == end;
        if (!separated) throw std::runtime_error(place + ": expected 64 pixels and a digit, separated by commas");
        next = behind + 1;
    }
    return result;
}

/// Reads all images. The split is fixed: of each digit, every fifth image in the order of the file is for the test.
inline neural::data_set read_data(std::string const& path) {
    std::ifstream file(path);
    if (!file) throw std::runtime_error("cannot open \"" + path + "\" (--data FILE says where the digits are)");
    neural::data_set result{pixels, classes, {}, {}};
    std::array<int, classes> count{};
    std::size_t number = 0;
    for (std::string line; std::getline(file, line);) {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        neural::sample const read = read_image(line, path + ", line " + std::to_string(++number));
        bool const for_test = ++count[read.label] % 5 == 0;
        (for_test ? result.test : result.training).push_back(read);
    }
    if (file.bad()) throw std::runtime_error("cannot read \"" + path + "\"");
    if (result.test.empty()) throw std::runtime_error(path + ": too few digits to train and test with");
    return result;
}

}  // namespace digits
