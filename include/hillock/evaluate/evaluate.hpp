// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/operations.hpp>
#include <hillock/evaluate/precision.hpp>
#include <hillock/rules/rewrite.hpp>

namespace hillock {

namespace detail {

/// The working type of a result: a float is computed with double significands, a double with pairs of doubles, both with an
/// exponent held apart, and rounded once at the end.
template <class T>
using working = std::conditional_t<std::is_same_v<T, float>, kernels::wide<double>, kernels::wide<kernels::pair<double>>>;

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
inline constexpr bool has_kernel = requires(working<double> a) { Primitive::kernel(a); } ||
                                   requires(working<double> a) { Primitive::kernel(a, a); } ||
                                   requires { Primitive::kernel(1.0); } || requires { Primitive::kernel(1.0, 1.0); };

/// A user's kernel on working numbers; a kernel of double alone is given doubles.
template <class Primitive, class W, class... V>
constexpr W operate_user(V... values) {
    if constexpr (requires { W(Primitive::kernel(values...)); })
        return W(Primitive::kernel(values...));
    else
        return kernels::from_lane<W>(Primitive::kernel(kernels::round_to<double>(values)...));
}

/// Runs a program (a static constexpr object) in the working type W.
///
/// What does not depend on variables or plain numbers is computed once, by the compiler.
template <auto const& Program, class Primitives, class W>
struct evaluator {
    static constexpr int size = Program.size;

    static constexpr auto fixed = [] {
        struct {
            bool at[static_cast<unsigned>(size)]{};
        } result;
        for (int i = 0; i < size; ++i) {
            instruction const& step = Program.code[i];
            result.at[i] = step.code != op::variable && step.code != op::number && step.code != op::user;
            for (int k = 0; k < step.arity(); ++k) result.at[i] = result.at[i] && result.at[step.operands[k]];
        }
        return result;
    }();

    struct state {
        W values[static_cast<unsigned>(size)]{};
    };

    template <int I, int K>
    static constexpr W operand(state const& known) {
        if constexpr (Program.code[I].operands[K] < 0) return W{};
        else return known.values[Program.code[I].operands[K]];
    }

    template <int I>
    static constexpr W step(state const& known, W const* variables, std::uint64_t const* numbers) {
        constexpr instruction code = Program.code[I];
        if constexpr (code.code == op::constant) {
            return working_constant<W>(Program.constants[code.value]);
        } else if constexpr (code.code == op::pi) {
            return kernels::constant<W>(0x1.921fb54442d18p+1, 0x1.1a62633145c07p-53);
        } else if constexpr (code.code == op::e) {
            return kernels::constant<W>(0x1.5bf0a8b145769p+1, 0x1.4d57ee2b1013ap-53);
        } else if constexpr (code.code == op::variable) {
            return variables[code.value];
        } else if constexpr (code.code == op::number) {
            return kernels::from_lane<W>(std::bit_cast<double>(numbers[Program.slots[code.value]]));
        } else if constexpr (code.code == op::user) {
            using primitive = typename type_at<Primitives, code.value>::type;
            if constexpr (code.arity() == 1) return operate_user<primitive, W>(operand<I, 0>(known));
            else return operate_user<primitive, W>(operand<I, 0>(known), operand<I, 1>(known));
        } else if constexpr (code.code == op::pow && has_small_exponent(code.operands[1])) {
            return small_power<code.operands[1]>(operand<I, 0>(known));
        } else {
            return kernels::operate<code.code>(operand<I, 0>(known), operand<I, 1>(known), operand<I, 2>(known));
        }
    }

    // A constant exponent that is a whole or a half number is a product of squares, and a root.
    static constexpr rational doubled_exponent(int position) {
        return multiply(Program.constants[Program.code[position].value], two);
    }
    static constexpr bool has_small_exponent(int position) {
        if (Program.code[position].code != op::constant) return false;
        rational const doubled = doubled_exponent(position);
        return doubled.fits() && doubled.is_integer() && to_int(doubled, 1000) < 128 && to_int(doubled, 1000) > -128;
    }
    template <int Position>
    static constexpr W small_power(W base) {
        constexpr int doubled = to_int(doubled_exponent(Position));
        if constexpr (doubled % 2 == 0) return kernels::power_integer(base, doubled / 2);
        else return kernels::power_integer(kernels::sqrt(base), doubled);
    }

    template <bool Fixed, int I>
    static constexpr void run_step(state& known, [[maybe_unused]] W const* variables,
                                   [[maybe_unused]] std::uint64_t const* numbers) {
        if constexpr (fixed.at[I] == Fixed) known.values[I] = step<I>(known, variables, numbers);
    }
    template <bool Fixed>
    static constexpr void run_all(state& known, W const* variables, std::uint64_t const* numbers) {
        [&]<int... I>(std::integer_sequence<int, I...>) {
            (run_step<Fixed, I>(known, variables, numbers), ...);
        }(std::make_integer_sequence<int, size>{});
    }

    static constexpr state start = [] {
        state known{};
        run_all<true>(known, nullptr, nullptr);
        return known;
    }();

    static constexpr W run(W const* variables, std::uint64_t const* numbers) {
        state known = start;
        run_all<false>(known, variables, numbers);
        return known.values[size - 1];
    }
};

/// The value of an expression of tree `Tree`, rounded to T; `values` in the order of `variables_of`.
template <class T, class Tree>
constexpr T evaluate_tree(T const* values, std::uint64_t const* numbers) {
    using W = working<T>;
    using plan = normal_rewriting<Tree, true, (Tree::slots > 0)>;
    constexpr auto const& names = program_of<Tree>;
    W variables[static_cast<unsigned>(names.name_count) + 1]{};
    bool any_nan = false;
    for (int i = 0; i < names.name_count; ++i) {
        any_nan = any_nan || values[i] != values[i];
        variables[i] = kernels::from_lane<W>(static_cast<double>(values[i]));
    }
    if (any_nan) return std::numeric_limits<T>::quiet_NaN();
    // A rewriting may name the variables in another order.
    auto const run = [&]<class Rewriting>(Rewriting) {
        constexpr auto const& program = Rewriting::result;
        W ordered[static_cast<unsigned>(program.name_count) + 1]{};
        for (int i = 0; i < program.name_count; ++i)
            for (int k = 0; k < names.name_count; ++k)
                if (names.names[k] == program.names[i]) ordered[i] = variables[k];
        W const result = evaluator<program, primitives_of<Tree>, W>::run(ordered, numbers);
        return static_cast<T>(kernels::round_to<T>(result));
    };
    if constexpr (plan::result.assumed_one != 0) {
        // What a rule took to be 1 is 1 almost always: log(1 + exp(x)).
        for (int i = 0; i < Tree::slots; ++i)
            if ((plan::result.assumed_one >> i & 1) != 0 && numbers[i] != std::bit_cast<std::uint64_t>(1.0))
                return run(normal_rewriting<Tree, true>{});
    }
    return run(plan{});
}

} // namespace detail
} // namespace hillock
