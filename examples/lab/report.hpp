// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "pictures.hpp"
#include "words.hpp"

#include <hillock/hillock.hpp>

#include <cstddef>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lab {

struct section {
    std::string title, words;
    std::vector<picture> pictures;
    std::string more;  // HTML
};

inline constexpr std::string_view style_sheet = R"(
:root { color-scheme: light dark; --ink: #1d2430; --paper: #fcfcfa; --card: #ffffff; --rule: #d7dae0; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e7ec; --paper: #14171c; --card: #1b1f26; --rule: #3a404b; } }
body { color: var(--ink); background: var(--paper); font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 1280px;
  padding: 1rem; }
h1 { font-size: 1.6rem; line-height: 1.2; } h2 { font-size: 1.25rem; margin-top: 2.5rem; }
p { max-width: 46rem; }
.plots { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 300px), 1fr)); gap: .75rem; }
.plots.small { grid-template-columns: repeat(auto-fill, minmax(150px, 1fr)); }
.plots svg { background: var(--card); border: 1px solid var(--rule); border-radius: 6px; width: 100%; height: auto; }
.legend { background: var(--paper); border-bottom: 1px solid var(--rule); display: flex; flex-wrap: wrap; gap: .1rem .9rem;
  list-style: none; margin: 0; padding: .4rem 0; position: sticky; top: 0; z-index: 1; font-size: .85rem; }
.legend svg { height: .7rem; width: 1.8rem; margin-right: .3rem; vertical-align: middle; }
figure.table { margin: 1rem 0; } figcaption { max-width: 46rem; margin-bottom: .4rem; font-size: .9rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: .85rem; font-variant-numeric: tabular-nums; }
th, td { border-bottom: 1px solid var(--rule); padding: .2rem .6rem; text-align: right; white-space: nowrap; }
th:first-child, td:first-child { text-align: left; position: sticky; left: 0; background: var(--paper); }
code { font-size: .9em; }
)";

inline std::string legend(plan const& what) {
    std::string result = "<ul class=\"legend\">";
    for (std::size_t i = 0; i < what.activations.size(); ++i) {
        style const look = style_of(what.styles[i]);
        result +=
            "<li><svg viewBox=\"0 0 36 12\" aria-hidden=\"true\"><path d=\"M0,6 H36\" stroke-width=\"4\" stroke=\"" +
            std::string(look.colour) + "\" stroke-dasharray=\"" + look.dashes + "\"/></svg>" +
            std::string(what.activations[i].name) + "</li>";
    }
    return result + "</ul>\n";
}

inline std::vector<section> sections_of(results const& all, neural::data_set const& spirals) {
    plan const& what = all.what;
    std::vector<section> result;
    if (all.digits) {
        std::vector<picture> pictures = training_pictures(what, *all.digits);
        pictures.push_back(accuracy_picture(what, *all.digits));
        pictures.push_back(time_picture(what, *all.digits));
        result.push_back({"Depth, on handwritten digits", digits_words(all), pictures,
                          as_html(accuracy_table(all, *all.digits, "Digits"))});
    }
    if (all.spirals) {
        std::vector<picture> pictures = training_pictures(what, *all.spirals);
        pictures.push_back(accuracy_picture(what, *all.spirals));
        result.push_back({"Depth, on two interleaved spirals", spirals_words(all), pictures,
                          as_html(accuracy_table(all, *all.spirals, "Spirals"))});
        result.push_back(
            {"What the networks make of the plane",
             "Which arm a network of " + layers_text(what.depths.front()) +
                 " takes each point of the plane to belong to, and points of the test: the first seed at the "
                 "best rate.",
             region_pictures(what, *all.spirals, 0, spirals), ""});
    }
    if (all.digits)
        result.push_back({"Gradients that vanish", gradients_words(all), gradient_pictures(what, *all.digits),
                          as_html(gradient_table(all))});
    if (all.explosion)
        result.push_back({"Gradients that explode, and two remedies", explosion_words(all),
                          explosion_pictures(what, *all.explosion), as_html(explosion_table(all))});
    if (all.digits) {
        std::vector<picture> pictures;
        std::string tables;
        for (std::size_t depth = 0; depth < what.depths.size(); ++depth) {
            if (depth < 2)
                for (picture& added : idle_pictures(what, *all.digits, depth))
                    pictures.push_back(std::move(added));
            tables += as_html(rate_table(all, depth));
        }
        result.push_back({"Units that saturate, and units that die", idle_words(all), pictures, tables});
    }
    return result;
}

/// One page that needs nothing else.
inline void write_report(std::string const& path, results const& all, neural::data_set const& spirals,
                         std::string const& own) {
    std::vector<section> const sections = sections_of(all, spirals);
    std::vector<picture> pictures;
    for (section const& current : sections)
        pictures.insert(pictures.end(), current.pictures.begin(), current.pictures.end());
    std::vector<std::string> const drawn = draw(pictures);

    std::string page = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
                       "content=\"width=device-width, initial-scale=1\">\n<title>Activations, tried</title>\n<style>" +
                       std::string(style_sheet) + "</style>\n</head>\n<body>\n<h1>Activations, tried</h1>\n";
    page +=
        "<p>What an activation function does to a network: the same networks, the same data, the same seeds, and only "
        "the function between the layers is another. <code>own</code> is <code>" +
        escaped(own) +
        "</code>. All numbers here but times are the same in each run, bit for bit, on every processor; "
        "times are of this one, with " +
        std::string(hillock::instruction_set().begin(), hillock::instruction_set().end()) + " instructions.</p>\n";
    page += legend(all.what);
    if (all.digits || all.spirals) page += as_html(main_table(all, true));
    std::size_t next = 0;
    for (section const& current : sections) {
        std::string words = escaped(current.words);
        replace_all(words, "\n", "</p>\n<p>");
        char const* const size = current.pictures.front().is_small ? "plots small" : "plots";
        page += "<h2>" + current.title + "</h2>\n<p>" + words + "</p>\n<div class=\"" + size + "\">\n";
        for (std::size_t i = 0; i < current.pictures.size(); ++i)
            page += drawn[next++];
        page += "</div>\n" + current.more;
    }
    page += "</body>\n</html>\n";
    std::ofstream out(path);
    if (!(out << page) || !out.flush()) throw std::runtime_error("cannot write the report to \"" + path + "\"");
}

}  // namespace lab
