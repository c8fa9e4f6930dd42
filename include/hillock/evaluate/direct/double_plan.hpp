// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/plan.hpp>

namespace hillock::detail {

/// What is known of a step's value, whatever the inputs are.
struct double_bounds {
    /// A bound of the relative error, and of how many digits an exact value has; those of a rounded one are not counted.
    double error = 0;
    int digits = 99;
    /// Binary logarithms of its least magnitude other than 0, and of the greatest.
    double least = 0, greatest = 0;
    bool negative = true, zero = true, positive = true;
};

/// A function of double_functions.hpp or of the direct plans: from which argument to which it is used, how much of an
/// argument's relative error comes out, the magnitudes that it gives, and where it has no sign of its own, that of x.
struct double_function {
    op code;  // `user` for a formula, which is found by its structure and has no operation of its own
    direct_function formula, kernel;
    double from, to, condition, least, greatest;
    enum sign_of { positive, of_argument, any } sign;
};
inline constexpr double no_limit = direct_step::no_limit;
// Where exponentials are cut at 230; a plan may cut them earlier.
// clang-format off
inline constexpr double_function double_functions[] = {
    {op::exp, direct_function::exp, direct_function::moderate_exp, -230, 230, 230, -333, 333, double_function::positive},
    {op::expm1, direct_function::expm1, direct_function::moderate_expm1, -no_limit, 230, 230, -1, 333, double_function::of_argument},
    {op::logistic, direct_function::logistic, direct_function::moderate_logistic, -230, no_limit, 230, -333, 0, double_function::positive},
    {op::softplus, direct_function::softplus, direct_function::moderate_softplus, -230, no_limit, 230, -333, 1, double_function::positive},
    {op::tanh, direct_function::tanh, direct_function::moderate_tanh, -no_limit, no_limit, 1, -1, 0, double_function::of_argument},
    {op::sech_square, direct_function::tanh_slope, direct_function::moderate_tanh_slope, -115, 115, 230, -333, 0, double_function::positive},
    {op::normal_cdf, direct_function::none, direct_function::normal_cdf, -21, no_limit, 500, -333, 0, double_function::positive},
    {op::normal_pdf, direct_function::none, direct_function::normal_pdf, -21, 21, 500, -333, 0, double_function::positive},
    {op::tanh_softplus, direct_function::none, direct_function::moderate_tanh_softplus, -230, no_limit, 230, -333, 0, double_function::positive},
    {op::log, direct_function::none, direct_function::log, 0, no_limit, 0, -53, 10, double_function::any},
    {op::log1p, direct_function::none, direct_function::log1p, -0.9, no_limit, 12, -2, 10, double_function::of_argument},
    {op::sqrt, direct_function::none, direct_function::sqrt, 0, no_limit, 0.5, 0, 0, double_function::positive},
    {op::sin, direct_function::none, direct_function::sin, -0x1p17, 0x1p17, 0, -60, 0, double_function::any},
    {op::cos, direct_function::none, direct_function::cos, -0x1p17, 0x1p17, 0, -60, 0, double_function::any},
    {op::sinc, direct_function::none, direct_function::sinc, -0x1p17, 0x1p17, 0, -80, 0, double_function::any},
    {op::atan, direct_function::none, direct_function::atan, -no_limit, no_limit, 1, -1, 1, double_function::of_argument},
    {op::user, direct_function::logistic_slope, direct_function::moderate_logistic_slope, -230, 230, 230, -333, 0, double_function::positive},
    {op::user, direct_function::silu, direct_function::moderate_silu, -230, no_limit, 231, -333, 1, double_function::of_argument},
    {op::user, direct_function::gelu, direct_function::gelu, -21, no_limit, 500, -333, 1, double_function::of_argument},
    {op::user, direct_function::gelu_tanh, direct_function::gelu_tanh, -14, no_limit, 1000, -333, 1, double_function::of_argument},
    {op::user, direct_function::mish, direct_function::moderate_mish, -230, no_limit, 231, -333, 1, double_function::of_argument},
    {op::user, direct_function::silu_slope, direct_function::moderate_silu_slope, -230, no_limit, 0, -333, 1, double_function::any},
    {op::user, direct_function::gelu_slope, direct_function::gelu_slope, -21, no_limit, 0, -333, 1, double_function::any},
    {op::user, direct_function::gelu_tanh_slope, direct_function::gelu_tanh_slope, -14, no_limit, 0, -333, 1, double_function::any},
    {op::user, direct_function::mish_slope, direct_function::mish_slope, -230, no_limit, 0, -333, 1, double_function::any},
};
// clang-format on

/// How an expression of floats is computed in double, where that gives each float but for 2^-4 ULP: for expressions without
/// a direct plan. What might lose more is watched: a sum that cancels, a function outside of its limits, an infinity.
/// Where that happens, the value is computed on wide numbers.
struct double_plan {
    static constexpr int capacity = 48;
    direct_step steps[capacity]{};
    double_bounds bounds[capacity]{};
    rational constants[capacity]{};
    int size = 0;
    int constant_count = 0;
    int result = 0;
    bool possible = true;
};

class double_planner {
public:
    double_plan plan;

