// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// One call of hk::apply: its operands are laid out in memory, the call is made, and all of the memory is compared.
#pragma once

#include <fuzz/memory.hpp>
#include <fuzz/numbers.hpp>
#include <fuzz/operand.hpp>

#include <hillock/hillock.hpp>

#include <fuzzer/FuzzedDataProvider.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <functional>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>

namespace fuzz {

using choices = FuzzedDataProvider;

inline std::size_t up_to(choices& choose, std::size_t most) {
    return choose.ConsumeIntegralInRange<std::size_t>(0, most);
}
inline bool once_in(choices& choose, std::size_t many) {
    return up_to(choose, many - 1) == 1;
}

// The sets that the machine has, from the lowest.
inline int instruction_set_count() {
    return static_cast<int>(hillock::detail::detect_isa());
}
inline void use_instruction_set(int number) {
    hillock::detail::remembered_isa = number + 1;
}

template <class T>
class call {
public:
    explicit call(choices& from) : choose(from) {}

    std::size_t add(operand const& one) {
        operands.push_back(one);
        return operands.size() - 1;
    }
    // An operand where there is nothing yet, or that is another one's memory, or next to it, or partly both.
    std::size_t add_somewhere(operand one) {
        one.region = operands.size();
        one.is_null = one.kind != kind::sum && once_in(choose, 48);  // a number is never null
        one.offset = 0;
        std::size_t const way = up_to(choose, 11);
        if (!operands.empty() && way >= 6) {
            operand const& other = operands[up_to(choose, operands.size() - 1)];
            auto const size = static_cast<std::ptrdiff_t>(one.size),
                       other_size = static_cast<std::ptrdiff_t>(other.size);
            one.region = other.region;
            one.offset = other.offset;
            if (way == 7) one.offset += static_cast<std::ptrdiff_t>(other.columns);  // beside its first row
            if (way == 8) one.offset += other_size;
            if (way == 9) one.offset -= size;
            if (way == 10) one.offset += choose.ConsumeIntegralInRange<std::ptrdiff_t>(-size, other_size);
            if (way == 11) one.offset += choose.ConsumeIntegralInRange<std::ptrdiff_t>(-20, 20);
        }
        return add(one);
    }

    T* data(std::size_t number) const {
        operand const& one = operands[number];
        return one.is_null ? nullptr : places[one.region].origin + one.offset;
    }
    operand const& operator[](std::size_t number) const { return operands[number]; }
    std::span<T> array(std::size_t number) const { return {data(number), operands[number].size}; }
    std::span<T const> input(std::size_t number) const { return array(number); }
    auto matrix(std::size_t number) const {
        operand const& one = operands[number];
        return hillock::matrix(array(number), one.rows, one.columns, one.leading_dimension);
    }
    auto input_matrix(std::size_t number) const {
        operand const& one = operands[number];
        return hillock::matrix(input(number), one.rows, one.columns, one.leading_dimension);
    }

    // What an input held before the call.
    T before(std::size_t number, std::size_t row, std::size_t column) const {
        operand const& one = operands[number];
        place const& in = places[one.region];
        return in.before[in.index(one.offset) + row * one.leading_dimension + column];
    }
    // What an output has to hold.
    void expect(std::size_t number, std::size_t row, std::size_t column, T expected) {
        operand const& one = operands[number];
        place& in = places[one.region];
        std::size_t const index = in.index(one.offset) + row * one.leading_dimension + column;
        if (!same(in.memory[index], expected))
            fail("operand " + std::to_string(number) + " at " + std::to_string(row) + ", " + std::to_string(column) +
                 " is " + shown(in.memory[index]) + " and should be " + shown(expected));
        in.expected[index] = in.memory[index];
    }
    template <class V>
    void expect_sum(std::size_t number, std::vector<V> const& values) {
        T const sum = *data(number);
        if (!can_be_sum(sum, values)) fail(shown(sum) + " is not the sum");
        expect(number, 0, 0, sum);
    }

    // Calls apply, and compares with what the rules say; `outputs` expects all elements of all outputs. With a sum in it, once
    // more with another instruction set. Whether the call was accepted.
    bool run(std::function<void()> const& apply, std::function<void()> const& outputs, double const* sum = nullptr) {
        lay_out();
        char const* const reason = refusal(operands);
        int const count = instruction_set_count(), number = choose.ConsumeIntegralInRange(0, count - 1);
        run_on(number, reason, apply);
        if (reason == nullptr) outputs();
        compare();
        meet(reason != nullptr ? reason : "accepted");
        meet(std::string(sizeof(T) == 4 ? "float, " : "double, ") + std::string(hillock::instruction_set()));
        if (reason != nullptr) return false;
        meet_operands();
        if (sum == nullptr) return true;
        double const first = *sum;
        restore();
        run_on((number + 1) % count, reason, apply);
        outputs();
        compare();
        if (!same(*sum, first)) fail("sums on two instruction sets: " + shown(*sum) + " and " + shown(first));
        return true;
    }

private:
    struct place {
        T *origin = nullptr, *memory = nullptr;
        std::vector<T> before, expected;
        std::size_t index(std::ptrdiff_t offset) const { return static_cast<std::size_t>(origin + offset - memory); }
    };
    choices& choose;
    std::vector<operand> operands;
    std::vector<place> places;

