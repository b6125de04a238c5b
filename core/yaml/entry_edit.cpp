// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/entry_edit.h"

#include "core/yaml/characters.h"
#include "core/yaml/print.h"
#include "core/yaml/text_lines.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <utility>

namespace fairlead::yaml {

namespace {

EntryChanges refused(std::string why_not) { return {.changes = {}, .why_not = std::move(why_not)}; }

EntryChanges one_change(std::uint32_t begin, std::uint32_t end, std::string text) {
    EntryChanges made;
    made.changes.push_back({{begin, end}, std::move(text)});
    return made;
}

bool is_block_text(const Value& value) noexcept {
    return value.style() == Style::literal || value.style() == Style::folded;
}

class Setter {
public:
    Setter(const Document& document, std::span<const std::string> path, const NewScalar& value, NewEntry place)
        : document_(document), text_(document.text()), path_(path), value_(value), place_(place) {}

    EntryChanges run() {
        Value mapping = document_.root();
        if (path_.empty() || mapping.kind() != Kind::mapping || mapping.has_tag())
            return refused("This document is no mapping that can be added to.");
        for (std::size_t depth = 0;; ++depth) {
            const bool is_last = depth + 1 == path_.size();
            const std::optional<Value::Entry> entry = mapping.find_entry(path_[depth]);
            if (entry && entry->merged && !is_last && !entry->value.is_null())
                return refused(
                    fmt::format("{} comes from another mapping by a merge key (<<); an own one would hide all of it.",
                                shown_key(path_[depth])));
            if (!entry || entry->merged)
                return add(mapping, depth);
            if (is_last)
                return replace(mapping, *entry);
            const Value& value = entry->value;
            const std::string key = shown_key(path_[depth]);
            if (value.is_alias())
                return refused(fmt::format("{} is an alias ({}); what it stands for would change with it.", key,
                                           to_line_text(value)));
            if (value.has_tag())
                return refused(fmt::format("{} is written with a tag; change it in the text.", key));
            if (value.is_null())
                return fill(mapping, *entry, depth + 1);
            if (value.kind() != Kind::mapping)
                return refused(fmt::format("{} holds {}, which is no mapping.", key, to_line(value, 40)));
            mapping = value;
        }
    }

private:
    [[nodiscard]] std::string to_line_text(const Value& alias) const {
        return std::string(text_.substr(alias.range().begin, std::min<std::uint32_t>(alias.range().size(), 40)));
    }

    EntryChanges replace(const Value& mapping, const Value::Entry& entry) {
        const Value& value = entry.value;
        const bool flow = mapping.style() == Style::flow;
        const std::string written = value_.written(flow ? Place::flow_value : Place::value);
        TextRange range = value.range();
        if (!value.is_alias() && value.has_tag())
            return refused(fmt::format("{} is written with a tag; change it in the text.", shown_key(path_.back())));
        if (range.size() == 0)
            return after_key(entry, flow, written);
        if (!value.is_alias() && value.style() == Style::block)
            return refused(
                fmt::format("{} holds a list or a mapping here; change it in the text.", shown_key(path_.back())));
        if (!value.is_alias() && is_block_text(value)) {
            while (range.end > range.begin &&
                   std::string_view(" \t\r\n").find(text_[range.end - 1]) != std::string_view::npos)
                --range.end;
        }
        return one_change(range.begin, range.end, written);
    }

    EntryChanges after_key(const Value::Entry& entry, bool flow, const std::string& written) {
        const std::uint32_t at = after_colon(text_, entry);
        if (at == entry.key.range().end)
            return flow ? one_change(at, at, ": " + written)
                        : refused(fmt::format("{} is written with a question mark; change it in the text.",
                                              shown_key(path_.back())));
        return one_change(at, at, ' ' + written);
    }

    // A null becomes a mapping with what is left of the path.
    EntryChanges fill(const Value& mapping, const Value::Entry& entry, std::size_t depth) {
        const bool flow = mapping.style() == Style::flow;
        const TextRange null = entry.value.range();
        const std::uint32_t colon = after_colon(text_, entry);
        const std::uint32_t end = std::max(colon, null.end);
        const std::uint32_t line = line_end(text_, end);
        const std::size_t rest = text_.substr(end, line - end).find_first_not_of(" \t");
        const std::optional<std::string> indentation = indentation_of(mapping);
        const bool own_lines = !flow && colon > entry.key.range().end && indentation &&
                               (rest == std::string_view::npos || text_[end + rest] == '#') &&
                               (null.size() == 0 || is_blank(text_.substr(colon, null.begin - colon)));
        if (!own_lines) {
            const std::string made = '{' + flow_entry(depth) + '}';
            return null.size() > 0 ? one_change(null.begin, null.end, made) : after_key(entry, flow, made);
        }
        EntryChanges made;
        if (null.size() > 0)
            made.changes.push_back({{colon, null.end}, {}});
        std::string lines(line_break(text_));
        lines += block_entry(depth, *indentation + step());
        made.changes.push_back({{line, line}, std::move(lines)});
        return made;
    }

