// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
// expect: activation_got_too_many_arguments_it_takes_x_and_then_its_parameters
// expect: ::elu
#include <hillock/hillock.hpp>
namespace hk = hillock;
using hk::x;
#ifdef WRONG
constexpr auto value = hk::elu(1.0, 0.5, 2.0);
#else
constexpr auto value = hk::elu(1.0, 0.5);
#endif
