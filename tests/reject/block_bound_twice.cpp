// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: variable_is_bound_twice_bind_each_name_once
#include <hillock/hillock.hpp>
#include <vector>
namespace hk = hillock;
using hk::x, hk::y;
void f(hk::lanes<float>& block, hk::lanes<double> const& wide, hk::lanes<float, 128> const& longer,
       std::vector<float> const& in) {
    (void)block, (void)wide, (void)longer, (void)in;
#ifdef WRONG
    hk::evaluate(hk::relu, x = block, x = block);
#else
    block = hk::evaluate(hk::relu, x = block);
#endif
}
