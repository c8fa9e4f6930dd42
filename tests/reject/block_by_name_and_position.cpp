// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: bind_either_by_name_or_by_position_not_both_in_one_call
#include <hillock/hillock.hpp>
#include <vector>
namespace hk = hillock;
using hk::x, hk::y;
void f(hk::lanes<float>& block, hk::lanes<double> const& wide, hk::lanes<float, 128> const& longer,
       std::vector<float> const& in) {
    (void)block, (void)wide, (void)longer, (void)in;
#ifdef WRONG
    hk::evaluate(x * y, x = block, block);
#else
    block = hk::evaluate(x * y, block, block);
#endif
}
