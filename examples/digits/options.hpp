// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "../neural/arguments.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace digits {

struct options {
    std::vector<std::string> activations;
    int epochs = 30;
    unsigned seed = 1;
    std::string data = "examples/data/digits.csv";
    double at_least = 0;  // the test accuracy without which the program fails
    bool help = false;
};

inline constexpr std::string_view usage =
    "usage: digits [activation ...] [--epochs N] [--seed N] [--data FILE] [--at-least TEST_ACCURACY]";

inline options read_options(std::vector<std::string> const& arguments,
                            std::span<neural::layer_loops const> activations) {
    options result;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        std::string const& argument = arguments[i];
        if (!argument.starts_with('-')) {
            if (neural::find(activations, argument) == nullptr)
                throw neural::wrong_usage(neural::unknown_activation(argument, activations));
            result.activations.push_back(argument);
            continue;
        }
        if (argument == "--help") {
            result.help = true;
            continue;
        }
        bool const is_option =
            argument == "--epochs" || argument == "--seed" || argument == "--data" || argument == "--at-least";
        if (!is_option || i + 1 == arguments.size()) throw neural::wrong_usage(std::string(usage));
        std::string const& value = arguments[++i];
        if (argument == "--epochs")
            result.epochs = neural::read_number(argument, value, 1, 10000);
        else if (argument == "--seed")
            result.seed = neural::read_number(argument, value, 0u, 4294967295u);
        else if (argument == "--at-least")
            result.at_least = neural::read_number(argument, value, 0.0, 1.0);
        else
            result.data = value;
    }
    if (result.activations.empty()) result.activations = {"identity", "relu", "tanh", "gelu", "silu", "mish"};
    return result;
}

}  // namespace digits
