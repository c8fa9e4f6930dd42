// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: apply_takes_an_expression_first_then_the_output_not
#include <hillock/hillock.hpp>
#include <vector>
namespace hk = hillock;
using hk::x, hk::y;
void f(std::vector<float>& out, std::vector<float> const& in, std::vector<double> const& wide, float& total) {
    (void)out, (void)in, (void)wide, (void)total;
#ifdef WRONG
    hk::apply(out, hk::relu, in);
#else
    hk::apply(hk::relu, out, in);
#endif
}