    EntryChanges add(const Value& mapping, std::size_t depth) {
        const TextRange range = mapping.range();
        if (mapping.style() == Style::flow) {
            std::string made = flow_entry(depth);
            std::optional<std::uint32_t> last;
            for (const Value::Entry& entry : mapping.entries()) {
                if (!entry.merged)
                    last = std::max(last.value_or(0), end_of_entry(text_, entry));
            }
            if (last && place_ == NewEntry::last)
                return one_change(*last, *last, ", " + made);
            const bool alone = is_blank(text_.substr(range.begin + 1, range.size() - 2));
            return one_change(range.begin + 1, range.begin + 1, alone ? made : made + ", ");
        }
        const std::optional<std::string> indentation = indentation_of(mapping);
        if (!indentation)
            return refused("The mapping begins within a line; change it in the text.");
        const std::string made = block_entry(depth, *indentation);
        const std::string eol(line_break(text_));
        if (place_ == NewEntry::first)
            return one_change(range.begin, range.begin, made.substr(indentation->size()) + eol + *indentation);
        std::uint32_t end = range.end;
        for (const Value::Entry& entry : mapping.entries()) {
            if (!entry.merged)
                end = std::max(end, end_of_entry(text_, entry));
        }
        if (end > 0 && line_begin(text_, end) == end) // behind a block scalar
            return one_change(end, end, made + eol);
        end = line_end(text_, end);
        return one_change(end, end, eol + made);
    }

    /// What stands before a block mapping's keys; none if that is not only spaces.
    [[nodiscard]] std::optional<std::string> indentation_of(const Value& mapping) const {
        const std::uint32_t begin = mapping.range().begin;
        const std::uint32_t line = line_begin(text_, begin);
        std::string before(text_.substr(line, begin - line));
        if (before.starts_with("\xEF\xBB\xBF"))
            before.erase(0, 3);
        return before.find_first_not_of(' ') == std::string::npos ? std::optional(before) : std::nullopt;
    }

    /// How much deeper a nested mapping of the document stands.
    [[nodiscard]] std::string step() const {
        for (const Value::Entry& entry : document_.root().entries()) {
            if (!entry.merged && !entry.value.is_alias() && entry.value.kind() == Kind::mapping &&
                entry.value.style() == Style::block) {
                const auto outer = indentation_of(document_.root());
                const auto inner = indentation_of(entry.value);
                if (outer && inner && inner->size() > outer->size())
                    return inner->substr(outer->size());
            }
        }
        return "  ";
    }

    [[nodiscard]] std::string block_entry(std::size_t depth, std::string indentation) const {
        std::string made;
        for (; depth + 1 < path_.size(); ++depth) {
            made += indentation + write_string(path_[depth], Place::key) + ':';
            made += line_break(text_);
            indentation += step();
        }
        return made + indentation + write_string(path_[depth], Place::key) + ": " + value_.written(Place::value);
    }

    [[nodiscard]] std::string flow_entry(std::size_t depth) const {
        const std::string key = write_string(path_[depth], Place::flow_key) + ": ";
        return depth + 1 == path_.size() ? key + value_.written(Place::flow_value)
                                         : key + '{' + flow_entry(depth + 1) + '}';
    }

    const Document& document_;
    std::string_view text_;
    std::span<const std::string> path_;
    const NewScalar& value_;
    NewEntry place_;
};

} // namespace

EntryChanges set_entry(const Document& document, std::span<const std::string> path, const NewScalar& value,
                       NewEntry place) {
    return Setter(document, path, value, place).run();
}

std::string shown_key(std::string_view key) {
    constexpr std::size_t longest = 60;
    if (key.size() <= longest)
        return std::string(key);
    std::size_t end = longest;
    while (end > 0 && is_continuation(key[end]))
        --end; // not inside a character
    std::string shown(key.substr(0, end));
    shown += "…";
    return shown;
}

std::uint32_t after_colon(std::string_view text, const Value::Entry& entry) noexcept {
    const std::uint32_t end = entry.key.range().end;
    std::uint32_t at = end;
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t'))
        ++at;
    return at < text.size() && text[at] == ':' ? at + 1 : end;
}

std::uint32_t end_of_entry(std::string_view text, const Value::Entry& entry) noexcept {
    return entry.value.range().size() == 0 ? after_colon(text, entry) : entry.value.range().end;
}

} // namespace fairlead::yaml
