// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// hillock::catalogue and the reference tables, which the other files of this folder compare, have the same entries.
#include <hillock/catalogue.hpp>

#include <reference/names.hpp>

#include <string_view>
#include <type_traits>

template <auto& Object>
using entry = std::remove_cvref_t<decltype(Object)>;

template <class Entry, class... Entries>
inline constexpr bool is_among = (std::is_same_v<Entry, Entries> || ...);

#define IS_SAME(entry_name) || std::is_same_v<Entry, entry<hillock::entry_name>>

// Each entry of the catalogue has a reference table.
template <class Entry>
struct one_number_entry {
    static_assert(false HILLOCK_REFERENCE_ONE_NUMBER(IS_SAME), "an entry of hillock::catalogue has no reference table");
};
template <class Entry>
struct gated_entry {
    static_assert(false HILLOCK_REFERENCE_TWO_NUMBERS(IS_SAME),
                  "an entry of hillock::gated_catalogue has no reference table");
};

// And each reference table its entry, under its name.
template <template <class> class Kind, class... Entries>
struct listed : Kind<Entries>... {
    static constexpr int count = sizeof...(Entries);
    template <class Entry>
    static constexpr bool holds = is_among<Entry, Entries...>;
};
template <template <class> class Kind, class... Entries>
listed<Kind, Entries...> list(boost::hana::tuple<Entries...> const&);

using one_number = decltype(list<one_number_entry>(hillock::catalogue));
using gated = decltype(list<gated_entry>(hillock::gated_catalogue));

#define IS_LISTED(entry_name)                                                                                          \
    static_assert(one_number::holds<entry<hillock::entry_name>>, "hillock::catalogue does not have this entry");       \
    static_assert(hillock::entry_name.name == std::string_view(#entry_name));
HILLOCK_REFERENCE_ONE_NUMBER(IS_LISTED)

#define IS_LISTED_GATED(entry_name)                                                                                    \
    static_assert(gated::holds<entry<hillock::entry_name>>, "hillock::gated_catalogue does not have this entry");      \
    static_assert(hillock::entry_name.name == std::string_view(#entry_name));
HILLOCK_REFERENCE_TWO_NUMBERS(IS_LISTED_GATED)

#define AND_ONE(entry_name) +1
static_assert(one_number::count == 0 HILLOCK_REFERENCE_ONE_NUMBER(AND_ONE), "no entry twice");
static_assert(gated::count == 0 HILLOCK_REFERENCE_TWO_NUMBERS(AND_ONE), "no entry twice");

// Another name is the same object.
static_assert(&hillock::linear == &hillock::identity);
static_assert(&hillock::bounded_relu == &hillock::clipped_relu);
static_assert(&hillock::logistic == &hillock::sigmoid);
static_assert(&hillock::hard_silu == &hillock::hard_swish);
static_assert(&hillock::quick_gelu == &hillock::gelu_quick);
static_assert(&hillock::gelu_sigmoid == &hillock::gelu_quick);
static_assert(&hillock::heaviside == &hillock::step);
static_assert(&hillock::elliot == &hillock::softsign);
static_assert(&hillock::bipolar_step == &hillock::sign);
