// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/loops/lane_loop.hpp>

#include <cstdint>

/// Arrays that are beyond the caches: what is read is asked for before its turn, what is written goes past the caches.
namespace hillock::detail {

/// What is far away is asked for before its turn, as the processor by itself looks no further than the page it is in: so many
/// bytes of each array at once, so far ahead. With more at once, what is computed waits (docs/design.md).
inline constexpr std::size_t fetched_bytes = 512, fetched_ahead = 4096;

/// The size from which on an array is taken to be beyond the nearer caches.
inline constexpr std::size_t far_bytes = 262'144;

/// The size from which on an output goes past the caches, which otherwise read each line before they change it. Less may be
/// found there by whoever reads it next.
inline constexpr std::size_t streamed_bytes = 33'554'432;

#if defined(__x86_64__)
inline constexpr bool can_stream = true;
#else
inline constexpr bool can_stream = false;
#endif

/// Asks for the cache lines of all arrays of a pass in which an element is, which may be beyond their ends.
template <int K, class Job>
[[gnu::always_inline]] inline void fetch(lane_pass<Job> const& pass, std::size_t column) {
    constexpr int output = K - Job::inputs::count;
    if constexpr (output < 0) {
        if constexpr (Job::inputs::is_stream(K)) __builtin_prefetch(pass.streams[K] + column);
    } else if constexpr (!Job::outputs::is_sum[output]) {
        if (!pass.is_streamed) __builtin_prefetch(pass.targets[output] + column, 1);
    }
    if constexpr (output + 1 < Job::outputs::count) fetch<K + 1>(pass, column);
}

/// Writes a vector past the caches, to an address that is a multiple of its size.
template <class V>
[[gnu::always_inline]] inline void store_past_caches(V const& value, [[maybe_unused]] direct::scalar_of<V>* to) {
    using T = direct::scalar_of<V>;
    typedef T vector __attribute__((vector_size(sizeof value.value), may_alias));
#if defined(__clang__)
    __builtin_nontemporal_store(value.value, reinterpret_cast<vector*>(to));
#elif defined(__x86_64__)
    if constexpr (sizeof value.value >= 32)
        asm("vmovntps %1, %0" : "=m"(*reinterpret_cast<vector*>(to)) : "v"(value.value));
    else if constexpr (sizeof value.value == 16 && sizeof(T) == 4)
        __builtin_ia32_movntps(to, value.value);
    else if constexpr (sizeof value.value == 16)
        __builtin_ia32_movntpd(to, value.value);
    else
        store(value, to);
#else
    store(value, to);
#endif
}
/// What was written past the caches is there for other threads as well, as what is written otherwise would be.
[[gnu::always_inline]] inline void finish_streams() {
#if defined(__x86_64__)
    asm volatile("sfence" : : : "memory");
#endif
}

/// The results of a few vectors, on their way to outputs past the caches: loops write here, and know of no other kind of store.
template <class V, class Job>
class streamed_block {
    using T = typename Job::element;
    using outputs = typename Job::outputs;
    static constexpr auto width = static_cast<std::size_t>(V::count);
    alignas(64) T values[static_cast<unsigned>(outputs::count)][fetched_bytes / sizeof(T)];

public:
    /// Has a pass write its outputs from a column on into the block: by addresses, as no array starts a column ahead of it.
    [[gnu::always_inline]] void take(lane_pass<Job>& pass, std::size_t column) {
        for (int output = 0; output < outputs::count; ++output) {
            auto const address = reinterpret_cast<std::uintptr_t>(values[output]) - column * sizeof(T);
            if (!outputs::is_sum[output]) pass.targets[output] = reinterpret_cast<T*>(address);
        }
    }
    /// Writes what was computed of the columns [begin, end).
    [[gnu::always_inline]] void write(lane_pass<Job> const& pass, std::size_t begin, std::size_t end) const {
        write_output<0>(pass, begin, end);
    }

private:
    template <int Output>
    [[gnu::always_inline]] void write_output(lane_pass<Job> const& pass, std::size_t begin, std::size_t end) const {
        if constexpr (!outputs::is_sum[Output]) {
            T* const target = pass.targets[Output] + begin;
            std::size_t const count = end - begin;
            if (reinterpret_cast<std::uintptr_t>(target) % sizeof(V) == 0) {
                for (std::size_t i = 0; i < count; i += width)
                    store_past_caches(load<V>(values[Output] + i), target + i);
            } else {  // not by memcpy: a call would have the loop's constants loaded again and again
                for (std::size_t i = 0; i < count; i += width)
                    store(load<V>(values[Output] + i), target + i);
            }
        }
        if constexpr (Output + 1 < outputs::count) write_output<Output + 1>(pass, begin, end);
    }
};

/// Goes on from a column, `Step` elements at a time, while there are so many and none needs another way; how far it came.
template <std::size_t Step, class Loop, class Job>
[[gnu::always_inline]] inline std::size_t run_steps(Loop& loop, lane_pass<Job> const& pass, std::size_t column,
                                                    std::size_t count) {
    constexpr std::size_t size = sizeof(typename Job::element);
    streamed_block<typename Loop::vector, Job> block;
    count &= ~(Step - 1);
    while (column < count) {
        std::size_t const begin = column;
        std::size_t stop = count;
        if (pass.is_far) {
            for (std::size_t byte = 0; byte < fetched_bytes; byte += 64)
                fetch<0>(pass, column + (fetched_ahead + byte) / size);
            stop = column + fetched_bytes / size < count ? column + fetched_bytes / size : count;
            if (can_stream && pass.is_streamed) block.take(loop.pass, column);
        }
        while (column < stop && loop.step(column))
            column += Step;
        if (can_stream && pass.is_streamed) block.write(pass, begin, column);
        if (column < stop) return column;
    }
    return column;
}

/// Passes over whole vectors, `count` elements, until one is met whose values need another way; how far it came.
template <class V, bool Near, class Joined, class Job>
[[gnu::always_inline]] inline std::size_t run_lanes(lane_pass<Job> const& pass, std::size_t count) {
    using joint = joint_plan_of<typename Job::element, typename Job::variables, typename Joined::trees>;
    constexpr auto width = static_cast<std::size_t>(V::count);
    std::size_t column = 0;
    if constexpr (near_plan<typename Job::element, joint, typename Job::inputs>::is_light()) {
        // Where little is computed, asking whether it may be is half the work: two vectors are asked at once. With four the
        // nearest cache is slower.
        lane_loop<V, 2, Near, Joined, Job> twos(pass);
        column = run_steps<2 * width>(twos, pass, column, count);
    }
    lane_loop<V, 1, Near, Joined, Job> ones(pass);
    return run_steps<width>(ones, pass, column, count);
}

}  // namespace hillock::detail
