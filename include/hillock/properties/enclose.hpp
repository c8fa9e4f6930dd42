// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/expression/program.hpp>
#include <hillock/properties/operations.hpp>

#include <type_traits>

namespace hillock::detail {

/// What is settled about an instruction that chooses: which way a condition goes, on which side of 0 the operand of abs and
/// sign lies, which operand of min and max is the smaller one, below, in or above what clamp cuts to.
enum class choice : unsigned char { open, first, second, third };

/// Operations that choose by the sign of a difference, as conditions do.
constexpr bool chooses(op code) {
    return code == op::abs || code == op::sign || code == op::min || code == op::max || code == op::clamp;
}

/// What the enclosure of an operation takes, in tens of the steps that compilers limit in a constant evaluation.
constexpr int effort_of(op code) {
    if (is_leaf(code) || code == op::verbatim) return 1;
    if (code == op::add || code == op::subtract || code == op::negate) return 3;
    if (code == op::multiply || code == op::select || chooses(code) || is_condition(code)) return 9;
    if (code == op::divide || code == op::square) return 16;
    if (code == op::pow) return 70;
    return is_spherical(code) ? 42 + 20 * (static_cast<int>(code) - static_cast<int>(op::sinc)) : 30;
}
constexpr int effort_of(program_view program) {
    int result = 0;
    for (int i = 0; i < program.size; ++i)
        result += effort_of(program.code[i].code);
    return result;
}
/// What may be spent on one of the questions: most of clang's million of steps in a constant of its own; at run time more.
constexpr int ample_effort() {
    return std::is_constant_evaluated() ? 64000 : 5000000;
}
/// What may be spent where all questions are one constant evaluation: g++ allows 33 million steps.
#ifdef __clang__
inline constexpr int effort_of_one_evaluation = 68000;
#else
inline constexpr int effort_of_one_evaluation = 600000;
#endif

/// A program over intervals of its one variable.
template <int Capacity>
struct enclosing {
    program_view source{};
    interval values[Capacity]{};
    choice choices[Capacity]{};
    /// Whether the result depends on it, given the choices; only that has to be defined.
    bool live[Capacity]{};
    /// An instruction whose value is known otherwise; -1: none.
    int pinned = -1;
    interval pinned_value{};
    /// What one run takes.
    int effort;

    constexpr enclosing(program_view program, std::uint64_t const* numbers)
        : source(program), effort(4 + effort_of(program)) {
        for (int i = 0; i < source.size; ++i) {
            instruction const& step = source.code[i];
            if (step.code == op::constant) values[i] = enclosure_of(source.constants[step.value]);
            if (step.code == op::pi) values[i] = pi_interval;
            if (step.code == op::e) values[i] = e_interval;
            if (step.code == op::number) values[i] = point(std::bit_cast<double>(numbers[source.slots[step.value]]));
        }
        find_live();
    }

    /// The values over x, all choices that are not settled left to the intervals.
    constexpr interval run(interval const& x) {
        for (int i = 0; i < source.size; ++i) {
            instruction const& step = source.code[i];
            if (step.code == op::variable)
                values[i] = x;
            else if (i == pinned)
                values[i] = pinned_value;
            else if (step.operands[0] >= 0)
                values[i] = operate(step, choices[i]);
        }
        return values[source.size - 1];
    }

    /// Settles all choices as they are at x; where the intervals do not tell they stay open.
    constexpr void settle(interval const& x) {
        for (int i = 0; i < source.size; ++i)
            choices[i] = choice::open;
        run(x);
        for (int i = 0; i < source.size; ++i)
            choices[i] = chosen(source.code[i]);
        find_live();
    }

    /// The same, for a stretch between numbers where a choice that decides may change: only those stay settled.
    constexpr void settle_between(interval const& x) {
        settle(x);
        for (int i = 0; i < source.size; ++i)
            if (!decides(i)) choices[i] = choice::open;
    }

