// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/loops/apply_types.hpp>
#include <hillock/loops/instruction_set.hpp>

namespace hillock {

namespace detail {
/// Whether a first argument says how to run, and not what: parallel.hpp has overloads for it.
template <class T>
inline constexpr bool is_execution_policy = false;
}  // namespace detail

/// Evaluates an expression over arrays in one fused loop, without temporaries: `apply(e, out, x = in, beta = 1.5f)`.
///
/// `place` is a contiguous range of float or double (or made by `matrix`, or several by `outputs`); arguments are bound by
/// name, or by position in the order of `variables_of`: ranges of the same element type and size, or numbers, which are
/// rounded to that type and hold for every element. An input array or matrix may be the output's very memory. Every value
/// has the bits that the expression gives when it is called with that element's numbers. Several outputs share work; a NaN
/// in an input makes those outputs NaN whose expressions contain it.
///
/// Throws std::invalid_argument, before anything is written: sizes that differ, null with a size, outputs that overlap each
/// other, or an output and an input that overlap without being the same; the padding of a matrix is no part of it. Without
/// exceptions the text goes to standard error and the program aborts. It does not allocate and takes no locks.
template <class E, class Place, class... Arguments>
requires(sizeof...(Arguments) > 0 &&
         detail::apply_call<E, Place, Arguments...>::valid) void apply(E const& e, Place&& place,
                                                                       Arguments const&... arguments) {
    detail::apply_call<E, Place, Arguments...>::template run<detail::one_thread>(
        detail::as_list(e), detail::places_from<std::remove_reference_t<Place>>::make(place), arguments...);
}

/// In place: `apply(e, inout)`, for an expression of one variable.
template <class E, class Place>
requires(detail::apply_call<E, Place, std::remove_reference_t<Place>>::valid) void apply(E const& e, Place&& place) {
    detail::apply_call<E, Place, std::remove_reference_t<Place>>::template run<detail::one_thread>(
        detail::as_list(e), detail::places_from<std::remove_reference_t<Place>>::make(place), place);
}

template <class E, class Place, class... Arguments>
requires(!detail::is_execution_policy<E> && sizeof...(Arguments) > 0 &&
         !detail::apply_call<E, Place, Arguments...>::valid) typename detail::apply_call<E, Place, Arguments...>::type
    apply(E const&, Place&&, Arguments const&...);
template <class E, class Place>
requires(!detail::is_execution_policy<E> && !detail::apply_call<E, Place, std::remove_reference_t<Place>>::valid)
    typename detail::apply_call<E, Place, std::remove_reference_t<Place>>::type apply(E const&, Place&&);

}  // namespace hillock
