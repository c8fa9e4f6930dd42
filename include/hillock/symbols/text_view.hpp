// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <cstddef>
#include <iosfwd>
#include <type_traits>

namespace hillock {

namespace detail {

/// std::string, std::string_view and their like, wherever they are known.
template <class T>
concept string_like = std::constructible_from<T, char const*, std::size_t> && requires(T const& characters) {
    typename T::traits_type;
    { characters.data() } -> std::convertible_to<char const*>;
    { characters.size() } -> std::convertible_to<std::size_t>;
};

}  // namespace detail

/// Characters that stand in the program and end with a zero: a name, for instance.
///
/// It converts to std::string_view and std::string and compares with them, but costs none of the compile time of
/// `<string_view>`, which would be a third of what including this library takes.
class text_view {
public:
    text_view() = default;  // trivial, as constant evaluation clears arrays of these
    /// Up to the zero.
    constexpr text_view(char const* terminated) : first(terminated), length(__builtin_strlen(terminated)) {}
    /// So many characters.
    constexpr text_view(char const* start, std::size_t count) : first(start), length(count) {}

    /// As std::string_view has them.
    ///@{
    constexpr char const* data() const { return first; }
    constexpr std::size_t size() const { return length; }
    constexpr bool empty() const { return length == 0; }
    constexpr char const* begin() const { return first; }
    constexpr char const* end() const { return first + length; }
    constexpr char operator[](std::size_t position) const { return first[position]; }
    ///@}

    /// To std::string_view, std::string and their like.
    template <detail::string_like String>
    constexpr operator String() const {
        return String(first, length);
    }

    /// Whether the characters are the same.
    ///@{
    friend constexpr bool operator==(text_view a, text_view b) {
        if (a.length != b.length) return false;
        for (std::size_t i = 0; i < a.length; ++i)
            if (a.first[i] != b.first[i]) return false;
        return true;
    }
    template <detail::string_like String>
    friend constexpr bool operator==(text_view a, String const& b) {
        return a == text_view(b.data(), b.size());
    }
    ///@}
    /// In the order of their bytes.
    friend constexpr bool operator<(text_view a, text_view b) {
        for (std::size_t i = 0; i < a.length && i < b.length; ++i)
            if (a.first[i] != b.first[i])
                return static_cast<unsigned char>(a.first[i]) < static_cast<unsigned char>(b.first[i]);
        return a.length < b.length;
    }
    /// Writes the characters.
    template <class Traits>
    friend auto& operator<<(std::basic_ostream<char, Traits>& stream, text_view written) {
        return stream << (written.first != nullptr ? written.first : "");
    }

private:
    char const* first;
    std::size_t length;
};

}  // namespace hillock
