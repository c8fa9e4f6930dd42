// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#include <functions/shards.hpp>

std::vector<functions::unary> functions::primitives() {
    using hk::op;
    // By the table of names: all from exp to the last of one number.
    constexpr auto first = static_cast<int>(op::exp), last = static_cast<int>(op::pow);
    constexpr auto is_part = [](op code) {
        return code == op::expm1_residual || code == op::sech_square || code == op::logcosh ||
               code == op::tanh_residual || code == op::tanh_softplus || (code >= op::sinc && code <= op::sinc6);
    };
    std::vector<unary> made;
    [&]<int... I>(std::integer_sequence<int, I...>) {
        (made.push_back(make_unary(hk::unary_function<static_cast<op>(first + I)>{}(hk::x),
                                   std::string(hk::detail::function_names[I].text),
                                   is_part(static_cast<op>(first + I)) ? kind::part : kind::primitive)),
         ...);
    }
    (std::make_integer_sequence<int, last - first>{});
    return made;
}
