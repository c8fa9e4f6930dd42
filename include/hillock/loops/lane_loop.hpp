// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/loops/near_plan.hpp>

namespace hillock::detail {

template <class V>
[[gnu::always_inline]] inline V load(direct::scalar_of<V> const* from) {
    V result;
    __builtin_memcpy(&result.value, from, sizeof result.value);
    return result;
}
template <class V>
[[gnu::always_inline]] inline void store(V const& value, direct::scalar_of<V>* to) {
    __builtin_memcpy(to, &value.value, sizeof value.value);
}

/// A number that is not known before, in every lane.
template <class V>
[[gnu::always_inline]] inline V spread(direct::scalar_of<V> number) {
#if defined(__x86_64__) && !defined(__clang__)  // g++ would set one lane after another
    V result;
    constexpr std::size_t size = sizeof result.value;
    if constexpr (size >= 32 && sizeof number == 4) {
        asm("vbroadcastss %1, %0" : "=v"(result.value) : "v"(number));
        return result;
    } else if constexpr (size >= 32) {
        asm("vbroadcastsd %1, %0" : "=v"(result.value) : "v"(number));
        return result;
    }
#endif
    return direct::broadcast<V>(static_cast<double>(number));
}

/// What a loop in lanes reads and writes from where it stands on, and what is one number for all its elements.
template <class Job>
struct lane_pass {
    using T = typename Job::element;
    T const* streams[static_cast<unsigned>(Job::inputs::count) + 1];
    T* targets[static_cast<unsigned>(Job::outputs::count)];
    T numbers_in[static_cast<unsigned>(Job::inputs::count) + 1];
    std::uint64_t const* numbers;
    /// Whether its arrays are beyond the nearer caches, and whether its outputs are written past all of them (far_memory.hpp).
    bool is_far, is_streamed;
};

/// A pass in lanes of V, `Group` vectors at a time. Every loop over inputs and outputs is unrolled by the compiler's front
/// end, and nothing is called, so that all of it lives in registers. `Near` leaves out what functions do beyond their tables.
template <class V, int Group, bool Near, class Joined, class Job>
struct lane_loop {
    using T = typename Job::element;
    using vector = V;
    using inputs = typename Job::inputs;
    using outputs = typename Job::outputs;
    using joint = joint_plan_of<T, typename Job::variables, typename Joined::trees>;
    using near = near_plan<T, joint, inputs>;

    lane_pass<Job> pass;
    V variables[Group][static_cast<unsigned>(inputs::count) + 1];
    V values[Group][joint_plan::capacity];
    // Of floats that are computed in double.
    using D = lanes<double, V::count>;
    D wide_variables[Group][static_cast<unsigned>(inputs::count) + 1];
    D wide_values[Group][joint::in_double.size > 0 ? joint_plan::capacity : 1];

    // The plain numbers of the expressions.
    V plain[static_cast<unsigned>(joint::slots) + 1];
    D wide_plain[static_cast<unsigned>(joint::slots) + 1];

    [[gnu::always_inline]] explicit lane_loop(lane_pass<Job> const& from) : pass(from) {
        broadcast_numbers<0, 0>();
        broadcast_plain<0>();
    }

    /// One group; whether its values are what wide numbers would give within the bounds. Otherwise nothing is written.
    [[gnu::always_inline]] bool step(std::size_t column) {
        direct::doubt<V> doubt;
        if (!compute<0>(column, doubt)) [[unlikely]]
            return false;
        if constexpr (Near || only_chooses) {
            doubt_nan<0, 0>(doubt);
            if (doubt.is_raised()) [[unlikely]]
                return false;
        } else if constexpr (joint::template asks<inputs>()) {
            if (direct::any_not_finite(sum_of_asked<0, 0>(nothing_asked{}))) [[unlikely]]
                return false;
        }
        write<0, 0>(column);
        return true;
    }

private:
    /// Inputs are asked whether they are NaN alone, two at a time.
    static constexpr bool only_chooses = joint::plan.only_chooses() && joint::in_double.size == 0;
    static constexpr bool is_asked_input(int k) {
        return inputs::is_stream(k) && !only_chooses && (Near ? near::is_asked_input(k) : joint::is_asked(k));
    }
    /// Of results of arithmetic, as an infinity may have come from a part.
    static constexpr bool is_asked_output(int k) {
        int const root = joint::of.roots[k];
        return !joint::of.is_in_double[k] && (Near ? near::may_overflow(root) : joint::plan.may_overflow(root));
    }
    struct nothing_asked {};
    [[gnu::always_inline]] static V both(nothing_asked, V const& asked) { return asked; }
    [[gnu::always_inline]] static V both(V const& sum, V const& asked) { return sum + asked; }
    /// Not finite where one of what is asked is not: one question for all. It may overflow, as if one were not.
    template <int G, int K, class Sum>
    [[gnu::always_inline]] auto sum_of_asked(Sum const& sum) const {
        if constexpr (G == Group) {
            return sum;
        } else if constexpr (K == inputs::count + outputs::count) {
            return sum_of_asked<G + 1, 0>(sum);
        } else if constexpr (K < inputs::count) {
            if constexpr (is_asked_input(K))
                return sum_of_asked<G, K + 1>(both(sum, variables[G][K]));
            else
                return sum_of_asked<G, K + 1>(sum);
        } else if constexpr (is_asked_output(K - inputs::count)) {
            return sum_of_asked<G, K + 1>(both(sum, values[G][joint::of.roots[K - inputs::count]]));
        } else {
            return sum_of_asked<G, K + 1>(sum);
        }
    }

