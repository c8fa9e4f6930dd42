// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#include <accuracy/wide.hpp>

#include <accuracy/sinc_order.hpp>
#include <accuracy/vector_math.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>

namespace accuracy {

namespace {

using hillock::op;
namespace vm = vector_math;

constexpr std::size_t block = wide_reference::block;
constexpr double infinite = std::numeric_limits<double>::infinity();
/// Of a function of the C library, in units of 2^-53; its vector functions promise 4 ULP.
constexpr double library_error = 8;

struct pair {
    double value, error;
};

template <class R, class A, class F>
void each(R& r, A const& a, F f) {
    for (std::size_t i = 0; i < block; ++i) {
        pair const p = f(a.value[i], a.error[i]);
        r.value[i] = p.value;
        r.error[i] = p.error;
    }
}
template <class R, class A, class F>
void each(R& r, A const& a, A const& b, F f) {
    for (std::size_t i = 0; i < block; ++i) {
        pair const p = f(a.value[i], a.error[i], b.value[i], b.error[i]);
        r.value[i] = p.value;
        r.error[i] = p.error;
    }
}

/// Of a sum or difference r of terms of these sizes and errors. What is exact stays so where it cancels.
inline double sum_error(double a, double ea, double b, double eb, double r) {
    double const size = std::fabs(r);
    double const grown = (std::fabs(a) * ea + std::fabs(b) * eb) / size;
    double const of_zero = ea + eb > 0 && a != 0 ? infinite : ea + eb;
    double const of_infinite = r == r || a != a || b != b ? ea + eb : infinite;
    return size < infinite ? (size > 0 ? grown + 1 : of_zero) : of_infinite;
}

/// Of a product or quotient r; nothing is known of 0 times infinity.
inline double quotient_error(double a, double ea, double b, double eb, double r) {
    return r == r || a != a || b != b ? ea + eb + 1 : infinite;
}

inline double greater(double a, double b) {
    return a > b ? a : b;
}

using array_function = void (*)(double const*, double*, std::size_t);

/// exp and its like. Vector functions are slow where the result is infinite or 0 in double, which is beyond all floats.
void growing(array_function f, double const* in, double* out) {
    constexpr double greatest = 650;
    alignas(64) double within[block];
    for (std::size_t i = 0; i < block; ++i) {
        double const v = in[i] > greatest ? greatest : in[i] < -greatest ? -greatest : in[i];
        within[i] = v;
    }
    alignas(64) double limits[8] = {1000, -1000}, at_limits[8];
    f(limits, at_limits, 8);
    f(within, out, block);
    for (std::size_t i = 0; i < block; ++i) {
        double const r = in[i] > greatest ? at_limits[0] : in[i] < -greatest ? at_limits[1] : out[i];
        out[i] = r;
    }
}
/// Where it is defined, from `least` to `greatest`; -infinity at its pole, and NaN elsewhere, where vector functions are slow.
void defined(array_function f, double const* in, double* out, double least, double greatest, double pole = infinite) {
    alignas(64) double within[block];
    for (std::size_t i = 0; i < block; ++i) {
        double const v = in[i] >= least && in[i] <= greatest ? in[i] : greatest;
        within[i] = v;
    }
    f(within, out, block);
    for (std::size_t i = 0; i < block; ++i) {
        double const elsewhere = in[i] == pole ? -infinite : std::numeric_limits<double>::quiet_NaN();
        double const r = in[i] >= least && in[i] <= greatest ? out[i] : elsewhere;
        out[i] = r;
    }
}

void exp(double const* in, double* out) {
    growing(vm::exp, in, out);
}

/// Errors of values that a function of the C library gave, from a bound of |a f'(a) / f(a)|.
template <class R, class A, class Condition>
void library(R& r, A const& a, Condition condition) {
    for (std::size_t i = 0; i < block; ++i)
        r.error[i] =
            (a.error[i] > 0 ? a.error[i] * condition(std::fabs(a.value[i]), std::fabs(r.value[i])) : 0) + library_error;
}

constexpr auto at_most_one = [](double, double) { return 1.0; };
constexpr auto of_exponential = [](double a, double) { return 1 + a; };
constexpr auto of_logarithm = [](double, double r) { return 1 / r; };
constexpr auto of_wave = [](double a, double r) { return 1 + a / r; };
// As much as 1 is near, or where they are only asked at numbers, exact ones: nothing is known else.
constexpr auto unknown = [](double, double) { return infinite; };

}  // namespace

wide_reference::wide_reference(laws::tape formula)
    : steps(std::move(formula)), registers(std::make_unique<part[]>(steps.size())) {
    constexpr double size = 0x1p64;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        laws::step const& s = steps[i];
        double value = 0, error = 1;
        if (s.code == op::constant) {
            auto const whole = [](hillock::int128 n) {
                hillock::int128 const m = n < 0 ? -n : n;
                double const magnitude = static_cast<double>(static_cast<long>(m >> 64)) * size +
                                         static_cast<double>(static_cast<unsigned long>(m));
                return n < 0 ? -magnitude : magnitude;
            };
            double const numerator = whole(s.constant.numerator), denominator = whole(s.constant.denominator);
            value = std::ldexp(numerator / denominator, s.constant.exponent);
            bool const is_exact = denominator == 1 && std::fabs(numerator) < 0x1p53;
            error = is_exact ? 0 : 4;
            // Beyond double: the limit that a comparison asks for.
            if (std::isinf(value)) error = 0;
        } else if (s.code == op::number) {
            value = s.number;
            error = 0;
        } else if (s.code == op::pi) {
            value = 0x1.921fb54442d18p1;
        } else if (s.code == op::e) {
            value = 0x1.5bf0a8b145769p1;
        } else {
            continue;
        }
        std::fill_n(registers[i].value, block, value);
        std::fill_n(registers[i].error, block, error);
    }
}

