// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect-g++: invalid variable template 'c<std::numeric_limits<double>::infinity()>'
// expect-clang: constraints not satisfied for variable template 'c'
#include <hillock/hillock.hpp>
#include <limits>
namespace hk = hillock;
using hk::x;
#ifdef WRONG
constexpr auto scaled = hk::c<std::numeric_limits<double>::infinity()> * x;
#else
constexpr auto scaled = hk::c<std::numeric_limits<double>::max()> * x;
#endif
