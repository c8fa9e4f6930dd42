// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#include <accuracy/task.hpp>

#include <accuracy/inputs.hpp>
#include <accuracy/sweep.hpp>

#include <algorithm>
#include <array>

namespace accuracy {

namespace {

template <class T>
std::uint64_t digest_of(functions::unary const& f) {
    constexpr std::size_t count = 1 << 14;
    std::vector<T> in(count), out(count);
    for (std::size_t i = 0; i < count; ++i)
        in[i] = spread<T>(i);
    f.in<T>().apply(in, out);
    functions::digest found;
    for (T const v : out)
        found.add(v);
    return found.value();
}

constexpr std::uint64_t floats_a_chunk = 1 << 22;
constexpr std::size_t points_a_chunk = 16, rows = 16;
constexpr std::uint64_t all_floats = std::uint64_t{1} << 32;

task float_task(functions::unary const& f, extent const& e) {
    bool const is_strided = f.kind == functions::kind::curvature || f.kind == functions::kind::part;
    std::uint64_t const stride = is_strided ? std::max<std::uint64_t>(e.stride, 61) : e.stride;
    std::uint64_t const inputs = (all_floats + stride - 1) / stride,
                        chunks = (inputs + floats_a_chunk - 1) / floats_a_chunk;
    // The last chunk: the neighbourhoods, where not all floats are tried anyway.
    bool const has_neighbours = stride != 1;
    auto prepare = [&f, e, stride, inputs, chunks]() -> runner {
        auto const held = std::make_shared<judge<float>>(f);
        return [&f, held, e, stride, inputs, chunks](std::uint64_t i) {
            if (i == chunks) {
                auto const points = turning_points<float>(f);
                return held->sweep(neighbours<float>(points, e.float_neighbours), e.checked_each);
            }
            return held->sweep(i * floats_a_chunk * stride, stride,
                               std::min(floats_a_chunk, inputs - i * floats_a_chunk), e.checked_each);
        };
    };
    std::string const tried = has_neighbours ? "one float in " + std::to_string(stride) + ", " +
                                                   std::to_string(e.float_neighbours) + " neighbours"
                                             : "all floats";
    return {f.name, "float", f.kind, chunks + has_neighbours, tried, digest_of<float>(f), prepare, is_within<float>};
}

task double_task(functions::unary const& f, extent const& e) {
    std::uint64_t const chunk = std::min<std::uint64_t>(e.doubles, 1 << 14), chunks = (e.doubles + chunk - 1) / chunk;
    std::uint64_t const points = turning_points<double>(f).size();
    auto prepare = [&f, e, chunk, chunks]() -> runner {
        auto const held = std::make_shared<judge<double>>(f);
        return [&f, held, e, chunk, chunks](std::uint64_t i) {
            if (i >= chunks) {
                std::vector<double> const all = turning_points<double>(f);
                std::size_t const from = (i - chunks) * points_a_chunk;
                auto const some =
                    std::span(all).subspan(from, std::min<std::size_t>(points_a_chunk, all.size() - from));
                return held->exactly(neighbours<double>(some, e.neighbours));
            }
            std::vector<double> in(std::min(chunk, e.doubles - i * chunk));
            for (std::size_t k = 0; k < in.size(); ++k)
                in[k] = spread<double>(i * chunk + k);
            return held->exactly(in);
        };
    };
    return {f.name,
            "double",
            f.kind,
            chunks + (points + points_a_chunk - 1) / points_a_chunk,
            std::to_string(e.doubles) + " doubles, " + std::to_string(e.neighbours) + " neighbours",
            digest_of<double>(f),
            prepare,
            is_within<double>};
}

template <class T>
task pair_task(functions::binary const& f, extent const& e) {
    auto prepare = [&f, e]() -> runner {
        return [&f, e](std::uint64_t i) {
            std::vector<T> const all = grid<T>(e.grid);
            std::size_t const from = i * rows;
            return judge_pairs<T>(f, std::span(all).subspan(from, std::min(rows, all.size() - from)), all);
        };
    };
    std::vector<T> const points = grid<T>(256);
    functions::digest found;
    for (T const a : points)
        for (T const b : points)
            found.add(f.in<T>().call(a, b));
    std::string const size = std::to_string(e.grid);
    return {f.name,
            sizeof(T) == 4 ? "float" : "double",
            f.kind,
            (e.grid + rows - 1) / rows,
            size + " by " + size + " pairs",
            found.value(),
            prepare,
            is_within<T>};
}

bool is_activation(std::string const& name) {
    auto const& all = functions::all_unary();
    return std::any_of(all.begin(), all.end(), [&](functions::unary const& f) {
        return f.kind == functions::kind::activation && f.name == name;
    });
}

}  // namespace

std::vector<task> tasks_of(extent const& how_much, std::vector<std::string> const& types,
                           std::function<bool(std::string const& name, functions::kind)> const& is_wanted) {
    auto const has = [&](char const* type) { return std::find(types.begin(), types.end(), type) != types.end(); };
    std::vector<task> made;
    for (functions::unary const& f : functions::all_unary()) {
        // Such a part is tried as the activation that it is, too.
        if (f.kind == functions::kind::part && is_activation(f.name)) continue;
        bool const in_double = has("double") && f.kind != functions::kind::curvature;
        if ((!has("float") && !in_double) || !is_wanted(f.name, f.kind)) continue;
        if (has("float")) made.push_back(float_task(f, how_much));
        if (in_double) made.push_back(double_task(f, how_much));
    }
    for (functions::binary const& f : functions::all_binary())
        if (has("pairs") && is_wanted(f.name, f.kind)) {
            made.push_back(pair_task<float>(f, how_much));
            made.push_back(pair_task<double>(f, how_much));
        }
    return made;
}

}  // namespace accuracy
