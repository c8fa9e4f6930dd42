// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
//
// Trains a classifier with two hidden layers on 1,797 real handwritten digits, with the activations that the command
// line names, and prints a table of how they did. Whatever is done number by number is a formula that hillock runs as
// one fused loop: bias and activation, the derivative in the backward pass (neural/layer_loops.hpp), softmax with
// cross-entropy, and the optimizer's step (neural/network.hpp). Only matrix products are written as loops.

#include "digits/activation_list.hpp"
#include "digits/data.hpp"
#include "digits/options.hpp"
#include "neural/training.hpp"

#include <hillock/hillock.hpp>

#include <algorithm>
#include <exception>
#include <iomanip>
#include <iostream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

namespace hk = hillock;
using hk::x;
using namespace hk::literals;

// An activation of one's own: edit this line, compile, and run `digits own`.
constexpr auto own = hk::mish(x) + 0.1_c * hk::sin(3_c * x);

constexpr auto const& activations = digits::all_activations<own>;

struct table_row {
    std::string name;
    double training, test, milliseconds;
    std::string saturated = "-", dead = "-";
};

static std::string percent(double share) {
    return (std::ostringstream() << std::fixed << std::setprecision(1) << 100 * share << '%').str();
}

/// Trains one network, with progress on standard error. The linear model is one without hidden layers.
static table_row run(std::string const& name, neural::layer_loops const& activation, bool is_linear_model,
                     neural::data_set const& data, digits::options const& chosen) {
    std::mt19937 random(chosen.seed);
    std::vector<std::size_t> const hidden =
        is_linear_model ? std::vector<std::size_t>{} : std::vector<std::size_t>{48, 24};
    neural::network model(data.inputs, hidden, data.classes, activation, {}, random);
    // Alone, the last layer is a convex problem and learns best at a rate that is too much for several.
    double const rate = is_linear_model ? 0.5 : 0.1;
    int const step = std::max(1, chosen.epochs / 5);
    auto const report = [&](neural::epoch_result const& result) {
        if (result.epoch % step == 0 || result.epoch == chosen.epochs)
            std::cerr << name << ": epoch " << result.epoch << " of " << chosen.epochs << ", loss " << result.loss
                      << ", accuracy " << result.accuracy << '\n';
    };
    auto const [milliseconds, diverged] = neural::train(
        model, data.training, {chosen.epochs, rate}, random, [] {}, report);
    table_row row{name, neural::accuracy(model, data.training), neural::accuracy(model, data.test), milliseconds};
    if (diverged) {
        row.saturated = "diverged";
    } else if (!is_linear_model) {
        auto const [saturated, dead] = neural::count_idle_units<0.01_c>(model, data.training);
        row.saturated = percent(saturated);
        row.dead = percent(dead);
    }
    return row;
}

static void print_table(std::vector<table_row> const& rows, neural::data_set const& data) {
    std::cout << std::left << std::setw(19) << "activation" << std::right << std::setw(9) << "training" << std::setw(9)
              << "test" << std::setw(11) << "ms/epoch" << std::setw(11) << "saturated" << std::setw(9) << "dead" << '\n'
              << std::fixed;
    for (table_row const& row : rows)
        std::cout << std::left << std::setw(19) << row.name << std::right << std::setprecision(4) << std::setw(9)
                  << row.training << std::setw(9) << row.test << std::setprecision(1) << std::setw(11)
                  << row.milliseconds << std::setw(11) << row.saturated << std::setw(9) << row.dead << '\n';
    std::cout << "\ntraining, test   share of digits recognized, of " << data.training.size()
              << " to learn from and of " << data.test.size()
              << " others: of each digit, every fifth image"
                 "\nsaturated        share of pairs of a hidden unit and a training digit where |f'| < 0.01"
                 "\ndead             share of hidden units where f' = 0 for all training digits"
                 "\n(linear model)   softmax regression: no hidden layer, and a rate of 0.5 in place of 0.1\n";
}

int main(int count, char** arguments) try {
    digits::options const chosen = digits::read_options({arguments + 1, arguments + count}, activations);
    if (chosen.help) {
        std::cout << digits::usage << '\n';
        return 0;
    }
    neural::data_set const data = digits::read_data(chosen.data);
    std::vector<table_row> rows;
    rows.push_back(run("(linear model)", activations[0], true, data, chosen));
    for (std::string const& name : chosen.activations) {
        if (name == "own") std::cerr << "own: " << own << ", with derivative " << hk::diff(own) << '\n';
        rows.push_back(run(name, *neural::find(activations, name), false, data, chosen));
    }
    print_table(rows, data);
    // The linear model is there to compare with, whatever it reaches.
    bool const good =
        std::all_of(rows.begin() + 1, rows.end(), [&](table_row const& row) { return row.test >= chosen.at_least; });
    if (!good) std::cerr << "digits: not every activation reached a test accuracy of " << chosen.at_least << '\n';
    return good ? 0 : 1;
} catch (neural::wrong_usage const& error) {
    std::cerr << "digits: " << error.what() << '\n';
    return 2;
} catch (std::exception const& error) {
    std::cerr << "digits: " << error.what() << '\n';
    return 1;
}
