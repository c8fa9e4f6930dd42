// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/arithmetic.hpp>
#include <hillock/loops/instruction_set.hpp>

namespace hillock::detail {

/// How many elements are added in one way, whatever the instruction set.
inline constexpr int sum_block = 256;

/// The sum of up to `sum_block` numbers: sixteen sums of every sixteenth, those added in pairs.
template <int Width, class T>
[[gnu::always_inline]] inline double block_sum_in_lanes(T const* values, int count) {
    using V = lanes<double, Width>;
    constexpr int parts = 16 / Width;
    V sums[parts];
    for (V& sum : sums)
        sum = direct::broadcast<V>(0);
    T filled[16]{};
    for (int i = 0; i < count; i += 16) {
        T const* from = values + i;
        if (count - i < 16) {  // zeros change no sum
            __builtin_memcpy(filled, from, static_cast<unsigned>(count - i) * sizeof(T));
            from = filled;
        }
        for (int k = 0; k < parts; ++k) {
            lanes<T, Width> loaded;
            __builtin_memcpy(&loaded.value, from + k * Width, sizeof loaded.value);
            if constexpr (sizeof(T) == 4)
                sums[k] = sums[k] + direct::widened(loaded);
            else
                sums[k] = sums[k] + loaded;
        }
    }
    for (int half = parts / 2; half > 0; half /= 2)
        for (int k = 0; k < half; ++k)
            sums[k] = sums[k] + sums[k + half];
    for (int half = Width / 2; half > 0; half /= 2)
        for (int k = 0; k < half; ++k)
            sums[0].value[k] += sums[0].value[k + half];
    return sums[0].value[0];
}

template <class T>
double block_sum_baseline(T const* values, int count) {
    return block_sum_in_lanes<2>(values, count);
}
#if defined(__x86_64__)
template <class T>
[[gnu::target("avx2,fma")]] double block_sum_avx2(T const* values, int count) {
    return block_sum_in_lanes<4>(values, count);
}
template <class T>
[[gnu::target("avx512f,avx512vl,avx512bw,avx512dq,avx2,fma")]] double block_sum_avx512(T const* values, int count) {
    return block_sum_in_lanes<8>(values, count);
}
#endif

/// That with the chosen instruction set, of which the result does not depend.
template <class T>
double block_sum(T const* values, int count) {
#if defined(__x86_64__)
    isa const chosen = chosen_isa();
    if (chosen == isa::avx512) return block_sum_avx512(values, count);
    if (chosen == isa::avx2) return block_sum_avx2(values, count);
#endif
    return block_sum_baseline(values, count);
}

/// Sums of blocks, added in pairs: they are the leaves of a binary tree over their positions, so that the error grows with
/// the logarithm of their count.
class pairwise_sum {
public:
    /// Appends a block.
    void add(double sum) {
        int level = 0;
        for (; (blocks >> level & 1) != 0; ++level)
            sum = partial[level] + sum;
        partial[level] = sum;
        ++blocks;
    }
    double total() const {
        double sum = 0;
        bool any = false;
        for (int level = 0; level < levels; ++level)
            if ((blocks >> level & 1) != 0) {
                sum = any ? partial[level] + sum : partial[level];
                any = true;
            }
        return sum;
    }

private:
    static constexpr int levels = 64;
    double partial[levels];  // of the levels that `blocks` has as bits
    std::size_t blocks = 0;
};

}  // namespace hillock::detail
