// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/symbols/operation.hpp>
#include <hillock/symbols/rational.hpp>

namespace hillock::detail {

/// A term of a sum with its coefficient, or a base of a product with its exponent (the number is an index, see `terms`).
/// Without initialisers, as arrays of it are cheap in constant evaluation only if they are zero.
struct factor {
    short id, number;
};

/// A short list. Its items are left uninitialised: constant evaluation would spend its time on clearing them.
struct factor_list {
    static constexpr int capacity = 64;
    factor items[capacity];
    int size;
    bool overflow;

    constexpr factor_list() : size(0), overflow(false) {}
    constexpr factor_list(factor_list const& other) : size(0), overflow(other.overflow) { append(other); }
    constexpr factor_list& operator=(factor_list const& other) {
        size = 0;
        overflow = other.overflow;
        append(other);
        return *this;
    }

    constexpr void push(int id, int number) {
        if (size == capacity) {
            overflow = true;
        } else {
            items[size].id = static_cast<short>(id);
            items[size].number = static_cast<short>(number);
            ++size;
        }
    }
    constexpr void erase(int position) {
        for (int i = position + 1; i < size; ++i)
            items[i - 1] = items[i];
        --size;
    }
    constexpr int find(int id) const {
        for (int i = 0; i < size; ++i)
            if (items[i].id == id) return i;
        return -1;
    }
    constexpr factor const* begin() const { return items; }
    constexpr factor const* end() const { return items + size; }

private:
    constexpr void append(factor_list const& other) {
        for (int i = 0; i < other.size; ++i)
            push(other.items[i].id, other.items[i].number);
    }
};

/// A store of terms in which equal terms are one: each has an id, and equality is equality of ids.
///
/// A sum is a list of (term, coefficient), a product a list of (base, exponent); a plain number in a sum is the coefficient
/// of the term `one`. All other operations hold a list of operands. Numbers are kept apart, each once, as indices.
struct terms {
    static constexpr int capacity = 8192;
    struct entry {
        op code;
        short value, first, count, next;
    };
    static constexpr int bucket_count = 32;
    static constexpr int zero = 0, one = 1;
    static constexpr int number_zero = 0, number_one = 1, number_minus_one = 2, number_two = 3;

    entry entries[capacity];
    factor pool[capacity * 4];
    rational numbers[capacity];
    text_view names[capacity / 8];
    /// The last term of each hash, and so on by `next`; 0, which is the term `zero` and in no bucket, ends them.
    short buckets[bucket_count]{};
    int size = 2;
    int pool_size = 0;
    int number_count = 4;
    int name_count = 0;
    bool overflow = false;

    constexpr terms() {
        numbers[number_zero] = {0, 1, 0};
        numbers[number_one] = {1, 1, 0};
        numbers[number_minus_one] = {-1, 1, 0};
        numbers[number_two] = {1, 1, 1};
        entries[zero] = {op::constant, number_zero, 0, 0, 0};
        entries[one] = {op::constant, number_one, 0, 0, 0};
    }

    constexpr entry const& operator[](int id) const { return entries[id]; }
    constexpr op code(int id) const { return entries[id].code; }
    constexpr factor operand(int id, int position) const { return pool[entries[id].first + position]; }
    constexpr int argument(int id, int position = 0) const { return operand(id, position).id; }

    /// The id of a term, made when it is new.
    constexpr int intern(op code, int value, factor const* operands, int count) {
        unsigned hash = static_cast<unsigned>(code) * 31u + static_cast<unsigned>(value + 1) * 7u;
        for (int i = 0; i < count; ++i)
            hash = hash * 33u + static_cast<unsigned>(operands[i].id) * 5u + static_cast<unsigned>(operands[i].number);
        short& bucket = buckets[hash % bucket_count];
        for (int i = bucket; i != zero; i = entries[i].next)
            if (entries[i].code == code && entries[i].value == value && same_operands(i, operands, count)) return i;
        if (size == capacity || pool_size + count > capacity * 4) {
            overflow = true;
            return zero;
        }
        entries[size] = {code, static_cast<short>(value), static_cast<short>(pool_size), static_cast<short>(count),
                         bucket};
        for (int i = 0; i < count; ++i) {
            pool[pool_size].id = operands[i].id;
            pool[pool_size++].number = operands[i].number;
        }
        bucket = static_cast<short>(size);
        return size++;
    }
    constexpr int constant(int number) {
        return number <= number_one ? number : intern(op::constant, number, nullptr, 0);  // zero and one
    }
    constexpr int constant(rational const& value) { return constant(number_index(value)); }
    constexpr int leaf(op code, int value = -1) { return intern(code, value, nullptr, 0); }
    constexpr int variable(text_view name) {
        int index = 0;
        while (index < name_count && names[index] != name)
            ++index;
        if (index == name_count) {
            if (name_count == capacity / 8)
                overflow = true;
            else
                names[name_count++] = name;
        }
        return leaf(op::variable, index);
    }

