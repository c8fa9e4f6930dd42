// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/expression/operators.hpp>
#include <hillock/expression/program.hpp>

#include <cstddef>
#include <utility>

namespace hillock {

/// The names of variables, in order.
template <std::size_t Count>
struct names {
    /// In the order of first appearance.
    text_view items[Count == 0 ? 1 : Count]{};

    /// As a constant range has them.
    ///@{
    static constexpr std::size_t size() { return Count; }
    static constexpr bool empty() { return Count == 0; }
    constexpr text_view operator[](std::size_t position) const { return items[position]; }
    constexpr text_view const* begin() const { return items; }
    constexpr text_view const* end() const { return items + Count; }
    ///@}

    /// With any range of strings, name by name.
    template <class Range>
    friend constexpr bool operator==(names const& a, Range const& b) {
        if (b.size() != Count) return false;
        for (std::size_t i = 0; i < Count; ++i)
            if (!(a.items[i] == b[i])) return false;
        return true;
    }
};

namespace detail {

/// What stands for a variable: the replacement's tree, its plain numbers moved behind those already there.
template <class Variable, class Tree>
struct replacement {};

template <class... Replacements>
struct replacements {};

template <class Variable, class... Replacements>
struct replaced {
    using type = Variable;
};
template <class Variable, class First, class... Rest>
struct replaced<Variable, First, Rest...> : replaced<Variable, Rest...> {};
template <class Variable, class Tree, class... Rest>
struct replaced<Variable, replacement<Variable, Tree>, Rest...> {
    using type = Tree;
};

/// A tree with variables replaced, all at once.
template <class Tree, class All>
struct substituted {
    using type = Tree;
};
template <fixed_string Name, class... Replacements>
struct substituted<variable<Name>, replacements<Replacements...>> : replaced<variable<Name>, Replacements...> {};
template <auto Operation, class... Operands, class All>
struct substituted<node<Operation, Operands...>, All> {
    using type = node<Operation, typename substituted<Operands, All>::type...>;
};

template <class Tree, class All, class... Values>
constexpr auto substitute_all(Tree const& e, Values const&... values) {
    using result = typename substituted<tree_of<Tree>, All>::type;
    if constexpr (result::slots == 0) {
        return result{};
    } else {
        // The result may use fewer numbers than there are: a part may have gone.
        constexpr int count = (tree_of<Tree>::slots + ... + Values::slots);
        auto const gathered = gather<number<count>>(e, values...);
        result replaced_expression{};
        for (int i = 0; i < result::slots; ++i)
            replaced_expression.numbers[i] = gathered.numbers[i];
        return replaced_expression;
    }
}

/// The trees of the values, each one's plain numbers behind those of the expression and of the values before it.
template <int Offset, class... Pairs>
struct numbered {
    using type = replacements<>;
};
template <class Added, class List>
struct joined_replacements;
template <class Added, class... Others>
struct joined_replacements<Added, replacements<Others...>> {
    using type = replacements<Added, Others...>;
};
template <int Offset, class Variable, class Value, class... Rest>
struct numbered<Offset, replacement<Variable, Value>, Rest...> {
    using type = typename joined_replacements<replacement<Variable, shifted_t<Value, Offset>>,
                                              typename numbered<Offset + Value::slots, Rest...>::type>::type;
};

/// Substitutes values (expressions or plain numbers) for variables.
template <class... Variables, class E, class... Values>
constexpr auto substitute_values(type_list<Variables...>, E const& e, Values const&... values) {
    using all = typename numbered<tree_of<E>::slots, replacement<Variables, operand_t<Values>>...>::type;
    return substitute_all<tree_of<E>, all>(as_expression(e), as_expression(values)...);
}

/// The names of the variables of a tree, in order of first appearance.
template <class Tree>
constexpr auto variable_names() {
    names<static_cast<std::size_t>(program_of<Tree>.name_count)> result;
    for (int i = 0; i < program_of<Tree>.name_count; ++i)
        result.items[i] = program_of<Tree>.names[i];
    return result;
}

template <class T>
inline constexpr bool is_binding_v = false;
template <class Variable, class Value>
inline constexpr bool is_binding_v<binding<Variable, Value>> = true;

template <class Binding>
struct binding_parts;
template <fixed_string Name, class Value>
struct binding_parts<binding<variable<Name>, Value>> {
    static constexpr auto name = Name;
    static constexpr text_view text = name.view();
    static constexpr bool is_number = plain_number<Value>;
    static constexpr bool is_operand = is_number || expression<Value>;
};

/// The first binding whose name was bound before, or -1.
template <class... Bindings>
constexpr int bound_twice() {
    text_view const names[sizeof...(Bindings) + 1] = {binding_parts<Bindings>::text...};
    for (std::size_t i = 0; i < sizeof...(Bindings); ++i)
        for (std::size_t k = 0; k < i; ++k)
            if (names[i] == names[k]) return static_cast<int>(i);
    return -1;
}

template <class... T>
concept bindings = sizeof...(T) > 0 && (is_binding_v<T> && ...);
template <class... T>
concept distinct_bindings = bindings<T...> && bound_twice<T...>()
< 0;

/// What is wrong with bindings of which one name comes twice.
template <int Position, class First, class... Rest>
struct bound_twice_at : bound_twice_at<Position - 1, Rest...> {};
template <class First, class... Rest>
struct bound_twice_at<0, First, Rest...> {
    using type = error::naming<error::variable_is_bound_twice_bind_each_name_once, binding_parts<First>::name>;
};
template <class... T>
struct bound_twice_error {};
template <class... T>
requires(bindings<T...> && !distinct_bindings<T...>) struct bound_twice_error<T...>
    : bound_twice_at<bound_twice<T...>(), T...> {
};

}  // namespace detail

/// The names of an expression's variables, in order of first appearance: `names`, which compares with any range of strings.
template <class E>
requires detail::any_tree<E>
inline constexpr auto variables_of = detail::variable_names<tree_of<E>>();

/// Whether a variable occurs in the expression (as it is written; simplify first to see through x - x).
template <expression E, fixed_string Name>
constexpr bool depends_on(E const&, variable<Name>) {
    for (auto const name : variables_of<E>)
        if (name == Name.view()) return true;
    return false;
}
template <class E, class V>
requires(!expression<E> || !detail::is_variable_v<V>) error::depends_on_takes_an_expression_and_a_variable
    depends_on(E const&, V const&);

/// Replaces variables, all at once; those not named stay: `substitute(e, x = y * y, beta = 2.0)`.
template <expression E, class... Variables, class... Values>
requires detail::distinct_bindings<binding<Variables, Values>...>
constexpr auto substitute(E const& e, binding<Variables, Values> const&... bindings) {
    return detail::substitute_values(detail::type_list<Variables...>{}, e, bindings.value...);
}
template <expression E, detail::bindings... T>
requires(!detail::distinct_bindings<T...>) typename detail::bound_twice_error<T...>::type
    substitute(E const&, T const&...);
template <expression E, class... T>
requires(!detail::bindings<T...>) error::substitute_takes_bindings_as_in_substitute_e_x_equals_other
    substitute(E const&, T const&...);
template <class E, class... T>
requires(!expression<E>) error::not_an_expression<E> substitute(E const&, T const&...);

/// Composition: f | g is g of f.
template <expression F, expression G>
requires(variables_of<G>.size() == 1) constexpr auto operator|(F const& f, G const& g) {
    return g(f);
}
template <expression F, expression G>
requires(variables_of<G>.size() != 1) error::the_right_side_of_a_pipe_needs_exactly_one_variable operator|(F const&,
                                                                                                           G const&);
template <class F, class G>
requires((detail::any_tree<F> ||
          detail::any_tree<G>)&&!(expression<F> && expression<G>)) error::a_pipe_takes_expressions_on_both_sides
operator|(F const&, G const&);

}  // namespace hillock
