// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/expression/program.hpp>
#include <hillock/expression/text_sink.hpp>

#include <cstddef>
#include <iosfwd>

namespace hillock {

namespace detail {

/// How tightly an operation binds in C-like text.
constexpr int binding_strength(op code) {
    switch (code) {
    case op::logical_or:
        return 1;
    case op::logical_and:
        return 2;
    case op::less:
    case op::less_equal:
    case op::greater:
    case op::greater_equal:
        return 3;
    case op::add:
    case op::subtract:
        return 4;
    case op::multiply:
    case op::divide:
        return 5;
    case op::negate:
    case op::logical_not:
        return 6;
    default:
        return 7;
    }
}

constexpr text_view operator_text(op code) {
    switch (code) {
    case op::logical_or:
        return " || ";
    case op::logical_and:
        return " && ";
    case op::less:
        return " < ";
    case op::less_equal:
        return " <= ";
    case op::greater:
        return " > ";
    case op::greater_equal:
        return " >= ";
    case op::add:
        return " + ";
    case op::subtract:
        return " - ";
    case op::multiply:
        return " * ";
    default:
        return " / ";
    }
}

/// The names of the user's primitives of a list.
template <class... Primitives>
constexpr text_view user_name(type_list<Primitives...>, int position) {
    text_view names[sizeof...(Primitives) + 1]{};
    int i = 0;
    ((names[i++] = Primitives::name), ...);
    return names[position];
}

/// Writes a program as C-like text with no more parentheses than C's rules need.
template <auto const& Program, class Primitives>
struct text_writer {
    text_sink& sink;
    std::uint64_t const* numbers;

    constexpr void write(int position, int context = 0) {
        instruction const& step = Program.code[position];
        bool const fraction = step.code == op::constant && is_fraction(Program.constants[step.value]);
        int const strength = fraction ? binding_strength(op::divide) : binding_strength(step.code);
        bool const parentheses = strength < context;
        if (parentheses) sink.put('(');
        write_step(step, strength, context);
        if (parentheses) sink.put(')');
    }

private:
    constexpr void write_step(instruction const& step, int strength, int context) {
        switch (step.code) {
        case op::constant: {
            rational const& value = Program.constants[step.value];
            if (value.is_negative()) sink.put('-');
            put_rational(sink, value.is_negative() ? negate(value) : value);
            break;
        }
        case op::number:
            sink.put_double(sink.buffer == nullptr ? 0 : std::bit_cast<double>(numbers[Program.slots[step.value]]));
            break;
        case op::variable:
            sink.put(Program.names[step.value]);
            break;
        case op::pi:
            sink.put("pi");
            break;
        case op::e:
            sink.put("e");
            break;
        case op::negate:
            sink.put('-');
            write(step.operands[0], begins_with_minus(step.operands[0]) ? 8 : context > 5 ? 6 : 5);
            break;
        case op::logical_not:
            sink.put('!');
            write(step.operands[0], 6);
            break;
        case op::select:
            write_call("select", step);
            break;
        case op::verbatim:
            write_call("verbatim", step);
            break;
        case op::user:
            write_call(user_name(Primitives{}, step.value), step);
            break;
        default:
            if (is_function(step.code)) {
                write_call(name_of(step.code).text, step);
            } else {
                write(step.operands[0], strength);
                sink.put(operator_text(step.code));
                write(step.operands[1], strength + 1);
            }
        }
    }
    static constexpr bool begins_with_minus(int position) {
        instruction const& step = Program.code[position];
        if (step.code == op::constant) return Program.constants[step.value].is_negative();
        if (step.code == op::multiply || step.code == op::divide) return begins_with_minus(step.operands[0]);
        return step.code == op::negate || step.code == op::number;  // a plain number may be negative
    }
    constexpr void write_call(text_view name, instruction const& step) {
        sink.put(name);
        sink.put('(');
        for (int i = 0; i < step.arity(); ++i) {
            if (i > 0) sink.put(", ");
            write(step.operands[i]);
        }
        sink.put(')');
    }
};

/// Runs a writer twice: to count, and to write.
template <template <auto const&, class> class Writer, class E>
constexpr auto written(E const& e) {
    using tree = tree_of<E>;
    using writer = Writer<program_of<tree>, primitives_of<tree>>;
    constexpr std::size_t capacity = [] {
        text_sink sink;
        writer{sink, nullptr}.write(program_of<tree>.size - 1);
        return sink.length;
    }();
    text<capacity> result;
    text_sink sink{result.characters};
    writer{sink, numbers_of(e)}.write(program_of<tree>.size - 1);
    result.length = sink.length;
    return result;
}

}  // namespace detail

/// The formula as C-like text: `x * sigmoid(beta * x)`; of a condition too.
template <class E>
requires detail::any_tree<E>
constexpr auto to_string(E const& e) {
    return detail::written<detail::text_writer>(e);
}

/// Writes what `to_string` gives.
template <class Traits, class E>
requires detail::any_tree<E>
auto& operator<<(std::basic_ostream<char, Traits>& stream, E const& e) {
    return stream << to_string(e).view();
}

/// How many distinct parts the expression has, equal ones counted once.
template <class E>
requires detail::any_tree<E>
constexpr int node_count(E const&) {
    return detail::program_of<tree_of<E>>.size;
}

}  // namespace hillock
