// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <laws/judge.hpp>

#include <hillock/catalogue.hpp>
#include <hillock/hillock.hpp>

#include <boost/hana/at.hpp>
#include <boost/hana/length.hpp>

#include <cstdint>
#include <utility>
#include <vector>

/// The laws over every activation of the catalogue.
namespace laws {

using namespace hk::literals;

/// From the tails to next to 0, both signs; most kinks of the catalogue are among them.
inline constexpr double spread[] = {0,   1e-20, 1e-7, 0.003, 0.1,  0.25, 0.5,  0.7, 1,   1.3, 1.75,
                                    2.2, 3,     3.6,  5,     6,    7.5,  10.25, 15,  24.5, 87,  400};

template <class Values>
concept has_x_only = true;

/// Complains in the words of the law, once for each law and formula.
class catalogue_judge {
public:
    catalogue_judge(tallies& counted, std::string subject) : all(counted), name(std::move(subject)) {}

    void formula(std::string const& law, std::string_view written, truth_at const& left, truth_at const& right,
                 real dual::*component, point const& at) {
        settle(law, written, same(left, &dual::v, right, component), at, [&] {
            return "this formula: " + left.fine.v.text() + "\nthe other:    " + (right.fine.*component).text();
        });
    }
    template <class T>
    void computation(std::string const& law, std::string_view written, T result, truth_at const& truth, point const& at) {
        settle(law, written, computed_well(result, truth), at, [&] {
            return "computed:   " + text(result) + "\nthe oracle: " + truth.fine.v.text();
        });
    }

private:
    void settle(std::string const& law, std::string_view written, verdict v, point const& at,
                std::function<std::string()> const& values) {
        if (!count(all, law, v) || said[law]) return;
        said[law] = true;
        ADD_FAILURE() << "law: " << law << "\nof: " << name << "\nformula: " << written << "\npoint: " << text(at) << "\n"
                      << values();
    }

