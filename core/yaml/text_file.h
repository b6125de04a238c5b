// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace fairlead::yaml {

/// How ruamel's reader takes in a file that Python opened as text: it asks for 4096 characters at a time, and looks at
/// the first two such blocks before anything else; Python decodes some 8192 bytes at a time. So an error that is far
/// below in the file can be met before one that stands above it.
class TextFile {
public:
    explicit TextFile(std::string_view bytes) : bytes_(bytes) {}

    /// In which read, counted from 1, the character at this place in the file is taken in.
    [[nodiscard]] std::size_t read_of(std::size_t offset) const;

    struct DecodeError {
        std::size_t read = 0; // in which it is met
        std::string text;     // of Python's exception
    };
    /// The first bytes that are no UTF-8, if any are.
    [[nodiscard]] std::optional<DecodeError> decode_error() const;

private:
    std::string_view bytes_;
};

} // namespace fairlead::yaml
