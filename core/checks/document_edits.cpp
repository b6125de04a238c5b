// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/checks/document_edits.h"

#include "core/checks/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace fairlead {

namespace {

bool is_word(std::string_view text) noexcept {
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const auto fits = [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '/'; };
    // A hyphen would be safe inside too, but is rarer than the trouble of looking where it stands.
    return !text.empty() && letter(text.front()) &&
           std::all_of(text.begin(), text.end(), [&](char c) { return fits(c) || c == '-' || c == '@'; });
}

/// Words that YAML, of one version or another, does not read as text.
bool is_reserved(std::string_view text) noexcept {
    constexpr std::string_view words[] = {"null", "true", "false", "yes", "no", "on", "off", "y", "n", "inf", "nan"};
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return std::find(std::begin(words), std::end(words), lower) != std::end(words);
}

std::string double_quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20 || byte == 0x7F) {
            fmt::format_to(std::back_inserter(out), "\\x{:02x}", byte);
        } else {
            out += c;
        }
    }
    out += '"';
    return out;
}

std::string single_quoted(std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
        out.append(c == '\'' ? 2 : 1, c);
    }
    out += '\'';
    return out;
}

/// A scalar that may be replaced where it stands.
bool is_simple(const CheckContext& context, const yaml::Value& value) noexcept {
    if (!value || value.is_alias() || value.has_tag()) {
        return false;
    }
    const std::string_view written = context.text(value.range());
    const bool quoted = value.style() == yaml::Style::double_quoted || value.style() == yaml::Style::single_quoted;
    if (written.empty() || (!quoted && value.style() != yaml::Style::plain) ||
        written.find_first_of("\r\n") != std::string_view::npos) {
        return false;
    }
    // An anchor or a tag before it would belong to the range.
    return quoted ? written.front() == written.back() && (written.front() == '"' || written.front() == '\'')
                  : written.front() != '&' && written.front() != '!';
}

} // namespace

std::optional<TextEdit> remove_entry(const CheckContext& context, const yaml::Value::Entry& entry) {
    const std::string_view text = context.document.text();
    const yaml::Value& root = context.own.root();
    if (entry.merged || root.style() != yaml::Style::block || root.size() < 2 || entry.key.is_alias()) {
        return {};
    }
    const std::uint32_t begin = entry.key.range().begin;
    const std::uint32_t end = std::max(entry.key.range().end, entry.value.range().end);
    const std::uint32_t line = line_begin(text, begin);
    const std::uint32_t rest = line_end(text, begin);
    if (!is_blank(text.substr(line, begin - line)) || end > rest) {
        return {};
    }
    const std::string_view written = text.substr(begin, end - begin);
    const std::string_view after = text.substr(end, rest - end);
    if (written.find('&') != std::string_view::npos || written.find('!') != std::string_view::npos) {
        return {};
    }
    // After an omitted value its colon is left: `key :`, `key:  # why`.
    const std::size_t behind = after.find_first_not_of(entry.value.range().size() == 0 ? " \t:" : " \t");
    if (behind == std::string_view::npos) {
        return TextEdit{context.place({line, next_line(text, begin)}), {}};
    }
    if (after[behind] != '#') {
        return {};
    }
    return TextEdit{context.place({begin, end + static_cast<std::uint32_t>(behind)}), {}};
}

std::optional<TextEdit> replace_scalar(const CheckContext& context, const yaml::Value& value, std::string_view text) {
    if (!is_simple(context, value)) {
        return {};
    }
    const yaml::Style style = value.style();
    return TextEdit{context.place(value.range()), style == yaml::Style::double_quoted   ? double_quoted(text)
                                                  : style == yaml::Style::single_quoted ? single_quoted(text)
                                                                                        : written_scalar(text)};
}

std::optional<TextEdit> quote_scalar(const CheckContext& context, const yaml::Value& value) {
    if (!is_simple(context, value) || value.style() != yaml::Style::plain) {
        return {};
    }
    return TextEdit{context.place(value.range()), double_quoted(context.text(value.range()))};
}

std::optional<TextEdit> replace_key(const CheckContext& context, const yaml::Value::Entry& entry,
                                    std::string_view name) {
    return entry.merged ? std::nullopt : replace_scalar(context, entry.key, name);
}

std::string written_scalar(std::string_view text) {
    return is_word(text) && !is_reserved(text) ? std::string(text) : double_quoted(text);
}

void suggest_replacement(const CheckContext& context, Diagnostic& diagnostic, const yaml::Value& value,
                         const std::string& nearest) {
    if (nearest.empty()) {
        return;
    }
    if (auto edit = replace_scalar(context, value, nearest)) {
        diagnostic.fixes.push_back(
            {fmt::format("Replace by {}", shown(nearest)), "Replace", false, {*std::move(edit)}});
    }
}

} // namespace fairlead
