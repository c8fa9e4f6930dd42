// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "../neural/arguments.hpp"
#include "experiments.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lab {

inline constexpr std::string_view usage =
    R"(usage: lab [activation ...] [option ...]

Trains networks with each activation and shows what became of them: a table in the terminal, and a report.

  --experiment NAME   digits, spirals or explosion; may be repeated; without it all of them
  --epochs N          of the digits; the spirals get ten times as many (30)
  --seeds N           runs of each setting, from which medians are taken (3)
  --data FILE         the digits (examples/data/digits.csv)
  --report FILE       where the report goes (lab.html)
  --no-report         none
  --quick             a short run that only shows that everything works
  --markdown          print all tables as Markdown, without times, in place of the main one
  --check FILE        end with 1 if these tables are not in FILE)";

struct options {
    plan what;
    bool digits = false, spirals = false, explosion = false;
    std::string data = "examples/data/digits.csv", report = "lab.html", check;
    bool with_report = true, markdown = false, quick = false, help = false;
};

inline options read_options(std::vector<std::string> const& arguments,
                            std::span<neural::layer_loops const> activations) {
    options result;
    bool const quick = std::ranges::find(arguments, "--quick") != arguments.end();
    if (quick) {
        result.what.depths = {2, 10};
        result.what.rates = {0.03};
        result.what.seeds = 1;
    }
    int epochs = quick ? 2 : 30;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        std::string const& argument = arguments[i];
        if (!argument.starts_with('-')) {
            auto const* const found = neural::find(activations, argument);
            if (found == nullptr) throw neural::wrong_usage(neural::unknown_activation(argument, activations));
            if (neural::find(result.what.activations, argument) != nullptr)
                throw neural::wrong_usage("\"" + argument + "\" is named twice");
            result.what.activations.push_back(*found);
            result.what.styles.push_back(static_cast<std::size_t>(found - activations.data()));
        } else if (argument == "--quick") {
            result.quick = true;
        } else if (argument == "--help") {
            result.help = true;
        } else if (argument == "--markdown") {
            result.markdown = true;
        } else if (argument == "--no-report") {
            result.with_report = false;
        } else if (constexpr std::array with_value{"--experiment", "--epochs", "--seeds", "--data", "--report",
                                                   "--check"};
                   std::ranges::find(with_value, argument) == with_value.end()) {
            throw neural::wrong_usage("there is no option " + argument + "\n" + std::string(usage));
        } else if (i + 1 == arguments.size()) {
            throw neural::wrong_usage(argument + " needs a value behind it");
        } else {
            std::string const& value = arguments[++i];
            if (argument == "--epochs") {
                epochs = neural::read_number(argument, value, 1, 10000);
            } else if (argument == "--seeds") {
                result.what.seeds = neural::read_number(argument, value, 1u, 100u);
            } else if (argument == "--data") {
                result.data = value;
            } else if (argument == "--report") {
                result.report = value;
            } else if (argument == "--check") {
                result.check = value;
            } else {
                bool* const chosen = value == "digits"      ? &result.digits
                                     : value == "spirals"   ? &result.spirals
                                     : value == "explosion" ? &result.explosion
                                                            : nullptr;
                if (chosen == nullptr)
                    throw neural::wrong_usage("there is no experiment \"" + value +
                                              "\"; there are digits, spirals and explosion");
                *chosen = true;
            }
        }
    }
    if (!result.digits && !result.spirals && !result.explosion)
        result.digits = result.spirals = result.explosion = true;
    if (result.what.activations.empty()) {
        result.what.activations.assign(activations.begin(), activations.end());
        for (std::size_t i = 0; i < activations.size(); ++i)
            result.what.styles.push_back(i);
    }
    result.what.digits_epochs = epochs;
    result.what.spirals_epochs = 10 * epochs;
    return result;
}

/// Throws unless a file can be written there; leaves what there is.
inline void require_writable(std::string const& path) {
    std::filesystem::path const folder = std::filesystem::path(path).parent_path();
    if (!folder.empty() && !std::filesystem::is_directory(folder))
        throw neural::wrong_usage("there is no folder \"" + folder.string() + "\" for the report");
    bool const existed = std::filesystem::exists(path);
    if (!std::ofstream(path, std::ios::app)) throw neural::wrong_usage("cannot write the report to \"" + path + "\"");
    if (!existed) std::filesystem::remove(path);
}

}  // namespace lab
