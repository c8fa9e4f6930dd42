// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lab {

struct table {
    std::string name, caption;
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;
};

inline std::string formatted(char const* format, double number) {
    char text[64];
    std::snprintf(text, sizeof text, format, number);
    return text;
}
inline std::string percent(double share) {
    return formatted("%.1f", 100 * share);
}
/// Two digits; a power of ten where the number is far from 1.
inline std::string short_number(double number) {
    return formatted(number >= 0.01 && number < 100 ? "%.2g" : "%.1e", number);
}

/// Lines of text in columns, all but the first of them to the right.
inline std::string as_text(table const& from) {
    std::vector<std::size_t> widths;
    for (std::string const& title : from.header)
        widths.push_back(title.size());
    for (auto const& row : from.rows)
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    std::string result;
    auto const add = [&](std::vector<std::string> const& row) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            std::string const space(widths[i] - row[i].size(), ' ');
            result += i == 0 ? row[i] + space : "  " + space + row[i];
        }
        result += '\n';
    };
    add(from.header);
    for (auto const& row : from.rows)
        add(row);
    std::istringstream words(from.caption);
    std::string line;
    for (std::string word; words >> word; line += (line.empty() ? "" : " ") + word)
        if (line.size() + word.size() >= 100) result += std::exchange(line, "") + '\n';
    return result + line + '\n';
}

inline std::string as_markdown(table const& from) {
    std::string result = "### " + from.name + "\n\n" + from.caption + "\n\n";
    auto const add = [&](std::vector<std::string> const& row) {
        for (std::string const& text : row)
            result += "| " + text + ' ';
        result += "|\n";
    };
    add(from.header);
    add(std::vector<std::string>(from.header.size(), "---"));
    for (auto const& row : from.rows)
        add(row);
    return result;
}

inline std::string escaped(std::string_view text) {
    std::string result;
    for (char const c : text)
        result += c == '<' ? "&lt;" : c == '&' ? "&amp;" : std::string(1, c);
    return result;
}

inline std::string as_html(table const& from) {
    std::string result = "<figure class=\"table\"><figcaption><b>" + from.name + ".</b> " + escaped(from.caption) +
                         "</figcaption><div class=\"scroll\"><table>\n<thead>";
    auto const add = [&](std::vector<std::string> const& row, char const* cell) {
        result += "<tr>";
        for (std::string const& text : row)
            result += '<' + std::string(cell) + '>' + text + "</" + cell + '>';
        result += "</tr>\n";
    };
    add(from.header, "th");
    result += "</thead><tbody>\n";
    for (auto const& row : from.rows)
        add(row, "td");
    return result + "</tbody></table></div></figure>\n";
}

}  // namespace lab
