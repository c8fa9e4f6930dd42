// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: the_arrays_of_one_call_are_all_float_or_all_double
#include <hillock/hillock.hpp>
#include <hillock/parallel.hpp>
#include <vector>
namespace hk = hillock;
void f(std::vector<float>& out, std::vector<float> const& in, std::vector<double> const& wide) {
    (void)out, (void)in, (void)wide;
#ifdef WRONG
    hk::apply(std::execution::par, hk::relu, out, wide);
#else
    hk::apply(std::execution::par, hk::relu, out, in);
#endif
}
