// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/double_steps.hpp>

namespace hillock::detail {

/// Adds steps to a plan in double, each with what is known of its value. Operands are positions of steps.
class double_builder {
public:
    double_plan plan;

protected:
    using kind = direct_step::kind;
    static constexpr double rounding = 0x1p-53;
    static constexpr double greatest_magnitude = 1000;

    /// What is below 2^-1000 may have no digits.
    static constexpr double least_magnitude = -1000;

    int lost_digits;
    double exponent_limit;
    bool falls_on;

    /// Sums that cancel more than `digits` binary digits are left to wide numbers, and so are exponentials beyond
    /// exp(+-limit), or with `deep` only those above exp(limit).
    constexpr double_builder(int digits, double limit, bool deep)
        : lost_digits(digits), exponent_limit(limit), falls_on(deep) {}

    constexpr int fail() {
        plan.possible = false;
        return 0;
    }
    static constexpr double greater(double a, double b) { return a < b ? b : a; }
    static constexpr double lesser(double a, double b) { return b < a ? b : a; }

    constexpr int push(direct_step const& step, double_bounds bounds) {
        if (!plan.possible) return 0;
        if (plan.size == double_plan::capacity || bounds.greatest > greatest_magnitude) return fail();
        if (bounds.least < least_magnitude) {
            if (!falls_on) return fail();
            bounds.least = least_magnitude;
            bounds.zero = true;
            bounds.dust = greater(bounds.dust, least_magnitude);
        }
        for (int i = 0; i < plan.size; ++i)
            if (same_step(plan.steps[i], step)) return i;
        plan.steps[plan.size] = step;
        plan.bounds[plan.size] = bounds;
        return plan.size++;
    }
    static constexpr direct_step step_of(kind does, int a = -1, int b = -1) {
        direct_step made{does, direct_function::none, op::add, {-1, -1, -1, -1}, -1};
        made.operands[0] = static_cast<short>(a);
        made.operands[1] = static_cast<short>(b);
        return made;
    }

