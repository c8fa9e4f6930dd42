// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#include <accuracy/progress.hpp>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>

namespace accuracy {

namespace {

template <class F>
void each_number(F const& f, findings& found) {
    f("inputs", found.inputs);
    f("correctly rounded", found.correctly_rounded);
    f("measured", found.measured);
    f("sum of ulps", found.sum_of_ulps);
    f("worst", found.worst);
    f("worst input", found.worst_input[0]);
    f("second input", found.worst_input[1]);
    f("computed", found.worst_computed);
    f("exact", found.worst_exact);
    f("worst near zero", found.worst_near_zero);
    f("near zero input", found.near_zero_input);
    f("reference error", found.reference_error);
    f("judged by mpfr", found.judged_by_mpfr);
    f("undetermined", found.undetermined);
    f("lost nan", found.lost_nan);
}

void read(std::string const& text, std::uint64_t& v) {
    v = std::stoull(text);
}
void read(std::string const& text, double& v) {
    v = std::strtod(text.c_str(), nullptr);
}
std::string written(std::uint64_t v) {
    return std::to_string(v);
}
std::string written(double v) {
    char text[40];
    std::snprintf(text, sizeof text, "%a", v);
    return text;
}

// The name and type of a task, and what its line begins with: what makes its numbers comparable with those of another run.
std::string key(task const& t) {
    return t.name + '\t' + t.type + '\t';
}
std::string beginning(task const& t) {
    std::ostringstream out;
    out << key(t) << t.extent << '\t' << std::hex << t.digest << '\t';
    return out.str();
}

std::string first_line() {
    std::string line = "function\ttype\textent\tdigest\tdone";
    findings none;
    each_number([&](char const* name, auto&) { line += '\t' + std::string(name); }, none);
    return line;
}

constexpr char const all_done[] = "all";

// Lines by their keys.
std::map<std::string, std::string> lines_of(std::filesystem::path const& file) {
    std::map<std::string, std::string> lines;
    std::ifstream in(file);
    std::string line;
    if (std::getline(in, line) && line != first_line())
        throw std::runtime_error(file.string() + " is not a file of sweeps: its first line is another");
    while (std::getline(in, line)) {
        std::size_t const end_of_name = line.find('\t');
        lines[line.substr(0, line.find('\t', end_of_name + 1) + 1)] = line;
    }
    return lines;
}

}  // namespace

bool progress::is_complete() const {
    return std::find(done.begin(), done.end(), false) == done.end();
}

progress load(std::filesystem::path const& file, task const& t) {
    progress const nothing{std::vector<bool>(t.chunks), {}};
    std::string const line = lines_of(file)[key(t)];
    if (!line.starts_with(beginning(t))) return nothing;
    std::istringstream in(line.substr(beginning(t).size()));
    std::string text;
    std::getline(in, text, '\t');
    if (text == all_done) text.assign(t.chunks, '1');
    if (text.size() != t.chunks) return nothing;
    progress p = nothing;
    for (std::size_t i = 0; i < text.size(); ++i)
        p.done[i] = text[i] == '1';
    each_number(
        [&](char const*, auto& value) {
            if (std::getline(in, text, '\t')) read(text, value);
        },
        p.found);
    return in ? p : nothing;
}

void save(std::filesystem::path const& file, task const& t, progress const& p) {
    if (file.empty()) return;
    std::string line = beginning(t);
    if (p.is_complete())
        line += all_done;
    else
        for (bool const done : p.done)
            line += done ? '1' : '0';
    findings found = p.found;
    each_number([&](char const*, auto& value) { line += '\t' + written(value); }, found);
    auto lines = lines_of(file);
    lines[key(t)] = line;
    std::filesystem::path const unfinished = file.string() + ".new";
    {
        std::ofstream out(unfinished);
        out << first_line() << '\n';
        for (auto const& [name, text] : lines)
            out << text << '\n';
        if (!out.flush()) throw std::runtime_error("cannot write " + unfinished.string());
    }
    // All of it or nothing: a run may be stopped at any moment.
    std::filesystem::rename(unfinished, file);
}

}  // namespace accuracy
