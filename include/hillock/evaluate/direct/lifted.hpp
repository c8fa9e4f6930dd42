// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/step_values.hpp>

/// Products of what has lost digits below the normal numbers: of the saturated slope in `dy * f'(x)`, which is computed once
/// more, scaled up.
namespace hillock::detail {

/// Whether a function's kernel scales its tails up where that is asked.
template <class T>
constexpr bool has_lifted_tail(direct_function function) {
    using enum direct_function;
    if (sizeof(T) == 4 && (function == elish || (function >= elu_slope && function <= gelu_quick_slope))) return true;
    return function == exp || (function >= logistic && function <= mish_slope && function != tanh);
}
/// What else a part may be made of: an input, a plain number or a constant.
template <class Plan>
constexpr bool is_leaf(Plan const& plan, int position) {
    return plan.steps[position].does <= direct_step::kind::constant;
}
template <class Plan>
constexpr bool is_moderate_factor(Plan const& plan, int position) {
    if (!is_leaf(plan, position)) return false;
    if (plan.steps[position].does != direct_step::kind::constant) return true;
    double const value = nearest_number<double>(plan.constants[plan.steps[position].value]);
    return direct::absolute(value) >= 0x1p-20 && direct::absolute(value) <= 0x1p30;
}
/// Whether a part is one such function, perhaps negated, times a moderate number or chosen.
template <class T, class Plan>
constexpr bool can_be_lifted(Plan const& plan, int position) {
    using kind = direct_step::kind;
    direct_step const& step = plan.steps[position];
    int const a = step.operands[0], b = step.operands[1];
    switch (step.does) {
    case kind::function:
        return has_lifted_tail<T>(step.function);
    case kind::negate:
    case kind::absolute:
        return can_be_lifted<T>(plan, a);
    case kind::multiply:
        return (is_moderate_factor(plan, a) && can_be_lifted<T>(plan, b)) ||
               (is_moderate_factor(plan, b) && can_be_lifted<T>(plan, a));
    case kind::choose:
        return (is_leaf(plan, a) && can_be_lifted<T>(plan, b)) || (is_leaf(plan, b) && can_be_lifted<T>(plan, a));
    default:
        return false;
    }
}
/// Whether a step is a product, or a sum with one, whose part can be.
template <class T, class Plan>
constexpr bool is_mended(Plan const& plan, int position) {
    direct_step const& step = plan.steps[position];
    return step.computed >= 0 && step.argument >= 0 && can_be_lifted<T>(plan, step.computed);
}
/// The operand that a part is multiplied by.
constexpr int scale_in(direct_step const& product) {
    return product.operands[0] == product.computed ? product.operands[1] : product.operands[0];
}

/// A part times 2^lift_digits, where it is less than 2^20 times the least normal number, and beyond the tables.
template <auto const& Plan, int I, class V>
[[gnu::always_inline]] constexpr V lifted_value(V const* values) {
    using kind = direct_step::kind;
    constexpr direct_step step = Plan.steps[I];
    constexpr int a = step.operands[0], b = step.operands[1];
    if constexpr (step.does == kind::constant) {
        return values[I];  // 0, or else it is not chosen
    } else if constexpr (is_leaf(Plan, I)) {
        V const half = direct::broadcast<V>(sizeof(direct::scalar_of<V>) == 4 ? 0x1p110 : 0x1p940);
        return direct::ieee_product(direct::ieee_product(values[I], half), half);
    } else if constexpr (step.does == kind::function && b >= 0) {
        return direct::call_rounded<step.function>(values[a], values[b], direct::lifted_tails{});
    } else if constexpr (step.does == kind::function) {
        return direct::call<step.function>(values[a], direct::lifted_tails{});
    } else if constexpr (step.does == kind::negate) {
        return -lifted_value<Plan, a>(values);
    } else if constexpr (step.does == kind::absolute) {
        return direct::absolute(lifted_value<Plan, a>(values));
    } else if constexpr (step.does == kind::multiply) {
        constexpr int given = is_leaf(Plan, a) ? a : b, computed = given == a ? b : a;
        return direct::ieee_product(values[given], lifted_value<Plan, computed>(values));
    } else {
        return chosen(step.comparison, lifted_value<Plan, a>(values), lifted_value<Plan, b>(values),
                      values[step.operands[2]], values[step.operands[3]]);
    }
}
/// What is found, or 0 where an input that a part is multiplied by is not moderate.
template <auto const& Plan, int I, class V>
[[gnu::always_inline]] constexpr V has_moderate_factors([[maybe_unused]] V const* values, V found) {
    using kind = direct_step::kind;
    constexpr direct_step step = Plan.steps[I];
    constexpr int a = step.operands[0], b = step.operands[1];
    if constexpr (step.does == kind::multiply) {
        constexpr int given = is_leaf(Plan, a) ? a : b, computed = given == a ? b : a;
        if constexpr (Plan.steps[given].does != kind::constant) {
            V const zero = direct::opaque(direct::broadcast<V>(0));
            V const factor = direct::absolute(values[given]);
            found = direct::select(factor < direct::broadcast<V>(0x1p-20), zero, found);
            found = direct::select(factor > direct::broadcast<V>(0x1p30), zero, found);
        }
        return has_moderate_factors<Plan, computed>(values, found);
    } else if constexpr (step.does == kind::choose) {
        constexpr int computed = is_leaf(Plan, a) ? b : a;
        return has_moderate_factors<Plan, computed>(values, found);
    } else if constexpr (step.does == kind::negate || step.does == kind::absolute) {
        return has_moderate_factors<Plan, a>(values, found);
    } else {
        return found;
    }
}
/// 1 where a product has to be, and can be, computed of the part scaled up, else 0. All functions are normal numbers up to
/// arguments of 5, but next to 0.
template <auto const& Plan, int I, class V>
[[gnu::always_inline]] constexpr V where_mended(V const* values) {
    using limits = std::numeric_limits<direct::scalar_of<V>>;
    constexpr direct_step step = Plan.steps[I];
    V const zero = direct::opaque(direct::broadcast<V>(0));
    V const normal = direct::broadcast<V>(static_cast<double>(limits::min()));
    V found = direct::opaque(direct::broadcast<V>(1));
    found = direct::select(direct::absolute(values[step.computed]) < normal, found, zero);
    found = direct::select(direct::absolute(values[step.argument]) > direct::broadcast<V>(5), found, zero);
    V const greatest = direct::broadcast<V>(static_cast<double>(limits::max()));
    found = direct::select(direct::absolute(values[scale_in(step)]) <= greatest, found, zero);
    return has_moderate_factors<Plan, step.computed>(values, found);
}

/// |x|, but not less than that, with x's sign.
template <class V>
[[gnu::always_inline]] constexpr V at_least(V least, V x) {
    return direct::with_sign(direct::maximum(least, direct::absolute(x)), x);
}
/// The first number for scales above 2^80, else the second.
template <direct::real_float V>
[[gnu::always_inline]] constexpr V if_great(V scale, double first, double second) {
    V const a = direct::opaque(direct::broadcast<V>(first)), b = direct::opaque(direct::broadcast<V>(second));
    return direct::select(direct::absolute(scale) > direct::broadcast<V>(0x1p80), a, b);
}
/// lifted * scale / 2^lift_digits, rounded once more if that is below the normal numbers. A processor takes a hundred cycles
/// for each product that is subnormal: here none is, as what is sure to give 0 is made greater.
template <direct::real_float V>
[[gnu::always_inline]] constexpr V lowered_product(V lifted, V scale) {
    constexpr int digits = direct::lift_digits<float>;
    static_assert(digits == 220);
    V const factor =
        direct::product(at_least(direct::broadcast<V>(0x1p-26), scale), if_great(scale, 0x1p-126, 0x1p-70));
    V const whole = direct::product(at_least(if_great(scale, 0x1p-60, 0x1p-12), lifted), factor);
    return direct::scaled_down(at_least(if_great(scale, 0x1p-86, 0x1p-30), whole),
                               if_great(scale, direct::to_integer + 126 - digits, direct::to_integer + 70 - digits));
}
template <direct::real_double V>
[[gnu::always_inline]] constexpr V lowered_product(V lifted, V scale) {
    V const one = direct::opaque(direct::broadcast<V>(1)), small = direct::opaque(direct::broadcast<V>(0x1p-1022));
    V const magnitude = direct::absolute(scale);
    V const first = direct::product(lifted, direct::product(scale, direct::select(magnitude > one, small, one)));
    V const whole = direct::product(first, direct::select(magnitude > one, one, small));
    return direct::product(whole, direct::power_of_two(direct::broadcast<V>(1022 - direct::lift_digits<double>)));
}
/// The value of such a step, a b or a b + c with the product (`Negated` 1) or c (2) negated.
template <auto const& Plan, int I, class V>
[[gnu::always_inline]] constexpr V mended_value(V const* values) {
    constexpr direct_step step = Plan.steps[I];
    V const part = values[step.computed], scale = values[scale_in(step)];
    V const zero = direct::opaque(direct::broadcast<V>(0));
    V const mended = direct::opaque(where_mended<Plan, I>(values));
    V const usual_part = direct::select(mended > zero, zero, part);
    V const lowered = lowered_product(lifted_value<Plan, step.computed>(values), scale);
    if constexpr (step.does == direct_step::kind::multiply) {
        return direct::select(mended > zero, lowered, direct::ieee_product(usual_part, scale));
    } else {
        V const addend = values[step.operands[2]];
        V const sum = direct::ieee_sum(step.value == 1 ? -lowered : lowered, step.value == 2 ? -addend : addend);
        return direct::select(mended > zero, sum, fused_value<step.value>(usual_part, scale, addend));
    }
}

}  // namespace hillock::detail
