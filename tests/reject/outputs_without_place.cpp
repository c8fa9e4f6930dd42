// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: outputs_needs_as_many_places_as_expressions
#include <hillock/hillock.hpp>
#include <vector>
namespace hk = hillock;
using hk::x, hk::y;
void f(std::vector<float>& out, std::vector<float> const& in, std::vector<double> const& wide, float& total) {
    (void)out, (void)in, (void)wide, (void)total;
#ifdef WRONG
    hk::apply(hk::outputs(hk::relu, hk::tanh), hk::outputs(out), in);
#else
    hk::apply(hk::outputs(hk::relu, hk::sum(hk::tanh)), hk::outputs(out, total), in);
#endif
}
