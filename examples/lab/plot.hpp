// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "regions.hpp"

#include "../neural/sample.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lab {

/// How lines are told from each other, in light and in dark.
struct style {
    char const* colour;
    char const* dashes;  // as SVG has them
};

inline style style_of(std::size_t index) {
    static constexpr std::array<style, 11> styles{{{"#8a8f98", ""},
                                                   {"#2f7fd6", ""},
                                                   {"#17a9c2", "6,3"},
                                                   {"#dd3c3c", ""},
                                                   {"#f08a24", "6,3"},
                                                   {"#2f9e44", ""},
                                                   {"#8fb63a", "6,3"},
                                                   {"#9b5de5", ""},
                                                   {"#e0609f", "6,3"},
                                                   {"#b0764a", ""},
                                                   {"#b3a000", "2,3"}}};
    return styles[index % styles.size()];
}

struct line {
    std::string name;
    std::size_t style_index;
    std::vector<std::pair<double, double>> points;  // where y is no finite number there is a gap
};

/// A gnuplot script that draws one picture; what it is about goes to its `<title>`.
struct picture {
    std::string title, script;
    std::vector<std::string> names;  // of its lines
    bool is_small;
};

/// `settings` are commands of gnuplot before the plot: the axes' scales, for instance.
inline picture draw_lines(std::string const& title, std::string const& x_title, std::string const& y_title,
                          std::vector<line> const& lines, std::string const& settings = "") {
    std::ostringstream out;
    picture result{title, "", {}, false};
    out << "reset\nset terminal svg size 400,300 font 'sans-serif,13'\nunset key\nset grid lc rgb '#8a8f98' lt 1 lw "
           "0.3\n"
        << "set title '" << title << "' noenhanced\nset xlabel '" << x_title << "' noenhanced\nset ylabel '" << y_title
        << "' noenhanced\n"
        << settings << '\n';
    std::string plots;
    for (line const& current : lines) {
        // gnuplot refuses data without any number.
        if (std::ranges::none_of(current.points, [](auto const& point) { return std::isfinite(point.second); }))
            continue;
        std::string const name = "$line" + std::to_string(result.names.size());
        out << name << " << END\n";
        for (auto const& [x, y] : current.points)
            if (std::isfinite(y))
                out << x << ' ' << y << '\n';
            else
                out << x << " NaN\n";
        out << "END\n";
        style const look = style_of(current.style_index);
        plots += (plots.empty() ? "" : ", ") + name + " with lines lw 2 lc rgb '" + look.colour + "' dt " +
                 (*look.dashes == 0       ? "1"
                  : look.dashes[0] == '6' ? "(6,3)"
                                          : "(2,3)");
        result.names.push_back(current.name);
    }
    if (plots.empty())
        out << "unset logscale\nset xrange [0:1]\nset yrange [0:1]\nset label 'all runs diverged' at 0.3,0.5\n";
    out << "plot " << (plots.empty() ? "NaN" : plots) << '\n';
    result.script = out.str();
    return result;
}

/// What a network says of the plane, one colour for each class, and points of the data.
inline picture draw_regions(std::string const& title, region_map const& map, std::span<neural::sample const> points) {
    std::ostringstream out;
    out << "reset\nset terminal svg size 240,250 font 'sans-serif,13'\nunset key\nunset tics\nset size ratio -1\n"
        << "set border lw 0.5\nset title '" << title << "' noenhanced\nset xrange [" << -region_map::reach << ':'
        << region_map::reach << "]\nset yrange [" << -region_map::reach << ':' << region_map::reach << "]\n";
    float const half = region_map::coordinate(1) / 2 - region_map::coordinate(0) / 2;
    for (int const wanted : {0, 1}) {
        out << "$regions" << wanted << " << END\n";
        for (std::size_t row = 0; row < region_map::side; ++row)
            for (std::size_t begin = 0, end; begin < region_map::side; begin = end) {
                bool const second = map.at(row, begin);
                for (end = begin; end < region_map::side && map.at(row, end) == second; ++end) {
                }
                if (second != (wanted == 1)) continue;
                float const y = region_map::coordinate(row);
                out << "0 0 " << region_map::coordinate(begin) - half << ' ' << region_map::coordinate(end - 1) + half
                    << ' ' << y - half << ' ' << y + half << '\n';
            }
        out << "END\n$points" << wanted << " << END\n";
        for (std::size_t i = 0; i < points.size(); ++i)
            if (points[i].label == static_cast<std::size_t>(wanted)) {
                float const x = points[i].inputs[0], y = points[i].inputs[1];
                out << "0 0 " << x - half << ' ' << x + half << ' ' << y - half << ' ' << y + half << '\n';
            }
        out << "END\n";
    }
    out << "plot $regions0 with boxxyerror fs solid 0.9 noborder lc rgb '#9cc4ee', $regions1 with boxxyerror fs solid "
           "0.9 "
           "noborder lc rgb '#f5c08a', $points0 with boxxyerror fs solid noborder lc rgb '#0b4f9c', $points1 with "
           "boxxyerror fs solid noborder lc rgb '#a34700'\n";
    return {title, out.str(), {}, true};
}

