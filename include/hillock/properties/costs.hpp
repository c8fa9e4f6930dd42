// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/expression/program.hpp>
#include <hillock/properties/property_set.hpp>

namespace hillock::detail {

/// The operations of a program: a function counts as the exponentials, logarithms and divisions that its kernel takes.
constexpr operation_count count_operations(program_view program) {
    operation_count result;
    for (int i = 0; i < program.size; ++i) {
        op const code = program.code[i].code;
        switch (code) {
        case op::constant:
        case op::number:
        case op::variable:
        case op::pi:
        case op::e:
        case op::negate:
        case op::abs:
        case op::verbatim:
            break;
        case op::add:
        case op::subtract:
            ++result.additions;
            break;
        case op::multiply:
        case op::square:
            ++result.multiplications;
            break;
        case op::divide:
            ++result.divisions;
            break;
        case op::softplus:
        case op::logcosh:
        case op::logsumexp2:
            ++result.exponentials;
            ++result.logarithms;
            break;
        case op::logistic:
        case op::tanh:
        case op::sech_square:
        case op::tanh_residual:
        case op::tanh_softplus:
            ++result.exponentials;
            ++result.divisions;
            break;
        case op::exp:
        case op::exp2:
        case op::expm1:
        case op::expm1_residual:
        case op::sinh:
        case op::cosh:
        case op::erf:
        case op::erfc:
        case op::normal_cdf:
        case op::normal_pdf:
            ++result.exponentials;
            break;
        case op::log:
        case op::log2:
        case op::log1p:
            ++result.logarithms;
            break;
        case op::sqrt:
        case op::rsqrt:
        case op::cbrt:
            ++result.roots;
            break;
        case op::pow:
            ++result.exponentials;
            ++result.logarithms;
            break;
        case op::min:
        case op::max:
        case op::clamp:
        case op::sign:
        case op::select:
        case op::less:
        case op::less_equal:
        case op::greater:
        case op::greater_equal:
        case op::logical_and:
        case op::logical_or:
        case op::logical_not:
            ++result.choices;
            break;
        default:
            ++result.others;
            break;
        }
    }
    return result;
}

}  // namespace hillock::detail
