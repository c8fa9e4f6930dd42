// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: beside_an_output_made_by_matrix_all_arrays_are_matrix_row_or_column
#include <hillock/hillock.hpp>
#include <vector>
namespace hk = hillock;
using hk::x, hk::y;
void f(std::vector<float>& out, std::vector<float> const& in, std::vector<double> const& wide, float& total) {
    (void)out, (void)in, (void)wide, (void)total;
#ifdef WRONG
    hk::apply(hk::relu, hk::matrix(out, 2, 3), x = in);
#else
    hk::apply(hk::relu, hk::matrix(out, 2, 3), x = hk::matrix(in, 2, 3));
#endif
}