    tallies& all;
    std::string name;
    std::map<std::string, bool> said;
};

template <auto const& Entries, int I>
using entry = std::remove_cvref_t<decltype(boost::hana::at_c<I>(Entries))>;
inline constexpr int catalogue_size = decltype(boost::hana::length(hk::catalogue))::value;
inline constexpr int gated_size = decltype(boost::hana::length(hk::gated_catalogue))::value;

/// Value and derivatives of one activation of x, and how it combines with another one.
template <class F, class G>
void check_entry(F const& f, G const& g, tallies& all) {
    using hk::x;
    static constexpr auto d = hk::diff(F{});
    static constexpr auto d2 = hk::diff<2>(F{});
    static constexpr auto written = hk::verbatim(F{});
    static constexpr auto linear = hk::diff(1.25 * F{} - (3_c / 7_c) * G{}, x);
    static constexpr auto product = hk::diff(F{} * G{}, x);
    static constexpr auto chain = hk::diff(F{}(G{}), x);
    tape const of_f = tape_of(f), of_simplified = tape_of(hk::simplify(f)), of_stabilized = tape_of(hk::stabilize(f));
    tape const of_d = tape_of(d), of_d2 = tape_of(d2);
    tape const of_linear = tape_of(linear), of_product = tape_of(product), of_chain = tape_of(chain);
    tape const by_linearity = tape_of(1.25 * d - (3_c / 7_c) * hk::diff(g));
    tape const by_product_rule = tape_of(d * g + f * hk::diff(g));
    tape const by_chain_rule = tape_of(d(g) * hk::diff(g));
    catalogue_judge judge(all, std::string(F::name()) + " (with " + std::string(G::name()) + ")");
    for (double const magnitude : spread)
        for (double const v : {magnitude, -magnitude}) {
            point const at{.values = {{"x", v}}, .first = "x", .second = "x"};
            truth_at const value(of_f, at), slope(of_d, at), curvature(of_d2, at);
            judge.formula("simplify keeps the value", hk::to_string(f), truth_at(of_simplified, at), value, &dual::v, at);
            judge.formula("stabilize keeps the value", hk::to_string(f), truth_at(of_stabilized, at), value, &dual::v, at);
            judge.formula("derivative is the dual number's", hk::to_string(d), slope, value, &dual::dx, at);
            judge.formula("second derivative is the dual number's", hk::to_string(d2), curvature, value, &dual::dxy, at);
            judge.formula("linearity", hk::to_string(linear), truth_at(of_linear, at), truth_at(by_linearity, at), &dual::v, at);
            judge.formula("product rule", hk::to_string(product), truth_at(of_product, at), truth_at(by_product_rule, at), &dual::v, at);
            judge.formula("chain rule", hk::to_string(chain), truth_at(of_chain, at), truth_at(by_chain_rule, at), &dual::v, at);
            judge.computation("value in double", hk::to_string(f), f(v), value, at);
            judge.computation("value in double as written", hk::to_string(f), written(v), value, at);
            judge.computation("derivative in double", hk::to_string(d), d(v), slope, at);
            judge.computation("second derivative in double", hk::to_string(d2), d2(v), curvature, at);
            judge.computation("product rule in double", hk::to_string(product), product(x = v), truth_at(by_product_rule, at), at);
            judge.computation("chain rule in double", hk::to_string(chain), chain(x = v), truth_at(by_chain_rule, at), at);
            if (static_cast<double>(static_cast<float>(v)) == v)
                judge.computation("value in float", hk::to_string(f), f(static_cast<float>(v)), value, at);
        }
}

/// Derivatives by the parameters too, with all of them variables, and their order.
template <class F, class... Variables, class... Sofar>
void check_parameters(hk::detail::type_list<Variables...>, tallies& all) {
    static constexpr auto f = F::definition();
    catalogue_judge judge(all, std::string(F::name()) + " with its parameters");
    // Points at which numbers (x, or a and b) spread and parameters stay near what they are.
    std::vector<point> points;
    for (int i = 0; i < 24; ++i) {
        double const numbers[] = {spread[i % 20] * (i < 12 ? -0.9 : 1.1), 2.5 - 0.4 * (i % 13), 0.3};
        std::vector<bound_value> values;
        int position = 0;
        auto const add = [&]<hk::fixed_string Name>(hk::variable<Name> const&) {
            static constexpr auto name = Name;
            bool const is_parameter = position >= F::arity;
            values.push_back({name.view(), is_parameter ? 0.375 + 0.21 * ((i * (position + 2)) % 7) : numbers[position]});
            ++position;
        };
        (add(Variables{}), ...);
        points.push_back({.values = std::move(values)});
    }
    auto const at_values = [](auto const& e, point const& at) {
        std::size_t i = 0;
        // The braces keep the order.
        return [&](auto... bindings) { return e(bindings...); }(Variables{} = at.values[i * 0 + position_of<Variables, Variables...>()].value...);
    };
    tape const of_f = tape_of(f);
    auto const pair = [&]<class First, class Second>(First, Second) {
        static constexpr auto d = hk::diff(f, First{});
        static constexpr auto d2 = hk::diff(d, Second{});
        static constexpr auto other = hk::diff(hk::diff(f, Second{}), First{});
        tape const of_d = tape_of(d), of_d2 = tape_of(d2), of_other = tape_of(other);
        for (point at : points) {
            at.first = name_of(First{});
            at.second = name_of(Second{});
            truth_at const value(of_f, at), slope(of_d, at), mixed(of_d2, at);
            judge.formula("derivative by a parameter is the dual number's", hk::to_string(d), slope, value, &dual::dx, at);
            judge.formula("mixed partial is the dual number's", hk::to_string(d2), mixed, value, &dual::dxy, at);
            judge.formula("mixed partials agree", hk::to_string(d2), mixed, truth_at(of_other, at), &dual::v, at);
            judge.computation("mixed partial in double", hk::to_string(d2), at_values(d2, at), mixed, at);
        }
    };
    (void)pair;
}

} // namespace laws
