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
    template <class Plan>
    constexpr int add(Plan const& added, int const* inputs, int first_slot) {
        short positions[Plan::capacity]{};
        possible = possible && added.possible;
        for (int i = 0; i < added.size && possible; ++i) {
            direct_step step = added.steps[i];
            for (short& operand : step.operands)
                if (operand >= 0) operand = positions[operand];
            if (step.computed >= 0) step.computed = positions[step.computed];
            if (step.argument >= 0) step.argument = positions[step.argument];
            if (step.watched >= 0) step.watched = positions[step.watched];
            int value = step.value;
            if (step.does == direct_step::kind::variable) value = inputs[step.value];
            if (step.does == direct_step::kind::number) value = step.value + first_slot;
            if (step.does == direct_step::kind::constant) value = constant_index(added.constants[step.value]);
            step.value = static_cast<short>(value);
            positions[i] = static_cast<short>(push(step));
        }
        return possible ? positions[added.result] : 0;
    }

    /// Whether an input that is not finite makes a value so: by arithmetic, that is, and by what else passes that on.
    constexpr bool shows_input(int position, int input, bool (*passes)(int) = nullptr) const {
        using kind = direct_step::kind;
        direct_step const& step = steps[position];
        if (step.does == kind::variable) return step.value == input;
        if (step.does == kind::divide || (passes != nullptr && passes(position)))
            return shows_input(step.operands[0], input, passes);
        if (step.does < kind::add || step.does > kind::absolute) return false;
        bool result = false;
        for (int k = 0; k < 4; ++k)
            result = result || (step.operands[k] >= 0 && shows_input(step.operands[k], input, passes));
        return result;
    }
    /// Whether values are only chosen, so that infinities need no care.
    constexpr bool only_chooses() const {
        using kind = direct_step::kind;
        for (int i = 0; i < size; ++i)
            if (steps[i].does > kind::constant && steps[i].does < kind::negate) return false;
        return true;
    }
    constexpr bool has_functions() const {
        for (int i = 0; i < size; ++i)
            if (steps[i].does == direct_step::kind::function) return true;
        return false;
    }
    /// Whether a quotient may be infinite.
    constexpr bool may_be_infinite() const {
        for (int i = 0; i < size; ++i)
            if (steps[i].may_be_infinite) return true;
        return false;
    }
    /// Whether a result may be an infinity although no input is, by arithmetic: functions of inputs know their limits.
    constexpr bool may_overflow(int position) const {
        direct_step const& step = steps[position];
        if (step.does == direct_step::kind::function) return is_computed(step.operands[0]);
        if (step.does <= direct_step::kind::constant) return false;
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
            if (same_step(steps[i], added)) return i;
        if (size == capacity) {
            possible = false;
            return 0;
        }
        steps[size] = added;
        return size++;
    }
};

/// The joint plans of trees for inputs in the order of `Variables`: of those that are computed in T, and of the floats that
/// are computed in double.
template <class T, class Variables, class Trees>
struct joint_plan_of;
template <class T, class... Variables, class... Trees>
struct joint_plan_of<T, type_list<Variables...>, type_list<Trees...>> {
    struct table {
        joint_plan plan, in_double;
        /// The step with the value of each tree, in the one plan or the other.
        int roots[sizeof...(Trees)]{};
        bool is_in_double[sizeof...(Trees)]{};
    };
    template <class Tree>
    static constexpr void add_tree(table& made, int output, int first_slot) {
        constexpr auto const& names = program_of<Tree>;
        int inputs[static_cast<unsigned>(names.name_count) + 1]{};
        for (int i = 0; i < names.name_count; ++i)
            inputs[i] = input_named<Variables...>(names.names[i]);
        if constexpr (is_computed_in_double<T, Tree>) {
            made.is_in_double[output] = true;
            made.roots[output] = made.in_double.add(double_plan_of<Tree>, inputs, first_slot);
        } else {
            made.roots[output] = made.plan.add(direct_plan_of<T, Tree>, inputs, first_slot);
        }
    }
    static constexpr table of = [] {
        table result;
        int slots = 0;
        int output = 0;
        ((add_tree<Trees>(result, output++, slots), slots += Trees::slots), ...);
        return result;
    }();
    /// Whether all that is computed are functions alone, of this input among others: they know their limits and hand on NaN.
    static constexpr bool is_for_functions(int input) {
        bool only_functions = true;
        bool is_used = false;
        for (int output = 0; output < int{sizeof...(Trees)}; ++output) {
            direct_step const& root = of.plan.steps[of.roots[output]];
            only_functions = only_functions && !of.is_in_double[output] && root.does == direct_step::kind::function &&
                             !has_limit(root.function) &&
                             of.plan.steps[root.operands[0]].does == direct_step::kind::variable;
            is_used = is_used || (only_functions && of.plan.steps[root.operands[0]].value == input);
        }
        return only_functions && is_used;
    }
    /// Whether an input has to be asked if it is finite: results that are asked do not show it.
    static constexpr bool is_asked(int input) {
        if (is_for_functions(input)) return false;
        for (int output = 0; output < int{sizeof...(Trees)}; ++output)
            if (!of.is_in_double[output] && of.plan.may_overflow(of.roots[output]) &&
                of.plan.shows_input(of.roots[output], input))
                return false;
        return true;
    }
    /// Whether anything is asked in a loop, of these inputs or of results.
    template <class Inputs>
    static constexpr bool asks() {
        bool result = false;
        for (int k = 0; k < Inputs::count; ++k)
            result = result || (Inputs::is_stream(k) && is_asked(k));
        for (int output = 0; output < int{sizeof...(Trees)}; ++output)
            result = result || (!of.is_in_double[output] && of.plan.may_overflow(of.roots[output]));
        return result;
    }
    /// Whether an expression has a variable, which its plan may have lost.
    static constexpr bool has_input(int output, int input) {
        text_view const names[sizeof...(Variables) + 1] = {program_of<Variables>.names[0]...};
        bool const result[] = {names_it(program_of<Trees>.view(), names[input])...};
        return result[output];
    }
    static constexpr joint_plan plan = of.plan;
    static constexpr int outputs = sizeof...(Trees);
    /// How many plain numbers the trees have.
    static constexpr int slots = (0 + ... + Trees::slots);
    static constexpr joint_plan in_double = of.in_double;
};

}  // namespace hillock::detail
