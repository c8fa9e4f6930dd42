// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/expression/node.hpp>

#include <bit>
#include <cstdint>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

/// An expression as data, by nothing of the library but the expression's type.
namespace laws {

namespace hk = hillock;
using hillock::op;

/// A step of an expression that was read from its type; operands come first, equal ones once.
struct step {
    op code;
    std::vector<int> operands{};
    hk::rational constant{};
    std::string_view name{};
    double number = 0;
};
using tape = std::vector<step>;

/// Reads the tree of an expression; `numbers` are the plain numbers that it carries.
class tape_reader {
public:
    explicit tape_reader(std::uint64_t const* carried) : numbers(carried) {}

    template <class Tree>
    int read() {
        static constexpr char tag = 0;
        if (auto const found = known.find(&tag); found != known.end()) return found->second;
        step made = make(static_cast<Tree*>(nullptr));
        steps.push_back(std::move(made));
        return known[&tag] = static_cast<int>(steps.size()) - 1;
    }
    tape steps;

private:
    template <hk::fixed_string Name>
    step make(hk::variable<Name>*) {
        return {.code = op::variable, .name = name_of<Name>};
    }
    template <hk::rational Value>
    step make(hk::constant<Value>*) {
        return {.code = op::constant, .constant = Value};
    }
    template <int Slot>
    step make(hk::number<Slot>*) {
        return {.code = op::number, .number = std::bit_cast<double>(numbers[Slot])};
    }
    template <auto Operation, class... Operands>
    step make(hk::node<Operation, Operands...>*) {
        return {.code = Operation, .operands = {read<Operands>()...}};
    }
    template <hk::fixed_string Name>
    static constexpr std::string_view name_of = Name.view();

    std::uint64_t const* numbers;
    std::map<char const*, int> known;
};

template <class E>
tape tape_of(E const& e) {
    using tree = hk::tree_of<E>;
    std::uint64_t const* numbers = nullptr;
    if constexpr (tree::slots > 0) numbers = e.numbers;
    tape_reader reader(numbers);
    reader.read<tree>();
    return std::move(reader.steps);
}

}  // namespace laws
