// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/formulas.hpp>

namespace hillock::detail {

/// A step of a direct plan. A choice compares operands 2 and 3, and takes operand 0 if that holds, else operand 1.
struct direct_step {
    enum class kind : unsigned char {
        variable,
        number,
        constant,
        function,
        add,
        subtract,
        multiply,
        /// operand 0 times operand 1 plus or minus operand 2, rounded once; `value` says which is negated: 1 the product,
        /// 2 the addend.
        fused,
        /// By how much operand 2, a product rounded, is more than operand 0 times operand 1; with `value` 1 the product is
        /// negated.
        excess,
        divide,
        negate,
        absolute,
        minimum,
        maximum,
        choose
    };
    kind does;
    /// Of operand 0; of a product that was rounded, operand 1 is the excess of that.
    direct_function function;
    op comparison;
    short operands[4];
    /// Which variable, plain number or constant.
    short value;
    /// Of a product with an input: the operand that was computed, and the argument of the function in it; otherwise -1.
    short computed = -1, argument = -1;
    // Of floats that are computed in double (double_plan.hpp):
    /// The arguments between which a function is used; beyond them, and where a result is watched, wide numbers serve.
    double from = -no_limit, to = no_limit;
    /// A value that this one may be less than by so many binary digits, but no more.
    short watched = -1, lost_digits = 0;
    /// A power, which has its limits in the result.
    bool limits_result = false;
    /// A quotient, by what may be 0 or, in a direct plan, infinite.
    bool may_be_infinite = false;

    static constexpr double no_limit = 0x1p1000;
};

/// Whether two steps give the same value.
constexpr bool same_step(direct_step const& a, direct_step const& b) {
    bool operands = true;
    for (int i = 0; i < 4; ++i)
        operands = operands && a.operands[i] == b.operands[i];
    return operands && a.does == b.does && a.function == b.function && a.value == b.value && a.watched == b.watched &&
           a.lost_digits == b.lost_digits && (a.does != direct_step::kind::choose || a.comparison == b.comparison);
}

/// How an expression is computed in the type of its values itself, where that keeps within 2 ULP: by functions with a
/// direct kernel (formulas.hpp), products, sums that cannot cancel what was rounded, and choices between inputs.
struct direct_plan {
    static constexpr int capacity = 24;
    direct_step steps[capacity]{};
    /// In quarters of an ULP. What a product with, or a sum of, independent inputs adds is not counted: there a value is
    /// what storing the operand would make it.
    int errors[capacity]{};
    rational constants[capacity]{};
    int size = 0;
    int constant_count = 0;
    int result = 0;
    bool possible = true;

    /// Whether it is a function that knows its limits.
    constexpr bool is_one_function() const {
        return possible && size == 2 && steps[1].does == direct_step::kind::function && !has_limit(steps[1].function);
    }
    constexpr int push(direct_step const& added, int error) {
        if (size == capacity) {
            possible = false;
            return 0;
        }
        steps[size] = added;
        errors[size] = error;
        return size++;
    }
};

}  // namespace hillock::detail