    /// Sums that cancel more than `digits` binary digits are left to wide numbers, and exponentials beyond exp(+-limit).
    constexpr double_planner(program_view from, int digits, double limit)
        : source(from), lost_digits(digits), exponent_limit(limit) {
        plan.possible = source.size <= most;
        if (!plan.possible) return;
        for (int i = 0; i < source.size; ++i)
            positions[i] = -1;
        for (int i = 0; i < source.size; ++i)
            find_formulas(i);
    }
    constexpr void make() {
        plan.result = step_for(source.size - 1);
        if (plan.possible && plan.bounds[plan.result].error > allowed) plan.possible = false;
    }

private:
    using kind = direct_step::kind;
    static constexpr int most = 48;
    static constexpr double allowed = 0x1p-28, rounding = 0x1p-53, of_function = 0x1p-49;
    static constexpr double greatest_magnitude = 1000;

    program_view source;
    int lost_digits;
    double exponent_limit;
    short positions[most]{};
    direct_function functions[most]{};
    short arguments[most]{};

    constexpr instruction const& at(int position) const { return source.code[position]; }
    constexpr int fail() {
        plan.possible = false;
        return 0;
    }
    constexpr int step_for(int position) {
        if (!plan.possible) return 0;
        if (positions[position] < 0) positions[position] = static_cast<short>(translate(at(position), position));
        return positions[position];
    }
    static constexpr double greater(double a, double b) { return a < b ? b : a; }
    static constexpr double lesser(double a, double b) { return b < a ? b : a; }

