// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// A file for each task that says which of its chunks are done and what they found, so that a run can go on where one stopped.
#pragma once

#include <accuracy/task.hpp>

#include <filesystem>
#include <vector>

namespace accuracy {

struct progress {
    std::vector<bool> done;
    findings found;

    bool is_complete() const;
};

/// What is known of a task; nothing if its file is missing, or of other results or another extent. An empty folder keeps none.
progress load(std::filesystem::path const& folder, task const& t, extent const& e);
void save(std::filesystem::path const& folder, task const& t, extent const& e, progress const& p);

}  // namespace accuracy
