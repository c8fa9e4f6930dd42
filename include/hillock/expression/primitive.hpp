// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/expression/operators.hpp>

namespace hillock {

namespace detail {

template <class Derived, class Number>
struct primitive_tree {
    using type = node<Derived{}, Number>;
};

}  // namespace detail

/// A function of the user's own, of one number or of two: a kernel and the rule of its derivative.
///
/// `Derived` has `template <class V> static constexpr V kernel(V a)`, which computes with + - * / and the functions of
/// hillock on any working type V (or only `static constexpr double kernel(double)`, then to double's precision), and
/// `static constexpr auto derivative(auto a)`, an expression in a. With two operands: `kernel(V a, V b)`,
/// `derivative_by_first(auto a, auto b)` and `derivative_by_second(auto a, auto b)`.
template <class Derived, fixed_string Name, int Arity = 1>
struct primitive : detail::callable<Derived> {
    using is_tree = void;
    using tree_maker = detail::primitive_tree<Derived, variable<"x">>;
    static constexpr int slots = 0;
    /// As texts have it.
    static constexpr text_view name = Name.view();

    using detail::callable<Derived>::operator();
    /// The function of an expression: an expression.
    template <expression A>
    constexpr auto operator()(A const& a) const {
        return detail::make<Derived{}>(a);
    }
};

/// Of two numbers.
template <class Derived, fixed_string Name>
struct primitive<Derived, Name, 2> {
    /// As texts have it.
    static constexpr text_view name = Name.view();

    /// Of expressions, or of an expression and a number: an expression.
    template <class A, class B>
    requires detail::operands<A, B>
    constexpr auto operator()(A const& a, B const& b) const { return detail::make<Derived{}>(a, b); }
    /// Of numbers, a number.
    template <plain_number A, plain_number B>
    constexpr auto operator()(A a, B b) const {
        return detail::call<node<Derived{}, variable<"a">, variable<"b">>, A, B>::run(
            node<Derived{}, variable<"a">, variable<"b">>{}, a, b);
    }
};

}  // namespace hillock
