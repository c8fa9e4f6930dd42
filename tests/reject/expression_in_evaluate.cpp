// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: evaluate_takes_numbers_and_blocks_compose_expressions_before_not
#include <hillock/hillock.hpp>
#include <vector>
namespace hk = hillock;
using hk::x, hk::y;
void f(hk::lanes<float>& block, hk::lanes<double> const& wide, hk::lanes<float, 128> const& longer,
       std::vector<float> const& in) {
    (void)block, (void)wide, (void)longer, (void)in;
#ifdef WRONG
    hk::evaluate(x * y, x = block, y = x * x);
#else
    block = hk::evaluate((x * y)(y = x * x), x = block);
#endif
}
