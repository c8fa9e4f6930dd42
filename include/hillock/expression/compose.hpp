// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/expression/node.hpp>

namespace hillock::detail {

/// The tree with each plain number's position moved up, as its numbers follow those of another operand.
template <class Tree, int Offset>
struct shifted {
    using type = Tree;
};
template <int Slot, int Offset>
struct shifted<number<Slot>, Offset> {
    using type = number<Slot + Offset>;
};
template <auto Operation, class... Operands, int Offset>
requires(Offset > 0 && node<Operation, Operands...>::slots > 0) struct shifted<node<Operation, Operands...>, Offset> {
    using type = node<Operation, typename shifted<Operands, Offset>::type...>;
};
template <class Tree, int Offset>
using shifted_t = typename shifted<Tree, Offset>::type;

/// An operand as an expression: itself, or a plain number carried along.
template <class E>
requires any_tree<E>
constexpr tree_of<E> as_expression(E const& e) {
    tree_of<E> result{};
    if constexpr (tree_of<E>::slots > 0)
        for (int i = 0; i < tree_of<E>::slots; ++i)
            result.numbers[i] = e.numbers[i];
    return result;
}
template <plain_number T>
constexpr number<0> as_expression(T value) {
    number<0> result{};
    result.numbers[0] = std::bit_cast<std::uint64_t>(static_cast<double>(value));
    return result;
}
template <class T>
using operand_t = decltype(as_expression(std::declval<T const&>()));

/// Copies the numbers of each part, one part after the other.
template <class Result, class... Parts>
constexpr Result gather(Parts const&... parts) {
    Result result{};
    if constexpr (Result::slots > 0) {
        int position = 0;
        auto const append = [&](auto const& part) {
            if constexpr (std::remove_cvref_t<decltype(part)>::slots > 0)
                for (auto bits : part.numbers)
                    result.numbers[position++] = bits;
        };
        (append(parts), ...);
    }
    return result;
}

template <auto Operation, class A>
constexpr auto compose(A const& a) {
    return gather<node<Operation, tree_of<A>>>(a);
}
template <auto Operation, class A, class B>
constexpr auto compose(A const& a, B const& b) {
    return gather<node<Operation, tree_of<A>, shifted_t<tree_of<B>, A::slots>>>(a, b);
}
template <auto Operation, class A, class B, class C>
constexpr auto compose(A const& a, B const& b, C const& c) {
    return gather<
        node<Operation, tree_of<A>, shifted_t<tree_of<B>, A::slots>, shifted_t<tree_of<C>, A::slots + B::slots>>>(a, b,
                                                                                                                  c);
}

}  // namespace hillock::detail
