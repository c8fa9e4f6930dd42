// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: function_takes_another_number_of_arguments<3, 2>
#include <hillock/hillock.hpp>
namespace hk = hillock;
using hk::x;
#ifdef WRONG
constexpr auto larger = hk::max(x, 1, 2);
#else
constexpr auto larger = hk::max(x, hk::max(1, 2));
#endif
