// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: an_array_is_contiguous_and_of_float_or_double_not
#include <hillock/hillock.hpp>
#include <vector>
namespace hk = hillock;
using hk::x, hk::y;
void f(std::vector<float>& out, std::vector<float> const& in, std::vector<double> const& wide, float& total) {
    (void)out, (void)in, (void)wide, (void)total;
#ifdef WRONG
    hk::apply(hk::relu, hk::matrix(out.data(), 2, 3));
#else
    hk::apply(hk::relu, hk::matrix(out, 2, 3));
#endif
}
