// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <hillock/evaluate/kernels/exponential.hpp>
#include <hillock/evaluate/kernels/logarithm.hpp>
#include <hillock/evaluate/precision.hpp>

namespace hillock::kernels {

/// 1/(1 + exp(-x)), relatively accurate in both tails.
template <class S>
constexpr wide<S> logistic(wide<S> x) {
    wide<S> const one = power_of_two<wide<S>>(0);
    return one / (one + exp(-x));
}

/// log(1 + exp(x)) = max(x, 0) + log(1 + exp(-|x|)): relatively accurate in the tail, without overflow.
template <class S>
constexpr wide<S> softplus(wide<S> x) {
    wide<S> const beside = log1p(exp(-abs(x)));
    return select(is_negative(x), beside, x + beside);
}

/// tanh(softplus(x)) with one exponential and one division: with e = exp(-|x|) it is (1 + 2 e) / (1 + 2 e + 2 e^2) from 0
/// on, and n / (n + 2), n = e (e + 2), below.
template <class S>
constexpr wide<S> tanh_softplus(wide<S> x) {
    wide<S> const one = power_of_two<wide<S>>(0);
    wide<S> const e = exp(-abs(x));
    wide<S> const above = one + scale(e, 1);
    wide<S> const below = square(e) + scale(e, 1);
    auto const negative = is_negative(x);
    return select(negative, below, above) /
           (select(negative, below, above) + scale(select(negative, one, square(e)), 1));
}

/// log(exp(a) + exp(b)) = max(a, b) + log(1 + exp(-|a - b|)), in pairs always, as digits cancel where that nears 0.
/// There the absolute error is below 2^-100: enough for every float, and for doubles down to results of 2^-47.
template <class S>
constexpr wide<S> logsumexp2(wide<S> a, wide<S> b) {
    auto const precise_a = to_pair(a);
    auto const precise_b = to_pair(b);
    // Equal infinities have no difference.
    auto const difference = select(precise_a == precise_b, wide<pair<lane_of<S>>>{}, precise_a - precise_b);
    auto const beside = log1p(exp(-abs(difference)));
    return from_pair<S>(max(precise_a, precise_b) + beside);
}

}  // namespace hillock::kernels
