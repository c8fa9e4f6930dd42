// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bench/registry.hpp>

#include <algorithm>
#include <cmath>
#include <memory>
#include <new>
#include <random>

namespace bench {

/// The arrays that all rows of one element type share: normal(0, 2) from a fixed seed, the same numbers at every size.
template <class T>
class inputs {
public:
    explicit inputs(std::size_t most) {
        for (int i = 0; i < count; ++i)
            memory[i] = T_array(static_cast<T*>(::operator new((most + 64) * sizeof(T) + i * skew, alignment)));
    }

    arrays<T> first(std::size_t size) {
        while (filled < size) {
            at(0)[filled] = normal();
            at(1)[filled] = normal();
            at(2)[filled] = std::max(T(0), std::tanh(at(0)[filled]));  // an output of relu, tanh and sigmoid alike
            at(3)[filled] = normal();
            at(4)[filled] = at(5)[filled] = T(0);
            ++filled;
        }
        return {size, at(0), at(1), at(2), at(3), at(4), at(5)};
    }

private:
    static constexpr int count = 6;
    static constexpr std::align_val_t alignment{4096};
    // Arrays that begin at the same place of their pages would collide in the caches.
    static constexpr std::size_t skew = 704;
    struct release {
        void operator()(T* p) const { ::operator delete(p, alignment); }
    };
    using T_array = std::unique_ptr<T[], release>;

    T* at(int i) const { return memory[i].get() + static_cast<std::size_t>(i) * skew / sizeof(T); }
    T normal() { return static_cast<T>(distribution(engine)); }

    T_array memory[count];
    std::size_t filled = 0;
    std::mt19937_64 engine{20260725};
    std::normal_distribution<double> distribution{0, 2};
};

}  // namespace bench
