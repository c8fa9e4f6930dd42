// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: apply_takes_numbers_and_arrays_compose_expressions_before_not
#include <hillock/hillock.hpp>
#include <vector>
namespace hk = hillock;
using hk::x, hk::y;
void f(hk::lanes<float>& block, hk::lanes<double> const& wide, hk::lanes<float, 128> const& longer,
       std::vector<float> const& in) {
    (void)block, (void)wide, (void)longer, (void)in;
#ifdef WRONG
    hk::apply(x * y, block.numbers, x = in, y = block);
#else
    hk::apply(x * y, block.numbers, x = in, y = block.numbers);
#endif
}
