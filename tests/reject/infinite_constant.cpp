// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: a_constant_is_a_finite_number
#include <hillock/hillock.hpp>
namespace hk = hillock;
using hk::x;
#include <limits>
#ifdef WRONG
constexpr auto scaled = hk::c<std::numeric_limits<double>::infinity()> * x;
#else
constexpr auto scaled = hk::c<std::numeric_limits<double>::max()> * x;
#endif
