// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

/// Operations that clang offers by builtins for functions of an instruction set alone.
///
/// Kernels are templates without one, inlined into functions that have it. What stands here is called by them, through
/// memory, as a vector would be passed in another way with and without the instruction set. It is inlined last, when the
/// caller is the function of the instruction set itself, and memory is then registers.
#if defined(__clang__) && defined(__x86_64__)
namespace hillock::direct::clang {

[[gnu::target("avx512f")]] inline void fuse_64_bytes(float const* a, float const* b, float* c) {
    typedef float vector __attribute__((vector_size(64), aligned(4), may_alias));
    auto& sum = *reinterpret_cast<vector*>(c);
    sum = __builtin_ia32_vfmaddps512_mask(*reinterpret_cast<vector const*>(a), *reinterpret_cast<vector const*>(b), sum,
                                          static_cast<unsigned short>(-1), 4);
}
[[gnu::target("avx512f")]] inline void fuse_64_bytes(double const* a, double const* b, double* c) {
    typedef double vector __attribute__((vector_size(64), aligned(8), may_alias));
    auto& sum = *reinterpret_cast<vector*>(c);
    sum = __builtin_ia32_vfmaddpd512_mask(*reinterpret_cast<vector const*>(a), *reinterpret_cast<vector const*>(b), sum,
                                          static_cast<unsigned char>(-1), 4);
}
[[gnu::target("fma")]] inline void fuse_32_bytes(float const* a, float const* b, float* c) {
    typedef float vector __attribute__((vector_size(32), aligned(4), may_alias));
    auto& sum = *reinterpret_cast<vector*>(c);
    sum = __builtin_ia32_vfmaddps256(*reinterpret_cast<vector const*>(a), *reinterpret_cast<vector const*>(b), sum);
}
[[gnu::target("fma")]] inline void fuse_32_bytes(double const* a, double const* b, double* c) {
    typedef double vector __attribute__((vector_size(32), aligned(8), may_alias));
    auto& sum = *reinterpret_cast<vector*>(c);
    sum = __builtin_ia32_vfmaddpd256(*reinterpret_cast<vector const*>(a), *reinterpret_cast<vector const*>(b), sum);
}

[[gnu::target("avx512f")]] inline void root_64_bytes(float* x) {
    typedef float vector __attribute__((vector_size(64), aligned(4), may_alias));
    *reinterpret_cast<vector*>(x) = __builtin_ia32_sqrtps512(*reinterpret_cast<vector*>(x), 4);
}
[[gnu::target("avx512f")]] inline void root_64_bytes(double* x) {
    typedef double vector __attribute__((vector_size(64), aligned(8), may_alias));
    *reinterpret_cast<vector*>(x) = __builtin_ia32_sqrtpd512(*reinterpret_cast<vector*>(x), 4);
}
[[gnu::target("avx")]] inline void root_32_bytes(float* x) {
    typedef float vector __attribute__((vector_size(32), aligned(4), may_alias));
    *reinterpret_cast<vector*>(x) = __builtin_ia32_sqrtps256(*reinterpret_cast<vector*>(x));
}
[[gnu::target("avx")]] inline void root_32_bytes(double* x) {
    typedef double vector __attribute__((vector_size(32), aligned(8), may_alias));
    *reinterpret_cast<vector*>(x) = __builtin_ia32_sqrtpd256(*reinterpret_cast<vector*>(x));
}

/// Sixteen numbers of 32, by the low five bits of the places.
[[gnu::target("avx512f")]] inline void take_sixteen(float const* numbers, std::int32_t const* places, float* taken) {
    typedef float vector __attribute__((vector_size(64), aligned(4), may_alias));
    typedef std::int32_t integers __attribute__((vector_size(64), aligned(4), may_alias));
    *reinterpret_cast<vector*>(taken) = __builtin_ia32_vpermi2varps512(*reinterpret_cast<vector const*>(numbers),
                                                                       *reinterpret_cast<integers const*>(places),
                                                                       *reinterpret_cast<vector const*>(numbers + 16));
}

/// Eight numbers of 16, by the low four bits of the places.
[[gnu::target("avx512f")]] inline void take_eight(double const* numbers, std::int64_t const* places, double* taken) {
    typedef double vector __attribute__((vector_size(64), aligned(8), may_alias));
    typedef long long integers __attribute__((vector_size(64), aligned(8), may_alias));
    *reinterpret_cast<vector*>(taken) = __builtin_ia32_vpermi2varpd512(*reinterpret_cast<vector const*>(numbers),
                                                                       *reinterpret_cast<integers const*>(places),
                                                                       *reinterpret_cast<vector const*>(numbers + 8));
}

}  // namespace hillock::direct::clang
#endif
