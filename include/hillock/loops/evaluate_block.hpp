// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/call.hpp>
#include <hillock/loops/block.hpp>
#include <hillock/loops/run.hpp>

namespace hillock {

namespace detail {

/// A binding keeps a block by its place, as it keeps an array.
template <class T, int Count>
struct block_view {
    lanes<T, Count> const* block;
};
template <class T, int Count>
struct kept<lanes<T, Count>> {
    using type = block_view<T, Count>;
    [[gnu::always_inline]] static constexpr type keep(lanes<T, Count> const& block) { return {&block}; }
};
template <class T, int Count>
inline constexpr bool is_bindable<lanes<T, Count>> = true;
template <class T, int Count>
inline constexpr bool is_block_view<block_view<T, Count>> = true;
template <class T, int Count>
inline constexpr bool has_block<lanes<T, Count>> = true;

template <class Value>
inline constexpr operand_kind kind_in_block = is_block_view<Value> ? operand_kind::array : operand_kind::number;

/// Each lane as a call of the expression gives it.
template <class Tree, class T, int Count, class Variables, int Inputs>
[[gnu::noinline]] void evaluate_each(T const (&inputs)[Inputs][Count], std::uint64_t const* numbers, T* results) {
    for (int lane = 0; lane < Count; ++lane) {
        T values[Inputs];
        bool nan = false;
        for (int k = 0; k < Inputs; ++k) {
            values[k] = inputs[k][lane];
            nan = nan || values[k] != values[k];
        }
        results[lane] =
            nan ? std::numeric_limits<T>::quiet_NaN() : single_value<T, Tree, Variables>::at(values, numbers);
    }
}

/// Evaluates a tree at blocks and numbers.
template <class Tree, class Block, class Bindings>
struct evaluated_block;
template <class Tree, class T, int Count, class... Variables, class... Values>
struct evaluated_block<Tree, lanes<T, Count>, type_list<binding<Variables, Values>...>> {
    static constexpr bool valid = true;
    using type = lanes<T, Count>;
    using variables = type_list<Variables...>;
    static constexpr int count = sizeof...(Values);

    [[gnu::always_inline]] static type run(auto const& e, binding<Variables, Values> const&... bindings) {
        if constexpr (in_register<T, Count>)
            return run_here(e, bindings...);
        else
            return run_in_memory(e, bindings...);
    }

private:
    using input_type = type;

    template <class Value>
    [[gnu::always_inline]] static input_type lanes_of(Value const& value) {
        if constexpr (is_block_view<Value>)
            return *value.block;
        else
            return input_type(static_cast<T>(value));
    }
    template <class Value>
    [[gnu::always_inline]] static bool is_finite(Value const& value) {
        if constexpr (is_block_view<Value>)
            return !direct::any_not_finite(*value.block);
        else
            return !direct::any_not_finite(static_cast<T>(value));
    }

    /// In the instructions of the function in which the call stands.
    [[gnu::always_inline]] static type run_here(auto const& e, binding<Variables, Values> const&... bindings) {
        std::uint64_t const* const numbers = numbers_of(e);
        input_type const inputs[] = {lanes_of(bindings.value)...};
        if constexpr (direct_plan_of<T, Tree>.possible) {
            using joint = joint_plan_of<T, variables, type_list<Tree>>;
            constexpr int root = joint::of.roots[0];
            bool finite = (... & static_cast<int>(is_finite(bindings.value))) != 0;
            for (int i = 0; i < Tree::slots; ++i)
                finite = finite && !direct::any_not_finite(static_cast<T>(std::bit_cast<double>(numbers[i])));
            type values[joint_plan::capacity];
            run_direct<joint::plan>(inputs, numbers, values);
            // A function alone knows its limits; of other results an infinity may have come from a part.
            if constexpr (joint::plan.steps[root].does > direct_step::kind::function)
                finite = finite && !direct::any_not_finite(values[root]);
            if (finite && !any_lost_digits<joint::plan>(values)) [[likely]]
                return values[root];
        }
        T numbers_in[static_cast<unsigned>(count)][Count];
        T results[Count];
        for (int k = 0; k < count; ++k)
            inputs[k].store(numbers_in[k]);
        evaluate_each<Tree, T, Count, variables, count>(numbers_in, numbers, results);
        return type::load(results);
    }

    /// In the best instructions that the processor has: a loop of `apply` over one block.
    static type run_in_memory(auto const& e, binding<Variables, Values> const&... bindings) {
        using job_type = loop_job<T, variables, input_kinds<kind_in_block<Values>...>, output_sums<false>, true>;
        type result;
        job_type job;
        int input = 0;
        auto const set_input = [&](auto const& value) {
            if constexpr (is_block_view<std::remove_cvref_t<decltype(value)>>)
                job.sources[input++] = {value.block->numbers, 0, T{}};
            else
                job.sources[input++] = {nullptr, 0, static_cast<T>(value)};
        };
        (set_input(bindings.value), ...);
        job.targets[0] = {result.numbers, static_cast<std::size_t>(Count)};
        job.rows = 1;
        job.columns = static_cast<std::size_t>(Count);
        job.chosen = chosen_isa();
        job.numbers = numbers_of(e);
        pairwise_sum no_totals[1];
        run_planned<one_thread>(type_list<>{}, type_list<Tree>{}, job, job.numbers, no_totals);
        return result;
    }
};

}  // namespace detail
}  // namespace hillock
