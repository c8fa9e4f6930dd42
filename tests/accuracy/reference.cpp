// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#include <accuracy/reference.hpp>

#include <accuracy/special.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace accuracy {

namespace {

using hillock::op;
constexpr mpfr_rnd_t nearest = MPFR_RNDN;
constexpr long exact = -(1L << 60);
constexpr long lost = 1L << 40;

using plain = int (*)(mpfr_ptr, mpfr_srcptr, mpfr_rnd_t);

plain plain_function(op code) {
    switch (code) {
    case op::negate:
        return mpfr_neg;
    case op::verbatim:
        return mpfr_set;
    case op::exp:
        return mpfr_exp;
    case op::exp2:
        return mpfr_exp2;
    case op::expm1:
        return mpfr_expm1;
    case op::log:
        return mpfr_log;
    case op::log2:
        return mpfr_log2;
    case op::log1p:
        return mpfr_log1p;
    case op::sqrt:
        return mpfr_sqrt;
    case op::rsqrt:
        return mpfr_rec_sqrt;
    case op::cbrt:
        return mpfr_cbrt;
    case op::square:
        return mpfr_sqr;
    case op::abs:
        return mpfr_abs;
    case op::sin:
        return mpfr_sin;
    case op::cos:
        return mpfr_cos;
    case op::tan:
        return mpfr_tan;
    case op::asin:
        return mpfr_asin;
    case op::acos:
        return mpfr_acos;
    case op::atan:
        return mpfr_atan;
    case op::sinh:
        return mpfr_sinh;
    case op::cosh:
        return mpfr_cosh;
    case op::tanh:
        return mpfr_tanh;
    case op::asinh:
        return mpfr_asinh;
    case op::acosh:
        return mpfr_acosh;
    case op::atanh:
        return mpfr_atanh;
    case op::erf:
        return mpfr_erf;
    case op::erfc:
        return mpfr_erfc;
    default:
        return nullptr;
    }
}

// A bound of log2 |a f'(a) / f(a)|: by how much a relative error of `a` grows.
long condition(op code, mpfr_srcptr a, mpfr_srcptr r) {
    long const ea = exponent(a), er = exponent(r), great = std::max(0L, ea);
    if (sinc_order(code) >= 0) return std::max(0L, -er) + great + 4;
    switch (code) {
    case op::exp:
    case op::exp2:
    case op::expm1:
    case op::expm1_residual:
    case op::sinh:
    case op::cosh:
    case op::logistic:
    case op::softplus:
    case op::tanh_softplus:
    case op::sech_square:
        return great + 2;
    case op::normal_cdf:
    case op::normal_pdf:
    case op::erfc:
        return 2 * great + 2;
    case op::log:
    case op::log2:
        return std::max(0L, -er) + 1;
    case op::sin:
    case op::cos:
        return std::max(0L, ea - er) + 1;
    case op::tan:
        return std::max(0L, ea + std::max(er, -er)) + 1;
    // 1 / (1 + a), 1 / (1 - a^2), 1 / (a^2 - 1): as much as 1 is near.
    case op::log1p:
    case op::asin:
    case op::acos:
    case op::atanh:
    case op::acosh: {
        number d;
        mpfr_set_prec(d, mpfr_get_prec(a) + 8);
        mpfr_abs(d, a, nearest);
        mpfr_ui_sub(d, 1, d, nearest);
        return std::max(0L, -exponent(d)) + std::max(0L, ea - er) + 2;
    }
    default:
        return 2;
    }
}

}  // namespace

reference::reference(laws::tape formula) : steps(std::move(formula)), registers(steps.size()) {}

bool reference::sign_is_known(mpfr_srcptr difference, part const& a, part const& b) const {
    if (a.error == exact && b.error == exact) return true;
    long const error = std::max(a.error == exact ? exact : a.error + exponent(a.value),
                                b.error == exact ? exact : b.error + exponent(b.value));
    return exponent(difference) > error - precision + 1;
}

