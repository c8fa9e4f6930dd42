// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/rules/derivative.hpp>

namespace hillock::detail {

/// A primitive's derivative rule by its operand at a position, as an expression in a and b; void when it has none.
template <class Primitive, int Arity, int Position>
constexpr auto user_partial() {
    if constexpr (Arity == 1 && requires { Primitive::derivative(first_operand); })
        return Primitive::derivative(first_operand);
    else if constexpr (Arity == 2 && Position == 0 &&
                       requires { Primitive::derivative_by_first(first_operand, second_operand); })
        return Primitive::derivative_by_first(first_operand, second_operand);
    else if constexpr (Arity == 2 && Position == 1 &&
                       requires { Primitive::derivative_by_second(first_operand, second_operand); })
        return Primitive::derivative_by_second(first_operand, second_operand);
}

template <class Primitive>
concept has_derivative = requires {
    as_expression(user_partial<Primitive, 1, 0>());
}
|| requires {
    as_expression(user_partial<Primitive, 2, 0>());
    as_expression(user_partial<Primitive, 2, 1>());
};

/// The first primitive of a list that has no derivative rule; void when all have one.
template <class List>
struct without_derivative {
    using type = void;
};
template <class First, class... Rest>
struct without_derivative<type_list<First, Rest...>> {
    using type = First;
};
template <has_derivative First, class... Rest>
struct without_derivative<type_list<First, Rest...>> : without_derivative<type_list<Rest...>> {};

/// The primitives of a tree and of their derivative rules.
template <class List>
struct with_rule_primitives;
template <class... Primitives>
struct with_rule_primitives<type_list<Primitives...>> {
    template <class Sofar, class First, class... Rest>
    static constexpr auto add() {
        using next = typename add_primitives<Sofar, rule_tree<First>>::type;
        if constexpr (sizeof...(Rest) == 0)
            return next{};
        else
            return add<next, Rest...>();
    }
    template <class Primitive>
    static constexpr auto rule() {
        if constexpr (requires { as_expression(user_partial<Primitive, 1, 0>()); })
            return as_expression(user_partial<Primitive, 1, 0>());
        else
            return as_expression(user_partial<Primitive, 2, 0>()) * as_expression(user_partial<Primitive, 2, 1>());
    }
    template <class Primitive>
    using rule_tree = decltype(rule<Primitive>());

    static constexpr auto all() {
        if constexpr (sizeof...(Primitives) == 0)
            return type_list<>{};
        else
            return add<type_list<Primitives...>, Primitives...>();
    }
    using type = decltype(all());
};

/// A rule's program; plain numbers in it are known, so they are constants.
template <class Primitives, class Primitive, int Arity, int Position>
inline constexpr auto user_program = [] {
    constexpr auto rule = as_expression(user_partial<Primitive, Arity, Position>());
    auto result = read_program<std::remove_const_t<decltype(rule)>, Primitives>();
    if constexpr (decltype(rule)::slots > 0)
        for (int i = 0; i < result.size; ++i)
            if (instruction& step = result.code[i]; step.code == op::number) {
                double const number = std::bit_cast<double>(rule.numbers[result.slots[step.value]]);
                step = {op::constant,
                        {-1, -1, -1},
                        static_cast<short>(result.constant_index(rational_from_double(number)))};
            }
    return result;
}();

/// The derivative rules of a primitive in its row of the table.
template <class Primitives, class Primitive>
constexpr void add_user_rules(user_rules& table, int position) {
    if constexpr (requires { as_expression(user_partial<Primitive, 1, 0>()); }) {
        table.rules[position][0] = &user_program<Primitives, Primitive, 1, 0>;
        table.has_rule[position][0] = true;
    } else if constexpr (requires { as_expression(user_partial<Primitive, 2, 1>()); }) {
        table.rules[position][0] = &user_program<Primitives, Primitive, 2, 0>;
        table.has_rule[position][0] = true;
        table.rules[position][1] = &user_program<Primitives, Primitive, 2, 1>;
        table.has_rule[position][1] = true;
    }
}
template <class Primitives>
inline constexpr user_rules rules_of = [] {
    user_rules table;
    [&]<class... All>(type_list<All...>) {
        static_assert(
            sizeof...(All) <= user_rules::capacity,
            "hillock: an expression and the derivatives of its primitives hold at most 16 primitives of your own");
        int position = 0;
        (add_user_rules<Primitives, All>(table, position++), ...);
    }(Primitives{});
    return table;
}();

}  // namespace hillock::detail
