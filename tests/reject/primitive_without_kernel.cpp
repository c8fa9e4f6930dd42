// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: primitive_has_no_kernel_give_it_a_static_function_template_kernel
// expect: half_wave
#include <hillock/hillock.hpp>
namespace hk = hillock;
using hk::x;

struct half_wave final : hk::primitive<half_wave, "half_wave"> {
#ifndef WRONG
    template <class V>
    static constexpr V kernel(V v) {
        return v * v;
    }
#endif
    static constexpr auto derivative(auto a) {
        return hk::c<2> * a;
    }
} constexpr wave;
#ifdef WRONG
constexpr auto value = wave(2.0);
#else
constexpr auto value = wave(2.0);
#endif
