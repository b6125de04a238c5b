// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/entry_edit.h"
#include "core/yaml/text_lines.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <utility>

namespace fairlead::yaml {

namespace {

constexpr std::string_view in_the_text = "There is a comment in between; remove it in the text.";

EntryChanges refused(std::string_view why_not) { return {.changes = {}, .why_not = std::string(why_not)}; }

bool is_block_mapping(const Value& value) noexcept {
    return !value.is_alias() && value.kind() == Kind::mapping && value.style() == Style::block;
}

class Remover {
public:
    Remover(const Document& document, std::span<const std::string> path)
        : document_(document), text_(document.text()), path_(path) {}

    EntryChanges run() {
        Value mapping = document_.root();
        std::vector<Value> holders;
        for (const std::string& key : path_) {
            const std::optional<Value::Entry> entry = mapping.find_entry(key);
            if (!entry)
                return refused(fmt::format("{} is not written in this card.", shown_key(path_.back())));
            if (entry->merged)
                return refused(
                    fmt::format("{} comes from another mapping by a merge key (<<); remove it there.", shown_key(key)));
            if (&key != &path_.back() && entry->value.is_alias())
                return refused(fmt::format("{} is an alias; what it stands for would change with it.", shown_key(key)));
            holders.push_back(mapping);
            entries_.push_back(*entry);
            mapping = entry->value;
        }
        std::size_t top = holders.size() - 1;
        while (top > 0 && holders[top].size() == 1)
            --top;
        return holders[top].style() == Style::flow ? from_flow(holders[top], entries_[top]) : from_block(top);
    }

private:
    // With the comma before it, or behind it.
    EntryChanges from_flow(const Value& holder, const Value::Entry& removed) {
        TextRange range{removed.key.range().begin, end_of_entry(text_, removed)};
        const TextRange own = range;
        for (const Value::Entry& entry : holder.entries()) {
            const std::uint32_t end = end_of_entry(text_, entry);
            if (!entry.merged && end <= own.begin && (range.begin == own.begin || end > range.begin))
                range.begin = end;
        }
        if (range.begin == own.begin) {
            for (const Value::Entry& entry : holder.entries()) {
                const std::uint32_t begin = entry.key.range().begin;
                if (!entry.merged && begin >= own.end && (range.end == own.end || begin < range.end))
                    range.end = begin;
            }
        }
        if (text_.substr(range.begin, range.size()).find('#') != std::string_view::npos)
            return refused(in_the_text);
        EntryChanges made;
        made.changes.push_back({range, {}});
        return made;
    }

    // Its lines; what a comment stands behind leaves it.
    EntryChanges from_block(std::size_t top) {
        EntryChanges made;
        for (std::size_t depth = top; depth < entries_.size(); ++depth) {
            const Value::Entry& entry = entries_[depth];
            const bool opens = depth + 1 < entries_.size() && is_block_mapping(entry.value);
            const std::uint32_t begin = entry.key.range().begin;
            std::uint32_t end = opens ? after_colon(text_, entry) : end_of_entry(text_, entry);
            while (end > begin && std::string_view(" \t\r\n").find(text_[end - 1]) != std::string_view::npos)
                --end; // behind a block scalar
            const bool commented = !entry.value.is_alias() && entry.value.style() == Style::flow &&
                                   text_.substr(begin, end - begin).find('#') != std::string_view::npos &&
                                   line_end(text_, begin) < end;
            const std::uint32_t line = line_begin(text_, begin);
            if (commented || !is_blank(text_.substr(line, begin - line)))
                return refused(in_the_text);
            const std::uint32_t rest_end = line_end(text_, end);
            const std::string_view rest = text_.substr(end, rest_end - end);
            const std::size_t behind = rest.find_first_not_of(" \t");
            if (behind == std::string_view::npos)
                made.changes.push_back({{line, next_line(text_, end)}, {}});
            else if (rest[behind] == '#')
                made.changes.push_back({{begin, end + static_cast<std::uint32_t>(behind)}, {}});
            else
                return refused(fmt::format("{} is written with more than a value; remove it in the text.",
                                           shown_key(path_[depth])));
            if (!opens)
                break;
        }
        return made;
    }

    const Document& document_;
    std::string_view text_;
    std::span<const std::string> path_;
    std::vector<Value::Entry> entries_; // along the path
};

} // namespace

EntryChanges remove_entry(const Document& document, std::span<const std::string> path) {
    if (path.empty() || document.root().kind() != Kind::mapping)
        return refused("This document is no mapping.");
    return Remover(document, path).run();
}

} // namespace fairlead::yaml
