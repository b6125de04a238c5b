// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/base64.h"

#include "core/yaml/characters.h"
#include "core/yaml/numbers.h"

#include <fmt/format.h>

namespace fairlead::yaml {

namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

void refuse_non_ascii(std::string_view text) {
    std::size_t at = 0; // in code points
    std::size_t byte = 0;
    while (byte < text.size() && static_cast<unsigned char>(text[byte]) < 0x80)
        ++byte, ++at;
    if (byte == text.size())
        return;
    std::size_t end = byte;
    std::size_t count = 0;
    while (end < text.size() && static_cast<unsigned char>(text[end]) >= 0x80) {
        end += character_size(text.data() + end);
        ++count;
    }
    std::string problem = "failed to convert base64 data into ascii: 'ascii' codec can't encode character";
    if (count == 1) {
        const std::uint32_t code_point = code_point_at(text.substr(byte));
        problem += code_point < 0x100     ? fmt::format(" '\\x{:02x}'", code_point)
                   : code_point < 0x10000 ? fmt::format(" '\\u{:04x}'", code_point)
                                          : fmt::format(" '\\U{:08x}'", code_point);
        problem += fmt::format(" in position {}", at);
    } else {
        problem += fmt::format("s in position {}-{}", at, at + count - 1);
    }
    throw PythonError{"ConstructorError", problem + ": ordinal not in range(128)"};
}

} // namespace

std::string decode_base64(std::string_view text) {
    refuse_non_ascii(text);
    std::string bytes;
    unsigned group = 0; // the bits of the characters of a group of four
    int place = 0;      // in the group
    int pads = 0;
    for (const char c : text) {
        if (c == '=') {
            if (place >= 2 && place + ++pads >= 4)
                return bytes; // the padding is complete: what follows is passed over
            continue;
        }
        const std::size_t value = alphabet.find(c);
        if (value == std::string_view::npos)
            continue;
        pads = 0;
        group = group << 6 | static_cast<unsigned>(value);
        if (place > 0)
            bytes += static_cast<char>(group >> (6 - 2 * place));
        place = (place + 1) % 4;
    }
    if (place == 1) {
        throw PythonError{"ConstructorError",
                          fmt::format("failed to decode base64 data: Invalid base64-encoded string: number of data "
                                      "characters ({}) cannot be 1 more than a multiple of 4",
                                      bytes.size() / 3 * 4 + 1)};
    }
    if (place != 0)
        throw PythonError{"ConstructorError", "failed to decode base64 data: Incorrect padding"};
    return bytes;
}

std::string encode_base64(std::string_view bytes) {
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        unsigned group = 0;
        for (std::size_t j = 0; j < 3; ++j)
            group = group << 8 | (i + j < bytes.size() ? static_cast<unsigned char>(bytes[i + j]) : 0u);
        for (std::size_t j = 0; j < 4; ++j)
            text += i + j <= bytes.size() ? alphabet[(group >> (18 - 6 * j)) & 63] : '=';
    }
    return text;
}

} // namespace fairlead::yaml
