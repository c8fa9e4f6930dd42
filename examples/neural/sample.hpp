// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <vector>

namespace neural {

struct sample {
    std::vector<float> inputs;
    std::size_t label;
};

/// Samples of one number of inputs, with labels from 0 to `classes` - 1.
struct data_set {
    std::size_t inputs, classes;
    std::vector<sample> training, test;
};

}  // namespace neural
