// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/call.hpp>

#include <boost/hana/at_key.hpp>
#include <boost/hana/equal.hpp>
#include <boost/hana/map.hpp>
#include <boost/hana/pair.hpp>
#include <boost/hana/type.hpp>
#include <boost/hana/unpack.hpp>

namespace hillock {

/// Values under the names of their variables, as a Boost.Hana map with the variables' types as keys:
/// `auto values = bindings(x = 2.0, beta = 1.5);`
///
/// For several expressions over the same values; a header of its own, as hana::map is slow to compile.
template <fixed_string... Names, class... Values>
constexpr auto bindings(binding<variable<Names>, Values> const&... bound) {
    return boost::hana::make_map(boost::hana::make_pair(boost::hana::type_c<variable<Names>>, bound.value)...);
}

/// The value of an expression with its variables taken by name from `bindings`; names it does not contain are passed over.
template <expression E, class Map>
requires std::is_same_v<boost::hana::tag_of_t<Map>, boost::hana::map_tag>
constexpr auto evaluate(E const& e, Map const& values) {
    return boost::hana::unpack(values,
                               [&]<class... Keys, class... Values>(boost::hana::pair<Keys, Values> const&... pairs) {
                                   return e(binding<typename Keys::type, Values>{boost::hana::second(pairs)}...);
                               });
}

}  // namespace hillock
