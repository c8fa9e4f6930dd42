// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: arrays_are_for_apply_as_in_apply_e_out_x_equals_in
#include <hillock/hillock.hpp>
#include <vector>
namespace hk = hillock;
using hk::x, hk::y;
void f(std::vector<float>& out, std::vector<float> const& in, std::vector<double> const& wide, float& total) {
    (void)out, (void)in, (void)wide, (void)total;
#ifdef WRONG
    hk::relu(x = in);
#else
    hk::apply(hk::relu, out, x = in);
#endif
}
