// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

namespace hillock::detail {

// Sums: nested sums are flattened, products with one sum as a factor are multiplied out, equal terms are one with their
// coefficients added; then the rules of identities.hpp are tried on each term until none applies, and the factors that most
// terms share move out again (x y + x z + w = x (y + z) + w), so that the order of making a sum does not show.

/// Adds number * id, multiplied out.
constexpr void normal_forms::add_to(factor_list& list, int id, int number) {
    if (number == number_zero || id == zero) return;
    if (is_constant(id) && id != one) {
        int const folded = multiply_numbers(number, entries[id].value);
        if (folded >= 0) {
            number = folded;
            id = one;
        }
    } else if (code(id) == op::sum && add_scaled_sum(list, id, number)) {
        return;
    } else if (code(id) == op::product && add_distributed(list, id, number)) {
        return;
    }
    int const position = list.find(id);
    if (position >= 0) {
        int const joined = add_numbers(list.items[position].number, number);
        if (joined == number_zero) {
            list.erase(position);
            return;
        }
        if (joined > 0) {
            list.items[position].number = static_cast<short>(joined);
            return;
        }
    }
    list.push(id, number);
}

constexpr int normal_forms::sum(factor_list& list) {
    while (apply_sum_rules(list)) {
    }
    while (list.size > 1 && factor_out(list)) {
    }
    return finish_sum(list);
}

constexpr int normal_forms::add_terms(int a, int b) {
    factor_list list;
    add_to(list, a, number_one);
    add_to(list, b, number_one);
    return sum(list);
}

/// number * id, the number multiplied into the terms of a sum.
constexpr int normal_forms::scaled(int id, int number) {
    factor_list list;
    if (is_constant(id)) {
        add_to(list, id, number);
    } else if (code(id) == op::sum && number != number_zero) {
        list = operands_of(id);
        for (int i = 0; i < list.size; ++i) {
            int const product = multiply_numbers(list.items[i].number, number);
            if (product < 0)
                overflow = true;
            else
                list.items[i].number = static_cast<short>(product);
        }
    } else if (number != number_zero) {
        list.push(id, number);
    }
    return finish_sum(list);
}

constexpr int normal_forms::negated(int id) {
    return scaled(id, number_minus_one);
}

constexpr int normal_forms::scaled(int id, rational const& number) {
    return scaled(id, number_index(number));
}

/// a when the sum is 1 + exp(a), otherwise -1.
constexpr int normal_forms::logistic_denominator(int id) {
    if (!stabilizing || code(id) != op::sum || entries[id].count != 2) return -1;
    factor_list list = operands_of(id);
    int const exponential = code(list.items[0].id) == op::exp ? 0 : 1;
    factor const other = list.items[1 - exponential];
    if (code(list.items[exponential].id) != op::exp || list.items[exponential].number != number_one) return -1;
    if (other.number != number_one || !take_as_one(other.id)) return -1;
    return argument(list.items[exponential].id);
}

/// Whether a term is 1, or a plain number that may be taken to be 1.
constexpr bool normal_forms::take_as_one(int id) {
    if (id == one) return true;
    if (!speculating || code(id) != op::number || entries[id].value >= 64) return false;
    assumed_one |= std::uint64_t{1} << entries[id].value;
    return true;
}

constexpr int normal_forms::finish_sum(factor_list& list) {
    if (list.overflow) overflow = true;
    if (list.size == 0) return zero;
    if (list.size == 1) {
        factor const only = list.items[0];
        if (only.id == one) return constant(only.number);
        if (only.number == number_one) return only.id;
    }
    sort(list);
    return intern(op::sum, -1, list.items, list.size);
}

constexpr bool normal_forms::add_scaled_sum(factor_list& list, int id, int number) {
    auto const parts = entries[id];
    int numbers[factor_list::capacity]{};
    for (int i = 0; i < parts.count; ++i) {
        numbers[i] = multiply_numbers(pool[parts.first + i].number, number);
        if (numbers[i] < 0) return false;
    }
    for (int i = 0; i < parts.count; ++i)
        add_to(list, pool[parts.first + i].id, numbers[i]);
    return true;
}

/// A product with one sum among its factors, multiplied out; false for any other product.
constexpr bool normal_forms::add_distributed(factor_list& list, int id, int number) {
    product_parts others;
    int inner = -1;
    for (int i = 0; i < entries[id].count; ++i) {
        factor const part = operand(id, i);
        if (code(part.id) != op::sum || part.number != number_one) {
            others.bases.push(part.id, part.number);
        } else {
            if (inner >= 0) return false;
            inner = part.id;
        }
    }
    if (inner < 0 || list.size + entries[inner].count > 48) return false;
    for (int i = 0; i < entries[inner].count; ++i) {
        factor const term = operand(inner, i);
        int const scale = multiply_numbers(term.number, number);
        if (scale < 0) return overflow = true;
        product_parts parts = others;
        multiply_into(parts, term.id, number_one);
        add_to(list, product(parts), scale);
    }
    return true;
}

/// x y + x z = x (y + z) for the factor x that most terms share; false when no two share one.
constexpr bool normal_forms::factor_out(factor_list& list) {
    // All bases with the sign of their exponent, how many terms have them, and the exponent nearest to -infinity.
    struct candidate {
        short id, exponent, count;
    };
    candidate candidates[factor_list::capacity]{};
    int size = 0;
    for (factor const& term : list) {
        if (term.id == one) continue;
        for (int i = 0; i < factor_count(term.id); ++i) {
            factor const part = factor_at(term.id, i);
            int place = 0;
            while (place < size &&
                   (candidates[place].id != part.id || !same_direction(candidates[place].exponent, part.number)))
                ++place;
            if (place == factor_list::capacity) continue;
            if (place == size) candidates[size++] = {part.id, part.number, 0};
            ++candidates[place].count;
            if (candidates[place].exponent != part.number &&
                is_less(numbers[part.number], numbers[candidates[place].exponent]))
                candidates[place].exponent = part.number;
        }
    }
    candidate best{-1, 0, 1};
    for (int i = 0; i < size; ++i)
        if (candidates[i].count > best.count ||
            (best.id >= 0 && candidates[i].count == best.count && compare(candidates[i].id, best.id) < 0))
            best = candidates[i];
    if (best.id < 0) return false;
    factor_list shared;
    factor_list rest;
    int const inverse = negate_number(best.exponent);
    for (factor const& term : list) {
        int const exponent = term.id == one ? number_zero : exponent_in(term.id, best.id);
        if (exponent == number_zero || !same_direction(exponent, best.exponent)) {
            rest.push(term.id, term.number);
        } else if (exponent == best.exponent && factor_count(term.id) == 1) {
            add_to(shared, one, term.number);
        } else {
            product_parts parts;
            append_factors(parts.bases, term.id, best.id);
            multiply_into(parts, best.id, add_numbers(exponent, inverse));
            add_to(shared, this->product(parts), term.number);
        }
    }
    product_parts joined;
    multiply_into(joined, best.id, best.exponent);
    multiply_into(joined, sum(shared), number_one);
    int const coefficient = joined.coefficient;
    joined.coefficient = number_one;
    int const product = this->product(joined);
    // Not multiplied out again: this is the form in which it stays.
    if (rest.find(product) >= 0 || is_constant(product) || code(product) == op::sum)
        add_to(rest, product, coefficient);
    else
        rest.push(product, coefficient);
    list = rest;
    return true;
}

constexpr bool normal_forms::same_direction(int exponent, int other) const {
    return exponent != number_zero && numbers[exponent].is_negative() == numbers[other].is_negative();
}

// The factors of a term: of a product its own, of anything else the term itself.
constexpr int normal_forms::factor_count(int id) const {
    return code(id) == op::product ? entries[id].count : 1;
}

constexpr factor normal_forms::factor_at(int id, int i) const {
    return code(id) == op::product ? operand(id, i) : factor{static_cast<short>(id), number_one};
}

constexpr void normal_forms::append_factors(factor_list& list, int id, int except) const {
    for (int i = 0; i < factor_count(id); ++i)
        if (factor const part = factor_at(id, i); part.id != except) list.push(part.id, part.number);
}

constexpr int normal_forms::exponent_in(int id, int base) const {
    for (int i = 0; i < factor_count(id); ++i)
        if (factor const part = factor_at(id, i); part.id == base) return part.number;
    return number_zero;
}

}  // namespace hillock::detail
