// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/call.hpp>
#include <hillock/loops/check.hpp>
#include <hillock/loops/outputs.hpp>
#include <hillock/loops/run.hpp>

namespace hillock::detail {

// The members of `outputs(...)`, or the one that stands alone.
template <class E>
constexpr output_list<E> as_list(E const& e) {
    return {e, {}};
}
template <class... Members>
constexpr output_list<Members...> const& as_list(output_list<Members...> const& list) {
    return list;
}
/// The tree of an output, without the sum.
template <class Member>
struct output_tree {
    using type = tree_of<Member>;
};
template <class E>
struct output_tree<sum_of<E>> {
    using type = tree_of<E>;
};

template <class Value>
struct view_traits {
    static constexpr operand_kind kind = operand_kind::number;
    using element = void;
    static constexpr bool is_memory = false;
};
template <class T, operand_kind Kind>
struct view_traits<operand_view<T, Kind>> {
    static constexpr operand_kind kind = Kind;
    using element = std::remove_const_t<T>;
    static constexpr bool is_memory = true;
};

/// Runs what has been found to be right: expressions, where they go, and what their variables are.
template <class Members, class Places, class Bindings>
struct checked_apply;
template <class... Members, class... Places, class... Variables, class... Values>
struct checked_apply<type_list<Members...>, type_list<Places...>, type_list<binding<Variables, Values>...>> {
    static constexpr bool valid = true;
    using type = void;
    static constexpr int output_count = sizeof...(Members);
    static constexpr bool any_double =
        (std::is_same_v<typename view_traits<Places>::element, double> || ... || false) ||
        (std::is_same_v<typename view_traits<Values>::element, double> || ... || false);
    using element = std::conditional_t<any_double, double, float>;
    using job_type = loop_job<element, type_list<Variables...>, input_kinds<view_traits<Values>::kind...>,
                              output_sums<is_sum<Members>...>>;

    template <class Executor>
    static void run(output_list<Members...> const& members, output_list<Places...> const& places,
                    binding<Variables, Values> const&... bindings) {
        job_type job;
        [[maybe_unused]] int input = 0;
        (set_input(job.sources[input++], bindings.value), ...);
        set_outputs(job.targets, places);
        check(job, places, bindings...);
        std::uint64_t numbers[(0u + ... + static_cast<unsigned>(output_tree<Members>::type::slots)) + 1]{};
        gather_numbers(numbers, members);
        job.numbers = numbers;
        job.number_count = (0 + ... + output_tree<Members>::type::slots);
        pairwise_sum totals[static_cast<unsigned>(output_count)];
        run_planned<Executor>(type_list<>{}, type_list<typename output_tree<Members>::type...>{}, job, numbers, totals);
        write_sums(totals, places);
    }

private:
    template <class Value>
    static void set_input(typename job_type::input& source, Value const& value) {
        if constexpr (!view_traits<Value>::is_memory)
            source = {nullptr, 0, static_cast<element>(value)};
        else
            source = {value.data, Value::kind == operand_kind::matrix ? value.leading_dimension : 0, element{}};
    }
    static void set_outputs(typename job_type::output*, output_list<> const&) {}
    template <class First, class... Rest>
    static void set_outputs(typename job_type::output* target, output_list<First, Rest...> const& places) {
        if constexpr (is_sum_place<First>)
            *target = {nullptr, 0};
        else
            *target = {places.first.data, places.first.leading_dimension};
        set_outputs(target + 1, places.rest);
    }

    static void gather_numbers(std::uint64_t*, output_list<> const&) {}
    template <class First, class... Rest>
    static void gather_numbers(std::uint64_t* to, output_list<First, Rest...> const& members) {
        constexpr int slots = output_tree<First>::type::slots;
        if constexpr (slots > 0) {
            auto const& e = [&]() -> auto const& {
                if constexpr (is_sum<First>)
                    return members.first.summed;
                else
                    return members.first;
            }
            ();
            for (int i = 0; i < slots; ++i)
                to[i] = e.numbers[i];
        }
        gather_numbers(to + slots, members.rest);
    }

    static void write_sums(pairwise_sum const*, output_list<> const&) {}
    template <class First, class... Rest>
    static void write_sums(pairwise_sum const* total, output_list<First, Rest...> const& places) {
        if constexpr (is_sum_place<First>)
            *places.first.target = static_cast<std::remove_pointer_t<decltype(places.first.target)>>(total->total());
        write_sums(total + 1, places.rest);
    }

