// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <hillock/evaluate/direct/octave_row_float.hpp>
#include <hillock/evaluate/direct/sum_double.hpp>
#include <hillock/evaluate/direct/tables_logcosh_float.hpp>
#include <hillock/evaluate/direct/tables_tanh_residual_float.hpp>

/// Functions of floats that near 0 are powers of x, of which a table has but an absolute error there, and that are straight
/// beyond the table: what t has more than its end is added to F(c).
namespace hillock::direct {

/// x - tanh(x).
template <real_float V>
[[gnu::always_inline]] constexpr V tanh_residual(V x) {
    V const t = absolute(x);
    V const near = minimum(broadcast<V>(tables::tanh_residual_limit), t);
    V const far = from_octaves<tables::tanh_residual_rows>(near) + (t - near);
    // t^3 / 3 - 2 t^5 / 15 + ..., 2^72 times as much, so that no part of it is subnormal
    V const u = product(near, broadcast<V>(0x1p24));
    auto const [square, square_lost] = two_product(u, u);
    auto const [cube, cube_lost] = two_product(square, u);
    V const terms = fused(square, detail::polynomial<0>(tables::tanh_residual, square), broadcast<V>(tables::third[1]));
    V const lost = product(fused(square_lost, u, cube_lost), broadcast<V>(tables::third[0]));
    V const great = fused(cube, broadcast<V>(tables::third[0]), fused(cube, terms, lost));
    V const small = product(great, broadcast<V>(0x1p-72));
    return with_sign(select(t < broadcast<V>(tables::tanh_residual_first_end), small, far), x);
}

/// log(cosh(x)).
template <real_float V>
[[gnu::always_inline]] constexpr V logcosh(V x) {
    V const t = absolute(x);
    V const near = minimum(broadcast<V>(tables::logcosh_limit), t);
    V const far = from_octaves<tables::logcosh_rows>(near) + (t - near);
    // t^2 / 2 - t^4 / 12 + ...
    auto const [square, lost] = two_product(near, near);
    V const half = broadcast<V>(0.5);
    V const terms = product(square, detail::polynomial<0>(tables::logcosh, square));
    V const small = fused(square, half, fused(square, terms, product(lost, half)));
    return select(t < broadcast<V>(tables::logcosh_first_end), small, far);
}

}  // namespace hillock::direct
