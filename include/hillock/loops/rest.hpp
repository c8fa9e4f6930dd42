// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/loops/instruction_set.hpp>

#include <cstddef>
#include <cstdint>
#include <type_traits>

/// What is left at the end of a row, fewer elements than a vector holds: copied to where a whole vector may be read.
namespace hillock::detail {

/// Less than twice `Most` numbers, which a call of memcpy would take longer for.
template <std::size_t Most, class T>
void copy_few(T* to, T const* from, std::size_t count) {
    if ((count & Most) != 0) {
        __builtin_memcpy(to, from, Most * sizeof(T));
        to += Most;
        from += Most;
    }
    if constexpr (Most > 1) copy_few<Most / 2>(to, from, count);
}

#if defined(__x86_64__)
// Read by one instruction that leaves out what is beyond, and written at once: what is written in pieces can be read as a
// whole only when all of it has reached the cache, which takes longer than a kernel.

/// Of sixteen floats or eight doubles. No more is read than must be, as a load waits for all stores into what it spans.
template <class T>
[[gnu::noinline, gnu::target("avx512f,avx512vl")]] void fill_avx512(T* to, T const* from, std::size_t count) {
    typedef T vector __attribute__((vector_size(64), aligned(alignof(T)), may_alias));
    vector const first = vector{} + from[0];
    vector const& source = *reinterpret_cast<vector const*>(from);
    vector value;
    auto const wanted = static_cast<unsigned short>((1u << count) - 1);
    if (count > 32 / sizeof(T))
        if constexpr (sizeof(T) == 4)
            asm("vmovups %2, %0%{%1%}%{z%}" : "=v"(value) : "Yk"(wanted), "m"(source));
        else
            asm("vmovupd %2, %0%{%1%}%{z%}" : "=v"(value) : "Yk"(wanted), "m"(source));
    else if constexpr (sizeof(T) == 4)
        asm("vmovups %2, %t0%{%1%}%{z%}" : "=v"(value) : "Yk"(wanted), "m"(source));
    else
        asm("vmovupd %2, %t0%{%1%}%{z%}" : "=v"(value) : "Yk"(wanted), "m"(source));
    if constexpr (sizeof(T) == 4)
        asm("vblendmps %0, %1, %0%{%2%}" : "+v"(value) : "v"(first), "Yk"(wanted));
    else
        asm("vblendmpd %0, %1, %0%{%2%}" : "+v"(value) : "v"(first), "Yk"(wanted));
    *reinterpret_cast<vector*>(to) = value;
}
/// Of eight floats or four doubles.
template <class T>
[[gnu::noinline, gnu::target("avx2")]] void fill_avx2(T* to, T const* from, std::size_t count) {
    typedef T vector __attribute__((vector_size(32), aligned(alignof(T)), may_alias));
    using integer = std::conditional_t<sizeof(T) == 4, std::int32_t, std::int64_t>;
    typedef integer integers __attribute__((vector_size(32), aligned(alignof(integer)), may_alias));
    constexpr std::size_t lanes = 32 / sizeof(T);
    static constexpr integer edge[16] = {
        -1, -1, -1, -1, lanes > 4 ? -1 : 0, lanes > 4 ? -1 : 0, lanes > 4 ? -1 : 0, lanes > 4 ? -1 : 0};
    integers const wanted = *reinterpret_cast<integers const*>(edge + (lanes - count));
    vector value;
    if constexpr (sizeof(T) == 4)
        asm("vmaskmovps %2, %1, %0" : "=x"(value) : "x"(wanted), "m"(*reinterpret_cast<vector const*>(from)));
    else
        asm("vmaskmovpd %2, %1, %0" : "=x"(value) : "x"(wanted), "m"(*reinterpret_cast<vector const*>(from)));
    *reinterpret_cast<vector*>(to) = wanted ? value : vector{} + from[0];
}
#endif

/// A vector of the instruction set: the numbers, and the first of them in place of those that are missing.
template <class T>
inline void fill([[maybe_unused]] isa chosen, T* to, T const* from, std::size_t count) {
#if defined(__x86_64__)
    if (chosen == isa::avx512) return fill_avx512(to, from, count);
    if (chosen == isa::avx2) return fill_avx2(to, from, count);
#endif
    constexpr std::size_t size = 16 / sizeof(T);
    for (std::size_t i = 0; i < size; ++i)
        to[i] = from[i < count ? i : 0];
}

}  // namespace hillock::detail