    template <int G, int K>
    [[gnu::always_inline]] void doubt_nan([[maybe_unused]] direct::doubt<V>& doubt) const {
        if constexpr (only_chooses && K == inputs::count && G + 2 < Group) {
            doubt_nan<G + 2, 0>(doubt);
        } else if constexpr (only_chooses && K < inputs::count) {
            if constexpr (inputs::is_stream(K))
                doubt.if_either_is_nan(variables[G][K], variables[G + 1 < Group ? G + 1 : G][K]);
            doubt_nan<G, K + 1>(doubt);
        }
    }
    template <int G, int K>
    [[gnu::always_inline]] void broadcast_numbers() {
        if constexpr (G < Group && K < inputs::count) {
            if constexpr (!inputs::is_stream(K)) variables[G][K] = spread<V>(pass.numbers_in[K]);
            if constexpr (!inputs::is_stream(K) && joint::in_double.size > 0)
                wide_variables[G][K] = direct::widened(variables[G][K]);
            broadcast_numbers<G, K + 1>();
        } else if constexpr (G < Group) {
            broadcast_numbers<G + 1, 0>();
        }
    }
    template <int K>
    [[gnu::always_inline]] void broadcast_plain() {
        if constexpr (K < joint::slots) {
            double const number = std::bit_cast<double>(pass.numbers[K]);
            plain[K] = spread<V>(static_cast<T>(number));
            if constexpr (joint::in_double.size > 0) wide_plain[K] = spread<D>(number);
            broadcast_plain<K + 1>();
        }
    }
    /// Computes the vectors from G on; raises `doubt` where an input or a result is not finite, if that is not asked later.
    template <int G>
    [[gnu::always_inline]] bool compute(std::size_t column, direct::doubt<V>& doubt) {
        if constexpr (G == Group) {
            return true;
        } else {
            read<G, 0>(column, doubt);
            if constexpr (Near) {
                run_direct<joint::plan>(variables[G], plain, values[G], direct::doubted_tails<V>{doubt});
                doubt_lost_digits<joint::plan, near>(values[G], doubt);
                doubt_results<G, 0>(doubt);
            } else {
                run_direct<joint::plan>(variables[G], plain, values[G]);
                if (any_lost_digits<joint::plan>(values[G])) [[unlikely]]
                    return false;
            }
            if constexpr (joint::in_double.size > 0) {
                D mark = direct::broadcast<D>(0);
                if (!run_in_double<joint::in_double>(wide_variables[G], wide_plain, wide_values[G], mark)) [[unlikely]]
                    return false;
                if constexpr (joint::in_double.may_be_infinite())
                    if (direct::any_nan(mark)) [[unlikely]]
                        return false;
            }
            return compute<G + 1>(column, doubt);
        }
    }
    template <int G, int K>
    [[gnu::always_inline]] void read(std::size_t column, direct::doubt<V>& doubt) {
        if constexpr (K < inputs::count) {
            if constexpr (inputs::is_stream(K)) {
                variables[G][K] = direct::opaque(load<V>(pass.streams[K] + column + G * V::count));
                if constexpr (Near && is_asked_input(K)) doubt.if_not_finite(variables[G][K]);
                if constexpr (joint::in_double.size > 0) wide_variables[G][K] = direct::widened(variables[G][K]);
            }
            read<G, K + 1>(column, doubt);
        }
    }
    template <int G, int K>
    [[gnu::always_inline]] void doubt_results(direct::doubt<V>& doubt) const {
        if constexpr (K < outputs::count) {
            if constexpr (is_asked_output(K)) doubt.if_not_finite(values[G][joint::of.roots[K]]);
            doubt_results<G, K + 1>(doubt);
        }
    }
    template <int G, int K>
    [[gnu::always_inline]] void write(std::size_t column) {
        if constexpr (G < Group && K < outputs::count) {
            if constexpr (joint::of.is_in_double[K])
                store(direct::narrowed(wide_values[G][joint::of.roots[K]]), pass.targets[K] + column + G * V::count);
            else
                store(values[G][joint::of.roots[K]], pass.targets[K] + column + G * V::count);
            write<G, K + 1>(column);
        } else if constexpr (G < Group) {
            write<G + 1, 0>(column);
        }
    }
};

}  // namespace hillock::detail
