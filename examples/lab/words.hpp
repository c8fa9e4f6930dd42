// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "results.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// What was done in each experiment and, in the next paragraph, what came out, with the numbers of this very run.
namespace lab {

/// `say(index)` for an activation that took part.
template <class Say>
std::string of(plan const& what, std::string_view name, Say say) {
    for (std::size_t i = 0; i < what.activations.size(); ++i)
        if (what.activations[i].name == name) return say(i);
    return "";
}

/// "relu 1.2, gelu 3.4": for all activations that took part, where `text(index)` is not empty.
template <class Text>
std::string list(plan const& what, Text text) {
    std::string result;
    for (std::size_t i = 0; i < what.activations.size(); ++i)
        if (std::string const added = text(i); !added.empty())
            result += (result.empty() ? "" : ", ") + std::string(what.activations[i].name) + ' ' + added;
    return result.empty() ? "none" : result;
}

/// The activations of which `is_one(index)` holds.
template <class IsOne>
std::string names_of(plan const& what, IsOne is_one) {
    std::string names;
    for (std::size_t i = 0; i < what.activations.size(); ++i)
        if (is_one(i)) names += (names.empty() ? "" : ", ") + std::string(what.activations[i].name);
    return names.empty() ? "none" : names;
}

/// "97.5% with 2 layers, 10.1% with 10 layers"
inline std::string by_depth(plan const& what, std::vector<cell> const& cells) {
    std::string result;
    for (std::size_t depth = 0; depth < cells.size(); ++depth)
        result +=
            (depth > 0 ? ", " : "") + accuracy_text(cells[depth].best()) + "% with " + layers_text(what.depths[depth]);
    return result;
}

inline bool is_other(plan const& what, std::size_t index) {
    return what.activations[index].name != "identity" && what.activations[index].name != "sigmoid";
}

/// The least and the greatest `number(index)` of the activations but identity and sigmoid, after `before`.
template <class Number, class Format>
std::string range_of_others(plan const& what, std::string const& before, Number number, Format format) {
    std::vector<double> numbers;
    for (std::size_t i = 0; i < what.activations.size(); ++i)
        if (is_other(what, i)) numbers.push_back(number(i));
    if (numbers.empty()) return "";
    auto const [least, greatest] = std::ranges::minmax(numbers);
    return before + " between " + format(least) + " and " + format(greatest);
}

/// What is done with a set of data.
inline std::string setup_words(plan const& what, int epochs, std::string const& data) {
    std::string depths, rates;
    for (std::size_t const depth : what.depths)
        depths += (depths.empty() ? "" : ", ") + std::to_string(depth);
    for (double const rate : what.rates)
        rates += (rates.empty() ? "" : ", ") + formatted("%g", rate);
    return "Networks of " + depths + " hidden layers of " + std::to_string(width) + " units learn " + data + ", " +
           std::to_string(epochs) + " epochs long, at learning rates of " + rates + ", with " + seeds_text(what) +
           " each. Shown is the rate with the least training loss: the median of the seeds, and in the curves "
           "the "
           "first seed.\n";
}

inline std::string digits_words(results const& all) {
    plan const& what = all.what;
    grid const& data = *all.digits;
    std::string text = setup_words(what, what.digits_epochs, "four of five of 1,797 handwritten digits");
    text += of(what, "identity", [&](std::size_t i) {
        return "A stack of linear layers is one linear function, whatever its depth: with identity the test accuracy "
               "is " +
               by_depth(what, data.cells[i]) + ". (Most of these digits can be told by a linear function.) ";
    });
    text += of(what, "sigmoid", [&](std::size_t i) {
        return "With sigmoid it is " + by_depth(what, data.cells[i]) + "; guessing gives 10%. ";
    });
    double spread = 0;
    for (std::size_t i = 0; i < what.activations.size(); ++i)
        if (is_other(what, i))
            for (cell const& current : data.cells[i]) {
                auto const [least, greatest] = std::ranges::minmax(current.best().runs, {}, &outcome::test_accuracy);
                spread = std::max(spread, greatest.test_accuracy - least.test_accuracy);
            }
    std::string const others = range_of_others(
        what, "The others are", [&](std::size_t i) { return data.deepest(i).best().test_accuracy(); }, percent);
    if (!others.empty())
        text += others + "% with " + layers_text(what.deepest()) + "; seeds alone make a difference of up to " +
                percent(spread) + " points, so that less says nothing.";
    return text + "\nAn epoch of " + layers_text(what.deepest()) + " took, in milliseconds: " +
           list(what, [&](std::size_t i) { return formatted("%.1f", milliseconds_of(data.deepest(i).best())); }) +
           ". What one takes longer than identity is the cost of its formula and its derivative.";
}

inline std::string spirals_words(results const& all) {
    plan const& what = all.what;
    grid const& data = *all.spirals;
    std::string text =
        setup_words(what, what.spirals_epochs, "to tell apart 960 points of two arms that wind around each other");
    text += of(what, "identity", [&](std::size_t i) {
        return "With identity the border is a straight line at every depth, and the test accuracy is " +
               by_depth(what, data.cells[i]) + "; guessing gives 50%. ";
    });
    text += of(what, "sigmoid",
               [&](std::size_t i) { return "With sigmoid it is " + by_depth(what, data.cells[i]) + ". "; });
    std::string const others = range_of_others(
        what, "The others are", [&](std::size_t i) { return data.deepest(i).best().test_accuracy(); }, percent);
    return others.empty() ? text : text + others + "% with " + layers_text(what.deepest()) + '.';
}

inline std::string gradients_words(results const& all) {
    plan const& what = all.what;
    std::size_t const layers = what.deepest();
    auto const ratio = [&](std::size_t i) { return gradient_ratio(all.digits->deepest(i).best(), layers, 0); };
    std::string text =
        "Of the digits' networks of " + layers_text(layers) +
        ", the norm of the loss's gradient by each hidden layer's weights. On its way back from the loss "
        "the gradient is multiplied by the slope of each layer's activation.\n";
    text += of(what, "sigmoid", [&](std::size_t i) {
        return "The slope of sigmoid is 1/4 at most: before the first step the first layer's gradient is " +
               short_number(ratio(i)) + " times the last one's, so that the first layers stay as they are. ";
    });
    text += of(what, "tanh", [&](std::size_t i) {
        return "The slope of tanh, which is as bounded, is 1 at 0, and the first layer's gradient " +
               short_number(ratio(i)) + " times the last one's. ";
    });
    std::string const others = range_of_others(what, "All but sigmoid and identity are", ratio, short_number);
    return others.empty() ? text : text + others + '.';
}

inline std::string explosion_words(results const& all) {
    plan const& what = all.what;
    std::vector<explosion::row> const& rows = all.explosion->rows;
    auto const diverged = [&](repeated explosion::row::*setting) {
        return "diverged: " + names_of(what, [&](std::size_t i) { return (rows[i].*setting).diverged() > 0; });
    };
    auto const accuracies = [&](repeated explosion::row::*setting) {
        std::string const range = range_of_others(
            what, "; all but sigmoid and identity reach",
            [&](std::size_t i) { return (rows[i].*setting).test_accuracy(); }, percent);
        return range.empty() ? "" : range + '%';
    };
    return "The digits again, " + layers_text(explosion::layers) + ", at a rate of " +
           formatted("%g", explosion::rate) + ", with first weights " + formatted("%g", explosion::scale) +
           " times as large as is usual. (Usual is Glorot's range for identity, sigmoid, tanh and selu, and He's for "
           "the "
           "others.) Then with two remedies: gradients longer than " +
           formatted("%g", explosion::longest_gradient) +
           " are clipped to that, or the weights are the usual ones.\nWhere the slope stays large far from 0, each "
           "layer "
           "makes the signal larger, and the gradient too, until numbers overflow. With large weights " +
           diverged(&explosion::row::large) + ". Clipped, " + diverged(&explosion::row::clipped) +
           accuracies(&explosion::row::clipped) + ". With the usual weights, " + diverged(&explosion::row::usual) +
           accuracies(&explosion::row::usual) + '.';
}

inline std::string idle_words(results const& all) {
    plan const& what = all.what;
    std::string text = "After training on the digits, over all hidden units and training images: a pair of them is "
                       "saturated where the "
                       "activation's slope is less than 2^-10, so that the unit hardly learns from the image; a unit "
                       "is dead where the "
                       "slope is 0 for all images, so that it learns from none.\n";
    for (std::size_t depth = 0; depth < std::min<std::size_t>(2, what.depths.size()); ++depth) {
        auto const at = [&](std::size_t i) -> repeated const& { return all.digits->cells[i][depth].at_rate.front(); };
        auto const has_dead = [&](std::size_t i) { return at(i).diverged() == 0 && dead_text(at(i)) != "0.0"; };
        text += "With " + layers_text(what.depths[depth]) + " at a rate of " + formatted("%g", what.rates.front()) +
                ", dead units: " +
                list(what,
                     [&](std::size_t i) {
                         return has_dead(i) ? dead_text(at(i)) + "% (accuracy " + accuracy_text(at(i)) + "%)" : "";
                     }) +
                "; diverged: " + names_of(what, [&](std::size_t i) { return at(i).diverged() > 0; }) +
                "; neither: " + names_of(what, [&](std::size_t i) { return at(i).diverged() == 0 && !has_dead(i); }) +
                ". ";
    }
    return text;
}

}  // namespace lab
