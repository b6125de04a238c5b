// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/error.h>

#include <array>
#include <compare>
#include <cstddef>
#include <string_view>

namespace fairlead {
inline namespace abi1 {

/// A text as a template argument.
template <std::size_t size>
struct LiteralText {
    char text[size] = {};

    consteval LiteralText(const char (&given)[size]) { // NOLINT(google-explicit-constructor): written as a text
        for (std::size_t index = 0; index < size; ++index)
            text[index] = given[index];
    }
    [[nodiscard]] constexpr std::string_view view() const noexcept { return {text, size - 1}; }
};

/// One of some texts, as Python's `Literal["sp", "tiktoken"]`; at first the first one. A value.
///
///     fairlead::Literal<"sp", "tiktoken"> impl = "sp";
template <LiteralText... texts>
class Literal {
    static_assert(sizeof...(texts) > 0, "fairlead: a Literal is one of some texts: name them as its arguments");

public:
    static constexpr std::array<std::string_view, sizeof...(texts)> values{texts.view()...};

    constexpr Literal() noexcept = default;
    template <std::size_t size>
    consteval Literal(const char (&text)[size]) // NOLINT(google-explicit-constructor): written as a text
        : index_(index_of({text, size - 1})) {
        if (index_ == values.size())
            throw ValueError("fairlead: the text is none of the Literal's"); // at compile time, but for clang 14
    }

    /// Takes the text if it is one of the values.
    [[nodiscard]] constexpr bool assign(std::string_view text) noexcept {
        const std::size_t index = index_of(text);
        if (index == values.size())
            return false;
        index_ = index;
        return true;
    }
    [[nodiscard]] constexpr std::string_view view() const noexcept { return values[index_]; }

    friend constexpr bool operator==(const Literal&, const Literal&) noexcept = default;
    friend constexpr auto operator<=>(const Literal& left, const Literal& right) noexcept {
        return left.view() <=> right.view();
    }

private:
    [[nodiscard]] static constexpr std::size_t index_of(std::string_view text) noexcept {
        for (std::size_t index = 0; index < values.size(); ++index)
            if (values[index] == text)
                return index;
        return values.size();
    }

    std::size_t index_ = 0;
};

} // namespace abi1
} // namespace fairlead
