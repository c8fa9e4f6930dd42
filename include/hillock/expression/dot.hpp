// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/expression/text.hpp>

namespace hillock {

namespace detail {

/// Writes a program as a graph in Graphviz's language: a node for each distinct part, edges to its operands.
template <auto const& Program, class Primitives>
struct dot_writer {
    text_sink& sink;
    std::uint64_t const* numbers;

    constexpr void write(int last) {
        sink.put("digraph expression {\n");
        for (int i = 0; i <= last; ++i) {
            instruction const& step = Program.code[i];
            sink.put("    n");
            sink.put_integer(i);
            sink.put(" [label=\"");
            write_label(i, step);
            sink.put("\"];\n");
            for (int k = 0; k < step.arity(); ++k) {
                sink.put("    n");
                sink.put_integer(i);
                sink.put(" -> n");
                sink.put_integer(step.operands[k]);
                sink.put(";\n");
            }
        }
        sink.put("}\n");
    }

private:
    constexpr void write_label(int position, instruction const& step) {
        if (is_leaf(step.code)) return text_writer<Program, Primitives>{sink, numbers}.write(position);
        switch (step.code) {
        case op::negate:
            return sink.put('-');
        case op::logical_not:
            return sink.put('!');
        case op::select:
            return sink.put("select");
        case op::verbatim:
            return sink.put("verbatim");
        case op::user:
            return sink.put(user_name(Primitives{}, step.value));
        default:
            break;
        }
        if (is_function(step.code)) return sink.put(name_of(step.code).text);
        for (char c : operator_text(step.code))
            if (c != ' ') sink.put(c);
    }
};

}  // namespace detail

/// The expression's graph in Graphviz's dot language, equal subtrees drawn once.
template <class E>
requires detail::any_tree<E>
constexpr auto to_dot(E const& e) {
    return detail::written<detail::dot_writer>(e);
}

}  // namespace hillock
