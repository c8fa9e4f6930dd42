// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/rules/products.hpp>

namespace hillock::detail {

/// Sums: nested sums are flattened, products with one sum as a factor are multiplied out, equal terms are one with their
/// coefficients added; then the rules of identities.hpp are tried on each term until none applies, and the factors that most
/// terms share move out again (x y + x z + w = x (y + z) + w), so that the order of making a sum does not show.
template <class Forms, int Capacity>
struct sum_forms : product_forms<Forms, Capacity> {
    using base = terms<Capacity>;
    using base::number_one, base::number_zero, base::number_minus_one, base::number_two, base::one, base::zero;

    bool stabilizing = false;
    /// Plain numbers that were taken to be 1 (by position), as in `log(1 + exp(x))`; only where `speculating`.
    bool speculating = false;
    std::uint64_t assumed_one = 0;

    /// Adds number * id, multiplied out.
    constexpr void add_to(factor_list& list, int id, int number) {
        if (number == number_zero || id == zero) return;
        if (this->is_constant(id) && id != one) {
            int const folded = this->multiply_numbers(number, this->entries[id].value);
            if (folded >= 0) {
                number = folded;
                id = one;
            }
        } else if (this->code(id) == op::sum && add_scaled_sum(list, id, number)) {
            return;
        } else if (this->code(id) == op::product && add_distributed(list, id, number)) {
            return;
        }
        int const position = list.find(id);
        if (position >= 0) {
            int const joined = this->add_numbers(list.items[position].number, number);
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

    constexpr int sum(factor_list& list) {
        while (forms().apply_sum_rules(list)) {
        }
        while (list.size > 1 && factor_out(list)) {
        }
        return finish_sum(list);
    }
    constexpr int add_terms(int a, int b) {
        factor_list list;
        add_to(list, a, number_one);
        add_to(list, b, number_one);
        return sum(list);
    }
    /// number * id, the number multiplied into the terms of a sum.
    constexpr int scaled(int id, int number) {
        factor_list list;
        if (this->is_constant(id)) {
            add_to(list, id, number);
        } else if (this->code(id) == op::sum && number != number_zero) {
            list = this->operands_of(id);
            for (int i = 0; i < list.size; ++i) {
                int const product = this->multiply_numbers(list.items[i].number, number);
                if (product < 0)
                    this->overflow = true;
                else
                    list.items[i].number = static_cast<short>(product);
            }
        } else if (number != number_zero) {
            list.push(id, number);
        }
        return finish_sum(list);
    }
    constexpr int negated(int id) { return scaled(id, number_minus_one); }
    constexpr int scaled(int id, rational const& number) { return scaled(id, this->number_index(number)); }

    /// a when the sum is 1 + exp(a), otherwise -1.
    constexpr int logistic_denominator(int id) {
        if (!stabilizing || this->code(id) != op::sum || this->entries[id].count != 2) return -1;
        factor_list list = this->operands_of(id);
        int const exponential = this->code(list.items[0].id) == op::exp ? 0 : 1;
        factor const other = list.items[1 - exponential];
        if (this->code(list.items[exponential].id) != op::exp || list.items[exponential].number != number_one)
            return -1;
        if (other.number != number_one || !take_as_one(other.id)) return -1;
        return this->argument(list.items[exponential].id);
    }
    /// Whether a term is 1, or a plain number that may be taken to be 1.
    constexpr bool take_as_one(int id) {
        if (id == one) return true;
        if (!speculating || this->code(id) != op::number || this->entries[id].value >= 64) return false;
        assumed_one |= std::uint64_t{1} << this->entries[id].value;
        return true;
    }

protected:
    constexpr Forms& forms() { return static_cast<Forms&>(*this); }

    constexpr int finish_sum(factor_list& list) {
        if (list.overflow) this->overflow = true;
        if (list.size == 0) return zero;
        if (list.size == 1) {
            factor const only = list.items[0];
            if (only.id == one) return this->constant(only.number);
            if (only.number == number_one) return only.id;
        }
        this->sort(list);
        return this->intern(op::sum, -1, list.items, list.size);
    }

    constexpr bool add_scaled_sum(factor_list& list, int id, int number) {
        auto const parts = this->entries[id];
        int numbers[factor_list::capacity]{};
        for (int i = 0; i < parts.count; ++i) {
            numbers[i] = this->multiply_numbers(this->pool[parts.first + i].number, number);
            if (numbers[i] < 0) return false;
        }
        for (int i = 0; i < parts.count; ++i)
            add_to(list, this->pool[parts.first + i].id, numbers[i]);
        return true;
    }

    /// A product with one sum among its factors, multiplied out; false for any other product.
    constexpr bool add_distributed(factor_list& list, int id, int number) {
        product_parts others;
        int inner = -1;
        for (int i = 0; i < this->entries[id].count; ++i) {
            factor const part = this->operand(id, i);
            if (this->code(part.id) != op::sum || part.number != number_one) {
                others.bases.push(part.id, part.number);
            } else {
                if (inner >= 0) return false;
                inner = part.id;
            }
        }
        if (inner < 0 || list.size + this->entries[inner].count > 48) return false;
        for (int i = 0; i < this->entries[inner].count; ++i) {
            factor const term = this->operand(inner, i);
            int const scale = this->multiply_numbers(term.number, number);
            if (scale < 0) return this->overflow = true;
            product_parts parts = others;
            this->multiply_into(parts, term.id, number_one);
            add_to(list, this->product(parts), scale);
        }
        return true;
    }

    /// x y + x z = x (y + z) for the factor x that most terms share; false when no two share one.
    constexpr bool factor_out(factor_list& list) {
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
                    is_less(this->numbers[part.number], this->numbers[candidates[place].exponent]))
                    candidates[place].exponent = part.number;
            }
        }
        candidate best{-1, 0, 1};
        for (int i = 0; i < size; ++i)
            if (candidates[i].count > best.count ||
                (best.id >= 0 && candidates[i].count == best.count && this->compare(candidates[i].id, best.id) < 0))
                best = candidates[i];
        if (best.id < 0) return false;
        factor_list shared;
        factor_list rest;
        int const inverse = this->negate_number(best.exponent);
        for (factor const& term : list) {
            int const exponent = term.id == one ? number_zero : exponent_in(term.id, best.id);
            if (exponent == number_zero || !same_direction(exponent, best.exponent)) {
                rest.push(term.id, term.number);
            } else if (exponent == best.exponent && factor_count(term.id) == 1) {
                add_to(shared, one, term.number);
            } else {
                product_parts parts;
                append_factors(parts.bases, term.id, best.id);
                this->multiply_into(parts, best.id, this->add_numbers(exponent, inverse));
                add_to(shared, this->product(parts), term.number);
            }
        }
        product_parts joined;
        this->multiply_into(joined, best.id, best.exponent);
        this->multiply_into(joined, sum(shared), number_one);
        int const coefficient = joined.coefficient;
        joined.coefficient = number_one;
        int const product = this->product(joined);
        // Not multiplied out again: this is the form in which it stays.
        if (rest.find(product) >= 0 || this->is_constant(product) || this->code(product) == op::sum)
            add_to(rest, product, coefficient);
        else
            rest.push(product, coefficient);
        list = rest;
        return true;
    }
    constexpr bool same_direction(int exponent, int other) const {
        return exponent != number_zero && this->numbers[exponent].is_negative() == this->numbers[other].is_negative();
    }
    // The factors of a term: of a product its own, of anything else the term itself.
    constexpr int factor_count(int id) const { return this->code(id) == op::product ? this->entries[id].count : 1; }
    constexpr factor factor_at(int id, int i) const {
        return this->code(id) == op::product ? this->operand(id, i) : factor{static_cast<short>(id), number_one};
    }
    constexpr void append_factors(factor_list& list, int id, int except = -1) const {
        for (int i = 0; i < factor_count(id); ++i)
            if (factor const part = factor_at(id, i); part.id != except) list.push(part.id, part.number);
    }
    constexpr int exponent_in(int id, int base) const {
        for (int i = 0; i < factor_count(id); ++i)
            if (factor const part = factor_at(id, i); part.id == base) return part.number;
        return number_zero;
    }
};

}  // namespace hillock::detail
