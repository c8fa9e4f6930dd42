// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "../neural/layer_loops.hpp"

#include <hillock/catalogue.hpp>

#include <boost/hana/unpack.hpp>

#include <array>

namespace digits {

namespace hk = hillock;

/// A formula of one's own and the catalogue's.
template <hk::expression auto Own>
constexpr auto all_activations = boost::hana::unpack(hk::catalogue, [](auto... activation) {
    return std::array{neural::loops_of<Own>("own"), neural::loops_of<decltype(activation){}>(activation.name)...};
});

}  // namespace digits
