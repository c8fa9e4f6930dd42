// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// Results of a function held against its references.
#pragma once

#include <accuracy/findings.hpp>
#include <accuracy/reference.hpp>
#include <accuracy/wide.hpp>
#include <functions/function.hpp>

#include <array>
#include <cstdint>
#include <memory>
#include <span>

namespace accuracy {

/// A function of one number in one type with what it is held against; for one thread.
template <class T>
class judge {
public:
    explicit judge(functions::unary const& f);

    /// These numbers, each against MPFR.
    findings exactly(std::span<T const> in);
    /// The floats with the bit patterns first, first + stride, ..., `count` of them: against the reference in double, which
    /// MPFR checks at every `checked_each`-th and where the error is greatest.
    findings sweep(std::uint64_t first, std::uint64_t stride, std::uint64_t count,
                   std::uint64_t checked_each) requires(sizeof(T) == 4);
    /// These floats, against the same.
    findings sweep(std::span<T const> numbers, std::uint64_t checked_each) requires(sizeof(T) == 4);

private:
    static constexpr std::size_t block = wide_reference::block;
    /// A sweep as far as it has come.
    struct part {
        findings found{};
        /// Inputs until MPFR checks the reference next.
        std::uint64_t until_check;
        /// What the reference in double says at the worst input; NaN where MPFR said it.
        double worst_wide = std::numeric_limits<double>::quiet_NaN();
    };
    void judge_block(part& p, std::array<T, block>& in, std::size_t length,
                     std::uint64_t checked_each) requires(sizeof(T) == 4);
    findings finish(part& p);
    bool is_near_zero(double x);
    void note(findings& found, double x, T computed, double exact_value, double error, double absolute);
    void judge_exactly(findings& found, T x, T computed);
    bool check_reference(findings& found, double x, double value);
    bool limit(double x, double& value) const;

    functions::unary const& function;
    bound allowed;
    reference exact;
    std::unique_ptr<wide_reference> wide;
    number room;
    double known_zero = 0;
    /// Where the value stays what it is from +-256 on, as parts of the formula overflow in double.
    double limits[2]{};
    bool has_limit[2]{};
};

/// A function of two numbers at all pairs of these, each against MPFR.
template <class T>
findings judge_pairs(functions::binary const& f, std::span<T const> of_a, std::span<T const> of_b);

}  // namespace accuracy
