// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/double_plan.hpp>
#include <hillock/rules/rewrite.hpp>

/// The plans of a tree. Their variables are in the order of the tree's program.
namespace hillock::detail {

/// Gives the variables of a plan of a rewritten program the numbers that they have in the given one.
template <class Plan, class Rewritten, class Given>
constexpr void number_variables(Plan& plan, Rewritten const& rewritten, Given const& given) {
    for (int i = 0; i < plan.size; ++i) {
        direct_step& step = plan.steps[i];
        if (step.does != direct_step::kind::variable) continue;
        int position = 0;
        while (position + 1 < given.name_count && given.names[position] != rewritten.names[step.value])
            ++position;
        step.value = static_cast<short>(position);
    }
}

constexpr direct_plan make_direct_plan(program_view source, bool is_float) {
    direct_planner planner(source, is_float);
    planner.plan.result = planner.step_for(source.size - 1);
    return planner.plan;
}
/// The plan in the type T of a tree as it is or, where there is none, of its stabilised form.
template <class T, class Tree>
constexpr direct_plan make_direct_plan_of() {
    constexpr auto const& given = program_of<Tree>;
    constexpr direct_plan first = make_direct_plan(given.view(), sizeof(T) == 4);
    if constexpr (first.possible || Tree::slots > 0) {
        return first;
    } else {
        constexpr auto const& stable = normal_rewriting<Tree, true, false>::result;
        direct_plan plan = make_direct_plan(stable.view(), sizeof(T) == 4);
        number_variables(plan, stable, given);
        return plan;
    }
}
template <class T, class Tree>
inline constexpr direct_plan direct_plan_of = make_direct_plan_of<T, Tree>();

/// The plan in double of a tree, from its stabilised form, or as it is.
template <class Tree>
constexpr double_plan make_double_plan_of() {
    constexpr auto const& stable = normal_rewriting<Tree, true, (Tree::slots > 0)>::result;
    constexpr auto const& given = program_of<Tree>;
    double_plan plan = make_double_plan(stable.view());
    if (!plan.possible && stable.assumed_one == 0) return make_double_plan(given.view());
    number_variables(plan, stable, given);
    return plan;
}
template <class Tree>
inline constexpr double_plan double_plan_of = make_double_plan_of<Tree>();

template <class T, class Tree>
constexpr bool find_whether_in_double() {
    if constexpr (std::is_same_v<T, float> && !direct_plan_of<T, Tree>.possible)
        return double_plan_of<Tree>.possible;
    else
        return false;
}
/// Whether values of type T of a tree are computed in double: of floats without a direct plan.
template <class T, class Tree>
inline constexpr bool is_computed_in_double = find_whether_in_double<T, Tree>();

}  // namespace hillock::detail
