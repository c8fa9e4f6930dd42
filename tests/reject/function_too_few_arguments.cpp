// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: function_takes_another_number_of_arguments<2, 3>
#include <hillock/hillock.hpp>
namespace hk = hillock;
using hk::x;
#ifdef WRONG
constexpr auto cut = hk::clamp(x, 1);
#else
constexpr auto cut = hk::clamp(x, 0, 1);
#endif
