// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/loops/far_memory.hpp>
#include <hillock/loops/instruction_set.hpp>

/// The loops of each instruction set, and the one that was chosen.
namespace hillock::detail {

/// How many numbers run side by side in so many bytes: of floats that are computed in double, as many as doubles.
template <class Joined, class Job>
constexpr int lane_count(int bytes) {
    using T = typename Job::element;
    using joint = joint_plan_of<T, typename Job::variables, typename Joined::trees>;
    return bytes / (joint::in_double.size > 0 ? 8 : int{sizeof(T)});
}
template <class Joined, class Job, int Bytes>
using lanes_for = lanes<typename Job::element, lane_count<Joined, Job>(Bytes)>;

// The only functions that are compiled for an instruction set; all that they call is inlined into them.

template <bool Near, class Joined, class Job>
std::size_t run_baseline(lane_pass<Job> const& pass, std::size_t count) {
    return run_lanes<lanes_for<Joined, Job, 16>, Near, Joined>(pass, count);
}
#if defined(__x86_64__)
template <bool Near, class Joined, class Job>
[[gnu::target("avx2,fma")]] std::size_t run_avx2(lane_pass<Job> const& pass, std::size_t count) {
    return run_lanes<lanes_for<Joined, Job, 32>, Near, Joined>(pass, count);
}
template <bool Near, class Joined, class Job>
[[gnu::target("avx512f,avx512vl,avx512bw,avx512dq,avx2,fma")]] std::size_t run_avx512(lane_pass<Job> const& pass,
                                                                                      std::size_t count) {
    return run_lanes<lanes_for<Joined, Job, 64>, Near, Joined>(pass, count);
}
#endif

/// How many numbers a vector of an instruction set holds: a power of two.
template <class Joined, class Job>
[[gnu::always_inline]] inline std::size_t width_in([[maybe_unused]] isa chosen) {
#if defined(__x86_64__)
    if (chosen == isa::avx512) return lanes_for<Joined, Job, 64>::count;
    if (chosen == isa::avx2) return lanes_for<Joined, Job, 32>::count;
#endif
    return lanes_for<Joined, Job, 16>::count;
}
template <bool Near, class Joined, class Job>
[[gnu::always_inline]] inline std::size_t run_in([[maybe_unused]] isa chosen, lane_pass<Job> const& pass,
                                                 std::size_t count) {
#if defined(__x86_64__)
    if (chosen == isa::avx512) return run_avx512<Near, Joined, Job>(pass, count);
    if (chosen == isa::avx2) return run_avx2<Near, Joined, Job>(pass, count);
    return run_baseline<false, Joined, Job>(pass, count);
#else
    return run_baseline<Near, Joined, Job>(pass, count);
#endif
}

/// Whether there is a loop without tails: at x86-64's baseline fused operations are emulated, beside which tails cost nothing.
[[gnu::always_inline]] inline bool has_near_loop([[maybe_unused]] isa chosen) {
#if defined(__x86_64__)
    return chosen != isa::baseline;
#else
    return true;
#endif
}

}  // namespace hillock::detail
