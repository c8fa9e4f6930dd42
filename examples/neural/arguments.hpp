// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "layer_loops.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <numeric>
#include <span>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace neural {

struct wrong_usage : std::runtime_error {
    using runtime_error::runtime_error;
};

inline layer_loops const* find(std::span<layer_loops const> activations, std::string_view name) {
    auto const found = std::ranges::find(activations, name, &layer_loops::name);
    return found == activations.end() ? nullptr : &*found;
}

/// How many characters have to be inserted, removed or replaced to make one word of another.
inline std::size_t distance(std::string_view from, std::string_view to) {
    std::vector<std::size_t> row(to.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < from.size(); ++i) {
        std::size_t diagonal = row[0]++;
        for (std::size_t k = 0; k < to.size(); ++k) {
            std::size_t const replaced = diagonal + (from[i] != to[k]);
            diagonal = row[k + 1];
            row[k + 1] = std::min({replaced, diagonal + 1, row[k] + 1});
        }
    }
    return row.back();
}

inline std::string unknown_activation(std::string_view name, std::span<layer_loops const> activations) {
    auto const near = std::ranges::min_element(
        activations, {}, [&](layer_loops const& activation) { return distance(name, activation.name); });
    std::string text = "there is no activation \"" + std::string(name) + "\"";
    if (distance(name, near->name) <= 1 + name.size() / 3) text += "; is it " + std::string(near->name) + "?";
    text += "\nThere are";
    std::size_t width = 80;
    for (layer_loops const& activation : activations) {
        if (width + activation.name.size() >= 80) {
            text += "\n   ";
            width = 3;
        }
        text += ' ' + std::string(activation.name);
        width += 1 + activation.name.size();
    }
    return text;
}

template <class Number>
Number read_number(std::string const& option, std::string const& text, Number least, Number most) {
    Number number{};
    auto const [behind, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || behind != text.data() + text.size() || !(number >= least && number <= most))
        throw wrong_usage((std::ostringstream()
                           << option << " takes a number from " << least << " to " << most << ", not \"" << text << '"')
                              .str());
    return number;
}

}  // namespace neural
