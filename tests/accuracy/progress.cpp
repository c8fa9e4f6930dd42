// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#include <accuracy/progress.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace accuracy {

namespace {

std::filesystem::path file_of(std::filesystem::path const& folder, task const& t) {
    std::string name = t.name + "-" + t.type;
    // f'' by a: no quotes and blanks.
    for (char& c : name)
        if (c == '\'')
            c = '_';
        else if (c == ' ' || c == '(' || c == ')' || c == ',')
            c = '-';
    return folder / (name + ".txt");
}

// What makes the numbers in a file comparable with those of this run.
std::string heading(task const& t, extent const& e) {
    std::ostringstream out;
    out << t.name << ", " << t.type << "; stride " << e.stride << ", doubles " << e.doubles << ", neighbours "
        << e.neighbours << ", grid " << e.grid << "; digest " << std::hex << t.digest;
    return out.str();
}

template <class F>
void each_number(F const& f, findings& found) {
    f("inputs", found.inputs);
    f("correctly_rounded", found.correctly_rounded);
    f("measured", found.measured);
    f("sum_of_ulps", found.sum_of_ulps);
    f("worst", found.worst);
    f("worst_input", found.worst_input[0]);
    f("worst_second_input", found.worst_input[1]);
    f("worst_computed", found.worst_computed);
    f("worst_exact", found.worst_exact);
    f("worst_near_zero", found.worst_near_zero);
    f("near_zero_input", found.near_zero_input);
    f("reference_error", found.reference_error);
    f("judged_by_mpfr", found.judged_by_mpfr);
    f("undetermined", found.undetermined);
    f("lost_nan", found.lost_nan);
}

void read(std::string const& text, std::uint64_t& v) {
    v = std::stoull(text);
}
void read(std::string const& text, double& v) {
    v = std::strtod(text.c_str(), nullptr);
}
void write(std::ostream& out, std::uint64_t v) {
    out << v;
}
void write(std::ostream& out, double v) {
    char text[40];
    std::snprintf(text, sizeof text, "%a", v);
    out << text;
}

}  // namespace

bool progress::is_complete() const {
    return std::find(done.begin(), done.end(), false) == done.end();
}

progress load(std::filesystem::path const& folder, task const& t, extent const& e) {
    progress p{std::vector<bool>(t.chunks), {}};
    std::ifstream in(file_of(folder, t));
    std::string line, key;
    if (folder.empty() || !std::getline(in, line) || line != heading(t, e)) return p;
    progress known = p;
    bool is_whole = std::getline(in, line) && line.size() == t.chunks;
    for (std::size_t i = 0; is_whole && i < line.size(); ++i)
        known.done[i] = line[i] == '1';
    each_number(
        [&](char const* name, auto& value) {
            std::string text;
            is_whole = is_whole && in >> key >> text && key == name;
            if (is_whole) read(text, value);
        },
        known.found);
    return is_whole ? known : p;
}

void save(std::filesystem::path const& folder, task const& t, extent const& e, progress const& p) {
    if (folder.empty()) return;
    std::filesystem::path const file = file_of(folder, t), unfinished = file.string() + ".new";
    {
        std::ofstream out(unfinished);
        out << heading(t, e) << '\n';
        for (bool const done : p.done)
            out << done;
        out << '\n';
        findings found = p.found;
        each_number(
            [&](char const* name, auto& value) {
                out << name << ' ';
                write(out, value);
                out << '\n';
            },
            found);
        if (!out.flush()) throw std::runtime_error("cannot write " + unfinished.string());
    }
    // All of it or nothing: a run may be stopped at any moment.
    std::filesystem::rename(unfinished, file);
}

}  // namespace accuracy
