// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/rules/rewrite.hpp>

namespace hillock {

/// The expression in normal form, in which equal formulas have the same type: sums and products are flattened, ordered and
/// collected, constants folded exactly, common factors taken out.
///
/// Each part of the formula is assumed to be defined (x / x is 1). Plain numbers are known at run time only: they are
/// collected, but not folded.
template <expression E>
constexpr auto simplify(E const& e) {
    using rewriting = detail::normal_rewriting<tree_of<E>, false>;
    return detail::to_expression<rewriting::result, typename rewriting::primitives>(e);
}

/// The expression as evaluation computes it: what cancels or overflows when done as written is replaced by what does not
/// (`log(1_c + exp(x))` by `softplus(x)`); the rules are the lines of identities.hpp.
template <expression E>
constexpr auto stabilize(E const& e) {
    using rewriting = detail::normal_rewriting<tree_of<E>, true>;
    return detail::to_expression<rewriting::result, typename rewriting::primitives>(e);
}

template <class T>
requires(!expression<T>) error::not_an_expression<T> simplify(T const&);
template <class T>
requires(!expression<T>) error::not_an_expression<T> stabilize(T const&);

/// Structural equality: whether both expressions simplify to the same form (and carry the same plain numbers).
template <expression A, expression B>
constexpr bool operator==(A const& a, B const& b) {
    auto const left = simplify(a);
    auto const right = simplify(b);
    if constexpr (!std::is_same_v<decltype(left), decltype(right)>) {
        return false;
    } else {
        if constexpr (decltype(left)::slots > 0)
            for (int i = 0; i < decltype(left)::slots; ++i)
                if (left.numbers[i] != right.numbers[i]) return false;
        return true;
    }
}
template <class A, class B>
requires(expression<A> != expression<B> &&
         (plain_number<A> || plain_number<B>)) error::equality_compares_formulas_so_its_both_sides_are_expressions
operator==(A const&, B const&);

}  // namespace hillock