// j_n(a) / a^n: for small numbers the sum of (-a^2/2)^k / (k! (2n + 2k + 1)!!) over k, for others from sin and cos by
// g_(n+1) = ((2n + 1) g_n - g_(n-1)) / a^2, with the error that this makes.
void wide_reference::sinc_family(part& r, int n, part const& a) {
    part &sine = temporary[0], &cosine = temporary[1], &series = temporary[2];
    vm::sin(a.value, sine.value, block);
    vm::cos(a.value, cosine.value, block);
    constexpr int terms = 24;
    double first = 1, ratios[terms];
    for (int odd = 3; odd <= 2 * n + 1; odd += 2)
        first /= odd;
    for (int k = 1; k < terms; ++k)
        ratios[k] = -0.5 / (k * (2.0 * n + 2 * k + 1));
    constexpr double near = 4;
    alignas(64) double square[block], term[block];
    for (std::size_t i = 0; i < block; ++i) {
        double const v = std::fabs(a.value[i]) < near ? a.value[i] : near;
        square[i] = v * v;
        term[i] = series.value[i] = series.error[i] = first;
    }
    for (int k = 1; k < terms; ++k)
        for (std::size_t i = 0; i < block; ++i) {
            term[i] *= ratios[k] * square[i];
            series.value[i] += term[i];
            series.error[i] += std::fabs(term[i]);
        }
    for (std::size_t i = 0; i < block; ++i)
        series.error[i] *= 64 * (1 + a.error[i]) / std::fabs(series.value[i]);
    for (std::size_t i = 0; i < block; ++i) {
        double const v = std::fabs(a.value[i]) < near ? near : a.value[i];
        double before = cosine.value[i], g = sine.value[i] / v;
        double error_before = library_error, error_g = (library_error + 1) / std::fabs(v);
        for (int k = 0; k < n; ++k) {
            double const m = k == 0 ? 1 : 2 * k + 1, next = (m * g - before) / v / v;
            double const error_next = (m * error_g + error_before) / (v * v) + 4 * std::fabs(next);
            before = g;
            error_before = error_g;
            g = next;
            error_g = error_next;
        }
        bool const is_near = std::fabs(a.value[i]) < near;
        double const error = a.error[i] > 0 ? infinite : error_g / std::fabs(g) + 1;
        r.value[i] = is_near ? series.value[i] : g;
        r.error[i] = is_near ? series.error[i] : error;
    }
}

