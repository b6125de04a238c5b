// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/write.h"

#include "core/yaml/characters.h"
#include "core/yaml/stream.h"
#include "core/yaml/utf8.h"

#include <fmt/format.h>
#include <yaml-cpp/emitter.h>

#include <optional>

namespace fairlead::yaml {

namespace {

// The string that stands at a place, if it is one, by both versions' rules.
bool reads_back(std::string_view written, std::string_view text, Place place) {
    std::string document;
    switch (place) {
    case Place::value:
        document = fmt::format("k: {}\n", written);
        break;
    case Place::flow_value:
        document = fmt::format("{{k: [{0}, x], l: {0}}}\n", written);
        break;
    case Place::key:
        document = fmt::format("{}: v\n", written);
        break;
    case Place::flow_key:
        document = fmt::format("{{{}: v, l: x}}\n", written);
        break;
    }
    for (const std::uint8_t carry : {std::uint8_t{0}, std::uint8_t{1}}) {
        const Stream stream(document, {carry});
        if (stream.documents().size() != 1)
            return false;
        const Value root = stream.documents()[0].root();
        if (!root.is_mapping())
            return false;
        const Value::Entry entry = *root.entries().begin();
        Value value = place == Place::key || place == Place::flow_key ? entry.key : entry.value;
        if (place == Place::flow_value) {
            const Value second = root.find("l");
            if (value.kind() != Kind::list || value.size() != 2 || !second.is_string() || second.string() != text)
                return false;
            value = *value.elements().begin();
        }
        if (!value.is_string() || value.string() != text)
            return false;
    }
    return true;
}

std::optional<std::string> emitted(std::string_view text, bool quoted) {
    YAML::Emitter emitter;
    if (quoted)
        emitter << YAML::DoubleQuoted;
    emitter << std::string(text);
    if (!emitter.good())
        return std::nullopt;
    std::string written(emitter.c_str(), emitter.size());
    if (written.find_first_of("\r\n") != std::string::npos)
        return std::nullopt; // one line, whatever it holds
    return written;
}

// By our own means: what the emitter does not know of.
std::string escaped(std::string_view text) {
    std::string written = "\"";
    for (std::size_t at = 0; at < text.size();) {
        const std::uint32_t c = code_point_at(text.substr(at));
        const std::size_t size = character_size(text.data() + at);
        const bool surrogate = c >= 0xD800 && c <= 0xDFFF;
        if (c == '"' || c == '\\')
            written += fmt::format("\\{}", static_cast<char>(c));
        else if (c == '\n' || c == '\t' || c == '\r')
            written += c == '\n' ? "\\n" : c == '\t' ? "\\t" : "\\r";
        else if (c < 0x20 || (c >= 0x7F && c <= 0xA0))
            written += fmt::format("\\x{:02x}", c);
        else if (surrogate || c == 0x2028 || c == 0x2029 || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF)
            written += fmt::format("\\u{:04x}", c);
        else
            written += text.substr(at, size);
        at += size;
    }
    return written + "\"";
}

} // namespace

std::string write_string(std::string_view text, Place place) {
    for (const bool quoted : {false, true}) {
        const std::optional<std::string> written = emitted(text, quoted);
        if (written && reads_back(*written, text, place))
            return *written;
    }
    return escaped(text);
}

std::string write_quoted(std::string_view text) {
    const std::optional<std::string> written = emitted(text, true);
    return written && reads_back(*written, text, Place::value) ? *written : escaped(text);
}

} // namespace fairlead::yaml
