// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// What there is to do for a function in a type, in chunks that may be done in any order and by any thread.
#pragma once

#include <accuracy/findings.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace accuracy {

/// How much is tried.
struct extent {
    /// Of the floats: every so many-th pattern, of curvatures and parts every 61st at least.
    std::uint64_t stride = 1;
    std::uint64_t doubles = 10'000'000;
    /// On both sides of each turning point: of doubles, and of floats where not all are tried.
    int neighbours = 1000, float_neighbours = 1000;
    std::size_t grid = 600;
    /// Of the floats, how often MPFR is asked.
    std::uint64_t checked_each = 8192;
};
inline constexpr extent sampled{
    .stride = 16411, .doubles = 6000, .neighbours = 3, .float_neighbours = 1000, .grid = 40, .checked_each = 200};

/// One thread's hold on a task: runs chunks.
using runner = std::function<findings(std::uint64_t chunk)>;

struct task {
    std::string name;
    std::string type;
    functions::kind kind;
    std::uint64_t chunks;
    /// Which inputs.
    std::string extent;
    /// Of the results over 2^14 patterns: whether what was found before is of the same function.
    std::uint64_t digest;
    std::function<runner()> prepare;
    bool (*is_within)(findings const&, bound);
};

/// What there is to do in these types ("float", "double", "pairs") for the functions that are wanted.
std::vector<task> tasks_of(extent const& how_much, std::vector<std::string> const& types,
                           std::function<bool(std::string const& name, functions::kind)> const& is_wanted);

}  // namespace accuracy
