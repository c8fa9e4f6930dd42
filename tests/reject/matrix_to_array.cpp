// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: matrix_inputs_need_an_output_made_by_matrix
#include <hillock/hillock.hpp>
#include <vector>
namespace hk = hillock;
using hk::x, hk::y;
void f(std::vector<float>& out, std::vector<float> const& in, std::vector<double> const& wide, float& total) {
    (void)out, (void)in, (void)wide, (void)total;
#ifdef WRONG
    hk::apply(hk::relu, out, x = hk::matrix(in, 2, 3));
#else
    hk::apply(hk::relu, hk::matrix(out, 2, 3), x = hk::matrix(in, 2, 3));
#endif
}
