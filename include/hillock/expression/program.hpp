// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/expression/node.hpp>

#include <utility>

namespace hillock::detail {

/// One operation of a program: what, and on the results of which earlier ones.
struct instruction {
    op code;
    /// Positions; -1 where there is none.
    short operands[3];
    /// Which constant, name, plain number or primitive of the user's; -1 where that says nothing.
    short value;

    constexpr int arity() const { return operands[0] < 0 ? 0 : operands[1] < 0 ? 1 : operands[2] < 0 ? 2 : 3; }
};

/// An expression as data: instructions in an order in which operands come first, equal subtrees once.
///
/// The rewriting, the printing and the evaluation work on this form, with plain loops instead of templates.
struct program_view {
    instruction const* code;
    rational const* constants;
    text_view const* names;
    short const* slots;
    int size, name_count;
};

/// A program with room for so many instructions, and half as many constants, names and plain numbers.
template <int Capacity>
struct program {
    static constexpr int capacity = Capacity;
    instruction code[Capacity]{};
    rational constants[Capacity / 2]{};
    text_view names[Capacity / 2]{};
    int size = 0;
    int constant_count = 0;
    int name_count = 0;
    /// The plain numbers used, in order of appearance: positions in the original's `numbers`.
    short slots[Capacity / 2]{};
    int slot_count = 0;
    /// Plain numbers (by their position in the original) that a rewriting took to be 1.
    std::uint64_t assumed_one = 0;
    bool overflow = false;

    constexpr program_view view() const { return {code, constants, names, slots, size, name_count}; }

    constexpr int push(instruction added) {
        if (size == Capacity) {
            overflow = true;
            return 0;
        }
        code[size] = added;
        return size++;
    }
    constexpr int name_index(text_view name) {
        for (int i = 0; i < name_count; ++i)
            if (names[i] == name) return i;
        if (name_count == Capacity / 2) {
            overflow = true;
            return 0;
        }
        names[name_count] = name;
        return name_count++;
    }
    constexpr int constant_index(rational const& value) {
        for (int i = 0; i < constant_count; ++i)
            if (constants[i] == value) return i;
        if (constant_count == Capacity / 2) {
            overflow = true;
            return 0;
        }
        constants[constant_count] = value;
        return constant_count++;
    }
    constexpr int slot_index(int slot) {
        for (int i = 0; i < slot_count; ++i)
            if (slots[i] == slot) return i;
        if (slot_count == Capacity / 2) {
            overflow = true;
            return 0;
        }
        slots[slot_count] = static_cast<short>(slot);
        return slot_count++;
    }
};

/// The position of a type in a list; the list's size when it is not there.
template <class Type, class... Types>
constexpr int position_in(type_list<Types...>) {
    int position = 0;
    (void)((std::is_same_v<Type, Types> ? true : (++position, false)) || ...);
    return position;
}

/// The user's own primitives in a tree, each once.
template <class List, class Tree>
struct add_primitives {
    using type = List;
};
template <class List, auto Operation>
struct add_primitives<List, node<Operation>> {
    using type = List;
};
template <class Added, class... Types>
constexpr auto with_type(type_list<Types...>) {
    if constexpr ((std::is_same_v<Added, Types> || ...))
        return type_list<Types...>{};
    else
        return type_list<Types..., Added>{};
}
template <class List, auto Operation, class First, class... Rest>
requires(node<Operation, First, Rest...>::has_user) struct add_primitives<List, node<Operation, First, Rest...>> {
    template <class Sofar, class... Operands>
    static constexpr auto add_all() {
        if constexpr (sizeof...(Operands) == 0) {
            return Sofar{};
        } else {
            return []<class Next, class... Others>(type_list<Next, Others...>) {
                return add_all<typename add_primitives<Sofar, Next>::type, Others...>();
            }(type_list<Operands...>{});
        }
    }
    static constexpr auto all() {
        using below = decltype(add_all<List, First, Rest...>());
        if constexpr (node<Operation, First, Rest...>::operation == op::user)
            return with_type<std::remove_const_t<decltype(Operation)>>(below{});
        else
            return below{};
    }
    using type = decltype(all());
};
template <class Tree>
using primitives_of = typename add_primitives<type_list<>, Tree>::type;

/// Reads a tree into a program; trees met before are found by their tags.
template <int Capacity, class Primitives>
struct tree_reader {
    program<Capacity> result{};
    std::uint64_t tags[Capacity]{};

    template <class Tree>
    constexpr int read() {
        for (int i = 0; i < result.size; ++i)
            if (tags[i] == Tree::tag) return i;
        if (result.overflow) return 0;
        instruction step{Tree::operation, {-1, -1, -1}, -1};
        Tree::describe(*this, step);
        if (result.size < Capacity) tags[result.size] = Tree::tag;
        return result.push(step);
    }

    // What a tree's `describe` calls: with its name, its value, its position or its operands.
    constexpr void set_name(instruction& step, text_view name) {
        step.value = static_cast<short>(result.name_index(name));
    }
    constexpr void set_constant(instruction& step, rational const& value) {
        step.value = static_cast<short>(result.constant_index(value));
    }
    constexpr void set_slot(instruction& step, int slot) { step.value = static_cast<short>(result.slot_index(slot)); }
    template <class... Operands>
    constexpr void set_operands(instruction& step) {
        int position = 0;
        ((step.operands[position++] = static_cast<short>(read<Operands>())), ...);
    }
    template <class Primitive>
    constexpr void set_primitive(instruction& step, Primitive const&) {
        if constexpr (!std::is_same_v<Primitive, op>)
            step.value = static_cast<short>(position_in<Primitive>(Primitives{}));
    }
};

/// One reading, a variable of its own for the sake of a compiler's limit on the steps of one evaluation.
template <class Tree, class Primitives, int Capacity>
inline constexpr auto reading = [] {
    tree_reader<Capacity, Primitives> reader;
    reader.template read<Tree>();
    return reader.result;
}();

/// The program of a tree, in the smallest of a few sizes that holds it.
template <class Tree, class Primitives = primitives_of<Tree>, int Capacity = 32>
constexpr auto const& read_program() {
    if constexpr (!reading<Tree, Primitives, Capacity>.overflow) {
        return reading<Tree, Primitives, Capacity>;
    } else {
        static_assert(Capacity < 8192, "hillock: this expression has more than 8,192 distinct parts");
        if constexpr (Capacity < 8192) return read_program<Tree, Primitives, Capacity * 4>();
    }
}
template <class Tree>
inline constexpr auto const& program_of = read_program<Tree>();

}  // namespace hillock::detail
