// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/loops/joint.hpp>

namespace hillock::detail {

/// The direct plans of several expressions in one, equal steps once; its variables are inputs of a loop.
struct joint_plan {
    static constexpr int capacity = 64;
    direct_step steps[capacity]{};
    rational constants[capacity]{};
    int size = 0;
    int constant_count = 0;
    bool possible = true;

    /// Adds a plan, whose variables are these inputs and whose plain numbers start at a slot; the step with its value.
    constexpr int add(direct_plan const& added, int const* inputs, int first_slot) {
        short positions[direct_plan::capacity]{};
        possible = possible && added.possible;
        for (int i = 0; i < added.size && possible; ++i) {
            direct_step step = added.steps[i];
            for (short& operand : step.operands)
                if (operand >= 0) operand = positions[operand];
            if (step.computed >= 0) step.computed = positions[step.computed];
            if (step.argument >= 0) step.argument = positions[step.argument];
            int value = step.value;
            if (step.does == direct_step::kind::variable) value = inputs[step.value];
            if (step.does == direct_step::kind::number) value = step.value + first_slot;
            if (step.does == direct_step::kind::constant) value = constant_index(added.constants[step.value]);
            step.value = static_cast<short>(value);
            positions[i] = static_cast<short>(push(step));
        }
        return possible ? positions[added.size - 1] : 0;
    }

    constexpr bool has_functions() const {
        for (int i = 0; i < size; ++i)
            if (steps[i].does == direct_step::kind::function) return true;
        return false;
    }
    /// Whether a result may be an infinity although no input is, by arithmetic: functions know their limits.
    constexpr bool may_overflow(int position) const {
        direct_step const& step = steps[position];
        if (step.does <= direct_step::kind::function) return false;
        if (step.does >= direct_step::kind::add && step.does <= direct_step::kind::divide) return true;
        bool result = false;
        for (int k = 0; k < 4; ++k)
            result = result || (step.operands[k] >= 0 && is_computed(step.operands[k]));
        return result;
    }

private:
    /// Whether a step is more than an input.
    constexpr bool is_computed(int position) const { return steps[position].does > direct_step::kind::constant; }
    constexpr int constant_index(rational const& value) {
        int i = 0;
        while (i < constant_count && !(constants[i] == value))
            ++i;
        if (i == capacity) possible = false;
        if (i == constant_count && possible) constants[constant_count++] = value;
        return i;
    }
    constexpr int push(direct_step const& added) {
        for (int i = 0; i < size; ++i)
            if (same(steps[i], added)) return i;
        if (size == capacity) {
            possible = false;
            return 0;
        }
        steps[size] = added;
        return size++;
    }
    static constexpr bool same(direct_step const& a, direct_step const& b) {
        bool operands = true;
        for (int i = 0; i < 4; ++i)
            operands = operands && a.operands[i] == b.operands[i];
        return operands && a.does == b.does && a.function == b.function && a.value == b.value &&
               (a.does != direct_step::kind::choose || a.comparison == b.comparison);
    }
};

/// The joint plan of trees for inputs in the order of `Variables`.
template <class T, class Variables, class Trees>
struct joint_plan_of;
template <class T, class... Variables, class... Trees>
struct joint_plan_of<T, type_list<Variables...>, type_list<Trees...>> {
    struct table {
        joint_plan plan;
        int roots[sizeof...(Trees)]{};
    };
    template <class Tree>
    static constexpr int add_tree(joint_plan& plan, int first_slot) {
        constexpr auto const& names = program_of<Tree>;
        int inputs[static_cast<unsigned>(names.name_count) + 1]{};
        for (int i = 0; i < names.name_count; ++i)
            inputs[i] = input_named<Variables...>(names.names[i]);
        return plan.add(direct_plan_of<T, Tree>, inputs, first_slot);
    }
    static constexpr table of = [] {
        table result;
        int slots = 0;
        int output = 0;
        ((result.roots[output++] = add_tree<Trees>(result.plan, slots), slots += Trees::slots), ...);
        return result;
    }();
    static constexpr joint_plan plan = of.plan;
};

}  // namespace hillock::detail