    constexpr void find_live() {
        for (int i = 0; i < source.size; ++i)
            live[i] = false;
        live[source.size - 1] = true;
        for (int i = source.size - 1; i > 0; --i) {
            if (!live[i]) continue;
            instruction const& step = source.code[i];
            for (int k = 0; k < step.arity(); ++k)
                if (uses(step, i, k)) live[step.operands[k]] = true;
        }
    }

    /// A choice on which the value depends.
    constexpr bool decides(int i) const {
        op const code = source.code[i].code;
        return chooses(code) ? live[i] : code >= op::less && code <= op::greater_equal && is_asked(i);
    }
    /// The difference on whose sign a choice depends; clamp has a second one.
    constexpr interval deciding_difference(int i, bool second = false) const {
        instruction const& step = source.code[i];
        interval const& a = values[step.operands[0]];
        if (step.code == op::abs || step.code == op::sign) return a;
        return difference(a, values[step.operands[second ? 2 : 1]]);
    }

private:
    constexpr bool uses(instruction const& step, int position, int operand) const {
        if (is_condition(source.code[step.operands[operand]].code)) return false;  // see is_asked
        if (step.code == op::select) {
            choice const taken = choices[step.operands[0]];
            return taken == choice::open || (taken == choice::first) == (operand == 1);
        }
        if (choices[position] == choice::open) return true;
        if (step.code == op::min || step.code == op::max)
            return (choices[position] == choice::first) == ((operand == 0) == (step.code == op::min));
        if (step.code == op::clamp)
            return static_cast<int>(choices[position]) == (operand == 0 ? 2 : operand == 1 ? 1 : 3);
        return true;
    }
    /// Whether a live select asks for the condition, directly or through && || and !.
    constexpr bool is_asked(int condition) const {
        for (int i = condition + 1; i < source.size; ++i) {
            instruction const& step = source.code[i];
            for (int k = 0; k < step.arity(); ++k) {
                if (step.operands[k] != condition) continue;
                if (step.code == op::select ? k == 0 && live[i] && step.operands[1] != step.operands[2]
                                            : is_condition(step.code) && is_asked(i))
                    return true;
            }
        }
        return false;
    }

    constexpr choice chosen(instruction const& step) const {
        if (step.operands[0] < 0) return choice::open;
        interval const& a = values[step.operands[0]];
        if (is_condition(step.code)) {
            interval const& here = values[&step - source.code];
            return here.lower == 1 ? choice::first : here.upper == 0 ? choice::second : choice::open;
        }
        if (step.code == op::abs || step.code == op::sign)
            return a.lower > 0 ? choice::first : a.upper < 0 ? choice::second : choice::open;
        if (step.code == op::min || step.code == op::max) {
            interval const& b = values[step.operands[1]];
            return a.upper < b.lower ? choice::first : b.upper < a.lower ? choice::second : choice::open;
        }
        if (step.code == op::clamp) {
            interval const &low = values[step.operands[1]], &high = values[step.operands[2]];
            if (a.upper < low.lower) return choice::first;
            if (a.lower > high.upper) return choice::third;
            return a.lower > low.upper && a.upper < high.lower ? choice::second : choice::open;
        }
        return choice::open;
    }

    constexpr interval operate(instruction const& step, choice settled) const {
        interval const& a = values[step.operands[0]];
        interval const& b = values[step.operands[1] < 0 ? step.operands[0] : step.operands[1]];
        interval const& c = values[step.operands[2] < 0 ? step.operands[0] : step.operands[2]];
        bool const first = settled == choice::first;
        if (settled != choice::open) {
            if (is_condition(step.code)) return first ? one_interval : zero_interval;
            if (step.code == op::abs) return first ? a : negative(a);
            if (step.code == op::sign) return with_faults(point(first ? 1 : -1), a.faults);
            if (step.code == op::clamp) return settled == choice::second ? a : first ? b : c;
            return first == (step.code == op::min) ? a : b;
        }
        return operation_over(step.code, step.operands[1] < 0 ? 1 : 2, a, b, c);
    }
};

}  // namespace hillock::detail
