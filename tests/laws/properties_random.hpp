// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <laws/properties.hpp>
#include <laws/random.hpp>

#include <string>
#include <utility>

/// hk::properties of expressions that the compiler draws from a seed: whatever it says, samples do not contradict.
namespace laws {

/// A drawn expression, of x alone.
template <std::uint64_t State>
constexpr auto draw_of_x() {
    constexpr auto drawn_expression = draw<State, 2>();
    if constexpr (choice(next(State), 2) == 0)
        return drawn_expression(hk::y = 0.75_c);
    else
        return drawn_expression(hk::y = hk::x + 1_c);
}

template <std::uint64_t State>
void judge_drawn() {
    static constexpr auto e = draw_of_x<State>();
    property_judge(std::string(hk::to_string(e)), tape_of(e), hk::detail::properties_now(e), false).judge();
}

template <int Shard>
void judge_shard() {
    []<int... I>(std::integer_sequence<int, I...>) {
        (judge_drawn<child(seed + 77, Shard * 1000 + I)>(), ...);
    }
    (std::make_integer_sequence<int, 40>{});
}

}  // namespace laws
