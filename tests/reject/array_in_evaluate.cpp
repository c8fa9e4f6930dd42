// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: arrays_are_for_apply_as_in_apply_e_out_x_equals_in
#include <hillock/hillock.hpp>
#include <vector>
namespace hk = hillock;
using hk::x, hk::y;
void f(hk::lanes<float>& block, hk::lanes<double> const& wide, hk::lanes<float, 128> const& longer,
       std::vector<float> const& in) {
    (void)block, (void)wide, (void)longer, (void)in;
#ifdef WRONG
    hk::evaluate(hk::relu, x = in);
#else
    block = hk::evaluate(hk::relu, x = hk::lanes<float>::load(in.data()));
#endif
}
