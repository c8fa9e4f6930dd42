// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/activation.hpp>
#include <hillock/properties/conclusions.hpp>
#include <hillock/properties/cuts.hpp>
#include <hillock/rules/diff.hpp>

namespace hillock {

namespace detail {

/// The derivative of an order, of an expression of one variable.
template <int Order, class E>
constexpr auto derivative_of_order(E const& e) {
    return differentiate<Order>(e, typename only_variable<E>::type{});
}

/// The programs of an expression or of one of its derivatives: its type decides all of them but the plain numbers.
template <class E>
struct programs_of {
    using tree = tree_of<E>;
    using exact = normal_rewriting<tree, false>;
    using stable = normal_rewriting<tree, true>;
    // Where each plain 1 is 1, as in log(1 + exp(x)).
    using supposed = normal_rewriting<tree, true, (tree::slots > 0)>;

    static constexpr bool holds(std::uint64_t const* numbers) {
        for (int i = 0; i < tree::slots; ++i)
            if ((supposed::result.assumed_one >> i & 1) != 0 && numbers[i] != std::bit_cast<std::uint64_t>(1.0))
                return false;
        return true;
    }
    static constexpr program_view stable_view(std::uint64_t const* numbers) {
        if constexpr (tree::slots > 0)
            if (holds(numbers)) return supposed::result.view();
        return stable::result.view();
    }
    static constexpr int capacity =
        largest({exact::result.capacity, stable::result.capacity, supposed::result.capacity});
};

template <class E>
constexpr bool has_choices() {
    using program = normal_rewriting<tree_of<E>, false>;
    for (int i = 0; i < program::result.size; ++i)
        if (op const code = program::result.code[i].code; code == op::select || chooses(code)) return true;
    return false;
}

/// An expression with its derivatives, and what is found out of it.
template <class E>
struct described {
    template <int Order>
    using derivative = std::remove_const_t<decltype(derivative_of_order<Order>(std::declval<E const&>()))>;
    /// The third derivative of a long formula may exceed what compilers compute.
    static constexpr bool has_third_derivative() {
        using second = tree_of<derivative<2>>;
        if constexpr (program_of<second>.size > 40)
            return false;
        else
            return !unfitted_derivative<second, only_variable<second>::name()>::result.overflow;
    }
    static constexpr int count = [] {
        if constexpr (has_choices<E>()) return has_third_derivative() ? 4 : 3;
        return 3;
    }();
    static constexpr int capacity = [] {
        if constexpr (count == 4)
            return largest({program_of<tree_of<E>>.capacity, programs_of<derivative<0>>::capacity,
                            programs_of<derivative<1>>::capacity, programs_of<derivative<2>>::capacity,
                            programs_of<derivative<3>>::capacity});
        else
            return largest({program_of<tree_of<E>>.capacity, programs_of<derivative<0>>::capacity,
                            programs_of<derivative<1>>::capacity, programs_of<derivative<2>>::capacity});
    }();

