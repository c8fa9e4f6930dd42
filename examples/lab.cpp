// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
//
// A laboratory for activations: the same networks with each of them, on real handwritten digits and on two interleaved
// spirals. What non-linearity is for, how gradients vanish and explode and what helps, which units saturate and die, what
// an epoch costs. Writes a report with plots, lab.html, and prints its main table. All numbers but times are the same in
// each run, bit for bit, on every processor.

#include "digits/data.hpp"
#include "lab/options.hpp"
#include "lab/report.hpp"
#include "lab/spirals.hpp"

#include <hillock/hillock.hpp>

#include <array>
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
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

static lab::results experiment(lab::options const& chosen, neural::data_set const& digits,
                               neural::data_set const& spirals) {
    lab::results all{chosen.what, {}, {}, {}};
    double work = 0;
    if (chosen.digits) work += lab::grid_work(all.what, digits, all.what.digits_epochs);
    if (chosen.spirals) work += lab::grid_work(all.what, spirals, all.what.spirals_epochs);
    if (chosen.explosion) work += lab::explosion_work(all.what, digits);
    lab::progress bar(work);
    if (chosen.digits) all.digits = lab::run_grid(all.what, digits, all.what.digits_epochs, bar);
    if (chosen.spirals) all.spirals = lab::run_grid(all.what, spirals, all.what.spirals_epochs, bar);
    if (chosen.explosion) all.explosion = lab::run_explosion(all.what, digits, bar);
    return all;
}

/// Whether the tables are in a file; says which lines are not.
static bool is_in(std::string const& path, std::string const& tables) {
    std::ifstream file(path);
    std::string const text(std::istreambuf_iterator<char>(file), {});
    if (text.find(tables) != std::string::npos) return true;
    std::cerr << "lab: the tables in " << path << " are others; --markdown prints them. These lines are not there:\n";
    std::istringstream lines(tables);
    for (std::string line; std::getline(lines, line);)
        if (text.find(line + '\n') == std::string::npos) std::cerr << line << '\n';
    return false;
}

int main(int count, char** arguments) try {
    lab::options const chosen = lab::read_options({arguments + 1, arguments + count}, activations);
    if (chosen.help) {
        std::cout << lab::usage << '\n';
        return 0;
    }
    // What would be in the way afterwards is found before.
    if (chosen.with_report) {
        lab::require_writable(chosen.report);
        lab::require_gnuplot();
    }
    if (!chosen.check.empty() && !std::ifstream(chosen.check))
        throw neural::wrong_usage("cannot read \"" + chosen.check + "\"");
    neural::data_set const digits = digits::read_data(chosen.data), spirals = lab::make_spirals();

    lab::results const all = experiment(chosen, digits, spirals);
    std::string const tables = as_markdown(all);
    if (chosen.with_report) lab::write_report(chosen.report, all, spirals, std::string(hk::to_string(own).view()));
    if (chosen.markdown)
        std::cout << tables;
    else if (all.digits || all.spirals)
        std::cout << as_text(main_table(all, true));
    else
        std::cout << as_text(explosion_table(all));
    if (chosen.with_report) std::cerr << "lab: the report is in " << chosen.report << '\n';
    return chosen.check.empty() || is_in(chosen.check, tables) ? 0 : 1;
} catch (neural::wrong_usage const& error) {
    std::cerr << "lab: " << error.what() << '\n';
    return 2;
} catch (std::exception const& error) {
    std::cerr << "lab: " << error.what() << '\n';
    return 1;
}