    constexpr int push(direct_step const& step, double_bounds const& bounds) {
        if (!plan.possible) return 0;
        if (plan.size == double_plan::capacity || bounds.greatest > greatest_magnitude ||
            bounds.least < -greatest_magnitude)
            return fail();
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

    /// The formulas of this argument; those of an argument within it count more.
    constexpr void find_formulas(int argument) {
        std::uint64_t hashes[most]{};
        if (at(argument).code == op::constant || at(argument).code == op::select) return;
        hash_formulas(source, argument, hashes);
        for (int i = argument + 1; i < source.size; ++i) {
            if (hashes[i] == 0 || functions[i] != direct_function::none) continue;
            functions[i] = find_formula(hashes[i]);
            arguments[i] = static_cast<short>(argument);
        }
    }

    constexpr int translate(instruction const& step, int position) {
        if (direct_function const found = functions[position]; found != direct_function::none)
            if (double_function const* const known = known_function(found))
                return push_function(*known, step_for(arguments[position]));
        if (step.code == op::select) return push_choice(step);
        int const a = step.operands[0] < 0 ? 0 : step_for(step.operands[0]);
        int const b = step.operands[1] < 0 ? 0 : step_for(step.operands[1]);
        if (!plan.possible) return 0;
        for (double_function const& known : double_functions)
            if (known.code == step.code && step.code != op::user) return push_function(known, a);
        switch (step.code) {
        case op::variable:
        case op::number:
            return push_input(step);
        case op::constant:
            return push_constant(source.constants[step.value]);
        case op::pi:
        case op::e:
            return push_special(step.code);
        case op::negate:
            return push_negative(a);
        case op::abs:
            return push_absolute(a);
        case op::min:
        case op::max:
            return push_extreme(step.code == op::min, a, b);
        case op::clamp:
            return push_extreme(true, push_extreme(false, a, b), step_for(step.operands[2]));
        case op::add:
            return push_sum(kind::add, a, b);
        case op::subtract:
            return push_sum(kind::subtract, a, b);
        case op::multiply:
            return push_product(a, b);
        case op::square:
            return push_product(a, a);
        case op::divide:
            return push_quotient(a, b);
        case op::rsqrt:
            return push_quotient(push_number(1), push_function(function_for(op::sqrt), a));
        case op::log2:
            return push_quotient(push_function(function_for(op::log), a), push_special(op::log2));
        case op::exp2:
            return push_function(function_for(op::exp), push_product(a, push_special(op::log2)));
        case op::expm1_residual:
            return push_sum(kind::subtract, push_function(function_for(op::expm1), a), a);
        case op::tanh_residual:
            return push_tanh_residual(a);
        case op::sinc1:
            return push_quotient(push_sum(kind::subtract, push_function(function_for(op::sinc), a),
                                          push_function(function_for(op::cos), a)),
                                 push_product(a, a));
        case op::logcosh:
            return push_log_of_cosh(a);
        case op::logsumexp2:
            return push_log_of_sum(a, b);
        case op::sign:
            return push_sign(a);
        case op::pow:
            return push_power(a, b, step);
        case op::verbatim:
            return a;
        default:
            return fail();
        }
    }

    static constexpr double_function const& function_for(op code) {
        int i = 0;
        while (double_functions[i].code != code)
            ++i;
        return double_functions[i];
    }
    static constexpr double_function const* known_function(direct_function wanted) {
        for (double_function const& known : double_functions)
            if (known.formula == wanted) return &known;
        return nullptr;
    }

    constexpr int push_input(instruction const& step) {
        bool const is_variable = step.code == op::variable;
        direct_step made = step_of(is_variable ? kind::variable : kind::number);
        made.value = is_variable ? step.value : source.slots[step.value];
        return push(made, {0, is_variable ? 24 : 53, -149, 128, true, true, true});
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
                p.positive || q.positive};
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
        double_bounds bounds{p.error + q.error + rounding, 99, p.least - q.greatest, p.greatest - q.least};
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
                             p.positive || q.positive};
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
    constexpr int push_function(double_function const& known, int a) {
        if (!plan.possible) return 0;
        double_bounds const p = plan.bounds[a];
        bool const is_root = known.kernel == direct_function::sqrt;
        direct_step made = step_of(kind::function, a);
        made.function = known.kernel;
        double const scale = exponent_limit / 230;  // for which the table is
        bool const falls = known.least == -333 || known.greatest == 333;
        made.from = known.from == 0 && !p.negative ? -no_limit : falls ? known.from * scale : known.from;
        made.to = falls ? known.to * scale : known.to;
        if (known.kernel == direct_function::log && p.zero) made.from = 0x1p-1000;
        double_bounds bounds{
            p.error * known.condition + of_function, 99, known.least, known.greatest, true, true, true};
        if (known.least == -333) bounds.least *= scale;
        if (known.greatest == 333) bounds.greatest *= scale;
        double const least = bounds.least;
        if (is_root) {
            bounds.least = p.least / 2 - 1;
            bounds.greatest = p.greatest / 2 + 1;
        } else if (known.code == op::softplus) {
            bounds.greatest = greater(1, p.greatest + 1);
        } else if (known.sign == double_function::of_argument) {
            bounds.least = lesser(least, p.least - 4);
            if (known.code == op::user) bounds.greatest = known.greatest + greater(0, p.greatest);
        }
        if (known.sign == double_function::positive) {
            bounds.negative = false;
            bounds.zero = is_root && p.zero;
            bounds.positive = true;
        } else if (known.sign == double_function::of_argument) {
            bounds.negative = p.negative;
            bounds.zero = p.zero;
            bounds.positive = p.positive;
        }
        if (known.sign == double_function::any && p.error != 0) {
            // Near a zero an error of the argument is one of the value: absolute, of the argument's magnitude.
            if (known.code == op::user) return fail();
            double const magnitude = known.kernel == direct_function::log ? 1 : 0x1p10;
            if (known.kernel != direct_function::log) {
                made.from = -0x1p10;
                made.to = 0x1p10;
            }
            made.watched = static_cast<short>(push_number(1));
            made.lost_digits = static_cast<short>(lost_digits);
            bounds.error = p.error * magnitude * power_of_two(lost_digits) + of_function;
            bounds.least = -lost_digits;
        }
        return push(made, bounds);
    }
    /// a - tanh(a), of zeros the zero itself
    constexpr int push_tanh_residual(int a) {
        int const rest = push_sum(kind::subtract, a, push_function(function_for(op::tanh), a));
        return push_chosen(op::greater, rest, a, push_absolute(a), push_number(0));
    }
    /// |a| + log(1 + exp(-2 |a|)) - log(2)
    constexpr int push_log_of_cosh(int a) {
        int const magnitude = push_absolute(a);
        int const falling = push_function(function_for(op::softplus), push_product(push_number(-2), magnitude));
        return push_sum(kind::subtract, push_sum(kind::add, magnitude, falling), push_special(op::log2));
    }
    /// max(a, b) + log(1 + exp(-|a - b|))
    constexpr int push_log_of_sum(int a, int b) {
        int const apart = push_negative(push_absolute(push_sum(kind::subtract, a, b)));
        return push_sum(kind::add, push_extreme(false, a, b), push_function(function_for(op::softplus), apart));
    }
    constexpr int push_sign(int a) {
        int const zero = push_number(0);
        return push_chosen(op::greater, push_number(1), push_chosen(op::less, push_number(-1), a, a, zero), a, zero);
    }
    constexpr int push_power(int a, int b, instruction const& step) {
        if (!plan.possible) return 0;
        rational const* const exponent =
            at(step.operands[1]).code == op::constant ? &source.constants[at(step.operands[1]).value] : nullptr;
        rational const doubled = exponent != nullptr ? multiply(*exponent, normalized(2, 1, 0)) : rational{0, 0, 0};
        if (doubled.fits() && doubled.is_integer() && to_int(doubled) <= 16 && to_int(doubled) >= -16) {
            int const twice = to_int(doubled) < 0 ? -to_int(doubled) : to_int(doubled);
            if (twice == 0) return push_number(1);
            int const base = twice % 2 == 0 ? a : push_function(function_for(op::sqrt), a);
            int const count = twice % 2 == 0 ? twice / 2 : twice;
            int result = base;
            for (int i = 1; i < count; ++i)
                result = push_product(result, base);
            return to_int(doubled) < 0 ? push_quotient(push_number(1), result) : result;
        }
        double_bounds const p = plan.bounds[a];
        double_bounds const q = plan.bounds[b];
        if (p.negative || p.zero || q.greatest > 10) return fail();
        direct_step made = step_of(kind::function, a, b);
        made.function = direct_function::pow;
        made.limits_result = true;
        return push(made, {p.error * 1024 + 230 * (0x1p-49 + q.error), 99, -333, 333, false, false, true});
    }
    constexpr int push_chosen(op comparison, int a, int b, int left, int right) {
        if (!plan.possible) return 0;
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
    constexpr int push_choice(instruction const& step) {
        instruction const& condition = at(step.operands[0]);
        if (condition.code < op::less || condition.code > op::greater_equal) return fail();
        // What is compared with an infinity is finite.
        if (at(condition.operands[1]).code == op::constant)
            if (rational const& limit = source.constants[at(condition.operands[1]).value]; limit.exponent > 1024) {
                bool const below = condition.code == op::less || condition.code == op::less_equal;
                return step_for(step.operands[below != limit.is_negative() ? 1 : 2]);
            }
        int left = step_for(condition.operands[0]);
        int right = step_for(condition.operands[1]);
        if (!plan.possible) return 0;
        if (plan.bounds[left].error + plan.bounds[right].error != 0) {
            // A difference that is mostly error is seen as a sum that cancels.
            left = push_sum(kind::subtract, left, right);
            right = push_number(0);
        }
        return push_chosen(condition.code, step_for(step.operands[1]), step_for(step.operands[2]), left, right);
    }
};

/// The plan of a program that loses the least digits in sums, if there is one.
constexpr double_plan make_double_plan(program_view source) {
    for (double const limit : {230, 115})
        for (int const digits : {20, 16, 10, 6}) {
            double_planner planner(source, digits, limit);
            if (planner.plan.possible) planner.make();
            if (planner.plan.possible) return planner.plan;
        }
    double_plan none;
    none.possible = false;
    return none;
}

}  // namespace hillock::detail
