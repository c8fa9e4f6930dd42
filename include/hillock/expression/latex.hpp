// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/expression/text.hpp>

namespace hillock {

namespace detail {

inline constexpr text_view greek_letters[] = {"alpha", "beta",  "gamma",   "delta", "epsilon", "zeta", "eta", "theta",
                                              "iota",  "kappa", "lambda",  "mu",    "nu",      "xi",   "rho", "sigma",
                                              "tau",   "phi",   "upsilon", "chi",   "psi",     "omega"};

/// Writes a program as LaTeX mathematics: fractions, roots, powers and cases.
template <auto const& Program, class Primitives>
struct latex_writer {
    text_sink& sink;
    std::uint64_t const* numbers;

    /// `leading`: nothing stands before it that a minus could run into.
    constexpr void write(int position, int context = 0, bool leading = false) {
        instruction const& step = Program.code[position];
        if (step.code == op::verbatim) return write(step.operands[0], context, leading);
        int const strength = strength_of(step);
        bool const parentheses = strength < context || (context > 4 && !leading && begins_negative(step));
        if (parentheses) sink.put("\\left(");
        write_step(step, strength);
        if (parentheses) sink.put("\\right)");
    }

private:
    static constexpr bool begins_negative(instruction const& step) {
        if (step.code == op::multiply) return begins_negative(Program.code[step.operands[0]]);
        return step.code == op::constant && Program.constants[step.value].is_negative();
    }
    /// As binding_strength, with 8 for what a power can be put to without parentheses.
    static constexpr int strength_of(instruction const& step) {
        switch (step.code) {
        case op::divide:
        case op::exp:
        case op::exp2:
        case op::rsqrt:
        case op::select:
            return 7;
        case op::square:
        case op::pow:
            return 6;
        case op::constant:
            return is_fraction(Program.constants[step.value]) ? 7 : 8;
        default:
            return binding_strength(step.code) < 7 ? binding_strength(step.code) : 8;
        }
    }
    constexpr void write_number(rational const& value) {
        if (value.is_negative()) sink.put('-');
        rational const size = value.is_negative() ? negate(value) : value;
        if (is_fraction(value)) {
            int const up = value.exponent > 0 ? value.exponent : 0;
            sink.put("\\frac{");
            sink.put_integer(size.numerator * (int128{1} << up));
            sink.put("}{");
            sink.put_integer(size.denominator * (int128{1} << (up - value.exponent)));
            sink.put('}');
        } else if (nearest_double(size) == std::numeric_limits<double>::infinity()) {
            sink.put("\\infty");
        } else {
            put_rational(sink, size);
        }
    }
    constexpr void write_step(instruction const& step, int strength) {
        switch (step.code) {
        case op::constant:
            write_number(Program.constants[step.value]);
            break;
        case op::number:
            sink.put_double(sink.buffer == nullptr ? 0 : std::bit_cast<double>(numbers[Program.slots[step.value]]));
            break;
        case op::variable:
            write_name(Program.names[step.value]);
            break;
        case op::pi:
            sink.put("\\pi");
            break;
        case op::e:
            sink.put('e');
            break;
        case op::divide:
            write_parts(step, "\\frac{", "}{", "}");
            break;
        case op::multiply:
            write_operator(step, " \\cdot ", strength);
            break;
        case op::less_equal:
            write_operator(step, " \\le ", strength);
            break;
        case op::greater_equal:
            write_operator(step, " \\ge ", strength);
            break;
        case op::logical_and:
            write_operator(step, " \\wedge ", strength);
            break;
        case op::logical_or:
            write_operator(step, " \\vee ", strength);
            break;
        case op::negate:
            write_prefix(step, "-", 5);
            break;
        case op::logical_not:
            write_prefix(step, "\\neg ", 6);
            break;
        case op::exp:
            write_parts(step, "e^{", "", "}");
            break;
        case op::exp2:
            write_parts(step, "2^{", "", "}");
            break;
        case op::sqrt:
            write_parts(step, "\\sqrt{", "", "}");
            break;
        case op::cbrt:
            write_parts(step, "\\sqrt[3]{", "", "}");
            break;
        case op::rsqrt:
            write_parts(step, "\\frac{1}{\\sqrt{", "", "}}");
            break;
        case op::abs:
            write_parts(step, "\\left|", "", "\\right|");
            break;
        case op::floor:
            write_parts(step, "\\left\\lfloor ", "", "\\right\\rfloor");
            break;
        case op::square:
            write(step.operands[0], 8);
            sink.put("^{2}");
            break;
        case op::pow:
            write(step.operands[0], 8);
            sink.put("^{");
            write(step.operands[1]);
            sink.put('}');
            break;
        case op::select:
            sink.put("\\begin{cases} ");
            write(step.operands[1]);
            sink.put(" & \\text{if } ");
            write(step.operands[0]);
            sink.put(" \\\\ ");
            write(step.operands[2]);
            sink.put(" & \\text{otherwise} \\end{cases}");
            break;
        case op::user:
            sink.put("\\operatorname{");
            write_letters(user_name(Primitives{}, step.value));
            sink.put('}');
            write_arguments(step);
            break;
        default:
            if (is_function(step.code)) {
                sink.put(name_of(step.code).latex);
                write_arguments(step);
            } else {
                write_operator(step, operator_text(step.code), strength);
            }
        }
    }
    constexpr void write_operator(instruction const& step, text_view between, int strength) {
        write(step.operands[0], strength, true);
        sink.put(between);
        write(step.operands[1], strength + 1);
    }
    constexpr void write_prefix(instruction const& step, text_view prefix, int context) {
        sink.put(prefix);
        write(step.operands[0], context);
    }
    constexpr void write_parts(instruction const& step, text_view open, text_view middle, text_view close) {
        sink.put(open);
        write(step.operands[0]);
        sink.put(middle);
        if (step.arity() > 1) write(step.operands[1]);
        sink.put(close);
    }
    constexpr void write_arguments(instruction const& step) {
        sink.put("\\left(");
        for (int i = 0; i < step.arity(); ++i) {
            if (i > 0) sink.put(", ");
            write(step.operands[i]);
        }
        sink.put("\\right)");
    }
    constexpr void write_name(text_view name) {
        bool greek = false;
        for (auto const letter : greek_letters)
            greek = greek || letter == name;
        if (greek)
            sink.put('\\');
        else if (name.size() > 1)
            sink.put("\\mathrm{");
        write_letters(name);
        if (!greek && name.size() > 1) sink.put('}');
    }
    constexpr void write_letters(text_view name) {
        for (char c : name) {
            if (c == '_') sink.put('\\');
            sink.put(c);
        }
    }
};

}  // namespace detail

/// The formula in LaTeX, for a mathematics environment.
template <class E>
requires detail::any_tree<E>
constexpr auto to_latex(E const& e) {
    return detail::written<detail::latex_writer>(e);
}

}  // namespace hillock
