// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
//
// A laboratory for activations: the same networks with each of them, on real handwritten digits and on two interleaved
// spirals. What non-linearity is for, how gradients vanish and explode and what helps, which units saturate and die, what
// an epoch costs. Writes a report with plots, lab.html, and prints its main table. All numbers but times are the same in
// each run, bit for bit, on every processor.

#include "digits/data.hpp"
#include "lab/options.hpp"
#include "lab/results.hpp"
#include "lab/spirals.hpp"

#include <hillock/hillock.hpp>

#include <array>
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

namespace hk = hillock;
using hk::x;
using namespace hk::literals;

// An activation of one's own: edit this line, and compile.
constexpr auto own = hk::tanh(x) + 0.1_c * x;

constexpr std::array activations{
    neural::loops_of<hk::identity>("identity"),
    neural::loops_of<hk::sigmoid>("sigmoid"),
    neural::loops_of<hk::tanh>("tanh"),
    neural::loops_of<hk::relu>("relu"),
    neural::loops_of<hk::leaky_relu>("leaky_relu"),
    neural::loops_of<hk::elu>("elu"),
    neural::loops_of<hk::selu>("selu"),
    neural::loops_of<hk::gelu>("gelu"),
    neural::loops_of<hk::silu>("silu"),
    neural::loops_of<hk::mish>("mish"),
    neural::loops_of<own>("own"),
};

static lab::results experiment(lab::options const& chosen) {
    lab::results all{chosen.what, {}, {}, {}};
    neural::data_set const digits = digits::read_data(chosen.data), spirals = lab::make_spirals();
    double work = 0;
    if (chosen.digits) work += lab::grid_work(all.what, digits, all.what.digits_epochs);
    if (chosen.spirals) work += lab::grid_work(all.what, spirals, all.what.spirals_epochs);
    if (chosen.explosion) work += lab::explosion_work(all.what, digits);
    lab::progress bar(work);
    constexpr std::size_t unmapped = 0;
    if (chosen.digits) all.digits = lab::run_grid(all.what, digits, all.what.digits_epochs, unmapped, bar);
    if (chosen.spirals)
        all.spirals = lab::run_grid(all.what, spirals, all.what.spirals_epochs, all.what.depths.front(), bar);
    if (chosen.explosion) all.explosion = lab::run_explosion(all.what, digits, bar);
    return all;
}

int main(int count, char** arguments) try {
    lab::options const chosen = lab::read_options({arguments + 1, arguments + count}, activations);
    if (chosen.help) {
        std::cout << lab::usage << '\n';
        return 0;
    }
    lab::results const all = experiment(chosen);
    std::cout << as_markdown(all);
    return 0;
} catch (neural::wrong_usage const& error) {
    std::cerr << "lab: " << error.what() << '\n';
    return 2;
} catch (std::exception const& error) {
    std::cerr << "lab: " << error.what() << '\n';
    return 1;
}
