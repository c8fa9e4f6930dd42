// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
//
// What can be known of an activation before anything is trained with it, as a table: of some of the catalogue, and of the
// formula in the line `own`, which is for yours.

#include <hillock/hillock.hpp>

#include <cstdio>
#include <string>

namespace hk = hillock;
using hk::x;
using namespace hk::literals;

constexpr auto own = x * hk::atan(hk::exp(x));
static_assert(hk::properties(own).smoothness.analytic);  // the compiler can be asked for what training relies on
static_assert(!hk::properties(own).dead_interval);

static std::string text(hk::answer a) {
    return a ? "yes" : a.is_known() ? "no" : "?";
}
static std::string text(hk::enclosure const& value) {
    char digits[32];
    std::snprintf(digits, sizeof digits, "%.5g", value.estimate());
    return value.is_known() ? digits : "?";
}
static std::string text(hk::value_range const& range) {
    return (range.lower.attained ? "[" : "(") + text(range.lower) + ", " + text(range.upper) +
           (range.upper.attained ? "]" : ")");
}
static std::string text(hk::saturation const& left, hk::saturation const& right) {
    std::string const below = left ? "below " + text(left.beyond) : "",
                      above = right ? "above " + text(right.beyond) : "";
    return below.empty() && above.empty() ? "no" : below + (below.empty() || above.empty() ? "" : ", ") + above;
}

static void print(char const* name, hk::property_set const& p) {
    std::printf("%-12s %-17s %-9s %-8s %-26s %-5s %-9s %-16s %s\n", name, text(p.range).c_str(),
                text(p.monotone.increasing).c_str(), text(p.zero_centred).c_str(),
                text(p.saturates_left, p.saturates_right).c_str(), text(p.dead_interval).c_str(),
                text(p.lipschitz).c_str(), text(p.gradient_range).c_str(),
                p.minimum ? text(p.minimum.value).c_str() : "none");
}

int main() {
    std::printf("%-12s %-17s %-9s %-8s %-26s %-5s %-9s %-16s %s\n", "f", "range", "increases", "centred",
                "|f'| < 1/1024", "dead", "Lipschitz", "range of f'", "minimum");
    print("sigmoid", hk::properties(hk::sigmoid));
    print("tanh", hk::properties(hk::tanh));
    print("relu", hk::properties(hk::relu));
    print("leaky_relu", hk::properties(hk::leaky_relu));
    print("elu", hk::properties(hk::elu));
    print("gelu", hk::properties(hk::gelu));
    print("silu", hk::properties(hk::silu));
    print("mish", hk::properties(hk::mish));
    print("own", hk::properties(own));
}