void wide_reference::function(part& r, op code, part const& a) {
    if (int const n = sinc_order(code); n >= 0) return sinc_family(r, n, a);
    part& t = temporary[0];
    part& u = temporary[1];
    switch (code) {
    case op::negate:
        each(r, a, [](double v, double e) { return pair{-v, e}; });
        break;
    case op::verbatim:
        each(r, a, [](double v, double e) { return pair{v, e}; });
        break;
    case op::abs:
        each(r, a, [](double v, double e) { return pair{std::fabs(v), e}; });
        break;
    case op::square:
        each(r, a, [](double v, double e) { return pair{v * v, 2 * e + 1}; });
        break;
    case op::sqrt:
        each(r, a, [](double v, double e) { return pair{std::sqrt(v), e + 1}; });
        break;
    case op::rsqrt:
        each(r, a, [](double v, double e) { return pair{1 / std::sqrt(v), e + 2}; });
        break;
    case op::sign:
        each(r, a, [](double v, double e) {
            double const s = v > 0 ? 1.0 : v < 0 ? -1.0 : v;
            return pair{s, e < 0x1p50 && (v != 0 || e == 0) ? 0 : infinite};
        });
        break;
    // Of numbers that are exact.
    case op::floor:
        each(r, a, [](double v, double e) { return pair{std::floor(v), e > 0 ? infinite : 0}; });
        break;
    case op::round:
        each(r, a, [](double v, double e) { return pair{std::round(v), e > 0 ? infinite : 0}; });
        break;
    case op::exp:
        growing(vm::exp, a.value, r.value);
        library(r, a, of_exponential);
        break;
    case op::exp2:
        growing(vm::exp2, a.value, r.value);
        library(r, a, of_exponential);
        break;
    case op::expm1:
        growing(vm::expm1, a.value, r.value);
        library(r, a, of_exponential);
        break;
    case op::sinh:
        growing(vm::sinh, a.value, r.value);
        library(r, a, of_exponential);
        break;
    case op::cosh:
        growing(vm::cosh, a.value, r.value);
        library(r, a, of_exponential);
        break;
    case op::log:
        defined(vm::log, a.value, r.value, 0x1p-1070, 0x1p1020, 0);
        library(r, a, of_logarithm);
        break;
    case op::log2:
        defined(vm::log2, a.value, r.value, 0x1p-1070, 0x1p1020, 0);
        library(r, a, [](double, double v) { return 1.5 / v; });
        break;
    case op::log1p:
        defined(vm::log1p, a.value, r.value, -0x1.fffffffffffffp-1, 0x1p1020, -1);
        library(r, a, unknown);
        break;
    case op::cbrt:
        vm::cbrt(a.value, r.value, block);
        library(r, a, at_most_one);
        break;
    case op::sin:
        vm::sin(a.value, r.value, block);
        library(r, a, of_wave);
        break;
    case op::cos:
        vm::cos(a.value, r.value, block);
        library(r, a, of_wave);
        break;
    case op::tan:
        vm::tan(a.value, r.value, block);
        library(r, a, [](double v, double f) { return v * (f + 1 / f); });
        break;
    case op::asin:
        defined(vm::asin, a.value, r.value, -1, 1);
        library(r, a, unknown);
        break;
    case op::acos:
        defined(vm::acos, a.value, r.value, -1, 1);
        library(r, a, unknown);
        break;
    case op::acosh:
        defined(vm::acosh, a.value, r.value, 1, 0x1p1020);
        library(r, a, unknown);
        break;
    case op::atanh:
        defined(vm::atanh, a.value, r.value, -1, 1);
        library(r, a, unknown);
        break;
    case op::atan:
        vm::atan(a.value, r.value, block);
        library(r, a, at_most_one);
        break;
    case op::asinh:
        vm::asinh(a.value, r.value, block);
        library(r, a, at_most_one);
        break;
    case op::tanh:
        vm::tanh(a.value, r.value, block);
        library(r, a, at_most_one);
        break;
    case op::erf:
        vm::erf(a.value, r.value, block);
        library(r, a, at_most_one);
        break;
    case op::erfc:
        vm::erfc(a.value, r.value, block);
        library(r, a, [](double v, double) { return 2 + 2 * v * v; });
        break;
    case op::logistic:  // 1 / (1 + exp(-a))
        for (std::size_t i = 0; i < block; ++i)
            t.value[i] = -a.value[i];
        exp(t.value, u.value);
        for (std::size_t i = 0; i < block; ++i) {
            r.value[i] = 1 / (1 + u.value[i]);
            r.error[i] = a.error[i] * std::fabs(a.value[i]) * (1 - r.value[i]) + library_error + 3;
        }
        break;
    case op::softplus:  // max(a, 0) + log1p(exp(-|a|))
    case op::
        tanh_softplus:  // with v = exp(-|a|): (1 + 2 v) / (1 + 2 v + 2 v^2), and v (v + 2) / (v (v + 2) + 2) of a < 0
        for (std::size_t i = 0; i < block; ++i)
            t.value[i] = -std::fabs(a.value[i]);
        exp(t.value, u.value);
        if (code == op::softplus) vm::log1p(u.value, t.value, block);
        for (std::size_t i = 0; i < block; ++i) {
            double const v = u.value[i], w = v * (v + 2);
            double const quotient = (a.value[i] > 0 ? 1 + 2 * v : w) / (a.value[i] > 0 ? 1 + 2 * v + 2 * v * v : w + 2);
            double const plus = a.value[i] > 0 ? a.value[i] + t.value[i] : t.value[i];
            bool const is_nan = a.value[i] != a.value[i];
            r.value[i] = is_nan ? a.value[i] : code == op::softplus ? plus : quotient;
            r.error[i] = a.error[i] * (a.value[i] > 0 ? 2 : 1 - a.value[i]) + 2 * library_error + 8;
        }
        break;
    case op::sech_square:  // 4 q / (1 + q)^2, q = exp(-2 |a|)
        for (std::size_t i = 0; i < block; ++i)
            t.value[i] = -2 * std::fabs(a.value[i]);
        exp(t.value, u.value);
        for (std::size_t i = 0; i < block; ++i) {
            double const q = u.value[i];
            r.value[i] = 4 * q / ((1 + q) * (1 + q));
            r.error[i] = 2 * a.error[i] * std::fabs(a.value[i]) + library_error + 6;
        }
        break;
    case op::logcosh:  // |a| - log(2) + log1p(exp(-2 |a|)), or log1p(2 sinh(a/2)^2)
        for (std::size_t i = 0; i < block; ++i)
            t.value[i] = -2 * std::fabs(a.value[i]);
        exp(t.value, u.value);
        vm::log1p(u.value, r.value, block);
        for (std::size_t i = 0; i < block; ++i)
            t.value[i] = std::fabs(a.value[i]) < 4 ? 0.5 * a.value[i] : 0.0;
        vm::sinh(t.value, u.value, block);
        for (std::size_t i = 0; i < block; ++i)
            t.value[i] = 2 * u.value[i] * u.value[i];
        vm::log1p(t.value, u.value, block);
        for (std::size_t i = 0; i < block; ++i) {
            double const v = std::fabs(a.value[i]);
            r.value[i] = v < 2 ? u.value[i] : v + (r.value[i] - 0x1.62e42fefa39efp-1);
            r.error[i] = 2 * a.error[i] + 4 * library_error;
        }
        break;
    case op::tanh_residual:  // a - tanh(a), or its series; next to 0 a third of its digits are lost otherwise
        vm::tanh(a.value, t.value, block);
        for (std::size_t i = 0; i < block; ++i) {
            double const v = a.value[i], s = v * v;
            double const series =
                v * s * (1.0 / 3 + s * (-2.0 / 15 + s * (17.0 / 315 + s * (-62.0 / 2835 + s * (1382.0 / 155925)))));
            bool const is_small = std::fabs(v) < 0x1p-5;
            r.value[i] = is_small ? series : v - t.value[i];
            r.error[i] =
                is_small ? 3 * a.error[i] + 16 : sum_error(v, 2 * a.error[i], t.value[i], library_error, r.value[i]);
        }
        break;
    case op::expm1_residual:  // exp(a) - 1 - a, or its series
        growing(vm::expm1, a.value, t.value);
        for (std::size_t i = 0; i < block; ++i) {
            double const v = a.value[i];
            double const series =
                v * v *
                (1.0 / 2 + v * (1.0 / 6 + v * (1.0 / 24 + v * (1.0 / 120 + v * (1.0 / 720 + v * (1.0 / 5040))))));
            bool const is_small = std::fabs(v) < 0x1p-6;
            r.value[i] = is_small ? series : t.value[i] - v;
            r.error[i] = is_small
                             ? 3 * a.error[i] + 16
                             : sum_error(v, (2 + std::fabs(v)) * a.error[i], t.value[i], library_error, r.value[i]);
        }
        break;
    case op::normal_pdf:  // exp(-a^2 / 2) / sqrt(2 pi)
        for (std::size_t i = 0; i < block; ++i)
            t.value[i] = -0.5 * a.value[i] * a.value[i];
        exp(t.value, u.value);
        for (std::size_t i = 0; i < block; ++i) {
            r.value[i] = u.value[i] * 0x1.9884533d43651p-2;
            double const s = std::fabs(t.value[i]);
            // Beyond it all is 0, also after a product with any float.
            r.error[i] = s > 1e6 ? library_error : (2 * a.error[i] + 2) * s + library_error + 2;
        }
        break;
    case op::normal_cdf:  // erfc(-a / sqrt(2)) / 2
        for (std::size_t i = 0; i < block; ++i)
            t.value[i] = -0x1.6a09e667f3bcdp-1 * a.value[i];
        vm::erfc(t.value, u.value, block);
        for (std::size_t i = 0; i < block; ++i) {
            r.value[i] = 0.5 * u.value[i];
            double const s = a.value[i] * a.value[i];
            // Above 8 it is 1, and beyond -1000 it is 0 also after a product with any float.
            r.error[i] = (a.value[i] > 8 || s > 1e6 ? 0 : (a.error[i] + 2) * (2 + 2 * s)) + library_error;
        }
        break;
    default:
        std::fprintf(stderr, "accuracy: no rule for operation %d\n", static_cast<int>(code));
        std::abort();
    }
}