    // Numbers by index; 0, 1 and -1 are so common that they are told apart without arithmetic.
    constexpr int number_index(rational const& value) {
        for (int i = 0; i < number_count; ++i)
            if (numbers[i].numerator == value.numerator && numbers[i].denominator == value.denominator &&
                numbers[i].exponent == value.exponent)
                return i;
        if (number_count == capacity) {
            overflow = true;
            return 0;
        }
        numbers[number_count] = value;
        return number_count++;
    }
    /// The product of two numbers, or -1 when it does not fit.
    constexpr int multiply_numbers(int a, int b) {
        if (a == number_one) return b;
        if (b == number_one) return a;
        rational const result = multiply(numbers[a], numbers[b]);
        return result.fits() ? number_index(result) : -1;
    }
    constexpr int add_numbers(int a, int b) {
        if (a == number_zero) return b;
        if (b == number_zero) return a;
        rational const result = add(numbers[a], numbers[b]);
        return result.fits() ? number_index(result) : -1;
    }
    constexpr int negate_number(int a) {
        return a == number_one         ? number_minus_one
               : a == number_minus_one ? number_one
                                       : number_index(negate(numbers[a]));
    }
    constexpr rational const& number_of(int constant_id) const { return numbers[entries[constant_id].value]; }
    constexpr bool is_constant(int id) const { return entries[id].code == op::constant; }

    /// An order of terms that does not depend on how they were made: -1, 0 or 1.
    constexpr int compare(int a, int b) const {
        if (a == b) return 0;
        entry const& left = entries[a];
        entry const& right = entries[b];
        if (left.code != right.code) return rank(left.code) < rank(right.code) ? -1 : 1;
        if (left.code == op::constant) return is_less(numbers[left.value], numbers[right.value]) ? -1 : 1;
        if (left.code == op::variable) return names[left.value] < names[right.value] ? -1 : 1;
        if (left.value != right.value) return left.value < right.value ? -1 : 1;
        int const shared = left.count < right.count ? left.count : right.count;
        for (int i = 0; i < shared; ++i)
            if (int const order = compare(operand(a, i).id, operand(b, i).id); order != 0) return order;
        if (left.count != right.count) return left.count < right.count ? -1 : 1;
        for (int i = 0; i < shared; ++i)
            if (operand(a, i).number != operand(b, i).number)
                return is_less(numbers[operand(a, i).number], numbers[operand(b, i).number]) ? -1 : 1;
        return 0;
    }
    constexpr void sort(factor_list& list) const {
        for (int i = 1; i < list.size; ++i)
            for (int j = i; j > 0 && compare(list.items[j].id, list.items[j - 1].id) < 0; --j) {
                factor const swapped = list.items[j];
                list.items[j] = list.items[j - 1];
                list.items[j - 1] = swapped;
            }
    }
    constexpr factor_list operands_of(int id) const {
        factor_list list;
        for (int i = 0; i < entries[id].count; ++i)
            list.push(operand(id, i).id, operand(id, i).number);
        return list;
    }

private:
    static constexpr int rank(op code) {
        return code == op::sum ? 1000 : code == op::product ? 100 : static_cast<int>(code);
    }
    constexpr bool same_operands(int id, factor const* operands, int count) const {
        if (entries[id].count != count) return false;
        for (int i = 0; i < count; ++i)
            if (pool[entries[id].first + i].id != operands[i].id ||
                pool[entries[id].first + i].number != operands[i].number)
                return false;
        return true;
    }
};

}  // namespace hillock::detail
