// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// Prints what the gallery shows of the catalogue: for each entry a line, an object in JSON.

#include <documents/entry.hpp>
#include <functions/function.hpp>
#include <gallery/json.hpp>
#include <gallery/plot.hpp>
#include <gallery/properties.hpp>

#include <boost/hana/for_each.hpp>
#include <boost/hana/unpack.hpp>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

namespace hk = hillock;
using documents::a, documents::b;
using gallery::object;

namespace {

struct range {
    std::string_view name;
    double low, high;
};
/// Where a function has its bends, if not between -4 and 4.
constexpr range ranges[] = {
    {"relu6", -2, 8},
    {"clipped_relu", -2, 8},
    {"squared_relu", -2, 2},
    {"exponential", -4, 2},
    {"sigmoid", -6, 6},
    {"hard_sigmoid", -5, 5},
    {"bipolar_sigmoid", -6, 6},
    {"log_sigmoid", -6, 6},
    {"elliot_sigmoid", -8, 8},
    {"softsign", -8, 8},
    {"isru", -6, 6},
    {"arctan", -6, 6},
    {"hard_swish", -5, 5},
    {"silu", -6, 6},
    {"swish", -6, 6},
    {"mish", -6, 6},
    {"serf", -6, 6},
    {"hard_shrink", -2, 2},
    {"soft_shrink", -2, 2},
    {"shrink", -2, 2},
    {"gaussian", -3, 3},
    {"sinc", -15, 15},
    {"sine", -7, 7},
    {"snake", -7, 7},
    {"step", -2, 2},
    {"sign", -2, 2},
    {"xielu", -4, 2},
    {"swiglu_oai", -10, 10},
    {"sparse_plus", -3, 3},
    {"sparse_sigmoid", -3, 3},
    {"smelu", -3, 3},
    {"hard_tanh", -3, 3},
};
constexpr int steps = 400;
/// What the other of two numbers is: at 1 the value would lie upon a derivative.
constexpr int other = 2;

range range_of(std::string_view name) {
    for (range const& r : ranges)
        if (r.name == name) return r;
    return {name, -4, 4};
}

bool is_entry(std::string_view name) {
    auto const is_named = [name](auto... activations) { return ((activations.name == name) || ...); };
    return boost::hana::unpack(hk::catalogue, is_named) || boost::hana::unpack(hk::gated_catalogue, is_named);
}

/// A function and its derivatives: a jump of one is a kink of another.
object plot(std::string_view variable, std::string_view others, std::string_view name,
            std::vector<std::string> const& names, std::vector<std::function<double(double)>> const& functions) {
    auto const [whose, low, high] = range_of(name);
    std::vector<gallery::jump> kinks;
    for (auto const& f : functions)
        for (gallery::jump const& kink : gallery::jumps_of(f, low, high, steps))
            kinks.push_back(kink);
    std::sort(kinks.begin(), kinks.end(), [](auto const& one, auto const& other) { return one.x < other.x; });
    std::vector<object> curves;
    for (std::size_t i = 0; i < functions.size(); ++i) {
        gallery::curve const drawn = gallery::curve_of(functions[i], low, high, steps, kinks);
        object curve;
        curve.add("name", names[i]);
        curve.add("lines", drawn.lines);
        curve.add("values", drawn.values);
        curve.add("limits", drawn.limits);
        curves.push_back(curve);
    }
    object made;
    made.add("variable", variable);
    made.add("others", others);
    made.add("low", low);
    made.add("high", high);
    made.add("curves", curves);
    return made;
}

template <class E>
object formula(std::string name, E const& e) {
    object made;
    made.add("name", name);
    made.add("text", hk::to_string(e).view());
    made.add("latex", hk::to_latex(e).view());
    return made;
}

/// What is proved of an activation of one number, its parameters at their defaults.
std::vector<object> properties_of(auto activation) {
    if constexpr (decltype(activation)::arity == 1)
        return gallery::words_of(hk::properties(activation));
    else
        return {};
}

/// What is the same for all entries.
object entry(auto activation) {
    object made;
    auto const names = documents::names_of(activation.name);
    made.add("name", names[0]);
    made.add("aliases", std::vector<std::string>(names.begin() + 1, names.end()));
    made.add("source", activation.source);
    std::vector<object> parameters;
    for (auto const& [name, default_value] : documents::parameters_of(typename decltype(activation)::parameters{})) {
        object parameter;
        parameter.add("name", name);
        parameter.add("default", default_value);
        parameters.push_back(parameter);
    }
    made.add("parameters", parameters);
    made.add("properties", properties_of(activation));
    return made;
}

}  // namespace

int main() {
    for (range const& r : ranges)
        if (!is_entry(r.name)) {
            std::cerr << "there is a range for " << r.name << ", which is not in the catalogue\n";
            return 1;
        }
    boost::hana::for_each(hk::catalogue, [](auto activation) {
        constexpr auto f = decltype(activation)::definition();
        object made = entry(activation);
        made.add("formulas", std::vector<object>{formula("f(x)", f), formula("f'(x)", hk::diff(f, hk::x)),
                                                 formula("f''(x)", hk::diff<2>(f, hk::x))});
        std::string const name(activation.name);
        std::vector<std::function<double(double)>> functions;
        for (char const* primes : {"", "'", "''"})
            functions.push_back(functions::unary_named(name + primes).in_double.call);
        made.add("plots", std::vector<object>{plot("x", "", name, {"f", "f'", "f''"}, functions)});
        std::cout << made.text() << '\n';
    });
    boost::hana::for_each(hk::gated_catalogue, [](auto activation) {
        constexpr auto f = decltype(activation)::definition();
        object made = entry(activation);
        made.add("formulas", std::vector<object>{formula("f(a, b)", f), formula("∂f/∂a", hk::diff(f, a)),
                                                 formula("∂f/∂b", hk::diff(f, b))});
        std::string const name(activation.name);
        std::vector<functions::of_two<double>> found;
        for (char const* derivative : {"", "' by a", "' by b"})
            for (functions::binary const& g : functions::all_binary())
                if (g.name == name + derivative) found.push_back(g.in_double);
        if (found.size() != 3) std::abort();
        auto const along = [&](bool is_by_a) {
            std::vector<std::function<double(double)>> functions;
            for (auto const& g : found)
                functions.push_back([=](double v) { return is_by_a ? g.call(v, other) : g.call(other, v); });
            return plot(is_by_a ? "a" : "b", (is_by_a ? "b = " : "a = ") + std::to_string(other), name,
                        {"f", "∂f/∂a", "∂f/∂b"}, functions);
        };
        made.add("plots", std::vector<object>{along(true), along(false)});
        std::cout << made.text() << '\n';
    });
}
