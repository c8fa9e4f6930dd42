// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// Names and texts beside the standard library's strings, which the headers do not include.
#include <hillock/hillock.hpp>

#include <array>
#include <concepts>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace hk = hillock;
using hk::x;
using namespace std::string_view_literals;

constexpr hk::variable<"beta"> beta;
constexpr auto swish = x * hk::sigmoid(beta * x);

// Texts.
constexpr auto text = hk::to_string(swish);
static_assert(text == "x * sigmoid(beta * x)" && "x * sigmoid(beta * x)" == text && text != "x");
static_assert(text == "x * sigmoid(beta * x)"sv && "x * sigmoid(beta * x)"sv == text && text == text.view());
static_assert(text == hk::to_string(x * hk::sigmoid(beta * x)) && hk::to_string(x) != hk::to_string(swish));
static_assert(std::string_view(text).find("beta") == 12 && std::string_view(text.view()).starts_with("x * "));
static_assert(text.size() == 21 && text.data()[21] == '\0' && text.end() - text.begin() == 21);
static_assert(std::convertible_to<decltype(text), std::string_view> &&
              std::convertible_to<decltype(text), std::string>);

// Names.
constexpr auto names = hk::variables_of<decltype(swish)>;
static_assert(names.size() == 2 && names[0] == "x" && names[1] == "beta"sv && names[0] != names[1] && !names.empty());
static_assert(names == std::array<std::string_view, 2>{"x", "beta"} && names != std::array{"x"sv});
static_assert(hk::elu.name == "elu" && hk::elu.source == "PyTorch ELU, Clevert et al. 2015"sv);
static_assert(hk::text_view("a") < hk::text_view("ab") && hk::text_view("ab") < hk::text_view("b") &&
              !(hk::text_view("b") < hk::text_view("ab")) && !(hk::text_view("") < hk::text_view("")));
static_assert(hk::text_view("abc", 2) == "ab" && hk::text_view("").empty() && hk::text_view("abc")[1] == 'b');

// Conversions to what only a program that runs can hold: that they compile is the test.
std::string written() {
    std::ostringstream stream;
    stream << text << ' ' << swish << ' ' << names[1] << hk::text_view{};
    for (std::string_view const name : names)
        stream << name;
    std::vector<std::string> const copies(names.begin(), names.end());
    std::string all = text;
    all += text;
    all.append(names[0]).append(text);
    all = text;
    return all + std::string(text) + std::string{names[1]} + std::string(names[0]) + copies[0] +
           (text == copies[0] ? "" : stream.str());
}