void reference::sum(part& r, part const& a, part const& b, bool subtract) {
    int const rounded = (subtract ? mpfr_sub : mpfr_add)(r.value, a.value, b.value, nearest);
    if (a.error == exact && b.error == exact) {
        r.error = rounded == 0 ? exact : 0;
        return;
    }
    long const error = std::max(a.error == exact ? exact : a.error + exponent(a.value),
                                b.error == exact ? exact : b.error + exponent(b.value));
    if (mpfr_zero_p(static_cast<mpfr_srcptr>(r.value)))
        r.error = mpfr_zero_p(static_cast<mpfr_srcptr>(a.value)) ? 1 : lost;
    else
        r.error = std::clamp(error - exponent(r.value) + 1, 0L, lost) + 1;
}

// What is beyond all exponents of MPFR is that, however inexactly.
void reference::settle_extremes(part& r, part const& a) {
    if (a.error == exact || a.error >= precision) return;
    if (!mpfr_regular_p(static_cast<mpfr_srcptr>(r.value)) && mpfr_regular_p(static_cast<mpfr_srcptr>(a.value)))
        r.error = 1;
}

void reference::function(part& r, op code, part const& a) {
    if (plain const f = plain_function(code)) {
        int const rounded = f(r.value, a.value, nearest);
        r.error = a.error != exact ? std::max(0L, a.error + condition(code, a.value, r.value)) + 1
                  : rounded == 0   ? exact
                                   : 0;
        if (code == op::negate || code == op::verbatim || code == op::abs)
            r.error = a.error;
        else
            settle_extremes(r, a);
        return;
    }
    if (special_function(r.value, code, a.value)) {
        r.error = a.error == exact ? 1 : std::max(1L, a.error + condition(code, a.value, r.value)) + 1;
        settle_extremes(r, a);
        return;
    }
    // Those that jump.
    r.error = a.error == exact ? exact : lost;
    switch (code) {
    case op::sign:
        if (mpfr_nan_p(static_cast<mpfr_srcptr>(a.value)))
            mpfr_set_nan(r.value);
        else
            mpfr_set_si(r.value, mpfr_sgn(static_cast<mpfr_srcptr>(a.value)), nearest);
        if (a.error < precision) r.error = exact;
        break;
    case op::floor:
        mpfr_floor(r.value, a.value);
        break;
    case op::round:
        mpfr_round(r.value, a.value);
        break;
    default:
        std::fprintf(stderr, "accuracy: no rule for operation %d\n", static_cast<int>(code));
        std::abort();
    }
}

