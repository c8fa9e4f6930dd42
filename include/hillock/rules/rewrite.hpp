// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/rules/convert.hpp>

namespace hillock::detail {

// From a program back to an expression: the tree is made of types, the plain numbers are gathered from the original.

template <auto const& Program, int Index>
constexpr auto spelled_name() {
    fixed_string<Program.names[Index].size() + 1> result;
    for (std::size_t i = 0; i < Program.names[Index].size(); ++i)
        result.characters[i] = Program.names[Index][i];
    return result;
}

template <class List, int Index>
struct type_at;
template <class First, class... Rest, int Index>
struct type_at<type_list<First, Rest...>, Index> : type_at<type_list<Rest...>, Index - 1> {};
template <class First, class... Rest>
struct type_at<type_list<First, Rest...>, 0> {
    using type = First;
};

/// The tree that stands at a position of a program.
template <auto const& Program, class Primitives, int Position>
struct tree_at {
    static constexpr instruction step = Program.code[Position];

    template <std::size_t... I>
    static auto make(std::index_sequence<I...>) {
        if constexpr (step.code == op::variable)
            return variable<spelled_name<Program, step.value>()>{};
        else if constexpr (step.code == op::constant)
            return constant<Program.constants[step.value]>{};
        else if constexpr (step.code == op::number)
            return number<step.value>{};
        else if constexpr (step.code == op::user)
            return node<typename type_at<Primitives, step.value>::type{},
                        typename tree_at<Program, Primitives, step.operands[I]>::type...>{};
        else
            return node<step.code, typename tree_at<Program, Primitives, step.operands[I]>::type...>{};
    }
    using type = decltype(make(std::make_index_sequence<static_cast<std::size_t>(step.arity())>{}));
};

/// The expression of a program whose result is its last instruction.
template <auto const& Program, class Primitives, class Source>
constexpr auto to_expression([[maybe_unused]] Source const& source) {
    using tree = typename tree_at<Program, Primitives, Program.size - 1>::type;
    tree result{};
    if constexpr (tree::slots > 0)
        for (int i = 0; i < tree::slots; ++i)
            result.numbers[i] = source.numbers[Program.slots[i]];
    return result;
}

/// The same program in an array of about its size: few sizes, as each is a type of its own.
template <auto const& Source>
constexpr auto fitted() {
    static_assert(!Source.overflow, "hillock: this expression grows beyond 8,192 distinct terms");
    constexpr int size = [] {
        int result = 8;
        while (result < Source.size || result < 2 * Source.constant_count || result < 2 * Source.name_count ||
               result < 2 * Source.slot_count)
            result *= 2;
        return result;
    }();
    program<size> result;
    for (int i = 0; i < Source.size; ++i)
        result.code[i] = Source.code[i];
    for (int i = 0; i < Source.constant_count; ++i)
        result.constants[i] = Source.constants[i];
    for (int i = 0; i < Source.name_count; ++i)
        result.names[i] = Source.names[i];
    for (int i = 0; i < Source.slot_count; ++i)
        result.slots[i] = Source.slots[i];
    result.size = Source.size;
    result.constant_count = Source.constant_count;
    result.name_count = Source.name_count;
    result.slot_count = Source.slot_count;
    result.assumed_one = Source.assumed_one;
    return result;
}

/// The normal form of a program, by the rules of simplify or of stabilize.
constexpr rewritten normal_form(program_view source, bool stabilizing, bool speculating) {
    normal_forms forms;
    forms.stabilizing = stabilizing;
    forms.speculating = speculating;
    form_reader reader(forms, source);
    return written(forms, reader.read());
}

/// Normal form of a tree, by the rules of simplify or of stabilize.
template <class Tree, bool Stabilizing, bool Speculating = false>
struct normal_rewriting {
    using primitives = primitives_of<Tree>;
    static constexpr auto unfitted = normal_form(program_of<Tree>.view(), Stabilizing, Speculating);
    static constexpr auto result = fitted<unfitted>();
};

}  // namespace hillock::detail
