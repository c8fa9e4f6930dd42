// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bench/inputs.hpp>

#include <limits>
#include <map>
#include <tuple>

namespace bench {

/// Whether each library computes what the first one, hillock, does: none is quick because it computes something else.
/// The bound is wide, as accuracy is another question.
class check {
public:
    explicit check(std::vector<peer> const& peers) {
        for (peer const& each : peers)
            for (row const& r : each.rows)
                std::visit([&](auto const& prepare) { run(each, r, prepare); }, r.prepare);
    }

    std::vector<std::string> const& faults() const { return found; }

private:
    static constexpr std::size_t size = 1024;

    template <class T>
    void run(peer const& p, row const& r, preparation<T> const& prepare) {
        arrays<T> const a = std::get<inputs<T>>(all).first(size);
        std::fill_n(a.out, size, std::numeric_limits<T>::quiet_NaN());
        std::fill_n(a.dx, size, std::numeric_limits<T>::quiet_NaN());
        prepare(a)();
        std::vector<double> results;
        if (r.way != direction::backward && r.way != direction::from_output) results.assign(a.out, a.out + size);
        if (r.way != direction::forward && r.way != direction::chain) results.insert(results.end(), a.dx, a.dx + size);
        auto const [expected, is_first] = first.try_emplace(r.task(), results);
        if (is_first) return;
        for (std::size_t i = 0; i < results.size(); ++i) {
            double const truth = expected->second[i];
            if (std::abs(results[i] - truth) <= 1e-3 * std::max(1.0, std::abs(truth))) continue;
            found.push_back(p.name + " computes " + std::to_string(results[i]) + " and not " + std::to_string(truth) +
                            " for " + r.task() + " at x = " + std::to_string(a.x[i % size]));
            return;
        }
    }

    std::tuple<inputs<float>, inputs<double>> all{size, size};
    std::map<std::string, std::vector<double>> first;
    std::vector<std::string> found;
};

}  // namespace bench
