// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/expression/program.hpp>
#include <hillock/rules/normal_forms.hpp>

#include <bit>
#include <cstdint>

namespace hillock::detail {

/// Brings a program into normal form; what stands inside `verbatim` is kept as it is.
struct form_reader {
    normal_forms& forms;
    program_view source;
    /// What the variables named in the program stand for, by name index; -1: themselves.
    int const* substitutes;
    /// The values of the plain numbers, by slot, where they are known.
    std::uint64_t const* numbers;
    short ids[terms::capacity];

    constexpr form_reader(normal_forms& to, program_view from, int const* replaced = nullptr,
                          std::uint64_t const* known = nullptr)
        : forms(to), source(from), substitutes(replaced), numbers(known) {}

    constexpr int read() {
        for (int i = 0; i < source.size; ++i)
            ids[i] = static_cast<short>(read(source.code[i]));
        return ids[source.size - 1];
    }

private:
    constexpr int read(instruction const& step) {
        int const a = step.operands[0] >= 0 ? ids[step.operands[0]] : -1;
        int const b = step.operands[1] >= 0 ? ids[step.operands[1]] : -1;
        int const c = step.operands[2] >= 0 ? ids[step.operands[2]] : -1;
        switch (step.code) {
        case op::constant:
            return forms.constant(source.constants[step.value]);
        case op::variable:
            if (substitutes != nullptr && substitutes[step.value] >= 0) return substitutes[step.value];
            return forms.variable(source.names[step.value]);
        case op::number:
            if (numbers != nullptr)
                if (rational const exact =
                        rational_from_double(std::bit_cast<double>(numbers[source.slots[step.value]]));
                    exact.fits())
                    return forms.constant(exact);
            return forms.leaf(op::number, source.slots[step.value]);
        case op::pi:
        case op::e:
            return forms.leaf(step.code);
        case op::add:
            return forms.add_terms(a, b);
        case op::subtract:
            return forms.add_terms(a, forms.negated(b));
        case op::negate:
            return forms.negated(a);
        case op::multiply:
            return forms.multiply_terms(a, b);
        case op::divide:
            return forms.divide_terms(a, b);
        case op::verbatim:
            return forms.plain(op::verbatim, as_written(step.operands[0]));
        case op::user:
            return forms.plain(op::user, a, b, c, step.value);
        default:
            return forms.call(step.code, a, b, c);
        }
    }
    constexpr int as_written(int position) {
        instruction const& step = source.code[position];
        if (is_leaf(step.code)) return ids[position];
        int operands[3] = {-1, -1, -1};
        for (int i = 0; i < step.arity(); ++i)
            operands[i] = as_written(step.operands[i]);
        return forms.plain(step.code, operands[0], operands[1], operands[2], step.value);
    }
};

/// What rewriting makes of a program.
using rewritten = program<terms::capacity / 4>;

/// Writes terms as a program with + - * / as a person would: positive terms first, denominators together, x * x as square(x).
struct form_writer {
    normal_forms& forms;
    rewritten result{};
    short positions[terms::capacity];

    constexpr explicit form_writer(normal_forms& source) : forms(source) {
        for (int i = 0; i < source.size; ++i)
            positions[i] = -1;
    }

    constexpr int write(int id) {
        if (positions[id] < 0) positions[id] = static_cast<short>(write_new(id));
        return positions[id];
    }

private:
    constexpr int push(op code, int a = -1, int b = -1, int c = -1, int value = -1) {
        instruction const added{
            code, {static_cast<short>(a), static_cast<short>(b), static_cast<short>(c)}, static_cast<short>(value)};
        for (int i = 0; i < result.size; ++i)
            if (result.code[i].code == code && result.code[i].operands[0] == a && result.code[i].operands[1] == b &&
                result.code[i].operands[2] == c && result.code[i].value == value)
                return i;
        return result.push(added);
    }
    constexpr int push_constant(rational const& value) {
        return push(op::constant, -1, -1, -1, result.constant_index(value));
    }

