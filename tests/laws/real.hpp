// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <mpfr.h>

#include <string>
#include <utility>

namespace laws {

/// A real number of MPFR, of the precision that is in force when it is made.
class real {
public:
    /// In bits, of the numbers made from now on.
    static inline int precision = 192;

    real(double v = 0) {
        mpfr_init2(value, precision);
        mpfr_set_d(value, v, MPFR_RNDN);
    }
    real(real const& other) {
        mpfr_init2(value, mpfr_get_prec(other.value));
        mpfr_set(value, other.value, MPFR_RNDN);
    }
    real(real&& other) noexcept : real() { mpfr_swap(value, other.value); }
    real& operator=(real other) noexcept {
        mpfr_swap(value, other.value);
        return *this;
    }
    ~real() { mpfr_clear(value); }

    mpfr_ptr get() { return value; }
    mpfr_srcptr get() const { return value; }

    bool is_zero() const { return mpfr_zero_p(value) != 0; }
    bool is_nan() const { return mpfr_nan_p(value) != 0; }
    bool is_finite() const { return mpfr_number_p(value) != 0; }
    bool is_negative() const { return mpfr_signbit(value) != 0; }
    /// The e of m 2^e, 1/2 <= m < 1; 0 of 0.
    long exponent() const { return is_finite() && !is_zero() ? static_cast<long>(mpfr_get_exp(value)) : 0; }
    double to_double() const { return mpfr_get_d(value, MPFR_RNDN); }

    std::string text() const {
        char buffer[64];
        mpfr_snprintf(buffer, sizeof buffer, "%.25Rg", value);
        return buffer;
    }

private:
    mpfr_t value;
};

/// A function of MPFR, rounded to nearest.
inline real apply(int (*function)(mpfr_ptr, mpfr_srcptr, mpfr_rnd_t), real const& a) {
    real result;
    function(result.get(), a.get(), MPFR_RNDN);
    return result;
}
inline real apply(int (*function)(mpfr_ptr, mpfr_srcptr, mpfr_srcptr, mpfr_rnd_t), real const& a, real const& b) {
    real result;
    function(result.get(), a.get(), b.get(), MPFR_RNDN);
    return result;
}

inline real operator+(real const& a, real const& b) { return apply(mpfr_add, a, b); }
inline real operator-(real const& a, real const& b) { return apply(mpfr_sub, a, b); }
inline real operator*(real const& a, real const& b) { return apply(mpfr_mul, a, b); }
inline real operator/(real const& a, real const& b) { return apply(mpfr_div, a, b); }
inline real operator-(real const& a) { return apply(mpfr_neg, a); }
inline real abs(real const& a) { return apply(mpfr_abs, a); }
inline bool operator<(real const& a, real const& b) { return mpfr_less_p(a.get(), b.get()) != 0; }
inline bool operator<=(real const& a, real const& b) { return mpfr_lessequal_p(a.get(), b.get()) != 0; }
inline bool operator==(real const& a, real const& b) { return mpfr_equal_p(a.get(), b.get()) != 0; }

/// a 2^power
inline real scaled(real a, long power) {
    mpfr_mul_2si(a.get(), a.get(), power, MPFR_RNDN);
    return a;
}
inline real pi() {
    real result;
    mpfr_const_pi(result.get(), MPFR_RNDN);
    return result;
}

} // namespace laws
