// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: too_few_arguments_bind_the_variables_by_name<1, 2>
#include <hillock/hillock.hpp>
namespace hk = hillock;
using hk::x;
#ifdef WRONG
constexpr auto value = hk::swiglu(1.0);
#else
constexpr auto value = hk::swiglu(1.0, 2.0);
#endif
