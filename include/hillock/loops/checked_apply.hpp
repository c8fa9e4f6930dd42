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
    /// Whether all operands are arrays and numbers.
    static constexpr bool is_plain = ((view_traits<Places>::kind == operand_kind::array) && ...) &&
                                     ((view_traits<Values>::kind <= operand_kind::array) && ...);
    using job_type = loop_job<element, type_list<Variables...>, input_kinds<view_traits<Values>::kind...>,
                              output_sums<is_sum<Members>...>, is_plain>;

    template <class Executor>
    [[gnu::always_inline]] static void run(output_list<Members...> const& members, output_list<Places...> const& places,
                                           binding<Variables, Values> const&... bindings) {
        // First what may call something, so that the job need not be read from memory again.
        isa const chosen = chosen_isa();
        shape const size = checked_shape(places, bindings...);
        job_type job;
        [[maybe_unused]] int input = 0;
        (set_input(job.sources[input++], bindings.value), ...);
        set_outputs(job.targets, places);
        job.rows = size.rows;
        job.columns = size.columns;
        job.chosen = chosen;
        std::uint64_t numbers[(0u + ... + static_cast<unsigned>(output_tree<Members>::type::slots)) + 1]{};
        gather_numbers(numbers, members);
        job.numbers = numbers;
        pairwise_sum totals[static_cast<unsigned>(output_count)];
        run_planned<Executor>(type_list<>{}, type_list<typename output_tree<Members>::type...>{}, job, numbers, totals);
        write_sums(totals, places);
    }

private:
    template <class Value>
    static void set_input(typename job_type::input& source, Value const& value) {
        if constexpr (!view_traits<Value>::is_memory) {
            source.data = nullptr;
            source.number = static_cast<element>(value);
        } else {
            source.data = value.data;
            if constexpr (view_traits<Value>::kind == operand_kind::matrix)
                source.row_step = value.leading_dimension;
            else if constexpr (!is_plain)
                source.row_step = 0;
        }
    }
    static void set_outputs(typename job_type::output*, output_list<> const&) {}
    template <class First, class... Rest>
    static void set_outputs(typename job_type::output* target, output_list<First, Rest...> const& places) {
        if constexpr (is_sum_place<First>)
            target->data = nullptr;
        else
            target->data = places.first.data;
        if constexpr (view_traits<First>::kind == operand_kind::matrix)
            target->row_step = places.first.leading_dimension;
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
    struct shape {
        std::size_t rows, columns;
    };
    /// Where the operands are: inputs that are numbers are nowhere.
    struct addresses {
        std::uintptr_t outputs[static_cast<unsigned>(output_count)], inputs[sizeof...(Values) + 1];
    };
    template <class View>
    [[gnu::always_inline]] static std::uintptr_t address_of(View const& view) {
        if constexpr (view_traits<View>::is_memory)
            return reinterpret_cast<std::uintptr_t>(view.data);
        else
            return 0;
    }
    [[gnu::always_inline]] static void list_addresses(std::uintptr_t*, output_list<> const&) {}
    template <class First, class... Rest>
    [[gnu::always_inline]] static void list_addresses(std::uintptr_t* to, output_list<First, Rest...> const& places) {
        *to = address_of(places.first);
        list_addresses(to + 1, places.rest);
    }
    [[gnu::always_inline]] static bool are_of_size(std::size_t, output_list<> const&) { return true; }
    template <class First, class... Rest>
    [[gnu::always_inline]] static bool are_of_size(std::size_t size, output_list<First, Rest...> const& places) {
        return (places.first.size == size) && are_of_size(size, places.rest);
    }
    template <class Value>
    [[gnu::always_inline]] static bool has_size(std::size_t size, Value const& value) {
        if constexpr (view_traits<Value>::is_memory)
            return value.size == size;
        else
            return true;
    }
    [[gnu::always_inline]] static bool are_apart(std::uintptr_t a, std::uintptr_t b, std::size_t bytes) {
        return (a - b >= bytes) && (b - a >= bytes);
    }
    /// Whether an output is somewhere, apart from those before it and from inputs that it is not, from other number K on.
    template <int Output, int K>
    [[gnu::always_inline]] static bool is_in_place(addresses const& of, std::size_t bytes) {
        if constexpr (Output == output_count) {
            return true;
        } else if constexpr (K < Output) {
            return are_apart(of.outputs[Output], of.outputs[K], bytes) && is_in_place<Output, K + 1>(of, bytes);
        } else if constexpr (K - Output < job_type::inputs::count) {
            bool const others = is_in_place<Output, K + 1>(of, bytes);
            if constexpr (!job_type::inputs::is_stream(K - Output)) return others;
            std::uintptr_t const output = of.outputs[Output], input = of.inputs[K - Output];
            return others && (input != 0) && (are_apart(output, input, bytes) || (output == input));
        } else {
            return (of.outputs[Output] != 0) && is_in_place<Output + 1, 0>(of, bytes);
        }
    }

    /// How many rows and columns there are. With arrays alone, almost always all is well: they are of one size, somewhere,
    /// and apart or the same.
    [[gnu::always_inline]] static shape checked_shape(output_list<Places...> const& places,
                                                      binding<Variables, Values> const&... bindings) {
        if constexpr (is_plain) {
            std::size_t const size = places.first.size;
            addresses of;
            list_addresses(of.outputs, places);
            [[maybe_unused]] int input = 0;
            ((of.inputs[input++] = address_of(bindings.value)), ...);
            bool const same_size = are_of_size(size, places.rest) && (has_size(size, bindings.value) && ...);
            if (same_size && (is_in_place<0, 0>(of, size * sizeof(element)) || size == 0)) [[likely]]
                return {1, size};
        }
        return shape_after_all_checks(places, bindings...);
    }
    /// Refuses what is wrong, in words.
    [[gnu::noinline]] static shape shape_after_all_checks(output_list<Places...> const& places,
                                                          binding<Variables, Values> const&... bindings) {
        checked_operand operands[sizeof...(Places) + sizeof...(Values)]{};
        int count = list_outputs(operands, 1, places);
        [[maybe_unused]] auto const list_input = [&](auto const& variable_binding) {
            using bound = binding_parts<std::remove_cvref_t<decltype(variable_binding)>>;
            if constexpr (!bound::is_number)
                operands[count++] = as_checked(bound::text, 0, false, variable_binding.value);
        };
        (list_input(bindings), ...);
        int first = 0;
        while (operands[first].kind != operand_kind::array && operands[first].kind != operand_kind::matrix)
            ++first;
        check_operands(operands, count, operands[first]);
        // Of rows without columns there may be any number, and nothing to do.
        return {operands[first].columns == 0 ? 0 : operands[first].rows, operands[first].columns};
    }
};

}  // namespace hillock::detail
