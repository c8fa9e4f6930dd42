// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
//
// Writes docs/catalogue.md from hillock::catalogue. Given that file as its argument, it compares instead, and fails
// where the file is stale.

#include <documents/entry.hpp>

#include <boost/hana/for_each.hpp>

#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>

namespace hk = hillock;
using documents::a, documents::b;

namespace {

std::string code(std::string_view text) {
    return "`" + std::string(text) + "`";
}
template <hk::expression E>
std::string code_of(E const& e) {
    return code(hk::to_string(e).view());
}

std::string names(auto activation) {
    std::string result;
    for (std::string const& name : documents::names_of(activation.name))
        result += (result.empty() ? "" : ", ") + code(name);
    return result;
}

std::string parameters_of(auto parameters) {
    std::string result;
    for (auto const& [name, default_value] : documents::parameters_of(parameters))
        result += (result.empty() ? "" : ", ") + code(name + " = " + default_value);
    return result;
}

std::string_view needs(hk::saved what) {
    return what == hk::saved::input ? "input" : what == hk::saved::output ? "output" : "nothing";
}

std::string table() {
    std::ostringstream out;
    out << "# The catalogue\n\n"
           "Made by tests/documents/catalogue_table.cpp from `hillock::catalogue` and `hillock::gated_catalogue`; do "
           "not edit.\n"
           "How each activation behaves at a kink can be read off its derivative: `select(c, a, b)` is `a` where `c` "
           "holds,\n"
           "otherwise `b`. Parameters follow x in a call, in the order shown, and have the defaults shown.\n\n"
           "## Of one number\n\n"
           "Backward needs: what has to be kept of the forward pass with the parameters at their defaults, as\n"
           "`hk::saved_for_backward` says.\n\n"
           "| name | parameters | definition | derivative by x | backward needs | source |\n"
           "|---|---|---|---|---|---|\n";
    boost::hana::for_each(hk::catalogue, [&](auto activation) {
        using parameters = typename decltype(activation)::parameters;
        constexpr auto definition = decltype(activation)::definition();
        out << "| " << names(activation) << " | " << parameters_of(parameters{}) << " | " << code_of(definition)
            << " | " << code_of(hk::diff(definition, hk::x)) << " | " << needs(hk::saved_for_backward(activation))
            << " | " << activation.source << " |\n";
    });
    out << "\n## Of two numbers: the value a and the gate b\n\n"
           "| name | parameters | definition | derivative by a | derivative by b | source |\n"
           "|---|---|---|---|---|---|\n";
    boost::hana::for_each(hk::gated_catalogue, [&](auto activation) {
        using parameters = typename decltype(activation)::parameters;
        constexpr auto definition = decltype(activation)::definition();
        out << "| " << names(activation) << " | " << parameters_of(parameters{}) << " | " << code_of(definition)
            << " | " << code_of(hk::diff(definition, a)) << " | " << code_of(hk::diff(definition, b)) << " | "
            << activation.source << " |\n";
    });
    return out.str();
}

}  // namespace

int main(int count, char** arguments) {
    std::string const expected = table();
    if (count < 2) {
        std::cout << expected;
        return 0;
    }
    std::ifstream file(arguments[1]);
    std::string const found{std::istreambuf_iterator<char>(file), {}};
    if (file && found == expected) return 0;
    std::istringstream lines(expected), old(found);
    int number = 1;
    std::string line, old_line;
    while (std::getline(lines, line) && std::getline(old, old_line) && line == old_line)
        ++number;
    std::cerr << arguments[1] << ":" << number << ": stale; write it anew with\n    " << arguments[0] << " > "
              << arguments[1] << "\nexpected: " << line << '\n';
    return 1;
}
