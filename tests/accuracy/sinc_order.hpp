// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <laws/tape.hpp>

namespace accuracy {

/// n of sinc_n, the function j_n(a) / a^n; -1 of any other.
inline int sinc_order(laws::op code) {
    return code < laws::op::sinc || code > laws::op::sinc6 ? -1
                                                           : static_cast<int>(code) - static_cast<int>(laws::op::sinc);
}

}  // namespace accuracy