    constexpr int push_constant(rational const& value) {
        if (plan.constant_count == double_plan::capacity) return fail();
        int position = 0;
        while (position < plan.constant_count && !(plan.constants[position] == value))
            ++position;
        if (position == plan.constant_count) plan.constants[plan.constant_count++] = value;
        int const digits = bit_count(value.numerator);
        bool const exact = value.denominator == 1 && digits <= 53;
        double const magnitude = value.exponent + digits - bit_count(value.denominator);
        direct_step made = step_of(kind::constant);
        made.value = static_cast<short>(position);
        bool const zero = value.is_zero();
        return push(made, {exact ? 0 : 0x1p-51, exact ? digits : 99, zero ? 0 : magnitude - 1, zero ? 0 : magnitude + 1,
                           value.is_negative(), zero, !zero && !value.is_negative()});
    }
    constexpr int push_number(int value) { return push_constant(normalized(value, 1, 0)); }
    /// pi, e, and for log2 the logarithm of 2.
    constexpr int push_special(op code) {
        double const value = code == op::pi  ? 0x1.921fb54442d18p+1
                             : code == op::e ? 0x1.5bf0a8b145769p+1
                                             : 0x1.62e42fefa39efp-1;
        auto const integer = static_cast<long long>(value * 0x1p53);
        int const made = push_constant(normalized(integer, 1, -53));
        if (plan.possible) {
            plan.bounds[made].error = rounding;
            plan.bounds[made].digits = 99;
        }
        return made;
    }
    constexpr int push_negative(int a) {
        if (!plan.possible) return 0;
        double_bounds bounds = plan.bounds[a];
        bounds.negative = plan.bounds[a].positive;
        bounds.positive = plan.bounds[a].negative;
        return push(step_of(kind::negate, a), bounds);
    }
    constexpr int push_absolute(int a) {
        if (!plan.possible) return 0;
        double_bounds bounds = plan.bounds[a];
        bounds.positive = bounds.positive || bounds.negative;
        bounds.negative = false;
        return push(step_of(kind::absolute, a), bounds);
    }
    constexpr double_bounds either_of(int a, int b) const {
        double_bounds const& p = plan.bounds[a];
        double_bounds const& q = plan.bounds[b];
        return {greater(p.error, q.error), p.digits < q.digits ? q.digits : p.digits,
                lesser(p.least, q.least),  greater(p.greatest, q.greatest),
                p.negative || q.negative,  p.zero || q.zero,
                p.positive || q.positive,  greater(p.dust, q.dust)};
    }
    constexpr int push_extreme(bool is_minimum, int a, int b) {
        if (!plan.possible) return 0;
        double_bounds bounds = either_of(a, b);
        if (is_minimum) {
            bounds.positive = plan.bounds[a].positive && plan.bounds[b].positive;
        } else {
            bounds.negative = plan.bounds[a].negative && plan.bounds[b].negative;
        }
        return push(step_of(is_minimum ? kind::minimum : kind::maximum, a, b), bounds);
    }
    constexpr int push_product(int a, int b) {
        if (!plan.possible) return 0;
        double_bounds const p = plan.bounds[a];
        double_bounds const q = plan.bounds[b];
        bool const exact = p.digits + q.digits <= 53;
        double_bounds bounds{p.error + q.error + (exact ? 0 : rounding), exact ? p.digits + q.digits : 99,
                             p.least + q.least, p.greatest + q.greatest};
        bounds.dust = greater(p.dust + q.greatest, q.dust + p.greatest);
        bounds.zero = p.zero || q.zero;
        bounds.negative = a != b && ((p.negative && q.positive) || (p.positive && q.negative));
        bounds.positive = (p.positive && q.positive) || (p.negative && q.negative);
        return push(step_of(kind::multiply, a, b), bounds);
    }
    constexpr int push_quotient(int a, int b) {
        if (!plan.possible) return 0;
        if (direct_step const& under = plan.steps[b]; under.does == kind::constant) {
            // Multiplied by its reciprocal: a division takes as long as five products.
            rational const& value = plan.constants[under.value];
            if (value.is_zero()) return fail();
            double const error = plan.bounds[b].error;
            int const inverse = push_constant(normalized(value.denominator, value.numerator, -value.exponent));
            if (plan.possible && error > 0) plan.bounds[inverse].error += error;
            return push_product(a, inverse);
        }
        double_bounds const p = plan.bounds[a];
        double_bounds const q = plan.bounds[b];
        if (q.has_dust() && q.dust > q.least - 100) return fail();
        double_bounds bounds{p.error + q.error + rounding, 99, p.least - q.greatest, p.greatest - q.least};
        bounds.dust = greater(p.dust, p.greatest + q.dust - q.least) - q.least;
        bounds.zero = p.zero;
        bounds.negative = (p.negative && q.positive) || (p.positive && q.negative);
        bounds.positive = (p.positive && q.positive) || (p.negative && q.negative);
        direct_step made = step_of(kind::divide, a, b);
        made.may_be_infinite = q.zero;
        return push(made, bounds);
    }
    /// A sum loses nothing when its operands are exact or of one sign; otherwise how much is watched.
    constexpr int push_sum(kind does, int a, int b) {
        if (!plan.possible) return 0;
        double_bounds const p = plan.bounds[a];
        double_bounds q = plan.bounds[b];
        if (does == kind::subtract) {
            q.positive = plan.bounds[b].negative;
            q.negative = plan.bounds[b].positive;
        }
        direct_step made = step_of(does, a, b);
        double_bounds bounds{0,
                             99,
                             greater(p.least, q.least),
                             greater(p.greatest, q.greatest) + 1,
                             p.negative || q.negative,
                             true,
                             p.positive || q.positive,
                             greater(p.dust, q.dust)};
        if ((!p.negative && !q.negative) || (!p.positive && !q.positive)) {
            bounds.error = greater(p.error, q.error) + rounding;
            bounds.zero = p.zero && q.zero;
        } else if (p.error == 0 && q.error == 0) {
            bounds.error = rounding;
            bounds.least -= 53;
        } else {
            // |a| <= 2^n |a + b|, and so |b| <= (2^n + 1) |a + b|.
            double const factor = power_of_two(lost_digits) + 1;
            made.watched = static_cast<short>(p.error < q.error ? b : a);
            made.lost_digits = static_cast<short>(lost_digits);
            bounds.error = (p.error + q.error) * factor + rounding;
            bounds.least -= lost_digits;
        }
        if (p.zero) bounds.least = lesser(bounds.least, q.least);
        if (q.zero) bounds.least = lesser(bounds.least, p.least);
        return push(made, bounds);
    }
    static constexpr double power_of_two(int n) {
        double result = 1;
        for (; n > 0; --n)
            result *= 2;
        return result;
    }
    constexpr int push_chosen(op comparison, int a, int b, int left, int right) {
        if (!plan.possible) return 0;
        if (plan.bounds[left].has_dust() || plan.bounds[right].has_dust()) return fail();
        double_bounds bounds = either_of(a, b);
        bool const above = comparison == op::greater || comparison == op::greater_equal;
        if (a == left && above && !plan.bounds[right].negative) {
            bounds.negative = plan.bounds[b].negative;
            bounds.zero = plan.bounds[b].zero || (comparison == op::greater_equal && bounds.zero);
        }
        if (a == left && !above && !plan.bounds[right].positive) {
            bounds.positive = plan.bounds[b].positive;
            bounds.zero = plan.bounds[b].zero || (comparison == op::less_equal && bounds.zero);
        }
        direct_step made = step_of(kind::choose, a, b);
        made.comparison = comparison;
        made.operands[2] = static_cast<short>(left);
        made.operands[3] = static_cast<short>(right);
        return push(made, bounds);
    }
};

}  // namespace hillock::detail
