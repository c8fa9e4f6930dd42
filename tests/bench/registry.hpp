// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

/// What is measured, and by whom: each library fills in what it can compute, in a translation unit of its own.
///
/// C++17, as some libraries' headers are not for C++20.
namespace bench {

/// out = f(x); dx = dy * f'(x); both in one pass; dx = dy * f'(x) from y = f(x) alone;
/// out = residual + scale * f(x + bias).
enum class direction { forward, backward, both, from_output, chain };

inline char const* name_of(direction d) {
    constexpr char const* names[] = {"forward", "backward", "both", "from_output", "chain"};
    return names[static_cast<int>(d)];
}

inline constexpr double chain_scale = 0.75, chain_bias = 0.125;

/// Inputs, and outputs that do not overlap them.
template <class T>
struct arrays {
    std::size_t size;
    T const* x;
    T const* dy;
    T const* y;
    T const* residual;
    T* out;
    T* dx;
};

using action = std::function<void()>;
/// Makes ready for these arrays, which is not measured, and gives what is.
template <class T>
using preparation = std::function<action(arrays<T> const&)>;

template <class T>
inline constexpr char const* element_name = "float";
template <>
inline constexpr char const* element_name<double> = "double";

struct row {
    std::string function;
    direction way;
    std::variant<preparation<float>, preparation<double>> prepare;

    char const* element() const { return prepare.index() == 0 ? element_name<float> : element_name<double>; }
    /// The key under which the rows of different libraries are compared.
    std::string task() const { return function + '/' + name_of(way) + '/' + element(); }
};

/// One library's rows.
struct peer {
    std::string name, version;
    std::vector<row> rows;

    template <class T>
    void add_prepared(std::string function, direction way, preparation<T> prepare) {
        rows.push_back({std::move(function), way, std::move(prepare)});
    }
    /// A function of the arrays that needs nothing made ready.
    template <class T, class Run>
    void add(std::string function, direction way, Run run) {
        add_prepared<T>(std::move(function), way, [run](arrays<T> const& a) -> action { return [run, a] { run(a); }; });
    }
};

/// The libraries in the order in which they were linked; filled before main begins.
struct registration {
    std::string name, version;
    void (*fill)(peer&);
};
inline std::vector<registration>& registrations() {
    static std::vector<registration> all;
    return all;
}
/// `static bench::registered const here{"name", "version", [](bench::peer& p) { ... }};`
struct registered {
    registered(std::string name, std::string version, void (*fill)(peer&)) {
        registrations().push_back({std::move(name), std::move(version), fill});
    }
};

}  // namespace bench
