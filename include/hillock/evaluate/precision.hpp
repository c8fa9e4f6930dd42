// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <hillock/evaluate/wide.hpp>

namespace hillock::kernels {

/// The number with a pair as its significand: exact.
template <lane::any L>
constexpr wide<pair<L>> to_pair(wide<L> x) {
    return {{x.significand, L{}}, x.exponent};
}
template <class L>
constexpr wide<pair<L>> to_pair(wide<pair<L>> x) {
    return x;
}

/// Back to the working precision of S, a lane or pair: rounded to nearest.
template <class S>
constexpr wide<S> from_pair(wide<pair<lane_of<S>>> x) {
    if constexpr (std::is_same_v<S, pair<lane_of<S>>>) {
        return x;
    } else {
        return {x.significand.hi, x.exponent};
    }
}

}  // namespace hillock::kernels
