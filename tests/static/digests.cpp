// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// Constant evaluation has the bits that tests/digest/digests.hpp has of loops and calls: some thousand results.

#include <digest/digests.hpp>
#include <functions/numbers.hpp>

#include <hillock/catalogue.hpp>
#include <hillock/hillock.hpp>

#include <boost/hana/at.hpp>
#include <boost/hana/length.hpp>

#include <cstddef>
#include <iterator>
#include <string_view>
#include <type_traits>
#include <utility>

namespace {

namespace hk = hillock;
using hk::op;
constexpr hk::variable<"a"> a;
constexpr hk::variable<"b"> b;
constexpr auto each = std::make_integer_sequence<int, int{digests::constants}>{};

// Constants of their own, as compilers count the steps of each.
template <class T, class E, bool OfTwo, int I>
constexpr T value = [] {
    constexpr std::uint64_t i = digests::constant_number(I);
    if constexpr (OfTwo)
        return E{}(a = functions::spread<T>(2 * i), b = functions::spread<T>(2 * i + 1));
    else
        return E{}(hk::x = functions::spread<T>(i));
}();

constexpr std::uint64_t known(std::string_view name, std::string_view suffix, std::string_view type) {
    for (digests::row const& row : digests::known)
        if (row.name.size() == name.size() + suffix.size() + type.size() && row.name.starts_with(name) &&
            row.name.substr(name.size()).starts_with(suffix) && row.name.ends_with(type))
            return row.of_constants;
    return 0;
}
template <class T, int... I>
constexpr std::uint64_t digest_of(T const (&values)[sizeof...(I)], std::integer_sequence<int, I...>) {
    functions::digest found;
    (found.add(values[I]), ...);
    return found.value();
}

template <class E, bool OfTwo = false, int... I>
constexpr bool has_known_bits(std::string_view name, std::string_view suffix, std::integer_sequence<int, I...> all) {
    return digest_of<float>({value<float, E, OfTwo, I>...}, all) == known(name, suffix, ", float") &&
           digest_of<double>({value<double, E, OfTwo, I>...}, all) == known(name, suffix, ", double");
}

// One instantiation for each function, so that an error names it.
template <op Code>
constexpr bool primitive() {
    using function = decltype(hk::unary_function<Code>{}(hk::x));
    static_assert(has_known_bits<function>(hk::detail::name_of(Code).text, "", each));
    return true;
}
template <class E>
constexpr bool of_two(std::string_view name, std::string_view suffix) {
    return has_known_bits<E, true>(name, suffix, each);
}
template <class F>
constexpr bool activation() {
    static_assert(has_known_bits<F>(F::name, "", each));
    static_assert(has_known_bits<decltype(hk::diff(F{}))>(F::name, "'", each));
    return true;
}
template <class F>
constexpr bool gated() {
    static_assert(of_two<F>(F::name, ""));
    static_assert(of_two<decltype(hk::diff(F{}, a))>(F::name, "' by a"));
    static_assert(of_two<decltype(hk::diff(F{}, b))>(F::name, "' by b"));
    return true;
}

constexpr int primitives = static_cast<int>(op::pow) - static_cast<int>(op::exp),
              activations = decltype(boost::hana::length(hk::catalogue))::value,
              gates = decltype(boost::hana::length(hk::gated_catalogue))::value;
template <auto const& Catalogue, int I>
using entry = std::remove_cvref_t<decltype(boost::hana::at_c<I>(Catalogue))>;

static_assert([]<int... I>(std::integer_sequence<int, I...>) {
    return (primitive<static_cast<op>(static_cast<int>(op::exp) + I)>() && ...);
}(std::make_integer_sequence<int, primitives>{}));
static_assert(of_two<decltype(hk::pow(a, b))>("pow(a, b)", ""));
static_assert(of_two<decltype(hk::min(a, b))>("min(a, b)", ""));
static_assert(of_two<decltype(hk::max(a, b))>("max(a, b)", ""));
static_assert(of_two<decltype(hk::atan2(a, b))>("atan2(a, b)", ""));
static_assert(of_two<decltype(hk::logsumexp2(a, b))>("logsumexp2(a, b)", ""));
static_assert([]<int... I>(std::integer_sequence<int, I...>) {
    return (activation<entry<hk::catalogue, I>>() && ...);
}(std::make_integer_sequence<int, activations>{}));
static_assert([]<int... I>(std::integer_sequence<int, I...>) {
    return (gated<entry<hk::gated_catalogue, I>>() && ...);
}(std::make_integer_sequence<int, gates>{}));
// All of them.
static_assert(2 * (primitives + 5 + 2 * activations + 3 * gates) == std::size(digests::known));

}  // namespace
