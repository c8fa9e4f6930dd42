// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "results.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// What was done in each experiment, and what came out, with the numbers of this very run.
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
    return result;
}

/// "97.5% with 2 layers, 10.1% with 10 layers"
inline std::string by_depth(plan const& what, std::vector<cell> const& cells) {
    std::string result;
    for (std::size_t depth = 0; depth < cells.size(); ++depth)
        result +=
            (depth > 0 ? ", " : "") + accuracy_text(cells[depth].best()) + "% with " + layers_text(what.depths[depth]);
    return result;
}

inline bool is_usual(plan const& what, std::size_t index) {
    return what.activations[index].name != "identity" && what.activations[index].name != "sigmoid";
}

/// The least and the greatest of `number(index)` of the activations but identity and sigmoid, as text.
template <class Number, class Format>
std::string range_of_others(plan const& what, Number number, Format format) {
    std::vector<double> numbers;
    for (std::size_t i = 0; i < what.activations.size(); ++i)
        if (is_usual(what, i)) numbers.push_back(number(i));
    if (numbers.empty()) return "";
    auto const [least, greatest] = std::ranges::minmax(numbers);
    return "between " + format(least) + " and " + format(greatest);
}

inline std::string setup_words(plan const& what, int epochs) {
    std::string depths, rates;
    for (std::size_t const depth : what.depths)
        depths += (depths.empty() ? "" : ", ") + std::to_string(depth);
    for (double const rate : what.rates)
        rates += (rates.empty() ? "" : ", ") + formatted("%g", rate);
    return "Networks of " + depths + " hidden layers of " + std::to_string(width) + " units are trained for " +
           std::to_string(epochs) + " epochs at learning rates of " + rates + ", with " + std::to_string(what.seeds) +
           " seeds each; what is shown is of the rate with the least training loss, the median of the seeds, and in "
           "the "
           "curves the first seed.";
}

inline std::string digits_words(results const& all) {
    plan const& what = all.what;
    grid const& data = *all.digits;
    std::string text =
        "1,797 handwritten digits, 1,442 of them to learn from. " + setup_words(what, what.digits_epochs);
    text += of(what, "identity", [&](std::size_t i) {
        return " A stack of linear layers is one linear function, whatever its depth. With identity the test accuracy "
               "is " +
               by_depth(what, data.cells[i]) + ": most of these digits can be told by a linear function.";
    });
    text += of(what, "sigmoid", [&](std::size_t i) {
        return " With sigmoid it is " + by_depth(what, data.cells[i]) + "; guessing gives 10%.";
    });
    double spread = 0;
    for (std::size_t i = 0; i < what.activations.size(); ++i)
        if (is_usual(what, i))
            for (cell const& current : data.cells[i]) {
                auto const [least, greatest] = std::ranges::minmax(current.best().runs, {}, &outcome::test_accuracy);
                spread = std::max(spread, greatest.test_accuracy - least.test_accuracy);
            }
    std::string const others = range_of_others(
        what, [&](std::size_t i) { return data.deepest(i).best().test_accuracy(); }, percent);
    if (!others.empty())
        text += " The others are " + others + "% with " + layers_text(what.deepest()) +
                "; seeds alone make a difference of up to " + percent(spread) + " points, so that less says nothing.";
    return text;
}

inline std::string time_words(results const& all) {
    return "An epoch of " + layers_text(all.what.deepest()) + " took, in milliseconds: " +
           list(all.what,
                [&](std::size_t i) { return formatted("%.1f", milliseconds_of(all.digits->deepest(i).best())); }) +
           ". Most of that are products of matrices; the rest is what an activation and its derivative cost.";
}

