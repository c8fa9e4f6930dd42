// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <accuracy/findings.hpp>

#include <string>
#include <vector>

namespace accuracy {

struct row {
    std::string name, type;
    functions::kind kind;
    findings found;
    bool is_complete, is_within;
};

/// A line for each row, those beyond their bound marked, and the worst of all.
std::string text(std::vector<row> const& rows);
/// The same as tables of Markdown, one for each kind and type.
std::string markdown(std::vector<row> const& rows);

}  // namespace accuracy
