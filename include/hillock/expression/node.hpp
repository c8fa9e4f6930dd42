// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/expression/errors.hpp>
#include <hillock/symbols/fixed_string.hpp>
#include <hillock/symbols/operation.hpp>
#include <hillock/symbols/rational.hpp>

#include <bit>
#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <type_traits>

namespace hillock {

namespace detail {

/// The plain numbers that an expression carries (`0.5 * x`), as bits: clang before 18 takes no double as a template argument.
template <int Count>
struct carried {
    std::uint64_t numbers[static_cast<unsigned>(Count)]{};
};
template <>
struct carried<0> {};

/// What a call with these arguments does; defined above this layer (evaluate/call.hpp). It has `type`, the result, or an
/// error that says what is wrong, and if `valid`, `run`.
template <class Expression, class... Arguments>
struct call;

/// Makes an expression callable: with numbers it evaluates, with expressions it composes.
template <class Expression>
struct callable {
    template <class... Arguments>
    requires(call<Expression, Arguments...>::valid) constexpr typename call<Expression, Arguments...>::type
    operator()(Arguments const&... arguments) const {
        return call<Expression, Arguments...>::run(static_cast<Expression const&>(*this), arguments...);
    }
    template <class... Arguments>
    requires(!call<Expression, Arguments...>::valid) typename call<Expression, Arguments...>::type
    operator()(Arguments const&... arguments) const;
};

template <class... Types>
struct type_list {};

constexpr int largest(std::initializer_list<int> numbers) {
    int result = 0;
    for (int number : numbers)
        result = number > result ? number : result;
    return result;
}

/// Steps of a 64-bit hash, with which trees are told apart in constant evaluation: types have no order, and g++ with
/// -fsanitize=undefined does not compare addresses there.
constexpr std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
    hash = (hash ^ value) * 0x9e3779b97f4a7c15u;
    return hash ^ (hash >> 29);
}
constexpr std::uint64_t mix_name(std::uint64_t hash, text_view name) {
    for (char c : name)
        hash = mix(hash, static_cast<std::uint64_t>(static_cast<unsigned char>(c)));
    return mix(hash, name.size());
}
constexpr std::uint64_t mix_wide(std::uint64_t hash, int128 value) {
    return mix(mix(hash, static_cast<std::uint64_t>(value)), static_cast<std::uint64_t>(value >> 64));
}
constexpr std::uint64_t hash_of(op code) {
    return mix(0x243f6a8885a308d3u, static_cast<std::uint64_t>(code));
}
constexpr std::uint64_t hash_of(rational const& value) {
    return mix(mix_wide(mix_wide(hash_of(op::constant), value.numerator), value.denominator),
               static_cast<std::uint64_t>(value.exponent));
}
template <class Primitive>
constexpr std::uint64_t hash_of(Primitive const&) {
    return mix_name(hash_of(op::user), text_view(__PRETTY_FUNCTION__));  // it spells the type
}
template <class... Hashes>
constexpr std::uint64_t mix_all(std::uint64_t hash, Hashes... operands) {
    ((hash = mix(hash, operands)), ...);
    return hash;
}

constexpr op operation_code(op code) {
    return code;
}
template <class Primitive>
constexpr op operation_code(Primitive const&) {
    return op::user;
}

}  // namespace detail

/// A variable bound to a value or to an expression: `x = 2.0`, `x = y * y`.
template <class Variable, class Value>
struct binding {
    /// The number, the expression, or the view of an array.
    Value value;
};

namespace detail {
/// Whether a variable can be bound to a value of this type.
template <class T>
inline constexpr bool is_bindable = false;

/// How a binding keeps a value: numbers and expressions as they are; loops/operands.hpp keeps arrays as views.
template <class Value>
struct kept {
    using type = Value;
    static constexpr Value const& keep(Value const& value) { return value; }
};
}  // namespace detail

/// A symbol that a call gives a value: `inline constexpr hk::variable<"beta"> beta;`
template <fixed_string Name>
struct variable : detail::callable<variable<Name>>, detail::carried<0> {
    using tree = variable;
    using is_tree = void;
    static constexpr int slots = 0;
    static constexpr op operation = op::variable;
    static constexpr std::uint64_t tag = detail::mix_name(detail::hash_of(op::variable), Name.view());
    static constexpr void describe(auto& reader, auto& step) { reader.set_name(step, Name.view()); }
    static constexpr bool has_user = false;

