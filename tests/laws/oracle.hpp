// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <laws/primitives.hpp>
#include <laws/tape.hpp>

#include <string_view>
#include <vector>

/// The value and the derivatives of an expression a second time, by nothing of the library but the expression's type:
/// forward-mode dual numbers of two directions over MPFR.
namespace laws {

namespace hk = hillock;

/// A number with its derivatives by two directions, and what is known of how well it is determined.
struct dual {
    real v, dx, dy, dxy;
    /// A bound of the value's error in units of a working precision: of what a computation with that precision does,
    /// step by step, as the expression is written.
    real error;
    /// Bounds of the derivatives' sizes without cancellation: the sums of their terms' magnitudes.
    real dx_size, dy_size, dxy_size;
    /// A comparison, a jump or a corner is so near that the error decides it: neither value nor derivative is determined.
    bool undecided = false;
    /// It is met exactly: the value is determined, the derivative is a convention.
    bool kink = false;
    /// A part of the expression is so large or so small that the working type has given up (beyond 2^(+-500,000)).
    bool far = false;

    void take_flags(dual const& other) {
        undecided = undecided || other.undecided;
        kink = kink || other.kink;
        far = far || other.far;
    }
    bool is_finite() const { return v.is_finite() && dx.is_finite() && dy.is_finite() && dxy.is_finite(); }
};

struct bound_value {
    std::string_view name;
    double value;
};

/// A point, and the variables that `dx` and `dy` are by.
struct point {
    std::vector<bound_value> values;
    std::string_view first = "x";
    std::string_view second = "y";
};

namespace detail {

inline real product(real const& a, real const& b) { return a.is_zero() || b.is_zero() ? real(0) : a * b; }

/// Comparisons trust a difference that is 2^-40 (the error of float's working type, and a good margin) above the error.
inline constexpr int error_power = -40;
inline constexpr long greatest_exponent = 500'000;

inline void finish(dual& r) {
    real const size = abs(r.v);
    r.error = r.error + size;
    if (size.exponent() > greatest_exponent || size.exponent() < -greatest_exponent) r.far = true;
    if (!size.is_finite()) r.error = 0;
    else if (!r.error.is_finite()) r.undecided = true;
}

inline dual chain(jet const& f, dual const& a) {
    dual r;
    r.take_flags(a);
    r.v = f.v;
    r.dx = product(f.a, a.dx);
    r.dy = product(f.a, a.dy);
    r.dxy = product(f.a, a.dxy) + product(f.aa, product(a.dx, a.dy));
    r.dx_size = product(abs(f.a), a.dx_size);
    r.dy_size = product(abs(f.a), a.dy_size);
    r.dxy_size = product(abs(f.a), a.dxy_size) + product(abs(f.aa), product(a.dx_size, a.dy_size));
    r.error = product(abs(f.a), a.error);
    finish(r);
    return r;
}

inline dual chain(jet const& f, dual const& a, dual const& b) {
    dual r;
    r.take_flags(a);
    r.take_flags(b);
    r.v = f.v;
    r.dx = product(f.a, a.dx) + product(f.b, b.dx);
    r.dy = product(f.a, a.dy) + product(f.b, b.dy);
    r.dxy = product(f.a, a.dxy) + product(f.b, b.dxy) + product(f.aa, product(a.dx, a.dy)) +
            product(f.bb, product(b.dx, b.dy)) + product(f.ab, product(a.dx, b.dy) + product(b.dx, a.dy));
    r.dx_size = product(abs(f.a), a.dx_size) + product(abs(f.b), b.dx_size);
    r.dy_size = product(abs(f.a), a.dy_size) + product(abs(f.b), b.dy_size);
    r.dxy_size = product(abs(f.a), a.dxy_size) + product(abs(f.b), b.dxy_size) +
                 product(abs(f.aa), product(a.dx_size, a.dy_size)) + product(abs(f.bb), product(b.dx_size, b.dy_size)) +
                 product(abs(f.ab), product(a.dx_size, b.dy_size) + product(b.dx_size, a.dy_size));
    r.error = product(abs(f.a), a.error) + product(abs(f.b), b.error);
    finish(r);
    return r;
}

/// Notes in `r` that it depends on the sign of `difference`, of an error.
inline void depend_on_sign(dual& r, real const& difference, real const& error) {
    if (difference.is_zero() && error.is_zero()) r.kink = true;
    else if (abs(difference) <= scaled(error, error_power)) r.undecided = true;
}

inline dual constant(real const& v, bool exact) {
    dual r;
    r.v = v;
    if (!exact) r.error = abs(v);
    return r;
}

inline dual truth(bool holds, dual const& a, dual const& b) {
    dual r = constant(a.v.is_nan() || b.v.is_nan() ? real(__builtin_nan("")) : real(holds), true);
    r.take_flags(a);
    r.take_flags(b);
    return r;
}

inline dual compare(op code, dual const& a, dual const& b) {
    bool const holds = code == op::less            ? a.v < b.v
                       : code == op::less_equal    ? a.v <= b.v
                       : code == op::greater       ? b.v < a.v
                       : code == op::greater_equal ? b.v <= a.v
                                                   : false;
    dual r = truth(holds, a, b);
    depend_on_sign(r, a.v - b.v, a.error + b.error);
    return r;
}

inline dual smaller(dual const& a, dual const& b, bool of_opposites = false) {
    bool const take_a = of_opposites ? b.v < a.v : a.v < b.v;
    dual r = take_a ? a : b;
    if (a.v.is_nan()) r.v = a.v;
    r.take_flags(a);
    r.take_flags(b);
    depend_on_sign(r, a.v - b.v, a.error + b.error);
    return r;
}

inline dual choose(dual const& condition, dual const& a, dual const& b) {
    dual r = condition.v.is_zero() ? b : a;
    if (condition.v.is_nan()) r.v = condition.v;
    r.take_flags(condition);
    return r;
}

inline dual jumping(op code, dual const& a) {
    dual r = chain(unary(code, a.v), a);
    if (code == op::abs || code == op::sign) {
        depend_on_sign(r, a.v, a.error);
    } else {
        real nearest;
        real const moved = code == op::round ? a.v + 0.5 : a.v;
        mpfr_round(nearest.get(), moved.get());
        depend_on_sign(r, moved - nearest, a.error);
    }
    return r;
}

inline real value_of(hk::rational const& c) {
    auto const whole = [](hk::int128 i) {
        real const high = scaled(static_cast<double>(static_cast<std::int64_t>(i >> 64)), 64);
        real low = static_cast<double>(static_cast<std::uint64_t>(i) >> 32);
        return high + scaled(low, 32) + static_cast<double>(static_cast<std::uint64_t>(i) & 0xffffffffu);
    };
    return scaled(whole(c.numerator) / whole(c.denominator), c.exponent);
}

} // namespace detail

/// Runs a tape at a point with numbers of so many bits.
inline dual evaluate(tape const& steps, point const& at, int bits) {
    using namespace detail;
    real::precision = bits;
    std::vector<dual> known;
    known.reserve(steps.size());
    for (step const& s : steps) {
        auto const operand = [&](int i) -> dual const& {
            return known[static_cast<std::size_t>(s.operands[static_cast<std::size_t>(i)])];
        };
        dual r;
        switch (s.code) {
        case op::constant: {
            real const v = value_of(s.constant);
            r = detail::constant(v, mpfr_min_prec(v.get()) <= 53);
            break;
        }
        case op::number: r = detail::constant(s.number, true); break;
        case op::pi: r = detail::constant(pi(), false); break;
        case op::e: r = detail::constant(exp(real(1)), false); break;
        case op::variable: {
            r.v = real(__builtin_nan(""));
            for (auto const& value : at.values)
                if (value.name == s.name) r.v = value.value;
            r.dx = s.name == at.first;
            r.dy = s.name == at.second;
            r.dx_size = r.dx;
            r.dy_size = r.dy;
            break;
        }
        case op::less:
        case op::less_equal:
        case op::greater:
        case op::greater_equal: r = compare(s.code, operand(0), operand(1)); break;
        case op::logical_and: r = truth(!operand(0).v.is_zero() && !operand(1).v.is_zero(), operand(0), operand(1)); break;
        case op::logical_or: r = truth(!operand(0).v.is_zero() || !operand(1).v.is_zero(), operand(0), operand(1)); break;
        case op::logical_not: r = truth(operand(0).v.is_zero(), operand(0), operand(0)); break;
        case op::select: r = choose(operand(0), operand(1), operand(2)); break;
        case op::min: r = smaller(operand(0), operand(1)); break;
        case op::max: r = smaller(operand(0), operand(1), true); break;
        case op::clamp: r = smaller(smaller(operand(0), operand(1), true), operand(2)); break;
        case op::abs:
        case op::sign:
        case op::floor:
        case op::round: r = jumping(s.code, operand(0)); break;
        case op::sin:
        case op::cos:
        case op::tan:
            if (operand(0).v.exponent() > 1000) {
                r.v = real(__builtin_nan(""));
                r.far = true;
            } else {
                r = chain(unary(s.code, operand(0).v), operand(0));
            }
            break;
        case op::atan2:
            r = chain(binary(s.code, operand(0).v, operand(1).v), operand(0), operand(1));
            // The cut along the negative axis.
            if (operand(1).v < 0) {
                depend_on_sign(r, operand(0).v, operand(0).error);
                // Which side of it a difference that is 0 lies on is nobody's to say.
                if (operand(0).v.is_zero()) r.undecided = true;
            }
            break;
        default:
            if (s.operands.size() == 1) r = chain(unary(s.code, operand(0).v), operand(0));
            else r = chain(binary(s.code, operand(0).v, operand(1).v), operand(0), operand(1));
        }
        // A part that is infinite (a pole) or out of range leaves the whole undefined.
        if (r.far || !r.v.is_finite()) r.v = real(__builtin_nan(""));
        known.push_back(std::move(r));
    }
    return std::move(known.back());
}

/// Evaluates with two precisions: what both agree on is the truth.
struct truth_at {
    static constexpr int bits = 448;
    dual coarse, fine;

    truth_at(tape const& steps, point const& at) : coarse(evaluate(steps, at, bits / 2)), fine(evaluate(steps, at, bits)) {}

    /// Whether a component is the same at both precisions, to 2^-110 of its size.
    bool is_sharp(real dual::*component) const {
        real const& a = coarse.*component;
        real const& b = fine.*component;
        if (!a.is_finite() || !b.is_finite()) return false;
        // What vanished at both precisions (1 - tanh(10^3)) is told by the bounds of the errors.
        real const& size = component == &dual::v    ? fine.error
                           : component == &dual::dx ? fine.dx_size
                           : component == &dual::dy ? fine.dy_size
                                                    : fine.dxy_size;
        if (scaled(abs(b), -110) < scaled(size, 16 - bits)) return false;
        return abs(a - b) <= scaled(abs(b), -110);
    }
};

} // namespace laws
