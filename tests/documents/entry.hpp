// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// What an entry of the catalogue says of itself beside its formulas, for the documents that are made of it.
#pragma once

#include <hillock/catalogue.hpp>
#include <hillock/hillock.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace documents {

namespace hk = hillock;
inline constexpr hk::variable<"a"> a;
inline constexpr hk::variable<"b"> b;

struct alias {
    std::string_view name, of;
};
#define ALIAS(other)                                                                                                   \
    { #other, hk::other.name }
inline constexpr alias aliases[] = {
    ALIAS(linear),       ALIAS(bounded_relu), ALIAS(logistic), ALIAS(hard_silu),    ALIAS(quick_gelu),
    ALIAS(gelu_sigmoid), ALIAS(heaviside),    ALIAS(elliot),   ALIAS(bipolar_step),
};
#undef ALIAS

/// Its name, then its other names.
inline std::vector<std::string> names_of(std::string_view name) {
    std::vector<std::string> result{std::string(name)};
    for (alias const& other : aliases)
        if (other.of == name) result.emplace_back(other.name);
    return result;
}

struct parameter {
    std::string name, default_value;
};
template <class... Parameters>
std::vector<parameter> parameters_of(hk::detail::type_list<Parameters...>) {
    return {{std::string(Parameters::name), std::string(hk::to_string(Parameters::default_value).view())}...};
}

}  // namespace documents