    /// Binds the variable in a call: `swish(x = 2.0f, beta = 1.5f)`; nothing is assigned.
    template <class Value>
    requires detail::is_bindable<Value>
    constexpr binding<variable, typename detail::kept<Value>::type> operator=(Value const& value) const {
        return {detail::kept<Value>::keep(value)};
    }
    template <class Value>
    requires(
        !detail::is_bindable<Value>) error::naming<error::variable_takes_a_number_or_an_expression_not_this_type, Name>
    operator=(Value const&) const;
};

/// An exact number that is part of the type: `0.5_c`, `hk::c<0.5>`.
template <rational Value>
struct constant : detail::callable<constant<Value>>, detail::carried<0> {
    using tree = constant;
    using is_tree = void;
    static constexpr int slots = 0;
    static constexpr op operation = op::constant;
    static constexpr std::uint64_t tag = detail::hash_of(Value);
    static constexpr void describe(auto& reader, auto& step) { reader.set_constant(step, Value); }
    static constexpr bool has_user = false;
};

/// A plain number inside an expression: the value stands in the expression's `numbers` at this position.
template <int Slot>
struct number : detail::callable<number<Slot>>, detail::carried<Slot + 1> {
    using tree = number;
    using is_tree = void;
    static constexpr int slots = Slot + 1;
    static constexpr op operation = op::number;
    static constexpr std::uint64_t tag = detail::mix(detail::hash_of(op::number), static_cast<std::uint64_t>(Slot));
    static constexpr void describe(auto& reader, auto& step) { reader.set_slot(step, Slot); }
    static constexpr bool has_user = false;
};

/// An operation on operands, all of them types; the object holds nothing but the plain numbers of the whole expression.
template <auto Operation, class... Operands>
struct node : detail::callable<node<Operation, Operands...>>, detail::carried<detail::largest({Operands::slots...})> {
    using tree = node;
    using is_tree = void;
    static constexpr int slots = detail::largest({Operands::slots...});
    static constexpr op operation = detail::operation_code(Operation);
    static constexpr std::uint64_t tag = detail::mix_all(detail::hash_of(Operation), Operands::tag...);
    static constexpr void describe(auto& reader, auto& step) {
        reader.template set_operands<Operands...>(step);
        if constexpr (operation == op::user) reader.set_primitive(step, Operation);
    }
    static constexpr bool has_user = operation == op::user || (Operands::has_user || ...);
};

namespace detail {

// A catalogue's activation says how its tree is made (`tree_maker`), so that only those in use are made.
template <class E>
struct tree_trait {};
template <class E>
requires requires {
    typename E::tree;
}
struct tree_trait<E> {
    using type = typename E::tree;
};
template <class E>
requires requires {
    typename E::tree_maker;
}
struct tree_trait<E> : E::tree_maker {};

}  // namespace detail

/// The tree of an expression, without the name that an activation adds.
template <class E>
using tree_of = typename detail::tree_trait<std::remove_cvref_t<E>>::type;

namespace detail {

/// The plain numbers of an expression; null when it has none.
template <class E>
constexpr std::uint64_t const* numbers_of(E const& e) {
    if constexpr (tree_of<E>::slots > 0)
        return e.numbers;
    else
        return nullptr;
}

template <class E>
concept any_tree = requires {
    typename std::remove_cvref_t<E>::is_tree;
};

template <class E>
inline constexpr bool is_condition_v = false;
template <any_tree E>
inline constexpr bool is_condition_v<E> = is_condition(tree_of<E>::operation);

}  // namespace detail

/// A formula with a number as its value: a variable, a constant, an activation or what operators and functions make of them.
template <class E>
concept expression = detail::any_tree<E> && !detail::is_condition_v<E>;

/// A comparison, or comparisons joined by && || and !; what `select` chooses by.
template <class E>
concept condition = detail::any_tree<E> && detail::is_condition_v<E>;

/// A plain number that may stand in an expression or be bound to a variable.
template <class T>
concept plain_number = std::is_arithmetic_v<std::remove_cvref_t<T>> && !std::same_as<std::remove_cvref_t<T>, bool> &&
                       !std::same_as<std::remove_cvref_t<T>, long double>;

namespace detail {

template <class E>
inline constexpr bool is_variable_v = false;
template <fixed_string Name>
inline constexpr bool is_variable_v<variable<Name>> = true;

template <class T>
requires(plain_number<T> || expression<T>) inline constexpr bool is_bindable<T> = true;

}  // namespace detail
}  // namespace hillock
