// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/evaluate.hpp>

namespace hillock::detail {

/// The programs of several expressions in one, equal subtrees once; result i is the value at `roots[i]`.
template <int Capacity, int Outputs>
struct joint_program : program<Capacity> {
    int roots[Outputs]{};
};

template <class Joined, class List>
struct join_types {
    using type = Joined;
};
template <class... Joined, class First, class... Rest>
struct join_types<type_list<Joined...>, type_list<First, Rest...>>
    : join_types<decltype(with_type<First>(type_list<Joined...>{})), type_list<Rest...>> {};

/// The user's primitives of several trees, each once.
template <class Joined, class... Trees>
struct joint_primitives {
    using type = Joined;
};
template <class Joined, class First, class... Rest>
struct joint_primitives<Joined, First, Rest...>
    : joint_primitives<typename join_types<Joined, primitives_of<First>>::type, Rest...> {};

constexpr bool same_instruction(instruction const& a, instruction const& b) {
    return a.code == b.code && a.value == b.value && a.operands[0] == b.operands[0] && a.operands[1] == b.operands[1] &&
           a.operands[2] == b.operands[2];
}

/// Adds a program whose plain numbers stand behind those of the ones before, with its primitives renumbered.
template <class Joint>
constexpr int add_program(Joint& joint, auto const& added, int first_slot, int const* primitives) {
    short positions[2048];
    for (int i = 0; i < added.size; ++i) {
        instruction step = added.code[i];
        for (int k = 0; k < step.arity(); ++k)
            step.operands[k] = positions[step.operands[k]];
        int value = step.value;
        if (step.code == op::variable) value = joint.name_index(added.names[step.value]);
        if (step.code == op::constant) value = joint.constant_index(added.constants[step.value]);
        if (step.code == op::number) value = joint.slot_index(added.slots[step.value] + first_slot);
        if (step.code == op::user) value = primitives[step.value];
        step.value = static_cast<short>(value);
        int found = 0;
        while (found < joint.size && !same_instruction(joint.code[found], step))
            ++found;
        positions[i] = static_cast<short>(found < joint.size ? found : joint.push(step));
    }
    return positions[added.size - 1];
}

template <class Joint, class Primitives, class... Own>
constexpr int add_program_of(Joint& joint, auto const& added, int first_slot, type_list<Own...>) {
    int const renumbered[] = {position_in<Own>(Primitives{})..., 0};
    return add_program(joint, added, first_slot, renumbered);
}

/// A tree as it is evaluated: with the numbers that may be taken to be 1 so taken, or not.
template <class Tree, bool Assuming>
struct planned {
    using tree = Tree;
    static constexpr auto const& program = normal_rewriting<Tree, true, Assuming>::result;
    /// Plans in double are made with the assumption.
    template <class T>
    static constexpr bool has_plan = direct_plan_of<T, Tree>.possible ||
                                     (Assuming == (Tree::slots > 0) && is_computed_in_double<T, Tree>);
};

/// Several planned trees as one program.
template <class... Planned>
struct joined {
    using trees = type_list<typename Planned::tree...>;
    using primitives = typename joint_primitives<type_list<>, typename Planned::tree...>::type;
    static constexpr int outputs = sizeof...(Planned);
    /// Whether any or all of the trees have a plan without wide numbers.
    template <class T>
    static constexpr bool any_planned = (Planned::template has_plan<T> || ...);
    template <class T>
    static constexpr bool all_planned = (Planned::template has_plan<T> && ...);

    static constexpr int capacity = [] {
        int result = 8;
        while (result < (Planned::program.capacity + ...))
            result *= 2;
        return result;
    }();
    static constexpr auto program = [] {
        joint_program<capacity, outputs> result;
        int slots = 0;
        int output = 0;
        ((result.roots[output++] = add_program_of<decltype(result), primitives>(
              result, Planned::program, slots, primitives_of<typename Planned::tree>{}),
          slots += Planned::tree::slots),
         ...);
        return result;
    }();
};

/// The position of the variable of a name among those that are bound, of which it is one.
template <class... Variables>
constexpr int input_named(text_view name) {
    text_view const bound[] = {program_of<Variables>.names[0]..., name};
    int position = 0;
    while (bound[position] != name)
        ++position;
    return position;
}

constexpr bool names_it(program_view program, text_view name) {
    for (int i = 0; i < program.name_count; ++i)
        if (program.names[i] == name) return true;
    return false;
}

/// Which inputs a loop's program reads, of those that are bound.
template <class Joined, class Variables, class Trees = typename Joined::trees>
struct inputs_of;
template <class Joined, class... Variables, class... Trees>
struct inputs_of<Joined, type_list<Variables...>, type_list<Trees...>> {
    struct table {
        /// The input that each variable of the program is.
        int variable[static_cast<unsigned>(Joined::program.name_count) + 1]{};
        /// Whether an output is NaN when the input is: it is in the expression, or in none of them, as when a derivative
        /// has lost it.
        bool reaches[sizeof...(Trees)][sizeof...(Variables) + 1]{};
    };
    static constexpr table of = [] {
        table result;
        text_view const bound[sizeof...(Variables) + 1] = {program_of<Variables>.names[0]...};
        for (int i = 0; i < Joined::program.name_count; ++i)
            result.variable[i] = input_named<Variables...>(Joined::program.names[i]);
        for (int k = 0; k < int{sizeof...(Variables)}; ++k) {
            int output = 0;
            ((result.reaches[output++][k] = names_it(program_of<Trees>.view(), bound[k])), ...);
            bool lost = true;
            for (output = 0; output < int{sizeof...(Trees)}; ++output)
                lost = lost && !result.reaches[output][k];
            for (output = 0; output < int{sizeof...(Trees)} && lost; ++output)
                result.reaches[output][k] = true;
        }
        return result;
    }();
};

}  // namespace hillock::detail
