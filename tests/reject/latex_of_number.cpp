// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: not_an_expression<double>
#include <hillock/hillock.hpp>
namespace hk = hillock;
using hk::x;
#ifdef WRONG
constexpr auto text = hk::to_latex(2.0);
#else
constexpr auto text = hk::to_latex(hk::c<2.0>);
#endif
