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
inline constexpr double spread[] = {0,   1e-20, 1e-7, 0.003, 0.1, 0.25, 0.5,   0.7, 1,    1.3, 1.75,
                                    2.2, 3,     3.6,  5,     6,   7.5,  10.25, 15,  24.5, 87,  400};

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
    /// `result` is what calling `e` gave.
    template <class E, class T>
    void computation(std::string const& law, E const& e, T result, truth_at const& truth, point const& at) {
        settle(law, hk::to_string(e), computed_well(result, truth, is_direct<T, E>), at,
               [&] { return "computed:   " + text(result) + "\nthe oracle: " + truth.fine.v.text(); });
    }

private:
    void settle(std::string const& law, std::string_view written, verdict v, point const& at,
                std::function<std::string()> const& values) {
        if (!count(all, law, v) || said[law]) return;
        said[law] = true;
        ADD_FAILURE() << "law: " << law << "\nof: " << name << "\nformula: " << written << "\npoint: " << text(at)
                      << "\n"
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
    catalogue_judge judge(all, std::string(F::name) + " (with " + std::string(G::name) + ")");
    for (double const magnitude : spread)
        for (double const v : {magnitude, -magnitude}) {
            point const at{.values = {{"x", v}}, .first = "x", .second = "x"};
            truth_at const value(of_f, at), slope(of_d, at), curvature(of_d2, at);
            judge.formula("simplify keeps the value", hk::to_string(f), truth_at(of_simplified, at), value, &dual::v,
                          at);
            judge.formula("stabilize keeps the value", hk::to_string(f), truth_at(of_stabilized, at), value, &dual::v,
                          at);
            judge.formula("derivative is the dual number's", hk::to_string(d), slope, value, &dual::dx, at);
            judge.formula("second derivative is the dual number's", hk::to_string(d2), curvature, value, &dual::dxy,
                          at);
            judge.formula("linearity", hk::to_string(linear), truth_at(of_linear, at), truth_at(by_linearity, at),
                          &dual::v, at);
            judge.formula("product rule", hk::to_string(product), truth_at(of_product, at),
                          truth_at(by_product_rule, at), &dual::v, at);
            judge.formula("chain rule", hk::to_string(chain), truth_at(of_chain, at), truth_at(by_chain_rule, at),
                          &dual::v, at);
            judge.computation("value in double", f, f(v), value, at);
            judge.computation("value in double as written", written, written(v), value, at);
            judge.computation("derivative in double", d, d(v), slope, at);
            judge.computation("second derivative in double", d2, d2(v), curvature, at);
            judge.computation("product rule in double", product, product(x = v), truth_at(by_product_rule, at), at);
            judge.computation("chain rule in double", chain, chain(x = v), truth_at(by_chain_rule, at), at);
            if (static_cast<double>(static_cast<float>(v)) == v)
                judge.computation("value in float", f, f(static_cast<float>(v)), value, at);
        }
}

/// The same with all parameters as variables: derivatives by each of them, twice, in either order.
template <class F>
class parameter_laws {
public:
    explicit parameter_laws(tallies& all) : judge(all, std::string(F::name) + " with its parameters") {
        run(all_variables(typename F::parameters{}));
    }

private:
    static constexpr auto f = F::definition();

    template <class... Parameters>
    static auto all_variables(hk::detail::type_list<Parameters...>) {
        return typename hk::detail::variables_by_position<F::arity, Parameters...>::type{};
    }

    template <class... Variables>
    void run(hk::detail::type_list<Variables...> variables) {
        for (int i = 0; i < 24; ++i) {
            // Numbers (x, or a and b) are spread, parameters stay where an activation has them.
            point at;
            int position = 0;
            auto const add = [&]<hk::fixed_string Name>(hk::variable<Name>) {
                static constexpr auto name = Name;
                double const number = position == 0 ? spread[i % 20] * (i < 12 ? -0.9 : 1.1) : 2.5 - 0.4 * (i % 13);
                double const parameter = 0.375 + 0.21 * ((i * (position + 2)) % 7);
                at.values.push_back({name.view(), position < F::arity ? number : parameter});
                ++position;
            };
            (add(Variables{}), ...);
            points.push_back(std::move(at));
        }
        (check_by<Variables>(variables), ...);
    }

    template <class First, class... Variables>
    void check_by(hk::detail::type_list<Variables...> variables) {
        static constexpr auto d = hk::diff(f, First{});
        tape const of_f = tape_of(f), of_d = tape_of(d);
        for (point at : points) {
            at.first = name_of(First{});
            truth_at const value(of_f, at), slope(of_d, at);
            judge.formula("derivative by any variable is the dual number's", hk::to_string(d), slope, value, &dual::dx,
                          at);
            judge.computation("derivative by any variable in double", d, call(d, variables, at), slope, at);
        }
        // Each pair once.
        bool behind = false;
        ((behind = behind || std::is_same_v<First, Variables>, behind ? check_by_both<First, Variables>() : void()),
         ...);
    }

    template <class First, class Second>
    void check_by_both() {
        static constexpr auto d = hk::diff(hk::diff(f, First{}), Second{});
        tape const of_f = tape_of(f), of_d = tape_of(d), of_other = tape_of(hk::diff(hk::diff(f, Second{}), First{}));
        for (point at : points) {
            at.first = name_of(First{});
            at.second = name_of(Second{});
            truth_at const value(of_f, at), slope(of_d, at);
            judge.formula("mixed partial is the dual number's", hk::to_string(d), slope, value, &dual::dxy, at);
            judge.formula("mixed partials agree", hk::to_string(d), slope, truth_at(of_other, at), &dual::v, at);
        }
    }

    template <class E, class... Variables>
    static double call(E const& e, hk::detail::type_list<Variables...>, point const& at) {
        return [&]<std::size_t... I>(std::index_sequence<I...>) {
            return e((Variables{} = at.values[I].value)...);
        }
        (std::index_sequence_for<Variables...>{});
    }
    template <hk::fixed_string Name>
    static std::string_view name_of(hk::variable<Name>) {
        static constexpr auto name = Name;
        return name.view();
    }

    catalogue_judge judge;
    std::vector<point> points;
};

/// The entries I, I + Shards, I + 2 Shards, ... of the catalogue, each with another one from elsewhere in it.
template <int Shards, int I>
void check_catalogue() {
    using boost::hana::at_c;
    tallies all;
    [&]<int... K>(std::integer_sequence<int, K...>) {
        (check_entry(at_c<I + K * Shards>(hk::catalogue), at_c<(I + K * Shards + 26) % catalogue_size>(hk::catalogue),
                     all),
         ...);
        (parameter_laws<entry<hk::catalogue, I + K * Shards>>{all}, ...);
    }
    (std::make_integer_sequence<int, (catalogue_size - I + Shards - 1) / Shards>{});
    report(all, 0.3);
}

inline void check_gated_catalogue() {
    tallies all;
    [&]<int... K>(std::integer_sequence<int, K...>) {
        (parameter_laws<entry<hk::gated_catalogue, K>>{all}, ...);
    }
    (std::make_integer_sequence<int, gated_size>{});
    report(all, 0.3);
}

}  // namespace laws
