// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

namespace hillock::detail {

// The normal form of every operation: what `simplify` and `stabilize` make of a term.

/// A function, condition or choice of terms in normal form.
constexpr int normal_forms::call(op code, int a, int b, int c) {
    switch (code) {
    case op::select:
        return choice(a, b, c);
    case op::less:
    case op::less_equal:
        return comparison(code, a, b);
    case op::greater:
        return comparison(op::less, b, a);
    case op::greater_equal:
        return comparison(op::less_equal, b, a);
    case op::logical_not:
        return a == one ? zero : a == zero ? one : plain(code, a);
    case op::logical_and:
        return a == zero || b == zero ? zero : a == one || a == b ? b : b == one ? a : plain(code, a, b);
    case op::logical_or:
        return a == one || b == one ? one : a == zero || a == b ? b : b == zero ? a : plain(code, a, b);
    case op::min:
    case op::max:
        return extreme(code, a, b);
    case op::clamp:
        if (is_constant(a) && is_constant(b) && is_constant(c)) return extreme(op::min, extreme(op::max, a, b), c);
        return plain(code, a, b, c);
    case op::pow:
        return general_power(a, b);
    case op::sqrt:
        return power(a, half);
    case op::rsqrt:
        return power(a, {-1, 1, -1});
    case op::square:
        return power(a, number_two);
    case op::logsumexp2:
        return compare(b, a) < 0 ? plain(code, b, a) : plain(code, a, b);
    case op::atan2:
        return plain(code, a, b);
    default:
        return function(code, a);
    }
}

/// A node as it is, with no rule applied.
constexpr int normal_forms::plain(op code, int a, int b, int c, int value) {
    factor const operands[3] = {{static_cast<short>(a), 0}, {static_cast<short>(b), 0}, {static_cast<short>(c), 0}};
    return intern(code, value, operands, c >= 0 ? 3 : b >= 0 ? 2 : 1);
}

constexpr int normal_forms::function(op code, int a) {
    if (int const place = fact_of(code); place >= 0) {
        function_fact const& fact = function_facts[place];
        if (fact.value.fits() && a == (fact.at == 0 ? zero : one)) return constant(fact.value);
        if (fact.parity != function_fact::neither && leads_negative(a)) {
            int const mirrored = function(code, negated(a));
            return fact.parity == function_fact::even ? mirrored : negated(mirrored);
        }
    }
    switch (code) {
    case op::exp:
        if (this->code(a) == op::log) return plain(code, a);
        if (stabilizing && this->code(a) == op::sum && entries[a].count == 1 &&
            operand(a, 0).number == number_minus_one && this->code(operand(a, 0).id) == op::softplus)
            return function(op::logistic, negated(argument(operand(a, 0).id)));  // exp(-softplus(a))
        break;
    case op::log:
        if (this->code(a) == op::exp) return argument(a);
        if (this->code(a) == op::e) return one;
        if (stabilizing)
            if (int const stable = stable_log(a); stable >= 0) return stable;
        break;
    case op::log1p:
        if (stabilizing && this->code(a) == op::exp) return function(op::softplus, argument(a));
        break;
    case op::abs:
        if (is_constant(a)) return a;  // its sign is gone above
        if (is_nonnegative(a)) return a;
        break;
    case op::sign:
        if (is_constant(a)) return one;
        break;
    case op::floor:
    case op::round:
        if (is_constant(a) && number_of(a).is_integer()) return a;
        break;
    case op::tanh:
        if (stabilizing && this->code(a) == op::softplus) return plain(op::tanh_softplus, argument(a));
        break;
    case op::erfc:
        if (stabilizing)
            if (int const cdf = as_normal_cdf(a); cdf >= 0) return cdf;
        break;
    default:
        break;
    }
    return plain(code, a);
}

/// log of 1 + exp(a), of exp(a) + exp(b), of 1 + a, of sigmoid(a) and of cosh(a); -1 for anything else.
constexpr int normal_forms::stable_log(int a) {
    if (code(a) == op::cosh) return function(op::logcosh, argument(a));
    if (code(a) == op::logistic) return negated(function(op::softplus, negated(argument(a))));
    if (code(a) != op::sum) return -1;
    if (int const inner = logistic_denominator(a); inner >= 0) return function(op::softplus, inner);
    factor_list list = operands_of(a);
    if (list.size == 2 && code(list.items[0].id) == op::exp && code(list.items[1].id) == op::exp &&
        list.items[0].number == number_one && list.items[1].number == number_one)
        return call(op::logsumexp2, argument(list.items[0].id), argument(list.items[1].id));
    for (int i = 0; i < list.size; ++i)
        if (list.size > 1 && list.items[i].number == number_one && take_as_one(list.items[i].id)) {
            list.erase(i);
            return function(op::log1p, sum(list));
        }
    return -1;
}

/// erfc(-a / sqrt(2)) = 2 normal_cdf(a); -1 when the argument has no factor 1 / sqrt(2).
constexpr int normal_forms::as_normal_cdf(int argument) {
    int const two_id = constant(number_two);
    int term = argument;
    if (code(term) == op::sum && entries[term].count == 1) term = operand(term, 0).id;
    if (code(term) != op::product) return -1;
    for (int i = 0; i < entries[term].count; ++i) {
        factor const part = operand(term, i);
        if (part.id != two_id) continue;
        int const cdf = function(op::normal_cdf, negated(multiply_terms(argument, power(two_id, half))));
        return scaled(cdf, number_two);
    }
    return -1;
}

constexpr int normal_forms::general_power(int a, int b) {
    if (is_constant(b)) {
        rational const& exponent = number_of(b);
        if (bit_count(exponent.numerator) < 24 && bit_count(exponent.denominator) < 24 && exponent.exponent > -16 &&
            exponent.exponent < 16)
            return power(a, entries[b].value);
    }
    if (a == one) return one;
    return plain(op::pow, a, b);
}

constexpr int normal_forms::extreme(op code, int a, int b) {
    if (a == b) return a;
    if (is_constant(a) && is_constant(b)) return is_less(number_of(a), number_of(b)) == (code == op::min) ? a : b;
    return compare(b, a) < 0 ? plain(code, b, a) : plain(code, a, b);
}

constexpr int normal_forms::comparison(op code, int a, int b) {
    if (a == b) return code == op::less_equal ? one : zero;
    if (is_constant(a) && is_constant(b)) return is_less(number_of(a), number_of(b)) ? one : zero;
    return plain(code, a, b);
}

constexpr int normal_forms::choice(int condition, int a, int b) {
    if (code(a) == op::select && argument(a) == condition) a = argument(a, 1);
    if (code(b) == op::select && argument(b) == condition) b = argument(b, 2);
    if (a == b || condition == one) return a;
    if (condition == zero) return b;
    if (code(condition) == op::logical_not) return plain(op::select, argument(condition), b, a);
    return plain(op::select, condition, a, b);
}

/// Whether the term reads with a minus in front: then an odd or even function is applied to its opposite.
constexpr bool normal_forms::leads_negative(int id) const {
    if (is_constant(id)) return number_of(id).is_negative();
    return code(id) == op::sum && numbers[operand(id, 0).number].is_negative();
}

constexpr bool normal_forms::is_nonnegative(int id) const {
    switch (code(id)) {
    case op::constant:
        return !number_of(id).is_negative();
    case op::abs:
    case op::exp:
    case op::exp2:
    case op::cosh:
    case op::sech_square:
    case op::logistic:
    case op::softplus:
    case op::erfc:
    case op::normal_cdf:
    case op::normal_pdf:
        return true;
    case op::sum:
        for (int i = 0; i < entries[id].count; ++i)
            if (numbers[operand(id, i).number].is_negative() || !is_nonnegative(operand(id, i).id)) return false;
        return true;
    case op::product:
        for (int i = 0; i < entries[id].count; ++i) {
            rational const& exponent = numbers[operand(id, i).number];
            if (to_int(exponent, 1) % 2 != 0 && exponent.is_integer() && !is_nonnegative(operand(id, i).id))
                return false;
        }
        return true;
    default:
        return false;
    }
}

}  // namespace hillock::detail
