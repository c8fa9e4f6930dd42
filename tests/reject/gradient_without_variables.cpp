// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: name_the_variables_as_in_gradient_e_x_y
#include <hillock/hillock.hpp>
namespace hk = hillock;
using hk::x;
using hk::y;
#ifdef WRONG
constexpr auto slopes = hk::gradient(x * y);
#else
constexpr auto slopes = hk::gradient(x * y, x, y);
#endif
