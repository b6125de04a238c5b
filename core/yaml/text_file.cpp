// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/text_file.h"

#include "core/yaml/characters.h"
#include "core/yaml/utf8.h"

#include <algorithm>

namespace fairlead::yaml {

namespace {

constexpr std::size_t block = 4096; // characters that ruamel asks for (reader.py)
constexpr std::size_t chunk = 8192; // bytes that Python's TextIOWrapper decodes at least

// Characters as Python counts them in a text file: CRLF is one.
std::size_t count_characters(std::string_view text) {
    std::size_t pairs = 0;
    for (std::size_t at = text.find("\r\n"); at != std::string_view::npos; at = text.find("\r\n", at + 2))
        ++pairs;
    return count_code_points(text) - pairs;
}

} // namespace

std::size_t TextFile::read_of(std::size_t offset) const {
    const std::size_t before = count_characters(bytes_.substr(0, offset));
    return std::max<std::size_t>(2, before / block + 1);
}

std::optional<TextFile::DecodeError> TextFile::decode_error() const {
    std::size_t at = 0;          // bytes taken from the file
    std::size_t pending = 0;     // of them at the end, the start of a character that is not complete
    bool pending_return = false; // a CR was held back, to see whether an LF follows
    std::size_t ready = 0;       // characters decoded and not yet asked for
    double bytes_per_character = 0;
    for (std::size_t read = 1;; ++read) {
        std::size_t wanted = block - std::min(block, ready);
        ready -= std::min(block, ready);
        while (wanted > 0) {
            const auto hint =
                static_cast<std::size_t>(std::max(bytes_per_character, 1.0) * static_cast<double>(wanted));
            const std::string_view taken = bytes_.substr(at, std::max(chunk, hint));
            const std::string_view input = bytes_.substr(at - pending, pending + taken.size());
            at += taken.size();
            const bool end = taken.empty();
            std::size_t valid = input.size();
            if (const auto bad = find_invalid_utf8(input, 0)) {
                const std::string_view rest = input.substr(bad->begin);
                // Python holds the first two bytes of a surrogate back as well.
                const bool surrogate = rest.size() == 2 && rest[0] == '\xED' &&
                                       static_cast<unsigned char>(rest[1]) >= 0xA0 && is_continuation(rest[1]);
                const bool cut = surrogate || std::string_view(bad->reason) == "unexpected end of data";
                if (!cut || end)
                    return DecodeError{read, python_decode_error(input, *bad)};
                valid = bad->begin;
            }
            pending = input.size() - valid;
            std::string_view decoded = input.substr(0, valid);
            std::size_t characters =
                count_characters(decoded) + (pending_return && !decoded.starts_with('\n') ? 1u : 0u);
            if (pending_return && decoded.empty() && !end)
                characters = 0;
            else
                pending_return = false;
            if (!end && decoded.ends_with('\r')) {
                pending_return = true;
                --characters;
            }
            bytes_per_character =
                characters > 0 ? static_cast<double>(taken.size()) / static_cast<double>(characters) : 0;
            if (end && characters == 0)
                return std::nullopt;
            const std::size_t used = std::min(wanted, characters);
            wanted -= used;
            ready += characters - used;
        }
    }
}

} // namespace fairlead::yaml
