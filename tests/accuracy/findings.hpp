// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// What a sweep has found, as numbers that can be added, and what it is allowed to find.
#pragma once

#include <functions/function.hpp>

#include <array>
#include <cmath>
#include <cstdint>
#include <limits>

namespace accuracy {

/// A sweep's findings so far.
struct findings {
    std::uint64_t inputs = 0;
    /// Of the inputs that are numbers: how many results are the exact value rounded, and the errors of all but those next to
    /// an interior zero of a derivative.
    std::uint64_t correctly_rounded = 0;
    std::uint64_t measured = 0;
    double sum_of_ulps = 0;
    double worst = 0;
    double worst_input[2]{};
    /// What was computed there, and what it should be, rounded to double.
    double worst_computed = 0, worst_exact = 0;
    /// The greatest absolute error next to an interior zero, where it is more than the allowed ULP.
    double worst_near_zero = 0;
    double near_zero_input = 0;
    /// In ULP: of the reference in double against MPFR.
    double reference_error = 0;
    std::uint64_t judged_by_mpfr = 0;
    /// Inputs whose exact value is not known, and NaN from which there came no NaN.
    std::uint64_t undetermined = 0;
    std::uint64_t lost_nan = 0;

    void note(double error, double first, double second, double computed, double exact) {
        ++measured;
        sum_of_ulps += error;
        if (error <= worst) return;
        worst = error;
        worst_input[0] = first;
        worst_input[1] = second;
        worst_computed = computed;
        worst_exact = exact;
    }
    /// Gives the same whatever is added first: sums are kept in whole 2^-10, and of inputs that are as bad the least stays.
    void add(findings const& other) {
        inputs += other.inputs;
        correctly_rounded += other.correctly_rounded;
        measured += other.measured;
        sum_of_ulps += std::round(other.sum_of_ulps * 1024) / 1024;
        judged_by_mpfr += other.judged_by_mpfr;
        undetermined += other.undetermined;
        lost_nan += other.lost_nan;
        reference_error = std::fmax(reference_error, other.reference_error);
        if (other.worst > worst || (other.worst == worst && other.order() < order())) {
            worst = other.worst;
            worst_computed = other.worst_computed;
            worst_exact = other.worst_exact;
            worst_input[0] = other.worst_input[0];
            worst_input[1] = other.worst_input[1];
        }
        if (other.worst_near_zero > worst_near_zero ||
            (other.worst_near_zero == worst_near_zero && other.near_zero_input < near_zero_input)) {
            worst_near_zero = other.worst_near_zero;
            near_zero_input = other.near_zero_input;
        }
    }
    double mean() const { return measured == 0 ? 0 : sum_of_ulps / static_cast<double>(measured); }

private:
    std::array<double, 4> order() const {
        return {std::fabs(worst_input[0]), std::fabs(worst_input[1]), worst_input[0], worst_input[1]};
    }
};

/// How far a result may be off: in ULP; and, within 1/8 of an interior zero of a derivative, in units of half the type's
/// epsilon (2^-24, 2^-53) instead, if that is not 0; the same times b for f'(a) b, where |b| is greater than 1.
struct bound {
    double ulps;
    double near_zero;
};
constexpr bound bound_of(functions::kind k) {
    switch (k) {
    case functions::kind::primitive:
        return {1, 0};
    case functions::kind::activation:
        return {2, 0};
    case functions::kind::part:
    case functions::kind::slope:
        return {4, 1};
    case functions::kind::curvature:
        return {16, 4};
    }
    return {};
}

/// What the reference in double may be off, in ULP.
inline constexpr double reference_bound = 0x1p-10;

template <class T>
bool is_within(findings const& found, bound allowed) {
    return found.worst <= allowed.ulps &&
           found.worst_near_zero <= allowed.near_zero * static_cast<double>(std::numeric_limits<T>::epsilon()) / 2 &&
           found.reference_error <= reference_bound && found.undetermined == 0 && found.lost_nan == 0;
}

}  // namespace accuracy
