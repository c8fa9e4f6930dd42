// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
//
// How large the derivatives of the catalogue are: distinct nodes, equal subtrees counted once, of each activation and
// of its derivatives up to the fourth. The catalogue is a Boost.Hana tuple, and the loop over it is the compiler's.

#include <hillock/catalogue.hpp>
#include <hillock/hillock.hpp>

#include <boost/hana/for_each.hpp>

#include <array>
#include <iomanip>
#include <iostream>
#include <string_view>

namespace hk = hillock;

// The nodes of the formula and of its derivatives 1 to 4 by a variable, as the compiler counts them.
template <hk::expression auto Activation, auto By = hk::x>
constexpr std::array<int, 5> counts = {
    hk::node_count(hk::simplify(Activation)),    hk::node_count(hk::diff<1>(Activation, By)),
    hk::node_count(hk::diff<2>(Activation, By)), hk::node_count(hk::diff<3>(Activation, By)),
    hk::node_count(hk::diff<4>(Activation, By)),
};

// Derivatives stay small; the compiler holds them to it.
static_assert(counts<hk::mish>[4] <= 80);
static_assert(counts<hk::gelu>[2] <= 20);

template <class... Columns>
static void print_row(std::string_view name, Columns... columns) {
    std::cout << std::left << std::setw(18) << name << std::right;
    ((std::cout << std::setw(6) << columns), ...);
    std::cout << '\n';
}

int main() {
    print_row("activation", "f", "f'", "f''", "f'''", "f''''");
    boost::hana::for_each(hk::catalogue, [](auto activation) {
        auto const [f, d1, d2, d3, d4] = counts<decltype(activation){}>;
        print_row(activation.name, f, d1, d2, d3, d4);
    });

    // The gated ones, by their value a.
    std::cout << '\n';
    print_row("gated, by a", "f", "f'", "f''", "f'''", "f''''");
    boost::hana::for_each(hk::gated_catalogue, [](auto activation) {
        auto const [f, d1, d2, d3, d4] = counts<decltype(activation){}, hk::variable<"a">{}>;
        print_row(activation.name, f, d1, d2, d3, d4);
    });
}
