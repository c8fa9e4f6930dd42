// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// A stack of linear layers is one linear layer, with any weights; with an activation between, it is not.
#include <hillock/catalogue.hpp>
#include <hillock/hillock.hpp>

#include <boost/hana/all_of.hpp>

namespace hk = hillock;
using hk::x;

namespace {

inline constexpr hk::variable<"w1"> w1;
inline constexpr hk::variable<"w2"> w2;
inline constexpr hk::variable<"w3"> w3;
inline constexpr hk::variable<"w4"> w4;
inline constexpr hk::variable<"b1"> b1;
inline constexpr hk::variable<"b2"> b2;
inline constexpr hk::variable<"b3"> b3;
inline constexpr hk::variable<"b4"> b4;

/// Whether an expression is slope * x + offset, neither of which contains x.
constexpr bool is_affine(auto e) {
    auto const slope = hk::diff(e, x);
    auto const offset = hk::substitute(e, x = hk::c<0>);
    return !hk::depends_on(slope, x) && e == slope * x + offset;
}

constexpr auto layer(auto weight, auto input, auto bias) {
    return weight * input + bias;
}
constexpr auto one = layer(w1, x, b1);
constexpr auto two = layer(w2, one, b2);
constexpr auto three = layer(w3, two, b3);
constexpr auto four = layer(w4, three, b4);

// The one form that simplify brings them all to.
static_assert(two == (w1 * w2) * x + (w2 * b1 + b2));
static_assert(three == (w1 * w2 * w3) * x + (w3 * w2 * b1 + w3 * b2 + b3));
static_assert(four == (w1 * w2 * w3 * w4) * x + (w4 * w3 * w2 * b1 + w4 * w3 * b2 + w4 * b3 + b4));
static_assert(is_affine(one) && is_affine(two) && is_affine(three) && is_affine(four));
// A sum of such stacks, as of several units, and one that goes by (a residual connection), too.
static_assert(is_affine(three + two) && is_affine(four - x) && is_affine(layer(w4, three + one, b4)));

// With an activation between.
constexpr auto with = [](auto const& activation) {
    return layer(w2, hk::substitute(hk::simplify(activation), x = one), b2);
};
static_assert(is_affine(with(hk::identity)));
static_assert(boost::hana::all_of(hk::catalogue, [](auto const& activation) {
    return boost::hana::bool_c <
               std::is_same_v<std::remove_cvref_t<decltype(activation)>, std::remove_cvref_t<decltype(hk::identity)>> ||
           !is_affine(decltype(with(activation)){}) > ;
}));

}  // namespace