void wide_reference::step(std::size_t at, double const* in) {
    laws::step const& s = steps[at];
    part& r = registers[at];
    auto const operand = [&](std::size_t k) -> part const& {
        return registers[static_cast<std::size_t>(s.operands[k])];
    };
    auto const compared = [](double a, double ea, double b, double eb, bool holds) {
        bool const is_known = std::fabs(a - b) > (std::fabs(a) * ea + std::fabs(b) * eb) * 0x1p-52 || ea + eb == 0;
        return pair{holds ? 1.0 : 0.0, is_known ? 0 : infinite};
    };
    switch (s.code) {
    case op::constant:
    case op::number:
    case op::pi:
    case op::e:
        break;
    case op::variable:
        std::copy_n(in, block, r.value);
        std::fill_n(r.error, block, 0.0);
        break;
    case op::add:
        each(r, operand(0), operand(1), [](double a, double ea, double b, double eb) {
            return pair{a + b, sum_error(a, ea, b, eb, a + b)};
        });
        break;
    case op::subtract:
        each(r, operand(0), operand(1), [](double a, double ea, double b, double eb) {
            return pair{a - b, sum_error(a, ea, b, eb, a - b)};
        });
        break;
    case op::multiply:
        each(r, operand(0), operand(1), [](double a, double ea, double b, double eb) {
            return pair{a * b, quotient_error(a, ea, b, eb, a * b)};
        });
        break;
    case op::divide:
        each(r, operand(0), operand(1), [](double a, double ea, double b, double eb) {
            return pair{a / b, quotient_error(a, ea, b, eb, a / b)};
        });
        break;
    case op::min:
    case op::max: {
        bool const least = s.code == op::min;
        each(r, operand(0), operand(1), [&](double a, double ea, double b, double eb) {
            bool const first = least ? a < b : a > b;
            double const chosen = a != a ? a : b != b ? b : first ? a : b;
            // Where both are nearly the same, either will do, with the greater error.
            return pair{chosen, greater(ea, eb)};
        });
        break;
    }
    // a^b of exact exponents: |a f'(a) / f(a)| = |b|.
    case op::pow:
        each(r, operand(0), operand(1), [](double a, double ea, double b, double eb) {
            return pair{std::pow(a, b),
                        std::fabs(b) * ea + (eb > 0 ? eb * std::fabs(b * std::log(a)) : 0) + library_error};
        });
        break;
    case op::less:
        each(r, operand(0), operand(1),
             [&](double a, double ea, double b, double eb) { return compared(a, ea, b, eb, a < b); });
        break;
    case op::less_equal:
        each(r, operand(0), operand(1),
             [&](double a, double ea, double b, double eb) { return compared(a, ea, b, eb, a <= b); });
        break;
    case op::greater:
        each(r, operand(0), operand(1),
             [&](double a, double ea, double b, double eb) { return compared(a, ea, b, eb, a > b); });
        break;
    case op::greater_equal:
        each(r, operand(0), operand(1),
             [&](double a, double ea, double b, double eb) { return compared(a, ea, b, eb, a >= b); });
        break;
    case op::logical_and:
        each(r, operand(0), operand(1), [](double a, double ea, double b, double eb) { return pair{a * b, ea + eb}; });
        break;
    case op::logical_or:
        each(r, operand(0), operand(1), [](double a, double ea, double b, double eb) {
            return pair{greater(a, b), ea + eb};
        });
        break;
    case op::logical_not:
        each(r, operand(0), [](double a, double ea) { return pair{1 - a, ea}; });
        break;
    case op::select: {
        part const &condition = operand(0), &a = operand(1), &b = operand(2);
        for (std::size_t i = 0; i < block; ++i) {
            bool const first = condition.value[i] != 0;
            r.value[i] = first ? a.value[i] : b.value[i];
            r.error[i] = (first ? a.error[i] : b.error[i]) + condition.error[i];
        }
        break;
    }
    // Seldom needed here: left to MPFR.
    case op::atan2:
    case op::logsumexp2:
        std::fill(r.value, r.value + block, 0);
        std::fill(r.error, r.error + block, std::numeric_limits<double>::infinity());
        break;
    default:
        function(r, s.code, operand(0));
    }
}

void wide_reference::run(double const* in, double* out, bool* good) {
    for (std::size_t i = 0; i < steps.size(); ++i)
        step(i, in);
    part const& r = registers[steps.size() - 1];
    for (std::size_t i = 0; i < block; ++i) {
        double const v = r.value[i], e = r.error[i];
        out[i] = v;
        // 2^-36 of the value is less than 2^-11 ULP of float; far below its subnormals the size is enough.
        good[i] = e < 0x1p17 || (e < 0x1p1000 && std::fabs(v) * (1 + e) < 0x1p-161);
    }
}

}  // namespace accuracy