inline std::string spirals_words(results const& all) {
    plan const& what = all.what;
    grid const& data = *all.spirals;
    std::string text =
        "960 points of two arms that wind around each other, to be told apart by their two coordinates; 320 "
        "others are the test. " +
        setup_words(what, what.spirals_epochs);
    text += of(what, "identity", [&](std::size_t i) {
        return " With identity the border is a straight line at every depth, and the accuracy is " +
               by_depth(what, data.cells[i]) + "; guessing gives 50%.";
    });
    text += of(what, "sigmoid",
               [&](std::size_t i) { return " With sigmoid it is " + by_depth(what, data.cells[i]) + '.'; });
    std::string const others = range_of_others(
        what, [&](std::size_t i) { return data.deepest(i).best().test_accuracy(); }, percent);
    if (!others.empty()) text += " The others are " + others + "% with " + layers_text(what.deepest()) + '.';
    return text;
}

inline std::string gradients_words(results const& all) {
    plan const& what = all.what;
    std::size_t const layers = what.deepest();
    auto const ratio = [&](std::size_t i) { return gradient_ratio(all.digits->deepest(i).best(), layers, 0); };
    std::string text =
        "Of the digits' networks of " + layers_text(layers) +
        ", the norm of the loss's gradient by each hidden layer's weights. On its way back from the loss a "
        "gradient is multiplied by the slope of each layer's activation.";
    text += of(what, "sigmoid", [&](std::size_t i) {
        return " That of sigmoid is 1/4 at most: before the first step the first layer's gradient is " +
               short_number(ratio(i)) + " times the last one's, and the first layers stay as they are.";
    });
    text += of(what, "tanh", [&](std::size_t i) {
        return " That of tanh, which is as bounded, is 1 at 0: there it is " + short_number(ratio(i)) + " times.";
    });
    std::string const others = range_of_others(what, ratio, short_number);
    if (!others.empty()) text += " All but sigmoid and identity are " + others + '.';
    return text;
}

inline std::string explosion_words(results const& all) {
    plan const& what = all.what;
    std::vector<explosion::row> const& rows = all.explosion->rows;
    auto const diverged = [&](repeated explosion::row::*setting) {
        std::string const names = list(what, [&](std::size_t i) {
            std::ptrdiff_t const count = (rows[i].*setting).diverged();
            return count == 0 ? "" : "(" + std::to_string(count) + " of " + std::to_string(what.seeds) + ")";
        });
        return names.empty() ? std::string("none") : names;
    };
    auto const accuracies = [&](repeated explosion::row::*setting) {
        return list(what, [&](std::size_t i) { return accuracy_text(rows[i].*setting); });
    };
    return "The digits again, " + layers_text(explosion::layers) + ", at a rate of " +
           formatted("%g", explosion::rate) + ", but with first weights " + formatted("%g", explosion::scale) +
           " times as large as is usual (Glorot's range for identity, sigmoid, tanh and selu, He's for the others). "
           "Where "
           "the activation has no bound, each layer makes the signal larger, and the gradient too, until numbers "
           "overflow. "
           "Runs that diverged: " +
           diverged(&explosion::row::large) + ". Two remedies: gradients longer than " +
           formatted("%g", explosion::longest_gradient) +
           " are clipped to that, and then diverged: " + diverged(&explosion::row::clipped) +
           "; test accuracy in %: " + accuracies(&explosion::row::clipped) +
           ". Or the weights are the usual ones: diverged: " + diverged(&explosion::row::usual) +
           "; test accuracy in %: " + accuracies(&explosion::row::usual) + '.';
}

inline std::string idle_words(results const& all) {
    plan const& what = all.what;
    double const rate = what.rates.front();
    std::string text =
        "After training on the digits, over all hidden units and training images: a pair is saturated where the "
        "activation's slope is less than 2^-10, so that it hardly learns from that image; a unit is dead where the "
        "slope "
        "is 0 for all images, so that it never learns again.";
    for (std::size_t depth = 0; depth < std::min<std::size_t>(2, what.depths.size()); ++depth)
        text +=
            " At a rate of " + formatted("%g", rate) + " with " + layers_text(what.depths[depth]) +
            ", % of dead units: " +
            list(what,
                 [&](std::size_t i) {
                     repeated const& at = all.digits->cells[i][depth].at_rate.front();
                     return at.diverged() > 0 ? "diverged" : dead_text(at) + " (accuracy " + accuracy_text(at) + "%)";
                 }) +
            '.';
    return text;
}

}  // namespace lab
