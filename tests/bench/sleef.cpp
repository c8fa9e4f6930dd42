// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#include <bench/vector_formulas.hpp>

#include <immintrin.h>
#include <sleef.h>

// SLEEF's widest vectors of the processor that this file is compiled for. Functions within 3.5 ULP where there are two.

#if defined(__AVX512F__)
#define BENCH_FLOATS f16
#define BENCH_DOUBLES d8
using float_vector = __m512;
using double_vector = __m512d;
#elif defined(__AVX2__)
#define BENCH_FLOATS f8
#define BENCH_DOUBLES d4
using float_vector = __m256;
using double_vector = __m256d;
#else
#define BENCH_FLOATS f4
#define BENCH_DOUBLES d2
using float_vector = __m128;
using double_vector = __m128d;
#endif
#define BENCH_JOIN_EXPANDED(name, type, bound) Sleef_##name##type##_##bound
#define BENCH_JOIN(name, type, bound) BENCH_JOIN_EXPANDED(name, type, bound)

namespace {

using namespace bench;

template <class Vector, class T>
struct numbers {
    static constexpr std::size_t lanes = sizeof(Vector) / sizeof(T);
    Vector v;

    explicit numbers(Vector from) : v(from) {}
    explicit numbers(T from) : v(Vector{} + from) {}
    static numbers load(T const* from) {
        Vector v;
        std::memcpy(&v, from, sizeof v);
        return numbers(v);
    }
    void store(T* to) const { std::memcpy(to, &v, sizeof v); }
    friend numbers operator+(numbers a, numbers b) { return numbers(a.v + b.v); }
    friend numbers operator-(numbers a, numbers b) { return numbers(a.v - b.v); }
    friend numbers operator*(numbers a, numbers b) { return numbers(a.v * b.v); }
    friend numbers operator/(numbers a, numbers b) { return numbers(a.v / b.v); }
    friend numbers positive_part(numbers a) { return numbers(a.v > T(0) ? a.v : Vector{}); }
    friend numbers step(numbers a) { return numbers(a.v > T(0) ? Vector{} + T(1) : Vector{}); }
};

using floats = numbers<float_vector, float>;
using doubles = numbers<double_vector, double>;

#define BENCH_FUNCTION(name, bound)                                                                                    \
    floats name(floats a) {                                                                                            \
        return floats(BENCH_JOIN(name, BENCH_FLOATS, bound)(a.v));                                                     \
    }                                                                                                                  \
    doubles name(doubles a) {                                                                                          \
        return doubles(BENCH_JOIN(name, BENCH_DOUBLES, bound)(a.v));                                                   \
    }
BENCH_FUNCTION(exp, u10)
BENCH_FUNCTION(log1p, u10)
BENCH_FUNCTION(tanh, u35)
BENCH_FUNCTION(erf, u10)

template <class V, class T>
void add_all(peer& p) {
    add_formulas<V, T>(p);
    add_gelu<V, T>(p);
}

#define BENCH_TEXT_EXPANDED(number) #number
#define BENCH_TEXT(number) BENCH_TEXT_EXPANDED(number)
registered const here{
    "SLEEF",
    BENCH_TEXT(SLEEF_VERSION_MAJOR) "." BENCH_TEXT(SLEEF_VERSION_MINOR) "." BENCH_TEXT(SLEEF_VERSION_PATCHLEVEL),
    [](peer& p) {
        add_all<floats, float>(p);
        add_all<doubles, double>(p);
    }};

}  // namespace