    static std::string shown(double v) {
        char text[80];
        std::snprintf(text, sizeof text, "%a (%.9g)", v, v);
        return text;
    }

    void lay_out() {
        places.resize(operands.size());
        for (std::size_t region = 0; region < operands.size(); ++region) {
            std::ptrdiff_t first = 0, last = 0;
            for (operand const& one : operands)
                if (one.region == region) {
                    first = std::min(first, one.offset);
                    last = std::max(last, one.offset + static_cast<std::ptrdiff_t>(one.size));
                }
            // Before or behind it are some numbers more, so that operands begin at any distance from an alignment.
            std::size_t const beside = 16 + up_to(choose, 15), used = static_cast<std::size_t>(last - first);
            bool const at_end = choose.ConsumeBool();
            place& in = places[region];
            in.memory = region_number(region).take<T>(used + beside, at_end);
            in.origin = in.memory + (at_end ? beside : 0) - first;
            in.before.resize(used + beside);
            bool const is_finite = choose.ConsumeBool();
            std::size_t const end = is_finite ? finite_count : all_count;
            std::size_t number = up_to(choose, 255);
            for (T& value : in.before) {
                value = numbers<T>()[number];
                if (++number == end) number = 0;
            }
        }
        restore();
    }
    void restore() {
        for (place& in : places) {
            std::copy(in.before.begin(), in.before.end(), in.memory);
            in.expected = in.before;
        }
    }
    // Padding and what lies beside the operands is not to be read either.
    void forbid_what_is_no_operand() {
        for (place const& in : places)
            __asan_poison_memory_region(in.memory, in.before.size() * sizeof(T));
        for (operand const& one : operands)
            for (std::size_t row = 0; row < one.rows && one.columns > 0; ++row)
                __asan_unpoison_memory_region(places[one.region].origin + one.offset +
                                                  static_cast<std::ptrdiff_t>(row * one.leading_dimension),
                                              one.columns * sizeof(T));
    }
    void run_on(int number, char const* reason, std::function<void()> const& apply) {
        if (reason == nullptr) forbid_what_is_no_operand();
        use_instruction_set(number);
        std::optional<std::string> refused;
        try {
            apply();
        } catch (std::invalid_argument const& error) {
            refused = error.what();
        }
        for (place const& in : places)
            __asan_unpoison_memory_region(in.memory, in.before.size() * sizeof(T));
        if (refused && reason == nullptr) fail("refused without a reason: " + *refused);
        if (!refused && reason != nullptr) fail(std::string("not refused, but ") + reason);
        if (refused && !refused->starts_with("hillock::apply: ")) fail(*refused);
    }
    // All but the outputs is what it was, bit by bit; the outputs have been compared.
    void compare() const {
        for (place const& in : places)
            if (std::memcmp(in.memory, in.expected.data(), in.expected.size() * sizeof(T)) != 0)
                fail("memory was written that is no output's, or by a call that was refused");
    }
    void meet_operands() const {
        std::size_t elements = 0;
        for (operand const& one : operands) {
            if (are_whole(one)) elements = one.rows * one.columns;
            if (one.is_output && one.rows > 1 && one.leading_dimension > one.columns) meet("padding");
            for (operand const& other : operands)
                if (&one != &other && one.is_output && one.region == other.region) {
                    meet(are_the_same(one, other) ? "in place" : "side by side");
                    if (one.offset < other.offset && other.offset < one.offset + extent(one) &&
                        !are_the_same(one, other))
                        meet("between the rows of an output");
                }
        }
        if (elements == 0) meet("no elements");
        std::size_t const bytes = elements * sizeof(T);
        if (bytes > 65'536) meet("beyond 64 KiB");
        if (bytes >= hillock::detail::far_bytes) meet("beyond the nearer caches");
    }
};

inline void expect_classes(std::initializer_list<char const*> names) {
    for (char const* const name :
         {"accepted", "in place", "side by side", "no elements", "beyond 64 KiB", "beyond the nearer caches",
          "refused: null with a size", "refused: sizes that differ", "refused: outputs that overlap",
          "refused: an input that overlaps"})
        classes[name] = 0;
    for (char const* const name : names)
        classes[name] = 0;
    for (int number = 0; number < instruction_set_count(); ++number) {
        use_instruction_set(number);
        for (char const* const type : {"float, ", "double, "})
            classes[type + std::string(hillock::instruction_set())] = 0;
    }
}

}  // namespace fuzz
