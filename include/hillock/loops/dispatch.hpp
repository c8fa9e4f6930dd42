// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/loops/block.hpp>
#include <hillock/loops/instruction_set.hpp>

namespace hillock {

/// Which registers a kernel runs with, as `dispatch` tells it: of 16 bytes at the baseline, 32 with AVX2, 64 with AVX-512.
template <int Bytes>
struct registers {
    /// Of one register.
    static constexpr int bytes = Bytes;
};

/// The lanes that fill one register: `hk::lanes_in<Registers, float>` are 4, 8 or 16.
template <class Registers, class T>
using lanes_in = lanes<T, Registers::bytes / int{sizeof(T)}>;

namespace detail {

// The only functions that carry an instruction set's name: the kernel is inlined into them.

template <class Result, class Kernel, class... Arguments>
Result dispatch_baseline(Kernel& kernel, Arguments&... arguments) {
    return kernel(registers<16>{}, arguments...);
}
#if defined(__x86_64__)
template <class Result, class Kernel, class... Arguments>
[[gnu::target("avx2,fma"), gnu::flatten]] Result dispatch_avx2(Kernel& kernel, Arguments&... arguments) {
    return kernel(registers<32>{}, arguments...);
}
template <class Result, class Kernel, class... Arguments>
[[gnu::target("avx512f,avx512vl,avx512bw,avx512dq,avx2,fma"), gnu::flatten]] Result
dispatch_avx512(Kernel& kernel, Arguments&... arguments) {
    return kernel(registers<64>{}, arguments...);
}
#endif

}  // namespace detail

/// Runs a kernel of the caller's in the best instructions that the processor has, whatever the program was compiled for:
/// `dispatch([]<class Registers>(Registers, float* out) __attribute__((always_inline)) { ... }, out)`.
///
/// The kernel is called as `kernel(registers<Bytes>{}, arguments...)`, and its result, of one type for all, is returned. In
/// it `lanes_in<Registers, T>` are blocks in registers. It, and functions of its own that take such blocks, have to be
/// always inlined: `__attribute__((always_inline))`. What is not inlined is compiled for the baseline, where wider blocks are
/// slow, and errors of the assembler with g++.
template <class Kernel, class... Arguments>
auto dispatch(Kernel&& kernel, Arguments&&... arguments) -> decltype(kernel(registers<16>{}, arguments...)) {
    using result = decltype(kernel(registers<16>{}, arguments...));
#if defined(__x86_64__)
    switch (detail::chosen_isa()) {
    case detail::isa::avx512:
        return detail::dispatch_avx512<result>(kernel, arguments...);
    case detail::isa::avx2:
        return detail::dispatch_avx2<result>(kernel, arguments...);
    default:
        break;
    }
#endif
    return detail::dispatch_baseline<result>(kernel, arguments...);
}

/// a b + c in each lane, fused where registers have that as one instruction and rounded twice otherwise: for products of
/// matrices, whose last bits then depend on the instruction set. `a * b + c` does not.
template <class T, int Count>
[[gnu::always_inline]] inline lanes<T, Count> multiply_add(lanes<T, Count> const& a, lanes<T, Count> const& b,
                                                           lanes<T, Count> const& c) {
    if constexpr (detail::in_register<T, Count> && sizeof(T) * Count > 16)
        return direct::fused(a, b, c);
    else
        return a * b + c;
}

}  // namespace hillock
