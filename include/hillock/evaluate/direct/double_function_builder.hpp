// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/double_builder.hpp>

namespace hillock::detail {

/// Adds functions of the table to a plan in double, with what they make of what is known of their arguments.
class double_function_builder : public double_builder {
protected:
    using double_builder::double_builder;

    static constexpr double_function const& function_for(op code) {
        int i = 0;
        while (double_functions[i].code != code)
            ++i;
        return double_functions[i];
    }
    /// Its place in the table, or -1. (With -fsanitize=undefined, g++ 12 compares no pointer into a table with null.)
    static constexpr int place_of(direct_function wanted) {
        int i = 0;
        for (double_function const& known : double_functions) {
            if (known.formula == wanted) return i;
            ++i;
        }
        return -1;
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
        bool const is_deep = falls_on && known.least == -333;
        if (is_deep) {
            made.from = -no_limit;
            if (known.greatest != 333) made.to = no_limit;
        }
        if (known.kernel == direct_function::log && p.zero) made.from = 0x1p-1000;
        double_bounds bounds{p.error * known.condition * (is_deep ? 4 : 1) + known.error,
                             99,
                             known.least,
                             known.greatest,
                             true,
                             true,
                             true,
                             dust_after(known, p)};
        if (known.least == -333) bounds.least = is_deep ? least_magnitude : bounds.least * scale;
        if (known.greatest == 333) bounds.greatest *= scale;
        if (falls && known.to > 0 && !p.positive) {
            made.to = no_limit;
            if (known.kernel == direct_function::moderate_exp) bounds.greatest = 0;
        }
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
        bool const is_residual = known.code == op::expm1_residual;  // about x^2 / 2 next to 0
        if (is_residual) bounds.least = lesser(least, 2 * p.least - 4);
        if (known.sign == double_function::positive) {
            bounds.negative = false;
            bounds.zero = (is_root || is_residual) && p.zero;
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
            bounds.error = p.error * magnitude * power_of_two(lost_digits) + known.error;
            bounds.least = -lost_digits;
        }
        return push(made, bounds);
    }
    /// What comes of the dust in an argument, and of a value below e^-700: functions fall no faster than exp, and grow no
    /// faster, where they are used, but for the logarithm and the root.
    constexpr double dust_after(double_function const& known, double_bounds const& p) {
        double const grows = known.sign == double_function::of_argument ? greater(0, p.greatest) : 0;
        double const dust = falls_on && known.least == -333 ? grows + least_magnitude : p.no_dust;
        if (!p.has_dust()) return dust;
        if (known.kernel == direct_function::log) plan.possible = false;
        double const arrives = known.kernel == direct_function::sqrt ? p.dust / 2 : p.dust + 3;
        return greater(dust, arrives + (known.greatest == 333 ? 333 : 0));
    }
};

}  // namespace hillock::detail