    static int list_outputs(checked_operand*, int, output_list<> const&) { return 0; }
    template <class First, class... Rest>
    static int list_outputs(checked_operand* to, int number, output_list<First, Rest...> const& places) {
        if constexpr (is_sum_place<First>)
            *to = as_checked({}, output_count > 1 ? number : 0, true,
                             operand_view<std::remove_pointer_t<decltype(places.first.target)>, operand_kind::number>{
                                 places.first.target, 1});
        else
            *to = as_checked({}, output_count > 1 ? number : 0, true, places.first);
        return 1 + list_outputs(to + 1, number + 1, places.rest);
    }
    static constexpr bool is_plain = ((view_traits<Places>::kind == operand_kind::array) && ...) &&
                                     ((view_traits<Values>::kind <= operand_kind::array) && ...);
    /// Whether all is well with a call of arrays alone, as almost always: of one size, somewhere, and apart or the same.
    static bool is_in_order(output_list<Places...> const& places, job_type const& job, std::size_t const* sizes) {
        std::size_t const size = places.first.size;
        bool in_order = true;
        for (int i = 0; i < output_count + job_type::inputs::count; ++i)
            in_order = in_order && (sizes[i] == size || sizes[i] == static_cast<std::size_t>(-1));
        std::size_t const bytes = size * sizeof(element);
        auto const place = [](auto const* data) { return reinterpret_cast<std::uintptr_t>(data); };
        for (int i = 0; i < output_count; ++i) {
            std::uintptr_t const output = place(job.targets[i].data);
            in_order = in_order && output != 0;
            for (int k = 0; k < i; ++k) {
                std::uintptr_t const other = place(job.targets[k].data);
                in_order = in_order && (output - other >= bytes && other - output >= bytes);
            }
            for (int k = 0; k < job_type::inputs::count; ++k)
                if (job_type::inputs::is_stream(k)) {
                    std::uintptr_t const input = place(job.sources[k].data);
                    in_order = in_order && input != 0 &&
                               (output == input || (output - input >= bytes && input - output >= bytes));
                }
        }
        return in_order;
    }
    template <class Value>
    static std::size_t size_of(Value const& value) {
        if constexpr (view_traits<Value>::is_memory)
            return value.size;
        else
            return static_cast<std::size_t>(-1);
    }
    static void list_sizes(std::size_t*, output_list<> const&) {}
    template <class First, class... Rest>
    static void list_sizes(std::size_t* to, output_list<First, Rest...> const& places) {
        *to = places.first.size;
        list_sizes(to + 1, places.rest);
    }

    static void check(job_type& job, output_list<Places...> const& places,
                      binding<Variables, Values> const&... bindings) {
        if constexpr (is_plain) {
            std::size_t sizes[sizeof...(Places) + sizeof...(Values)];
            list_sizes(sizes, places);
            [[maybe_unused]] int at = output_count;
            ((sizes[at++] = size_of(bindings.value)), ...);
            if (is_in_order(places, job, sizes)) [[likely]] {
                job.rows = 1;
                job.columns = places.first.size;
                return;
            }
        }
        check_carefully(job, places, bindings...);
    }
    /// Refuses what is wrong, in words.
    [[gnu::noinline]] static void check_carefully(job_type& job, output_list<Places...> const& places,
                                                  binding<Variables, Values> const&... bindings) {
        checked_operand operands[sizeof...(Places) + sizeof...(Values)];
        int count = list_outputs(operands, 1, places);
        [[maybe_unused]] auto const list_input = [&](auto const& variable_binding) {
            using bound = binding_parts<std::remove_cvref_t<decltype(variable_binding)>>;
            if constexpr (!bound::is_number)
                operands[count++] = as_checked(bound::text, 0, false, variable_binding.value);
        };
        (list_input(bindings), ...);
        int shape = 0;
        while (operands[shape].kind != operand_kind::array && operands[shape].kind != operand_kind::matrix)
            ++shape;
        check_operands(operands, count, operands[shape]);
        job.rows = operands[shape].rows;
        job.columns = operands[shape].columns;
    }
};

}  // namespace hillock::detail
