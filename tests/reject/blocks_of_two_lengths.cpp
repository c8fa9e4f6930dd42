// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: the_blocks_of_one_call_have_one_type_and_length
#include <hillock/hillock.hpp>
#include <vector>
namespace hk = hillock;
using hk::x, hk::y;
void f(hk::lanes<float>& block, hk::lanes<double> const& wide, hk::lanes<float, 128> const& longer,
       std::vector<float> const& in) {
    (void)block, (void)wide, (void)longer, (void)in;
#ifdef WRONG
    hk::evaluate(x * y, block, longer);
#else
    block = hk::evaluate(x * y, block, 2.0);
#endif
}
