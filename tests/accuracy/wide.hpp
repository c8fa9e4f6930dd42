// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// The reference for floats where MPFR takes too long: the formula in double by the C library's functions, step by step over
// blocks, with a bound of each value's error beside it. What is not good to 2^-11 ULP of float is left to MPFR.
#pragma once

#include <laws/tape.hpp>

#include <cstddef>
#include <memory>
#include <vector>

namespace accuracy {

class wide_reference {
public:
    static constexpr std::size_t block = 512;

    explicit wide_reference(laws::tape formula);

    /// The values at a block of doubles that are floats, and of each whether it is good.
    void run(double const* in, double* out, bool* good);

private:
    /// |value - true| <= error 2^-53 |value|; the error is infinite or NaN where nothing is known.
    struct part {
        alignas(64) double value[block];
        alignas(64) double error[block];
    };
    void step(std::size_t i, double const* in);
    void function(part& r, laws::op code, part const& a);
    void sinc_family(part& r, int n, part const& a);

    laws::tape steps;
    std::unique_ptr<part[]> registers;
    part temporary[3];
};

}  // namespace accuracy
