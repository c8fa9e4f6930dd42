// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// As much of JSON as facts need.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gallery {

/// Six digits, which is more than a plot shows.
inline std::string json(double value) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%.6g", value == 0 ? 0.0 : value);
    return buffer;
}
inline std::string json(std::string_view value) {
    std::string text = "\"";
    for (char c : value) {
        if (c == '"' || c == '\\') text += '\\';
        text += c;
    }
    return text + '"';
}
inline std::string json(std::pair<double, double> const& p) {
    return '[' + json(p.first) + ", " + json(p.second) + ']';
}

class object {
public:
    template <class Value>
    void add(std::string_view name, Value const& value);
    std::string text() const { return '{' + members + '}'; }

private:
    std::string members;
};
inline std::string json(object const& value) {
    return value.text();
}
template <class Value>
std::string json(std::vector<Value> const& values) {
    std::string text;
    for (Value const& value : values)
        text += (text.empty() ? "" : ", ") + json(value);
    return '[' + text + ']';
}

template <class Value>
void object::add(std::string_view name, Value const& value) {
    members += (members.empty() ? "" : ", ") + json(name) + ": " + json(value);
}

}  // namespace gallery