    template <int Order>
    static constexpr void set(subject& result, std::uint64_t const* numbers) {
        using programs = programs_of<derivative<Order>>;
        result.exact[Order] = programs::exact::result.view();
        if constexpr (Order < 3) result.stable[Order] = programs::stable_view(numbers);
        result.numbers[Order] = numbers;
    }
    /// With the plain numbers as written and of each derivative; null where there are none.
    static constexpr subject programs(std::uint64_t const* written = nullptr,
                                      std::uint64_t const* const (&numbers)[subject::orders] = {}) {
        subject result;
        result.count = count;
        result.written = program_of<tree_of<E>>.view();
        result.written_numbers = written;
        set<0>(result, numbers[0]);
        set<1>(result, numbers[1]);
        set<2>(result, numbers[2]);
        if constexpr (count == 4) set<3>(result, numbers[3]);
        return result;
    }
};

// Each step a constant of its own, for the sake of compilers' limits on the steps of one evaluation.
template <class E>
inline constexpr subject subject_v = described<E>::programs();
template <class E, int Step = outline_steps - 1>
inline constexpr outline outline_v = with_cuts<described<E>::capacity>(subject_v<E>, outline_v<E, Step - 1>, Step,
                                                                       ample_effort());
template <class E>
inline constexpr outline outline_v<E, -1> = begin_outline<described<E>::capacity>(subject_v<E>);
template <class E>
inline constexpr crossings crossings_v = find_crossings<described<E>::capacity>(subject_v<E>, outline_v<E>);
template <class E, int Order, int Stage>
inline constexpr sign_map refined_v = [] {
    int effort = ample_effort();
    return refine_signs<described<E>::capacity>(subject_v<E>, outline_v<E>, Order, refined_v<E, Order, Stage - 1>,
                                                Stage, Stage, effort);
}();
template <class E, int Order>
inline constexpr sign_map refined_v<E, Order, -1> = begin_signs(outline_v<E>);
template <class E, int Order, int Stage = 0>
constexpr sign_map const& signs_of() {
    if constexpr (Stage == last_stage(finest_box(Order)) || refined_v<E, Order, Stage>.untold() == 0)
        return refined_v<E, Order, Stage>;
    else
        return signs_of<E, Order, Stage + 1>();
}
template <class E>
inline constexpr parity parity_v = find_parity<described<E>::capacity>(subject_v<E>, outline_v<E>);
template <class E, int Side>
inline constexpr enclosure quiet_v = find_quiet<described<E>::capacity>(subject_v<E>, outline_v<E>, Side,
                                                                        ample_effort() / 2);
template <class E>
inline constexpr property_set properties_v = conclude<described<E>::capacity>(
    subject_v<E>,
    {outline_v<E>, crossings_v<E>, {signs_of<E, 1>(), signs_of<E, 2>()}, parity_v<E>, {quiet_v<E, 0>, quiet_v<E, 1>}});

/// The same in one evaluation, for an expression whose plain numbers only the caller knows.
template <class E>
constexpr property_set properties_now(E const& e) {
    constexpr int capacity = described<E>::capacity;
    auto const self = derivative_of_order<0>(e);
    auto const first = derivative_of_order<1>(e);
    auto const second = derivative_of_order<2>(e);
    auto const answers = [&](auto const& third) {
        subject const of = described<E>::programs(
            numbers_of(e), {numbers_of(self), numbers_of(first), numbers_of(second), numbers_of(third)});
        findings found{begin_outline<capacity>(of), {}, {}, {}};
        // All of it within one limit of steps. (Not `int const`, whose initialiser would be a constant evaluation.)
        int effort = ample_effort();
        if (std::is_constant_evaluated()) effort = largest({10000, effort_of_one_evaluation - found.line.effort});
        for (int step = 0; step < outline_steps; ++step)
            found.line = with_cuts<capacity>(of, found.line, step, effort / (2 * outline_steps));
        found.cuts = find_crossings<capacity>(of, found.line);
        int left = effort;
        for (int order = 1; order <= 2; ++order) {
            // With little to spend, at once to the finest level.
            int const last = last_stage(finest_box(order));
            int first = 0;
            if (std::is_constant_evaluated()) first = last;
            int share = left / (3 - order);
            left -= share;
            found.signs[order - 1] =
                refine_signs<capacity>(of, found.line, order, begin_signs(found.line), first, last, share);
            left += share;
        }
        found.symmetry = find_parity<capacity>(of, found.line);
        for (int side = 0; side < 2; ++side)
            found.quiet[side] = find_quiet<capacity>(of, found.line, side, effort / 6);
        return conclude<capacity>(of, found);
    };
    if constexpr (described<E>::count == 4)
        return answers(derivative_of_order<3>(e));
    else
        return answers(second);
}

/// The tree with its plain numbers, which are known, as constants.
template <auto E>
struct with_known_numbers {
    using tree = tree_of<decltype(E)>;
    using primitives = primitives_of<tree>;
    static constexpr auto folded = [] {
        auto result = program_of<tree>;
        for (int i = 0; i < result.size; ++i)
            if (instruction& step = result.code[i]; step.code == op::number) {
                double const number = std::bit_cast<double>(E.numbers[result.slots[step.value]]);
                step = {op::constant,
                        {-1, -1, -1},
                        static_cast<short>(result.constant_index(rational_from_double(number)))};
            }
        result.slot_count = 0;
        return result;
    }();
    using type = typename tree_at<folded, primitives, folded.size - 1>::type;
};

}  // namespace detail

/// What can be proved of an expression of one variable, over all real numbers, by interval arithmetic and bisection of the
/// expression and its derivatives: bounds, limits, monotony, symmetry, saturation, kinks, Lipschitz constant, ….
///
/// Every answer is proved or says that it is unknown; every number is an enclosure. It is about the formula as mathematics
/// has it: nothing overflows. Of a primitive of your own nothing is known.
template <detail::has_one_variable E>
constexpr property_set properties(E const& e) {
    if constexpr (tree_of<E>::slots == 0) {
        (void)e;
        return detail::properties_v<E>;
    } else {
        return detail::properties_now(e);
    }
}

/// The same of an expression as a template argument: `properties<e>()`. Where an expression carries plain numbers
/// (`1.5 * x`), they are then known to the compiler as constants are, which saves it most of the steps.
template <auto E>
requires detail::has_one_variable<decltype(E)>
constexpr property_set properties() {
    if constexpr (tree_of<decltype(E)>::slots == 0)
        return properties(E);
    else
        return properties(typename detail::with_known_numbers<E>::type{});
}

// What is refused, and why.
template <expression E>
requires(!detail::has_one_variable<E> &&
         variables_of<E>.size() >
             1) error::properties_are_those_of_a_function_of_one_variable_bind_the_others < variables_of<E>
.size() > properties(E const&);
template <expression E>
requires(!detail::derivable<E> && variables_of<E>.size() <= 1)
    error::primitive_has_no_derivative_rule_give_it_a_static_function_derivative<detail::underivable<E>> properties(
        E const&);
template <class E>
requires(!expression<E>) error::not_an_expression<E> properties(E const&);

}  // namespace hillock
