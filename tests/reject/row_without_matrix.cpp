// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: row_and_column_are_inputs_beside_an_output_made_by_matrix
#include <hillock/hillock.hpp>
#include <vector>
namespace hk = hillock;
using hk::x, hk::y;
void f(std::vector<float>& out, std::vector<float> const& in, std::vector<double> const& wide, float& total) {
    (void)out, (void)in, (void)wide, (void)total;
#ifdef WRONG
    hk::apply(x + y, out, x = in, y = hk::row(in));
#else
    hk::apply(x + y, hk::matrix(out, 1, in.size()), x = hk::matrix(in, 1, in.size()), y = hk::row(in));
#endif
}
