// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// A file with a line for each task: which of its chunks are done and what they found, so that a run can go on where one
// stopped, on any machine. tests/accuracy/swept.tsv is one.
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

/// What is known of a task; nothing if there is no such file or line, or its results were others then, or its extent.
progress load(std::filesystem::path const& file, task const& t);
/// Puts the task's line in, and leaves all others. Without a file, nothing.
void save(std::filesystem::path const& file, task const& t, progress const& p);

}  // namespace accuracy
