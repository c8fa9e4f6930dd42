// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#include <bench/check.hpp>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdio>

// Every row of every library as a benchmark of Google's: function/direction/element/size/library, all in one thread.

namespace {

using namespace bench;

constexpr std::size_t sizes[] = {4096, 262'144, 16'777'216};
constexpr char const* first_name = "hillock";
#ifdef __clang__
constexpr char const* compiler = __VERSION__;
#else
constexpr char const* compiler = "g++ " __VERSION__;
#endif

/// hillock first, against which the others are checked.
std::vector<peer> fill_peers() {
    std::vector<peer> peers;
    for (registration const& each : registrations()) {
        auto found = std::find_if(peers.begin(), peers.end(), [&](peer const& p) { return p.name == each.name; });
        if (found == peers.end())
            found = peers.insert(each.name == first_name ? peers.begin() : peers.end(), {each.name, each.version, {}});
        each.fill(*found);
    }
    return peers;
}

/// Who has no function for both gets one after the other.
template <class T>
void complete(peer& p) {
    std::vector<row> const rows = p.rows;
    auto const find = [&](std::string const& function, direction way) -> preparation<T> const* {
        for (row const& r : rows)
            if (r.function == function && r.way == way)
                if (auto const* prepare = std::get_if<preparation<T>>(&r.prepare)) return prepare;
        return nullptr;
    };
    for (row const& r : rows) {
        if (r.way != direction::forward || !std::holds_alternative<preparation<T>>(r.prepare)) continue;
        preparation<T> const* const backward = find(r.function, direction::backward);
        if (backward == nullptr || find(r.function, direction::both) != nullptr) continue;
        p.add_prepared<T>(
            r.function, direction::both,
            [there = std::get<preparation<T>>(r.prepare), back = *backward](arrays<T> const& a) -> action {
                return [one = there(a), other = back(a)] {
                    one();
                    other();
                };
            });
    }
}

template <class T>
void measure(benchmark::State& state, preparation<T> const& prepare, std::size_t size) {
    static inputs<T> all(sizes[2]);
    action const run = prepare(all.first(size));
    for (auto _ : state) {
        run();
        benchmark::ClobberMemory();
    }
}

void enlist(peer const& p, row const& r) {
    std::vector<std::size_t> at(std::begin(sizes), std::end(sizes));
    // What a call costs, whatever it computes.
    if (r.task() == "tanh/forward/float") at.insert(at.begin(), 8);
    if (r.task() == "tanh/forward/float" && p.name == first_name) at.insert(at.begin(), 0);
    for (std::size_t const size : at)
        std::visit(
            [&](auto const& prepare) {
                benchmark::RegisterBenchmark(
                    (r.task() + '/' + std::to_string(size) + '/' + p.name).c_str(),
                    [&prepare, size](benchmark::State& state) { measure(state, prepare, size); });
            },
            r.prepare);
}

}  // namespace

int main(int count, char** arguments) {
    std::vector<peer> peers = fill_peers();
    for (peer& p : peers) {
        complete<float>(p);
        complete<double>(p);
    }
    check const checked(peers);
    for (std::string const& fault : checked.faults())
        std::fprintf(stderr, "%s\n", fault.c_str());
    if (!checked.faults().empty()) return 1;
    for (peer const& p : peers) {
        benchmark::AddCustomContext("library " + p.name, p.version);
        for (row const& r : p.rows)
            enlist(p, r);
    }
    benchmark::AddCustomContext("compiler", compiler);
    benchmark::Initialize(&count, arguments);
    if (benchmark::ReportUnrecognizedArguments(count, arguments)) return 2;
    benchmark::RunSpecifiedBenchmarks();
}
