// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/double_run.hpp>
#include <hillock/evaluate/operations.hpp>
#include <hillock/evaluate/precision.hpp>
#include <hillock/rules/rewrite.hpp>

namespace hillock {

namespace detail {

/// The working type of a result: a float is computed with double significands, a double with pairs of doubles, both with an
/// exponent held apart, and rounded once at the end.
template <class T>
using working =
    std::conditional_t<std::is_same_v<T, float>, kernels::wide<double>, kernels::wide<kernels::pair<double>>>;

/// An exact number in the working type, correctly rounded.
template <class W>
constexpr W working_constant(rational const& value) {
    using precise = kernels::wide<kernels::pair<double>>;
    auto const whole = [](int128 integer) {
        auto const high = static_cast<double>(integer);
        auto const low = static_cast<double>(integer - static_cast<int128>(high));
        return kernels::as_wide<kernels::pair<double>>(high) + kernels::as_wide<kernels::pair<double>>(low);
    };
    precise result = whole(value.numerator);
    if (value.denominator != 1) result = result / whole(value.denominator);
    return kernels::from_pair<kernels::significand_of<W>>(kernels::scale(result, static_cast<double>(value.exponent)));
}

/// Whether a primitive of the user's can be evaluated.
template <class Primitive>
inline constexpr bool has_kernel = requires(working<double> a) {
    Primitive::kernel(a);
}
|| requires(working<double> a) {
    Primitive::kernel(a, a);
}
|| requires {
    Primitive::kernel(1.0);
}
|| requires {
    Primitive::kernel(1.0, 1.0);
};

/// A user's kernel on working numbers; a kernel of double alone is given doubles.
template <class Primitive, class W, class... V>
constexpr W operate_user(V... values) {
    if constexpr (requires { W(Primitive::kernel(values...)); })
        return W(Primitive::kernel(values...));
    else
        return kernels::from_lane<W>(Primitive::kernel(kernels::round_to<double>(values)...));
}

/// An operation as a function of working numbers, so that one loop runs any program.
template <class W>
using operation_function = W (*)(W, W, W);

template <class Primitive, int Arity, class W>
constexpr W user_function(W a, [[maybe_unused]] W b, W) {
    if constexpr (Arity == 1)
        return operate_user<Primitive, W>(a);
    else
        return operate_user<Primitive, W>(a, b);
}
/// a^(Doubled / 2): squares, and a root.
template <int Doubled, class W>
constexpr W small_power(W a, W, W) {
    if constexpr (Doubled % 2 == 0)
        return kernels::power_integer(a, Doubled / 2);
    else
        return kernels::power_integer(kernels::sqrt(a), Doubled);
}

/// Twice the constant exponent of a power; 0 where it is none, or not a whole or half number below 64.
template <int Capacity>
constexpr int doubled_exponent(program<Capacity> const& source, instruction const& step) {
    if (step.code != op::pow || source.code[step.operands[1]].code != op::constant) return 0;
    rational const doubled = multiply(source.constants[source.code[step.operands[1]].value], two);
    int const result = doubled.fits() ? to_int(doubled) : 0;
    return result < 128 && result > -128 ? result : 0;
}

/// The function of an operation; null for a leaf. Of hillock's own, each is made once for all programs.
template <class W, op Code, int Doubled>
constexpr operation_function<W> make_function() {
    if constexpr (is_leaf(Code) || Code == op::user)
        return nullptr;
    else if constexpr (Doubled != 0)
        return &small_power<Doubled, W>;
    else
        return &kernels::operate<Code, W>;
}
template <class W, op Code, int Doubled>
inline constexpr operation_function<W> function_of = make_function<W, Code, Doubled>();

template <auto const& Program, class Primitives, class W, int I>
constexpr operation_function<W> user_function_at() {
    constexpr instruction step = Program.code[I];
    if constexpr (step.code == op::user)
        return &user_function<typename type_at<Primitives, step.value>::type, step.arity(), W>;
    else
        return function_of<W, step.code, doubled_exponent(Program, step)>;
}

template <class W, int Capacity>
struct program_state {
    W values[Capacity]{};
    operation_function<W> functions[Capacity]{};
    /// What depends neither on variables nor on plain numbers.
    bool fixed[Capacity]{};
};

template <class W, int Capacity>
constexpr W leaf_value(program<Capacity> const& source, instruction const& step) {
    if (step.code == op::pi) return kernels::constant<W>(0x1.921fb54442d18p+1, 0x1.1a62633145c07p-53);
    if (step.code == op::e) return kernels::constant<W>(0x1.5bf0a8b145769p+1, 0x1.4d57ee2b1013ap-53);
    return working_constant<W>(source.constants[step.value]);
}

template <class W, int Capacity>
constexpr W operate_at(program_state<W, Capacity> const& state, instruction const& step, int position) {
    W const a = state.values[step.operands[0]];
    W const b = step.operands[1] < 0 ? a : state.values[step.operands[1]];
    W const c = step.operands[2] < 0 ? a : state.values[step.operands[2]];
    return state.functions[position](a, b, c);
}

/// A program (a static constexpr object) made ready to run: its functions, and all that the compiler can compute of it.
template <auto const& Program, class Primitives, class W>
constexpr auto make_ready() {
    program_state<W, Program.capacity> state;
    [&]<int... I>(std::integer_sequence<int, I...>) {
        if constexpr (std::is_same_v<Primitives, type_list<>>)
            ((state.functions[I] = function_of<W, Program.code[I].code, doubled_exponent(Program, Program.code[I])>),
             ...);
        else
            ((state.functions[I] = user_function_at<Program, Primitives, W, I>()), ...);
    }
    (std::make_integer_sequence<int, Program.size>{});
    for (int i = 0; i < Program.size; ++i) {
        instruction const& step = Program.code[i];
        bool fixed = step.code != op::variable && step.code != op::number && step.code != op::user;
        for (int k = 0; k < step.arity(); ++k)
            fixed = fixed && state.fixed[step.operands[k]];
        state.fixed[i] = fixed;
        if (fixed) state.values[i] = is_leaf(step.code) ? leaf_value<W>(Program, step) : operate_at(state, step, i);
    }
    return state;
}
template <auto const& Program, class Primitives, class W>
inline constexpr auto ready = make_ready<Program, Primitives, W>();

/// Runs a program: what each of its instructions gives stands in the state's `values` then.
template <class W, int Capacity>
constexpr void run_program(program<Capacity> const& source, program_state<W, Capacity>& state, W const* variables,
                           std::uint64_t const* numbers) {
    for (int i = 0; i < source.size; ++i) {
        if (state.fixed[i]) continue;
        instruction const& step = source.code[i];
        state.values[i] = step.code == op::variable ? variables[step.value]
                          : step.code == op::number
                              ? kernels::from_lane<W>(std::bit_cast<double>(numbers[source.slots[step.value]]))
                              : operate_at(state, step, i);
    }
}

/// The value of a tree by wide numbers.
template <class T, class Tree>
constexpr T evaluate_widely(T const* values, std::uint64_t const* numbers) {
    using W = working<T>;
    using plan = normal_rewriting<Tree, true, (Tree::slots > 0)>;
    constexpr auto const& names = program_of<Tree>;
    W variables[static_cast<unsigned>(names.name_count) + 1]{};
    for (int i = 0; i < names.name_count; ++i)
        variables[i] = kernels::from_lane<W>(static_cast<double>(values[i]));
    // A rewriting may name the variables in another order.
    auto const run = [&]<class Rewriting>(Rewriting) {
        constexpr auto const& program = Rewriting::result;
        W ordered[static_cast<unsigned>(program.name_count) + 1]{};
        for (int i = 0; i < program.name_count; ++i)
            for (int k = 0; k < names.name_count; ++k)
                if (names.names[k] == program.names[i]) ordered[i] = variables[k];
        auto state = ready<program, primitives_of<Tree>, W>;
        run_program(program, state, ordered, numbers);
        return static_cast<T>(kernels::round_to<T>(state.values[program.size - 1]));
    };
    if constexpr (plan::result.assumed_one != 0) {
        // What a rule took to be 1 is 1 almost always: log(1 + exp(x)).
        for (int i = 0; i < Tree::slots; ++i)
            if ((plan::result.assumed_one >> i & 1) != 0 && numbers[i] != std::bit_cast<std::uint64_t>(1.0))
                return run(normal_rewriting<Tree, true>{});
    }
    return run(plan{});
}

/// The value of an expression of tree `Tree`, rounded to T; `values` in the order of `variables_of`.
template <class T, class Tree>
constexpr T evaluate_tree(T const* values, std::uint64_t const* numbers) {
    constexpr int count = program_of<Tree>.name_count;
    for (int i = 0; i < count; ++i)
        if (values[i] != values[i]) return std::numeric_limits<T>::quiet_NaN();
    constexpr auto const& plan = direct_plan_of<T, Tree>;
    if constexpr (plan.is_one_function()) {
        return direct::call<plan.steps[1].function>(values[0]);  // which knows the limits
    } else if constexpr (plan.possible) {
        bool finite = true;
        for (int i = 0; i < count; ++i)
            finite = finite && !direct::any_not_finite(values[i]);
        for (int i = 0; i < Tree::slots; ++i)
            finite = finite && !direct::any_not_finite(static_cast<T>(std::bit_cast<double>(numbers[i])));
        if (!finite) return evaluate_widely<T, Tree>(values, numbers);
        T steps[direct_plan::capacity]{};
        run_direct<plan>(values, numbers, steps);
        if (any_lost_digits<plan>(steps) || direct::any_not_finite(steps[plan.size - 1]))
            return evaluate_widely<T, Tree>(values, numbers);
        return steps[plan.size - 1];
    } else if constexpr (is_computed_in_double<T, Tree>) {
        float result = 0;
        return evaluate_in_double<Tree>(values, numbers, result) ? result : evaluate_widely<T, Tree>(values, numbers);
    } else {
        return evaluate_widely<T, Tree>(values, numbers);
    }
}

}  // namespace detail
}  // namespace hillock
