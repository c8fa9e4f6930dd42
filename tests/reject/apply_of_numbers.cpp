// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: apply_needs_an_array_among_its_inputs_and_outputs
#include <hillock/hillock.hpp>
#include <vector>
namespace hk = hillock;
using hk::x, hk::y;
void f(std::vector<float>& out, std::vector<float> const& in, std::vector<double> const& wide, float& total) {
    (void)out, (void)in, (void)wide, (void)total;
#ifdef WRONG
    hk::apply(hk::sum(hk::relu), total, 2.0);
#else
    hk::apply(hk::sum(hk::relu), total, in);
#endif
}