inline void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
        text.replace(at, from.size(), to);
}

/// Of a file that gnuplot made, what may stand in a page beside others: in the page's colour of text, without names that
/// others have too.
inline std::string for_page(std::string svg, picture const& from) {
    svg.erase(0, svg.find("<svg"));
    replace_all(svg, "<title>Gnuplot</title>", "<title>" + from.title + "</title>");
    auto const erase_between = [&](std::string_view first, std::string_view last) {
        std::size_t const begin = svg.find(first);
        if (begin == std::string::npos) return;
        svg.erase(begin, svg.find(last, begin + first.size()) + last.size() - begin);
    };
    erase_between("<desc>", "</desc>");
    erase_between("<defs>", "</defs>");
    erase_between(" width=\"", "\"");
    erase_between(" height=\"", "\"");
    replace_all(svg, " id=\"gnuplot_canvas\"", "");
    replace_all(svg, "<svg", "<svg role=\"img\"");
    for (char const quote : {'"', '\''})
        replace_all(svg, quote + std::string("black") + quote, "\"currentColor\"");
    for (std::size_t i = 0;; ++i) {
        std::string const number = std::to_string(i + 1);
        std::string const group = "<g id=\"gnuplot_plot_" + number + "\" ><title>";
        std::size_t const begin = svg.find(group);
        if (begin == std::string::npos) return svg;
        std::size_t const end = svg.find("</title>", begin);
        svg.replace(begin, end - begin, "<g><title>" + (i < from.names.size() ? from.names[i] : from.title));
    }
}

/// Throws unless the plotter can be run.
inline void require_gnuplot() {
    if (std::system("gnuplot --version >/dev/null 2>&1") != 0)
        throw std::runtime_error("the report's plots are drawn by gnuplot, which is not installed: apt-get install "
                                 "gnuplot-nox, or go without with --no-report");
}

/// All pictures as SVG, drawn by one run of gnuplot in a folder that is removed afterwards.
inline std::vector<std::string> draw(std::vector<picture> const& pictures) {
    std::string pattern = (std::filesystem::temp_directory_path() / "lab-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("cannot make a folder for plots: " + pattern);
    struct folder {
        std::filesystem::path path;
        ~folder() {
            std::error_code ignored;
            std::filesystem::remove_all(path, ignored);
        }
    } const made{pattern};
    auto const file = [&](std::size_t i) { return (made.path / (std::to_string(i) + ".svg")).string(); };
    std::string const script = (made.path / "script").string(), messages = (made.path / "messages").string();
    std::ofstream out(script);
    for (std::size_t i = 0; i < pictures.size(); ++i)
        out << "set terminal svg\nset output '" << file(i) << "'\n" << pictures[i].script << "set output\n";
    if (!out.flush()) throw std::runtime_error("cannot write " + script);
    auto const read = [](std::string const& path) {
        std::ifstream in(path);
        return std::string(std::istreambuf_iterator<char>(in), {});
    };
    if (std::system(("gnuplot '" + script + "' >'" + messages + "' 2>&1").c_str()) != 0)
        throw std::runtime_error("gnuplot failed: " + read(messages));
    std::vector<std::string> result;
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        std::string const svg = read(file(i));
        if (svg.find("</svg>") == std::string::npos)
            throw std::runtime_error("gnuplot drew no \"" + pictures[i].title + "\": " + read(messages));
        result.push_back(for_page(svg, pictures[i]));
    }
    return result;
}

}  // namespace lab