    constexpr int write_new(int id) {
        auto const entry = forms[id];
        switch (entry.code) {
        case op::constant:
            return push_constant(forms.number_of(id));
        case op::variable:
            return push(op::variable, -1, -1, -1, result.name_index(forms.names[entry.value]));
        case op::number:
            return push(op::number, -1, -1, -1, result.slot_index(entry.value));
        case op::sum:
            return write_sum(id);
        case op::product:
            return write_product(id, {1, 1, 0});
        case op::less:
        case op::less_equal:
            if (forms.is_constant(forms.argument(id, 0))) {
                int const b = write(forms.argument(id, 1));
                int const a = write(forms.argument(id, 0));
                return push(entry.code == op::less ? op::greater : op::greater_equal, b, a);
            }
            break;
        default:
            break;
        }
        int operands[3] = {-1, -1, -1};
        for (int i = 0; i < entry.count; ++i)
            operands[i] = write(forms.argument(id, i));
        return push(entry.code, operands[0], operands[1], operands[2], entry.code == op::user ? entry.value : -1);
    }

    constexpr int write_sum(int id) {
        int const count = forms[id].count;
        int total = -1;
        // Positive terms first, a constant behind the others; then what is subtracted.
        for (int pass = 0; pass < 4; ++pass)
            for (int i = 0; i < count; ++i) {
                factor const term = forms.operand(id, i);
                rational const number = forms.numbers[term.number];
                bool const plain = term.id == forms.one;
                if (pass != (number.is_negative() ? 2 : 0) + (plain ? 1 : 0)) continue;
                if (total < 0) {
                    total = write_product(term.id, number);
                } else {
                    int const added = write_product(term.id, number.is_negative() ? negate(number) : number);
                    total = push(number.is_negative() ? op::subtract : op::add, total, added);
                }
            }
        return total;
    }

    constexpr int write_product(int id, rational coefficient) {
        if (coefficient == rational{-1, 1, 0} && id != forms.one) return push(op::negate, write_product(id, {1, 1, 0}));
        rational below{1, 1, 0};
        if (!is_short_decimal(coefficient)) {
            below = {coefficient.denominator, 1, coefficient.exponent < 0 ? -coefficient.exponent : 0};
            coefficient = {coefficient.numerator, 1, coefficient.exponent > 0 ? coefficient.exponent : 0};
        }
        bool const is_product = forms.code(id) == op::product;
        int const count = id == forms.one ? 0 : is_product ? forms[id].count : 1;
        int top = -1;
        int bottom = below == rational{1, 1, 0} ? -1 : push_constant(below);
        for (int side = 0; side < 2; ++side)
            for (int i = 0; i < count; ++i) {
                factor const part = is_product ? forms.operand(id, i)
                                               : factor{static_cast<short>(id), static_cast<short>(forms.number_one)};
                rational const exponent = forms.numbers[part.number];
                if (exponent.is_negative() != (side == 1)) continue;
                int& place = side == 1 ? bottom : top;
                if (side == 0 && place < 0 && !(coefficient == rational{1, 1, 0})) place = push_constant(coefficient);
                int const written = write_power(part.id, exponent.is_negative() ? negate(exponent) : exponent);
                place = place < 0 ? written : push(op::multiply, place, written);
            }
        if (top < 0) top = push_constant(coefficient);
        return bottom < 0 ? top : push(op::divide, top, bottom);
    }

    constexpr int write_power(int base, rational exponent) {
        int const written = write(base);
        if (exponent == rational{1, 1, 0}) return written;
        if (exponent == two) return push(op::square, written);
        if (exponent == half) return push(op::sqrt, written);
        return push(op::pow, written, push_constant(exponent));
    }

    /// Whether a number reads best as a decimal (0.044715, 1.5) and not as a fraction (1/3).
    static constexpr bool is_short_decimal(rational const& value) {
        int128 rest = value.denominator;
        int fives = 0;
        while (rest % 5 == 0) {
            rest /= 5;
            ++fives;
        }
        int const twos = value.exponent < 0 ? -value.exponent : 0;
        return rest == 1 && (fives > 0 || twos <= 12 || value.denominator == 1);
    }
};

/// The program of a term.
constexpr rewritten written(normal_forms& forms, int id) {
    form_writer writer(forms);
    writer.write(id);
    writer.result.overflow = writer.result.overflow || forms.overflow;
    writer.result.assumed_one = forms.assumed_one;
    return writer.result;
}

}  // namespace hillock::detail
