// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/lifted.hpp>

namespace hillock::detail {

/// A plain number of an expression: the bits of a double, or in a loop as lanes already.
template <class V>
[[gnu::always_inline]] constexpr V slot_value(std::uint64_t bits) {
    return direct::broadcast<V>(static_cast<direct::scalar_of<V>>(std::bit_cast<double>(bits)));
}
template <class V>
[[gnu::always_inline]] constexpr V slot_value(V const& lanes) {
    return lanes;
}

/// The value of one step of a plan.
template <auto const& Plan, int I, class V, class Number, class Tails = direct::computed_tails>
[[gnu::always_inline]] constexpr V direct_value(V const* variables, [[maybe_unused]] Number const* numbers,
                                                [[maybe_unused]] V const* values,
                                                [[maybe_unused]] Tails const& tails = {}) {
    using T = direct::scalar_of<V>;
    using kind = direct_step::kind;
    constexpr direct_step step = Plan.steps[I];
    constexpr int a = step.operands[0];
    constexpr int b = step.operands[1];
    if constexpr (Tails::are_computed && is_mended<T>(Plan, I)) {
        V const normal = direct::broadcast<V>(static_cast<double>(std::numeric_limits<T>::min()));
        if (direct::any_above(normal, direct::absolute(values[step.computed]))) [[unlikely]]
            return mended_value<Plan, I>(values);
    }
    if constexpr (step.does == kind::variable)
        return variables[step.value];
    else if constexpr (step.does == kind::number)
        return slot_value<V>(numbers[step.value]);
    else if constexpr (step.does == kind::constant)
        return direct::broadcast<V>(nearest_number<T>(Plan.constants[step.value]));
    else if constexpr (step.function == direct_function::pow)
        return direct::call<step.function>(values[a], values[b]);
    else if constexpr (step.does == kind::function && b >= 0)
        return direct::call_rounded<step.function>(values[a], values[b], tails);
    else if constexpr (step.does == kind::function)
        return direct::call<step.function>(values[a], tails);
    else if constexpr (step.does == kind::add)
        return direct::ieee_sum(values[a], values[b]);
    else if constexpr (step.does == kind::subtract)
        return direct::ieee_sum(values[a], -values[b]);
    else if constexpr (step.does == kind::multiply)
        return direct::ieee_product(values[a], values[b]);
    else if constexpr (step.does == kind::fused)
        return fused_value<step.value>(values[a], values[b], values[step.operands[2]]);
    else if constexpr (step.does == kind::excess)
        return direct::excess_of_product<step.value == 1>(values[a], values[b], values[step.operands[2]]);
    else if constexpr (step.does == kind::divide)
        return direct::ieee_quotient(values[a], values[b]);
    else if constexpr (step.does == kind::negate)
        return -values[a];
    else if constexpr (step.does == kind::absolute)
        return direct::absolute(values[a]);
    else if constexpr (step.does == kind::minimum)
        return direct::minimum(values[b], values[a]);
    else if constexpr (step.does == kind::maximum)
        return direct::maximum(values[b], values[a]);
    else
        return chosen(step.comparison, values[a], values[b], values[step.operands[2]], values[step.operands[3]]);
}

/// Whether a part that is too small to have all its digits is multiplied by an input above 1: the product would show what
/// was lost. That is a matter for wide numbers.
template <auto const& Plan, int I, class V>
[[gnu::always_inline]] constexpr bool shows_lost_digits(V const* values) {
    constexpr direct_step step = Plan.steps[I];
    V const zero = direct::opaque(direct::broadcast<V>(0));
    V const normal = direct::broadcast<V>(static_cast<double>(std::numeric_limits<direct::scalar_of<V>>::min()));
    V const part = direct::absolute(values[step.computed]);
    if (!direct::any_above(normal, part)) [[likely]]
        return false;
    V scale = direct::absolute(values[scale_in(step)]);
    if constexpr (is_mended<direct::scalar_of<V>>(Plan, I))
        scale = direct::select(direct::opaque(where_mended<Plan, I>(values)) > zero, zero, scale);
    V of_zero = zero;  // a function may have rounded to 0, unless its argument was 0
    if constexpr (step.argument >= 0) of_zero = direct::select(values[step.argument] == zero, zero, scale);
    V const of_small = direct::select(part > zero, scale, of_zero);
    return direct::any_above(direct::select(part < normal, of_small, zero), direct::broadcast<V>(1));
}

/// Whether that is so for any product of a plan that was run, a divisor is infinite, or an argument beyond a limit.
template <auto const& Plan, int I = 0, class V>
[[gnu::always_inline]] constexpr bool any_lost_digits([[maybe_unused]] V const* values) {
    if constexpr (I == Plan.size)
        return false;
    else if constexpr (Plan.steps[I].does == direct_step::kind::function && has_limit(Plan.steps[I].function))
        return direct::any_above(direct::absolute(values[Plan.steps[I].operands[0]]),
                                 direct::broadcast<V>(direct::limit_of_sine(Plan.steps[I].operands[1] >= 0))) ||
               any_lost_digits<Plan, I + 1>(values);
    else if constexpr (Plan.steps[I].may_be_infinite)
        return direct::any_not_finite(values[Plan.steps[I].operands[1]]) || any_lost_digits<Plan, I + 1>(values);
    else if constexpr (Plan.steps[I].computed >= 0)
        return shows_lost_digits<Plan, I>(values) || any_lost_digits<Plan, I + 1>(values);
    else
        return any_lost_digits<Plan, I + 1>(values);
}
/// The same without the scale, of the products that are asked: a part or the argument of its function is subnormal.
template <auto const& Plan, class Asked, int I = 0, class V>
[[gnu::always_inline]] inline void doubt_lost_digits([[maybe_unused]] V const* values,
                                                     [[maybe_unused]] direct::doubt<V>& doubt) {
    if constexpr (I < Plan.size) {
        constexpr direct_step step = Plan.steps[I];
        if constexpr (step.may_be_infinite) doubt.if_not_finite(values[step.operands[1]]);
        if constexpr (!step.may_be_infinite && step.computed >= 0 && Asked::is_asked(I)) {
            doubt.if_subnormal(values[step.computed]);
            if constexpr (step.argument >= 0) doubt.if_subnormal(values[step.argument]);
        }
        doubt_lost_digits<Plan, Asked, I + 1>(values, doubt);
    }
}

/// Runs a plan (a static constexpr object) on numbers or lanes that are finite; `values` has room for each of its steps.
template <auto const& Plan, int I = 0, class V, class Number, class Tails = direct::computed_tails>
[[gnu::always_inline]] constexpr void run_direct(V const* variables, Number const* numbers, V* values,
                                                 [[maybe_unused]] Tails const& tails = {}) {
    if constexpr (I < Plan.size) {
        values[I] = direct_value<Plan, I, V>(variables, numbers, values, tails);
        run_direct<Plan, I + 1>(variables, numbers, values, tails);
    }
}

}  // namespace hillock::detail
