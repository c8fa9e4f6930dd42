// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// The exact value of a formula at numbers of the machine, by MPFR, in as many bits as it takes: each step's error is bounded
// beside its value, and where the result is not good to 72 bits all is computed once more with the bits that were lost.
#pragma once

#include <laws/number.hpp>
#include <laws/tape.hpp>

#include <mpfr.h>

#include <span>
#include <vector>

namespace accuracy {

using laws::number;

/// For the thread that calls it: exponents far beyond MPFR's default.
inline void allow_all_exponents() {
    mpfr_set_emin(-(1L << 56));
    mpfr_set_emax(1L << 56);
}

/// For one thread: MPFR's caches are a thread's own, and so are its registers.
class reference {
public:
    /// Of one number named x, or of two named a and b.
    explicit reference(laws::tape formula);

    /// Whether the value could be determined; `value()` is it then, with a relative error below 2^-72. NaN where the
    /// formula has no value.
    bool run(std::span<double const> at);
    /// The same between the numbers of the machine.
    bool run(mpfr_srcptr at);
    mpfr_srcptr value() const { return registers.back().value; }

    static constexpr int good_bits = 72;

private:
    struct part {
        number value;
        // |computed - true| <= 2^(error - precision) |computed|; `exact` if there is none.
        long error;
    };
    bool determine();
    void run_once();
    long bits_of_inputs() const { return static_cast<long>(mpfr_get_prec(static_cast<mpfr_srcptr>(inputs[0]))); }
    void sum(part& r, part const& a, part const& b, bool subtract);
    void settle_extremes(part& r, part const& a);
    void function(part& r, laws::op code, part const& a);
    void function(part& r, laws::op code, part const& a, part const& b);
    void compare(part& r, laws::op code, part const& a, part const& b);
    void constant(part& r, hillock::rational const& c);
    bool sign_is_known(mpfr_srcptr difference, part const& a, part const& b) const;

    laws::tape steps;
    std::vector<part> registers;
    number inputs[2], scratch[2], before;
    long precision = 0;
};

}  // namespace accuracy
