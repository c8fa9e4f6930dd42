// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/expression/node.hpp>

namespace hillock {

namespace detail {

/// Any integer or finite double as a template argument, exactly.
struct literal {
    rational value{0, 1, 0};
    template <plain_number T>
    consteval literal(T number) {
        if constexpr (std::is_integral_v<T>)
            value = rational_from_int(static_cast<std::int64_t>(number));
        else
            value = rational_from_double(static_cast<double>(number));
    }
};

/// The number that these characters spell.
template <char... Digits>
constexpr rational literal_value() {
    char const text[] = {Digits...};
    return parse_rational(text, sizeof...(Digits));
}

}  // namespace detail

/// The exact constant of a finite double or an integer: `hk::c<0.5>`; it is part of the type and takes part in rewriting.
template <detail::literal Value>
requires(Value.value.fits()) inline constexpr constant<Value.value> c;

/// The ratio of a circle's circumference to its diameter, exact in rewriting, rounded once at the end of an evaluation.
inline constexpr node<op::pi> pi;
/// Euler's number, exact in rewriting, rounded once at the end of an evaluation.
inline constexpr node<op::e> e;

/// For `using namespace hk::literals;`
namespace literals {

/// An exact constant as it is written: `0.5_c`, `3_c`, `1.702_c` (the decimal number, not the double nearest to it).
template <char... Digits>
requires(detail::literal_value<Digits...>().fits()) constexpr constant<detail::literal_value<Digits...>()>
operator""_c() {
    return {};
}
template <char... Digits>
requires(!detail::literal_value<Digits...>().fits()) error::literal_is_not_a_decimal_number_of_up_to_36_digits
operator""_c();

}  // namespace literals
}  // namespace hillock
