// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/expression/program.hpp>
#include <hillock/properties/enclose.hpp>
#include <hillock/properties/tail_functions.hpp>

namespace hillock::detail {

/// A program where its variable runs to one of both infinities: from |x| = start on.
template <int Capacity>
struct tail_program {
    program_view source;
    tail_functions with;
    /// What is settled of choices already; null: nothing is.
    choice const* settled = nullptr;
    tail tails[Capacity]{};
    choice choices[Capacity]{};

    constexpr tail run(bool upward, std::uint64_t const* numbers) {
        for (int i = 0; i < source.size; ++i) {
            instruction const& step = source.code[i];
            if (is_condition(step.code))
                choices[i] = settled != nullptr && settled[i] != choice::open ? settled[i] : decide(step);
            else
                tails[i] = step.operands[0] < 0 ? leaf(step, upward, numbers) : operate(step);
        }
        return tails[source.size - 1];
    }

private:
    constexpr tail leaf(instruction const& step, bool upward, std::uint64_t const* numbers) const {
        tail result;
        switch (step.code) {
        case op::variable:
            result.main.c[1] = surd_of(upward ? one_number : minus_one);
            return result;
        case op::pi:
            return tail_arithmetic::constant(surd{one_number, one_number, 2});
        case op::e:
            return with.plain(e_interval, e_interval);
        default:
            break;
        }
        rational const value = step.code == op::constant
                                   ? source.constants[step.value]
                                   : rational_from_double(std::bit_cast<double>(numbers[source.slots[step.value]]));
        if (interval const size = enclosure_of(value); !size.is_bounded()) {
            result.infinite_sign = size.upper > 0 ? 1 : -1;
            return result;
        }
        return tail_arithmetic::constant(value);
    }

    constexpr choice decide(instruction const& step) const {
        auto const logical = [&](int k) { return choices[step.operands[k]]; };
        switch (step.code) {
        case op::logical_and:
            if (logical(0) == choice::second || logical(1) == choice::second) return choice::second;
            return logical(0) == choice::first && logical(1) == choice::first ? choice::first : choice::open;
        case op::logical_or:
            if (logical(0) == choice::first || logical(1) == choice::first) return choice::first;
            return logical(0) == choice::second && logical(1) == choice::second ? choice::second : choice::open;
        case op::logical_not:
            return logical(0) == choice::open    ? choice::open
                   : logical(0) == choice::first ? choice::second
                                                 : choice::first;
        default:
            break;
        }
        tail const &a = tails[step.operands[0]], &b = tails[step.operands[1]];
        int const order = a.infinite_sign != 0 && b.infinite_sign == 0 ? a.infinite_sign
                          : b.infinite_sign != 0 && a.infinite_sign == 0
                              ? -b.infinite_sign
                              : with.sign(with.sum(a, tail_arithmetic::negative(b)));
        bool const less = step.code == op::less || step.code == op::less_equal;
        bool const strict = step.code == op::less || step.code == op::greater;
        if (order != 0) return (order < 0) == less ? choice::first : choice::second;
        return with.is_zero(with.sum(a, tail_arithmetic::negative(b))) ? (strict ? choice::second : choice::first)
                                                                       : choice::open;
    }

    constexpr tail operate(instruction const& step) const {
        tail const& a = tails[step.operands[0]];
        tail const& b = tails[step.operands[1] < 0 ? step.operands[0] : step.operands[1]];
        tail const& c = tails[step.operands[2] < 0 ? step.operands[0] : step.operands[2]];
        auto const smaller_of = [&](tail const& u, tail const& v, bool larger_one) {
            tail const gap = with.sum(u, tail_arithmetic::negative(v));
            if (with.is_zero(gap)) return u;
            int const order = with.sign(gap);
            return order == 0 ? unknown_tail : (order < 0) != larger_one ? u : v;
        };
        switch (step.code) {
        case op::add:
            return with.sum(a, b);
        case op::subtract:
            return with.sum(a, tail_arithmetic::negative(b));
        case op::negate:
            return tail_arithmetic::negative(a);
        case op::multiply:
            return step.operands[0] == step.operands[1] ? with.function(op::square, a) : with.product(a, b);
        case op::divide:
            return with.product(a, with.reciprocal(b));
        case op::select: {
            choice const taken = choices[step.operands[0]];
            return taken == choice::first ? b : taken == choice::second ? c : unknown_tail;
        }
        case op::min:
            return smaller_of(a, b, false);
        case op::max:
            return smaller_of(a, b, true);
        case op::clamp:
            return smaller_of(smaller_of(a, b, true), c, false);
        case op::pow: {
            auto const is_number = [](tail const& v) { return v.known && v.rest.is_zero() && v.main.degree() <= 0; };
            surd const &base = a.main.c[0], &exponent = b.main.c[0];
            if (is_number(b) && exponent.half_pis == 0 && exponent.root == one_number)
                return with.power_of(a, exponent.q);
            interval const size = enclosure_of(base);
            if (!is_number(a) || !(size.lower > 0)) return unknown_tail;
            interval const logarithm = function_over(op::log, size);
            return with.exponential(with.scaled(b, logarithm, logarithm));
        }
        case op::atan2:
            return with.sign(b) > 0 ? with.function(op::atan, with.product(a, with.reciprocal(b))) : unknown_tail;
        case op::logsumexp2: {
            tail const gap = with.sum(b, tail_arithmetic::negative(a));
            return with.sign(gap) > 0 ? with.sum(b, with.function(op::softplus, tail_arithmetic::negative(gap)))
                                      : with.sum(a, with.function(op::softplus, gap));
        }
        default:
            return step.operands[1] < 0 && step.code != op::user ? with.function(step.code, a) : unknown_tail;
        }
    }
};

}  // namespace hillock::detail
