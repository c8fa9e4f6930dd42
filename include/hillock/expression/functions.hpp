// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/expression/operators.hpp>

namespace hillock {

namespace detail {
template <class... T>
inline constexpr bool is_lone_expression = false;
template <expression T>
inline constexpr bool is_lone_expression<T> = true;
}  // namespace detail

/// A primitive function of one number: itself an expression in x, and callable with an expression or a number.
template <op Operation>
struct unary_function {
    using tree = node<Operation, variable<"x">>;
    using is_tree = void;
    static constexpr int slots = 0;

    /// The function of an expression: an expression.
    template <expression A>
    constexpr auto operator()(A const& a) const {
        return detail::make<Operation>(a);
    }
    /// Of a number, a number; by name, as any expression in x.
    // As any other expression (callable, which as a base of fifty functions would make the include slower); not asked for
    // the frequent call above, as the answer takes the compiler long.
    template <class... T>
    requires(!detail::is_lone_expression<T...>) && (detail::call<unary_function, T...>::valid) constexpr
        typename detail::call<unary_function, T...>::type
        operator()(T const&... arguments) const {
        return detail::call<unary_function, T...>::run(*this, arguments...);
    }
    template <class... T>
    requires(!detail::is_lone_expression<T...>) && (!detail::call<unary_function, T...>::valid)
                                                       typename detail::call<unary_function, T...>::type
                                                       operator()(T const&... arguments) const;
};

/// A primitive function of several numbers: callable with expressions, numbers, or both.
template <op Operation, int Arity>
struct function {
    /// Of expressions, or of expressions and numbers: an expression.
    template <class... T>
    requires(sizeof...(T) == Arity && detail::operands<T...>) constexpr auto operator()(T const&... operands) const {
        return detail::make<Operation>(operands...);
    }
    /// Of numbers alone, a number: evaluated at once.
    template <plain_number... T>
    requires(sizeof...(T) == Arity) constexpr auto operator()(T const&... values) const {
        return detail::call<function, T...>::run(values...);
    }
    template <class... T>
    requires(sizeof...(T) == Arity && !(detail::operand<T> && ...)) detail::operand_error_t<T...>
    operator()(T const&...) const;
    template <class... T>
    requires(sizeof...(T) != Arity) error::function_takes_another_number_of_arguments<int{sizeof...(T)}, Arity>
    operator()(T const&...) const;
};

/// E to the power of x.
inline constexpr unary_function<op::exp> exp;
/// 2 to the power of x.
inline constexpr unary_function<op::exp2> exp2;
/// Exp(x) - 1, accurate near 0.
inline constexpr unary_function<op::expm1> expm1;
/// Exp(x) - 1 - x, accurate near 0.
inline constexpr unary_function<op::expm1_residual> expm1_residual;
/// The natural logarithm; NaN below 0.
inline constexpr unary_function<op::log> log;
/// The logarithm to base 2; NaN below 0.
inline constexpr unary_function<op::log2> log2;
/// Log(1 + x), accurate near 0.
inline constexpr unary_function<op::log1p> log1p;
/// The square root; NaN below 0.
inline constexpr unary_function<op::sqrt> sqrt;
/// 1 / sqrt(x).
inline constexpr unary_function<op::rsqrt> rsqrt;
/// The real cube root, odd.
inline constexpr unary_function<op::cbrt> cbrt;
/// X * x.
inline constexpr unary_function<op::square> square;
/// The absolute value; its derivative at 0 is 0.
inline constexpr unary_function<op::abs> abs;
/// The largest integer that is not above x; derivative 0.
inline constexpr unary_function<op::floor> floor;
/// The nearest integer, halves away from zero as std::round; derivative 0.
inline constexpr unary_function<op::round> round;
/// The sine; radians.
inline constexpr unary_function<op::sin> sin;
/// The cosine; radians.
inline constexpr unary_function<op::cos> cos;
/// The tangent; radians.
inline constexpr unary_function<op::tan> tan;
/// The inverse sine; NaN outside [-1, 1].
inline constexpr unary_function<op::asin> asin;
/// The inverse cosine; NaN outside [-1, 1].
inline constexpr unary_function<op::acos> acos;
/// The inverse tangent.
inline constexpr unary_function<op::atan> atan;
/// The hyperbolic sine.
inline constexpr unary_function<op::sinh> sinh;
/// The hyperbolic cosine.
inline constexpr unary_function<op::cosh> cosh;
/// The inverse hyperbolic sine.
inline constexpr unary_function<op::asinh> asinh;
/// The inverse hyperbolic cosine; NaN below 1.
inline constexpr unary_function<op::acosh> acosh;
/// The inverse hyperbolic tangent; NaN outside [-1, 1].
inline constexpr unary_function<op::atanh> atanh;
/// 1 - tanh(x)^2, accurate in the tails: the derivative of tanh.
inline constexpr unary_function<op::sech_square> sech_square;
/// X - tanh(x), accurate near 0.
inline constexpr unary_function<op::tanh_residual> tanh_residual;
/// The error function.
inline constexpr unary_function<op::erf> erf;
/// 1 - erf(x), accurate in the tail.
inline constexpr unary_function<op::erfc> erfc;
/// The cumulative distribution of the standard normal, Φ(x).
inline constexpr unary_function<op::normal_cdf> normal_cdf;
/// The density of the standard normal, φ(x).
inline constexpr unary_function<op::normal_pdf> normal_pdf;
/// a to the power of b, as IEEE 754 has it, but NaN for a NaN.
inline constexpr function<op::pow, 2> pow;
/// The smaller of two; equal operands share the derivative half and half.
inline constexpr function<op::min, 2> min;
/// The larger of two; equal operands share the derivative half and half.
inline constexpr function<op::max, 2> max;
/// clamp(x, low, high) = min(max(x, low), high); the derivative by x is 1 from low to high, both included.
inline constexpr function<op::clamp, 3> clamp;
/// atan2(y, x): the angle of the point (x, y), in (-pi, pi].
inline constexpr function<op::atan2, 2> atan2;
/// log(exp(a) + exp(b)) without overflow.
inline constexpr function<op::logsumexp2, 2> logsumexp2;

/// Primitives whose plain names belong to the catalogue's activations (activations.hpp), which are the same functions.
namespace functions {
/// The hyperbolic tangent.
inline constexpr unary_function<op::tanh> tanh;
/// 1 / (1 + exp(-x)).
inline constexpr unary_function<op::logistic> logistic;
/// Log(1 + exp(x)).
inline constexpr unary_function<op::softplus> softplus;
/// -1, 0 or 1; derivative 0.
inline constexpr unary_function<op::sign> sign;
/// Log(cosh(x)), accurate near 0.
inline constexpr unary_function<op::logcosh> logcosh;
/// Sin(x) / x, 1 at 0.
inline constexpr unary_function<op::sinc> sinc;
/// The family sinc_n(x) = j_n(x) / x^n of spherical Bessel functions j_n, which sinc's derivatives are made of.
///@{
inline constexpr unary_function<op::sinc1> sinc1;
inline constexpr unary_function<op::sinc2> sinc2;
inline constexpr unary_function<op::sinc3> sinc3;
inline constexpr unary_function<op::sinc4> sinc4;
inline constexpr unary_function<op::sinc5> sinc5;
inline constexpr unary_function<op::sinc6> sinc6;
///@}
}  // namespace functions

/// `a` where the condition holds, otherwise `b`; NaN where the condition compares a NaN.
template <condition Condition, detail::operand A, detail::operand B>
constexpr auto select(Condition const& chosen, A const& a, B const& b) {
    return detail::make<op::select>(chosen, a, b);
}
template <class Condition, class A, class B>
requires(!condition<Condition>) error::select_needs_a_condition_first_as_in_select_x_greater_0_a_b<Condition> select(
    Condition const&, A const&, B const&);
template <condition Condition, class A, class B>
requires(!detail::operand<A> || !detail::operand<B>)
    error::select_needs_numbers_or_expressions_after_the_condition<A, B> select(Condition const&, A const&, B const&);
template <class... T>
requires(sizeof...(T) != 3 &&
         (detail::any_tree<T> || ...)) error::select_takes_a_condition_and_two_branches_as_in_select_x_greater_0_a_b
    select(T const&...);

/// The expression as it is written: evaluation neither stabilises nor reorders anything inside.
template <expression E>
constexpr auto verbatim(E const& e) {
    return detail::make<op::verbatim>(e);
}
template <class T>
requires(!expression<T>) error::not_an_expression<T> verbatim(T const&);

/// The predefined variables.
///@{
inline constexpr variable<"x"> x;
inline constexpr variable<"y"> y;
inline constexpr variable<"dy"> dy;
///@}

}  // namespace hillock