void reference::function(part& r, op code, part const& a, part const& b) {
    auto const both = [&](int rounded, long of_a, long of_b) {
        long const error =
            std::max(a.error == exact ? exact : a.error + of_a, b.error == exact ? exact : b.error + of_b);
        r.error = error <= exact ? (rounded == 0 ? exact : 0) : std::clamp(error, 0L, lost) + 1;
    };
    switch (code) {
    case op::add:
        sum(r, a, b, false);
        break;
    case op::subtract:
        sum(r, a, b, true);
        break;
    case op::multiply: {
        both(mpfr_mul(r.value, a.value, b.value, nearest), 1, 1);
        auto const is_exact_zero = [](part const& p) {
            return p.error == exact && mpfr_zero_p(static_cast<mpfr_srcptr>(p.value));
        };
        if ((is_exact_zero(a) || is_exact_zero(b)) && mpfr_zero_p(static_cast<mpfr_srcptr>(r.value))) r.error = exact;
        break;
    }
    case op::divide:
        both(mpfr_div(r.value, a.value, b.value, nearest), 1, 1);
        break;
    case op::atan2:
        both(mpfr_atan2(r.value, a.value, b.value, nearest), 1, 1);
        break;
    case op::pow: {
        int const rounded = mpfr_pow(r.value, a.value, b.value, nearest);
        long const great = std::max(0L, exponent(b.value));
        // log |a| is below 2^(bits of a's exponent)
        long size = 1;
        for (long e = std::abs(exponent(a.value)); e != 0; e /= 2)
            ++size;
        both(rounded, great + 1, great + size + 1);
        break;
    }
    // max(a, b) + log1p(exp(-|a - b|))
    case op::logsumexp2: {
        for (number* n : {&scratch[0], &scratch[1]})
            mpfr_set_prec(*n, precision + 16 +
                                  std::max({0L, std::min(4000L, std::abs(exponent(a.value) - exponent(b.value)))}));
        mpfr_srcptr const greater =
            mpfr_less_p(static_cast<mpfr_srcptr>(a.value), static_cast<mpfr_srcptr>(b.value)) ? b.value : a.value;
        mpfr_sub(scratch[0], a.value, b.value, nearest);
        special_function(
            scratch[1], op::softplus,
            (mpfr_abs(scratch[0], scratch[0], nearest), mpfr_neg(scratch[0], scratch[0], nearest), scratch[0]));
        mpfr_add(r.value, greater, scratch[1], nearest);
        long const loss = std::max(exponent(greater), exponent(scratch[1])) - exponent(r.value);
        long const grown = std::max({0L, exponent(a.value), exponent(b.value)}) - exponent(r.value) + 2;
        both(1, grown, grown);
        r.error = std::max(r.error, std::clamp(loss - 14, 0L, lost));
        if (mpfr_zero_p(static_cast<mpfr_srcptr>(r.value))) r.error = lost;
        break;
    }
    case op::min:
    case op::max: {
        mpfr_set_prec(scratch[0], precision);
        mpfr_sub(scratch[0], a.value, b.value, nearest);
        bool const first = (mpfr_sgn(static_cast<mpfr_srcptr>(scratch[0])) < 0) == (code == op::min);
        part const& chosen = first ? a : b;
        mpfr_set(r.value, chosen.value, nearest);
        if (mpfr_nan_p(static_cast<mpfr_srcptr>(scratch[0])) &&
            !(mpfr_inf_p(static_cast<mpfr_srcptr>(a.value)) && mpfr_inf_p(static_cast<mpfr_srcptr>(b.value))))
            mpfr_set_nan(r.value);
        r.error = sign_is_known(scratch[0], a, b) ? chosen.error : lost;
        break;
    }
    default:
        std::fprintf(stderr, "accuracy: no rule for operation %d\n", static_cast<int>(code));
        std::abort();
    }
}

void reference::compare(part& r, op code, part const& a, part const& b) {
    mpfr_srcptr const va = a.value, vb = b.value;
    if (mpfr_nan_p(va) || mpfr_nan_p(vb)) {
        mpfr_set_nan(r.value);
        r.error = exact;
        return;
    }
    int const order = mpfr_cmp(va, vb);
    bool const holds = code == op::less         ? order < 0
                       : code == op::less_equal ? order <= 0
                       : code == op::greater    ? order > 0
                                                : order >= 0;
    mpfr_set_ui(r.value, holds, nearest);
    mpfr_set_prec(scratch[0], precision);
    mpfr_sub(scratch[0], va, vb, nearest);
    r.error = sign_is_known(scratch[0], a, b) ? exact : lost;
}

void reference::constant(part& r, hillock::rational const& c) {
    auto const whole = [&](mpfr_ptr to, hillock::int128 i) {
        mpfr_set_si(to, static_cast<long>(i >> 64), nearest);
        mpfr_mul_2ui(to, to, 64, nearest);
        mpfr_add_ui(to, to, static_cast<unsigned long>(i), nearest);
    };
    for (int i = 0; i < 2; ++i)
        mpfr_set_prec(scratch[i], 192);
    whole(scratch[0], c.numerator);
    whole(scratch[1], c.denominator);
    int const rounded = mpfr_div(r.value, scratch[0], scratch[1], nearest);
    mpfr_mul_2si(r.value, r.value, c.exponent, nearest);
    r.error = rounded == 0 ? exact : 0;
}

