// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: primitive_has_no_derivative_rule_give_it_a_static_function_derivative
// expect: half_wave
#include <hillock/hillock.hpp>
namespace hk = hillock;

struct half_wave final : hk::primitive<half_wave, "half_wave"> {
    template <class V>
    static constexpr V kernel(V v) {
        return v * v;
    }
#ifndef WRONG
    static constexpr auto derivative(auto a) {
        return hk::c<2> * a;
    }
#endif
} constexpr wave;
#ifdef WRONG
constexpr auto slopes = hk::properties(hk::square(wave));
#else
constexpr auto slopes = hk::properties(hk::square(wave));
#endif
