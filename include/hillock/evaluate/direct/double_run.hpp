// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/plans.hpp>
#include <hillock/evaluate/direct/run.hpp>

namespace hillock::detail {

/// 2^-n.
constexpr double negative_power_of_two(int n) {
    double result = 1;
    for (; n > 0; --n)
        result /= 2;
    return result;
}

/// Whether the arguments of a step are such that it may be computed.
template <auto const& Plan, int I, class V>
[[gnu::always_inline]] constexpr bool is_within_limits([[maybe_unused]] V const* values) {
    constexpr direct_step step = Plan.steps[I];
    if constexpr (step.from > -step.no_limit)
        if (direct::any_above(direct::broadcast<V>(step.from), values[step.operands[0]])) return false;
    if constexpr (step.to < step.no_limit)
        if (direct::any_above(values[step.operands[0]], direct::broadcast<V>(step.to))) return false;
    if constexpr (step.may_be_infinite && !direct::is_lanes<V>)
        if (values[step.operands[1]] == 0) return false;
    return true;
}
/// And whether its value has enough digits. In lanes an infinity only makes the mark NaN.
template <auto const& Plan, int I, class V>
[[gnu::always_inline]] constexpr bool has_digits([[maybe_unused]] V const* values, [[maybe_unused]] V& mark) {
    constexpr direct_step step = Plan.steps[I];
    if constexpr (step.may_be_infinite && direct::is_lanes<V>) mark = direct::marked_if_not_finite(mark, values[I]);
    if constexpr (step.watched >= 0) {
        V const least = direct::product(direct::absolute(values[step.watched]),
                                        direct::broadcast<V>(negative_power_of_two(step.lost_digits)));
        if (direct::any_above(least, direct::absolute(values[I]))) return false;
    }
    if constexpr (step.limits_result) {
        if (direct::any_above(direct::broadcast<V>(0x1p-332), values[I])) return false;
        if (direct::any_above(values[I], direct::broadcast<V>(0x1p332))) return false;
    }
    return true;
}

/// Runs a plan on doubles that are floats, or lanes of them; whether the values have the digits that a float needs.
template <auto const& Plan, int I = 0, class V, class Number>
[[gnu::always_inline]] constexpr bool run_in_double(V const* variables, Number const* numbers, V* values, V& mark) {
    if constexpr (I < Plan.size) {
        if (!is_within_limits<Plan, I>(values)) [[unlikely]]
            return false;
        values[I] = direct_value<Plan, I, V>(variables, numbers, values);
        if (!has_digits<Plan, I>(values, mark)) [[unlikely]]
            return false;
        return run_in_double<Plan, I + 1>(variables, numbers, values, mark);
    } else {
        return true;
    }
}

/// Whether plain numbers are of a float's magnitude, as plans in double take them to be.
constexpr bool are_numbers_moderate(std::uint64_t const* numbers, int count) {
    for (int i = 0; i < count; ++i) {
        double const magnitude = direct::absolute(std::bit_cast<double>(numbers[i]));
        if (!(magnitude == 0 || (magnitude >= 0x1p-149 && magnitude < 0x1p128))) return false;
    }
    return true;
}

/// The value of a tree at floats, if its plan in double gives it.
template <class Tree>
constexpr bool evaluate_in_double(float const* values, std::uint64_t const* numbers, float& result) {
    constexpr auto const& plan = double_plan_of<Tree>;
    constexpr auto const& names = program_of<Tree>;
    double variables[static_cast<unsigned>(names.name_count) + 1]{};
    for (int i = 0; i < names.name_count; ++i) {
        if (direct::any_not_finite(values[i])) return false;
        variables[i] = static_cast<double>(values[i]);
    }
    if (!are_numbers_moderate(numbers, Tree::slots)) return false;
    constexpr std::uint64_t assumed = normal_rewriting<Tree, true, (Tree::slots > 0)>::result.assumed_one;
    for (int i = 0; i < Tree::slots; ++i)
        if ((assumed >> i & 1) != 0 && numbers[i] != std::bit_cast<std::uint64_t>(1.0)) return false;
    double steps[double_plan::capacity]{};
    double mark = 0;
    if (!run_in_double<plan>(variables, numbers, steps, mark)) return false;
    result = direct::nearest_float(steps[plan.result]);
    return true;
}

}  // namespace hillock::detail
