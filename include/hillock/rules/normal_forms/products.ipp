// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

namespace hillock::detail {

// Products: constants are folded into one coefficient, equal bases are one with their exponents added, exponentials are
// joined, and what a base holds as a factor (2x + 2 = 2 (x + 1)) moves out.

constexpr int normal_forms::product(product_parts parts) {
    apply_rules(parts);
    if (parts.coefficient == number_zero) return zero;
    factor_list& list = parts.bases;
    if (list.overflow) overflow = true;
    if (list.size == 0) return constant(parts.coefficient);
    int result = list.items[0].id;
    if (list.size > 1 || list.items[0].number != number_one) {
        sort(list);
        result = intern(op::product, -1, list.items, list.size);
    }
    return parts.coefficient == number_one ? result : scaled(result, parts.coefficient);
}

constexpr int normal_forms::multiply_terms(int a, int b) {
    product_parts parts;
    multiply_into(parts, a, number_one);
    multiply_into(parts, b, number_one);
    return product(parts);
}

constexpr int normal_forms::power(int id, int exponent) {
    if (exponent == number_one) return id;
    product_parts parts;
    multiply_into(parts, id, exponent);
    return product(parts);
}

constexpr int normal_forms::power(int id, rational const& exponent) {
    return power(id, number_index(exponent));
}

constexpr int normal_forms::divide_terms(int a, int b) {
    return multiply_terms(a, power(b, number_minus_one));
}

/// Multiplies by id^exponent.
constexpr void normal_forms::multiply_into(product_parts& parts, int id, int exponent) {
    if (exponent == number_zero || id == one) return;
    rational const power = numbers[exponent];
    if (id == zero && power.is_negative()) {  // a pole, to whatever power
        if (parts.bases.find(zero) < 0) parts.bases.push(zero, number_minus_one);
        return;
    }
    int const whole = to_int(power);
    switch (code(id)) {
    case op::constant: {
        rational folded = unrepresentable;
        if (whole != 0 && (whole > 0 || id != zero)) {
            folded = integer_power(number_of(id), whole);
        } else if (power.denominator == 1 && power.exponent == -1) {
            rational const root = exact_root(number_of(id));
            if (root.fits() && !root.is_zero()) folded = integer_power(root, static_cast<int>(power.numerator));
        }
        if (folded.fits()) {
            int const coefficient = multiply_numbers(parts.coefficient, number_index(folded));
            if (coefficient >= 0) {
                parts.coefficient = coefficient;
                return;
            }
        }
        break;
    }
    case op::sum: {
        int const content = content_of(id, whole != 0);
        if (content != number_one) {
            multiply_into(parts, constant(content), exponent);
            int const inverse = number_index(reciprocal(numbers[content]));
            multiply_into(parts, scaled(id, inverse), exponent);
            return;
        }
        if (whole < 0) {
            if (int const argument = logistic_denominator(id); argument >= 0) {
                multiply_into(parts, call(op::logistic, negated(argument)), negate_number(exponent));
                return;
            }
        }
        break;
    }
    case op::product: {
        auto const inner = entries[id];
        factor const first = pool[inner.first];
        bool const even = inner.count == 1 && to_int(numbers[first.number], 1) % 2 == 0;
        bool const monotone = inner.count == 1 && !even;
        if (whole == 0 && !monotone && !even) break;
        for (int i = 0; i < inner.count; ++i) {
            factor const part = pool[inner.first + i];
            int const joined = multiply_numbers(part.number, exponent);
            if (joined < 0)
                overflow = true;
            else
                multiply_into(parts, whole == 0 && even ? call(op::abs, part.id) : part.id, joined);
        }
        return;
    }
    default:
        break;
    }
    int const position = parts.bases.find(id);
    if (position < 0) {
        parts.bases.push(id, exponent);
        return;
    }
    int const joined = add_numbers(parts.bases.items[position].number, exponent);
    if (joined < 0) {
        parts.bases.push(id, exponent);
        return;
    }
    parts.bases.erase(position);
    // Again from the start: x^(1/2) twice is x, whose own factors then count.
    multiply_into(parts, id, joined);
}

/// What moves out of a sum among the factors of a product, so that sums in proportion become the same: the greatest
/// common divisor where the coefficients are then small whole numbers (x / 3 + 1 / 2 = (2 x + 3) / 6), else the first
/// one (0.044715 x^3 + x stays as it is). With the first one's sign when `with_sign`.
constexpr int normal_forms::content_of(int sum, bool with_sign) {
    auto const parts = entries[sum];
    rational const first = numbers[pool[parts.first].number];
    rational common = first.is_negative() ? negate(first) : first;
    rational const leading = common;
    bool small = true;
    // 1 next to whole numbers, by far the most frequent case.
    bool unit = false;
    bool whole_numbers = true;
    for (int i = 0; i < parts.count; ++i) {
        int const number = pool[parts.first + i].number;
        unit = unit || number == number_one || number == number_minus_one;
        whole_numbers = whole_numbers && (number == number_one || number == number_minus_one || number == number_two);
    }
    if (unit && whole_numbers) return with_sign && first.is_negative() ? number_minus_one : number_one;
    for (int i = 1; i < parts.count && small; ++i) {
        rational const& other = numbers[pool[parts.first + i].number];
        int128 const divisor = greatest_common_divisor(common.denominator, other.denominator);
        small = bit_count(common.denominator) + bit_count(other.denominator / divisor) <= 62;
        if (!small) break;
        common = {greatest_common_divisor(common.numerator, other.numerator),
                  common.denominator * (other.denominator / divisor),
                  common.exponent < other.exponent ? common.exponent : other.exponent};
    }
    for (int i = 0; i < parts.count && small; ++i) {
        rational const whole = multiply(numbers[pool[parts.first + i].number], reciprocal(common));
        small = whole.fits() && bit_count(whole.numerator) + whole.exponent <= 10;
    }
    if (!small) common = leading;
    if (!with_sign && parts.count > 1 && !exact_root(common).fits()) return number_one;
    if (!with_sign && parts.count == 1 && first.is_negative()) return number_one;
    return number_index(with_sign && first.is_negative() ? negate(common) : common);
}

}  // namespace hillock::detail
