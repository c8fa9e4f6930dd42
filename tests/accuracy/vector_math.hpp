// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// <cmath> over arrays of doubles: glibc's vector functions (libmvec, at most 4 ULP) where there are any for this processor,
// the scalar ones elsewhere.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstring>

#if defined(__x86_64__) && defined(__GLIBC__) && (__GLIBC__ > 2 || __GLIBC_MINOR__ >= 35) && defined(__AVX2__)
#define ACCURACY_HAS_LIBMVEC 1
#endif

namespace accuracy::vector_math {

#ifdef ACCURACY_HAS_LIBMVEC
#ifdef __AVX512F__
using lanes = double __attribute__((vector_size(64)));
#define ACCURACY_MVEC(name) _ZGVeN8v_##name
#else
using lanes = double __attribute__((vector_size(32)));
#define ACCURACY_MVEC(name) _ZGVdN4v_##name
#endif
#define ACCURACY_FUNCTION(name)                                                                                        \
    extern "C" lanes ACCURACY_MVEC(name)(lanes);                                                                       \
    inline void name(double const* in, double* out, std::size_t count) {                                               \
        constexpr std::size_t width = sizeof(lanes) / sizeof(double);                                                  \
        for (std::size_t i = 0; i < count; i += width) {                                                               \
            lanes v;                                                                                                   \
            std::memcpy(&v, in + i, sizeof v);                                                                         \
            v = ACCURACY_MVEC(name)(v);                                                                                \
            std::memcpy(out + i, &v, sizeof v);                                                                        \
        }                                                                                                              \
    }
#else
#define ACCURACY_FUNCTION(name)                                                                                        \
    inline void name(double const* in, double* out, std::size_t count) {                                               \
        for (std::size_t i = 0; i < count; ++i)                                                                        \
            out[i] = std::name(in[i]);                                                                                 \
    }
#endif

// Of a multiple of eight numbers.
ACCURACY_FUNCTION(exp)
ACCURACY_FUNCTION(exp2)
ACCURACY_FUNCTION(expm1)
ACCURACY_FUNCTION(log)
ACCURACY_FUNCTION(log2)
ACCURACY_FUNCTION(log1p)
ACCURACY_FUNCTION(cbrt)
ACCURACY_FUNCTION(sin)
ACCURACY_FUNCTION(cos)
ACCURACY_FUNCTION(tan)
ACCURACY_FUNCTION(asin)
ACCURACY_FUNCTION(acos)
ACCURACY_FUNCTION(atan)
ACCURACY_FUNCTION(sinh)
ACCURACY_FUNCTION(cosh)
ACCURACY_FUNCTION(tanh)
ACCURACY_FUNCTION(asinh)
ACCURACY_FUNCTION(acosh)
ACCURACY_FUNCTION(atanh)
ACCURACY_FUNCTION(erf)
ACCURACY_FUNCTION(erfc)

#undef ACCURACY_FUNCTION
#undef ACCURACY_MVEC

}  // namespace accuracy::vector_math