void reference::run_once() {
    for (std::size_t i = 0; i < steps.size(); ++i) {
        laws::step const& s = steps[i];
        part& r = registers[i];
        bool const is_fixed = s.code == op::constant || s.code == op::pi || s.code == op::e;
        long const bits = s.code == op::variable ? std::max(precision, bits_of_inputs()) : precision;
        if (mpfr_get_prec(static_cast<mpfr_srcptr>(r.value)) != bits)
            mpfr_set_prec(r.value, bits);
        else if (is_fixed)
            continue;
        auto const operand = [&](std::size_t k) -> part const& {
            return registers[static_cast<std::size_t>(s.operands[k])];
        };
        switch (s.code) {
        case op::constant:
            constant(r, s.constant);
            break;
        case op::number:
            r.error = mpfr_set_d(r.value, s.number, nearest) == 0 ? exact : 0;
            break;
        case op::pi:
            r.error = (mpfr_const_pi(r.value, nearest), 0);
            break;
        case op::e:
            mpfr_set_ui(r.value, 1, nearest);
            r.error = (mpfr_exp(r.value, r.value, nearest), 0);
            break;
        case op::variable:
            r.error = mpfr_set(r.value, inputs[s.name == "b"], nearest) == 0 ? exact : 0;
            break;
        case op::less:
        case op::less_equal:
        case op::greater:
        case op::greater_equal:
            compare(r, s.code, operand(0), operand(1));
            break;
        case op::logical_and:
        case op::logical_or: {
            bool const p = !mpfr_zero_p(static_cast<mpfr_srcptr>(operand(0).value)),
                       q = !mpfr_zero_p(static_cast<mpfr_srcptr>(operand(1).value));
            mpfr_set_ui(r.value, s.code == op::logical_and ? p && q : p || q, nearest);
            r.error = std::max(operand(0).error, operand(1).error);
            break;
        }
        case op::logical_not:
            mpfr_set_ui(r.value, mpfr_zero_p(static_cast<mpfr_srcptr>(operand(0).value)) != 0, nearest);
            r.error = operand(0).error;
            break;
        case op::select: {
            mpfr_srcptr const condition = operand(0).value;
            part const& chosen = operand(mpfr_zero_p(condition) ? 2 : 1);
            mpfr_set(r.value, chosen.value, nearest);
            if (mpfr_nan_p(condition)) mpfr_set_nan(r.value);
            r.error = std::max(operand(0).error, chosen.error);
            break;
        }
        case op::clamp: {
            part& within = registers[i];
            part between;
            mpfr_set_prec(between.value, precision);
            function(between, op::max, operand(0), operand(1));
            function(within, op::min, between, operand(2));
            break;
        }
        default:
            if (s.operands.size() == 1)
                function(r, s.code, operand(0));
            else
                function(r, s.code, operand(0), operand(1));
        }
    }
}

bool reference::determine() {
    // What is lost with 128 bits is computed anew; most is not.
    precision = 128;
    for (int attempt = 0; attempt < 4; ++attempt) {
        run_once();
        long const error = std::max(0L, registers.back().error);
        if (precision - error >= good_bits) return true;
        // Terms that cancel to 0 in so many bits are the same.
        if (precision >= 8192 && mpfr_zero_p(value())) return true;
        long const wanted = error >= lost ? 8 * precision : error + good_bits + 64;
        precision = std::min(wanted, 20000L);
    }
    return false;
}

bool reference::run(mpfr_srcptr at) {
    mpfr_set_prec(inputs[0], mpfr_get_prec(at));
    mpfr_set(inputs[0], at, nearest);
    return determine();
}

bool reference::run(std::span<double const> at) {
    for (std::size_t i = 0; i < at.size(); ++i) {
        mpfr_set_prec(inputs[i], 53);
        mpfr_set_d(inputs[i], at[i], nearest);
    }
    bool const known = determine();
    // Beyond 2^32 parts may leave even the exponents of MPFR: then what the whole has become until there, if it stays.
    constexpr double far = 0x1p32;
    if ((known && !mpfr_nan_p(value())) || at.size() != 1 || !(std::fabs(at[0]) > far)) return known;
    mpfr_set_d(inputs[0], std::copysign(far / 2, at[0]), nearest);
    if (!determine()) return false;
    mpfr_set_prec(before, precision);
    mpfr_set(before, value(), nearest);
    mpfr_set_d(inputs[0], std::copysign(far, at[0]), nearest);
    if (!determine()) return false;
    if (mpfr_nan_p(value())) return known;
    constexpr long vanished = -(1L << 16);
    if (exponent(before) < vanished && exponent(value()) < vanished) return true;
    mpfr_sub(before, before, value(), nearest);
    return exponent(before) < exponent(value()) - good_bits;
}

}  // namespace accuracy
