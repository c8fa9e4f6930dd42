// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: apply_takes_numbers_and_arrays_compose_expressions_before_not
#include <hillock/hillock.hpp>
#include <vector>
namespace hk = hillock;
using hk::x, hk::y;
void f(std::vector<float>& out, std::vector<float> const& in, std::vector<double> const& wide, float& total) {
    (void)out, (void)in, (void)wide, (void)total;
#ifdef WRONG
    hk::apply(hk::relu, out, x = hk::tanh);
#else
    hk::apply(hk::relu(hk::tanh), out, x = in);
#endif
}
