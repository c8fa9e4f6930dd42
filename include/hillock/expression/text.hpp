// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/detail/decimal.hpp>
#include <hillock/expression/program.hpp>

#include <cstddef>
#include <iosfwd>
#include <limits>
#include <string_view>

namespace hillock {

/// Text of bounded length, made by the compiler where its expression is constant: compares with and converts to
/// std::string_view, and can be streamed.
template <std::size_t Capacity>
struct text {
    char characters[Capacity + 1]{};
    std::size_t length = 0;

    constexpr std::string_view view() const { return {characters, length}; }
    constexpr operator std::string_view() const { return view(); }
    constexpr char const* c_str() const { return characters; }
    constexpr std::size_t size() const { return length; }

    friend constexpr bool operator==(text const& a, std::string_view b) { return a.view() == b; }
    template <class Traits>
    friend auto& operator<<(std::basic_ostream<char, Traits>& stream, text const& written) {
        return stream << written.view();
    }
};

namespace detail {

/// Collects characters; without a buffer it only counts them.
struct text_sink {
    char* buffer = nullptr;
    std::size_t length = 0;

    constexpr void put(char c) {
        if (buffer != nullptr) buffer[length] = c;
        ++length;
    }
    constexpr void put(std::string_view characters) {
        for (char c : characters) put(c);
    }
    constexpr void put_integer(int128 value) {
        char digits[40]{};
        int count = 0;
        do {
            digits[count++] = static_cast<char>('0' + static_cast<int>(value % 10));
            value /= 10;
        } while (value != 0);
        while (count > 0) put(digits[--count]);
    }
    constexpr void put_double(double value) {
        // Counting is done without the value, which only the expression holds.
        char digits[32]{};
        std::size_t const count = buffer != nullptr ? write_decimal(digits, value) : 26;
        put(std::string_view(digits, count));
    }
};

/// |value| as a double, rounded twice at most: for printing.
constexpr double nearest_double(rational const& value) {
    if (bit_count(value.numerator) - bit_count(value.denominator) + value.exponent > 1024)
        return std::numeric_limits<double>::infinity();
    double result = static_cast<double>(value.numerator) / static_cast<double>(value.denominator);
    for (int i = 0; i < value.exponent; ++i) result *= 2;
    for (int i = 0; i > value.exponent; --i) result /= 2;
    return result;
}

/// Writes a non-negative number: as the exact decimal where that has at most 36 digits, else as a fraction or rounded.
constexpr void put_rational(text_sink& sink, rational const& value) {
    int128 rest = value.denominator;
    int fives = 0;
    for (; rest % 5 == 0; rest /= 5) ++fives;
    int const places = fives > -value.exponent ? fives : -value.exponent;
    rational scaled = value;
    if (places > 0) scaled = multiply(multiply(value, integer_power({5, 1, 0}, places)), {1, 1, places});
    if (rest == 1 && scaled.is_integer() && bit_count(scaled.numerator) + scaled.exponent < 120) {
        int128 const digits = scaled.numerator * (int128{1} << scaled.exponent);
        int128 unit = 1;
        for (int i = 0; i < places; ++i) unit *= 10;
        sink.put_integer(digits / unit);
        if (places <= 0) return;
        sink.put('.');
        int128 fraction = digits % unit;
        for (unit /= 10; unit > 0; unit /= 10) {
            sink.put(static_cast<char>('0' + static_cast<int>(fraction / unit % 10)));
            fraction %= unit;
        }
    } else if (rest == 1 || value.exponent < -60 || value.exponent > 60) {
        char digits[32]{};
        sink.put(std::string_view(digits, write_decimal(digits, nearest_double(value))));
    } else {
        sink.put_integer(value.numerator * (int128{1} << (value.exponent > 0 ? value.exponent : 0)));
        sink.put('/');
        sink.put_integer(value.denominator * (int128{1} << (value.exponent < 0 ? -value.exponent : 0)));
    }
}

/// Whether a number is written as a fraction: 1/3.
constexpr bool is_fraction(rational const& value) {
    int128 rest = value.denominator;
    while (rest % 5 == 0) rest /= 5;
    return rest != 1 && value.exponent >= -60 && value.exponent <= 60;
}

/// How tightly an operation binds in C-like text.
constexpr int binding_strength(op code) {
    switch (code) {
    case op::logical_or: return 1;
    case op::logical_and: return 2;
    case op::less:
    case op::less_equal:
    case op::greater:
    case op::greater_equal: return 3;
    case op::add:
    case op::subtract: return 4;
    case op::multiply:
    case op::divide: return 5;
    case op::negate:
    case op::logical_not: return 6;
    default: return 7;
    }
}

constexpr std::string_view operator_text(op code) {
    switch (code) {
    case op::logical_or: return " || ";
    case op::logical_and: return " && ";
    case op::less: return " < ";
    case op::less_equal: return " <= ";
    case op::greater: return " > ";
    case op::greater_equal: return " >= ";
    case op::add: return " + ";
    case op::subtract: return " - ";
    case op::multiply: return " * ";
    default: return " / ";
    }
}

/// The names of the user's primitives of a list.
template <class... Primitives>
constexpr std::string_view user_name(type_list<Primitives...>, int position) {
    std::string_view names[sizeof...(Primitives) + 1]{};
    int i = 0;
    ((names[i++] = Primitives::name()), ...);
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
        case op::number: sink.put_double(numbers == nullptr ? 0 : std::bit_cast<double>(numbers[Program.slots[step.value]])); break;
        case op::variable: sink.put(Program.names[step.value]); break;
        case op::pi: sink.put("pi"); break;
        case op::e: sink.put("e"); break;
        case op::negate:
            sink.put('-');
            write(step.operands[0], begins_with_minus(step.operands[0]) ? 8 : context > 5 ? 6 : 5);
            break;
        case op::logical_not:
            sink.put('!');
            write(step.operands[0], 6);
            break;
        case op::select: write_call("select", step); break;
        case op::verbatim: write_call("verbatim", step); break;
        case op::user: write_call(user_name(Primitives{}, step.value), step); break;
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
        return step.code == op::negate || step.code == op::number; // a plain number may be negative
    }
    constexpr void write_call(std::string_view name, instruction const& step) {
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
    std::uint64_t const* numbers = nullptr;
    if constexpr (tree::slots > 0) numbers = e.numbers;
    writer{sink, numbers}.write(program_of<tree>.size - 1);
    result.length = sink.length;
    return result;
}

} // namespace detail

/// The formula as C-like text: `x * sigmoid(beta * x)`; of a condition too.
template <class E>
    requires detail::any_tree<E>
constexpr auto to_string(E const& e) {
    return detail::written<detail::text_writer>(e);
}

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

} // namespace hillock
