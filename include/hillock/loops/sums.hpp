// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>

namespace hillock::detail {

/// How many elements are added in one way, whatever the instruction set.
inline constexpr int sum_block = 256;

/// The sum of up to `sum_block` numbers: sixteen sums of every sixteenth, those added in pairs.
template <class T>
[[gnu::always_inline]] inline double block_sum(T const* values, int count) {
    double sums[16]{};
    for (int i = 0; i < count; ++i)
        sums[i % 16] += static_cast<double>(values[i]);
    for (int width = 8; width > 0; width /= 2)
        for (int i = 0; i < width; ++i)
            sums[i] += sums[i + width];
    return sums[0];
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
