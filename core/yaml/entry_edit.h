// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/yaml/document.h"
#include "core/yaml/write.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead::yaml {

/// A scalar that is to stand in a document.
struct NewScalar {
    std::string text{};     ///< of a string; else as it is written: `12`, `1e-5`, `null`
    bool is_string = false; ///< true: it gets quotes where it needs them
    [[nodiscard]] std::string written(Place place) const { return is_string ? write_string(text, place) : text; }
};

/// Replaces a range of a document's text.
struct TextChange {
    TextRange range = {};
    std::string text = {};
    friend bool operator==(const TextChange&, const TextChange&) = default;
};

/// Changes of a document's text, or why there are none.
struct EntryChanges {
    std::vector<TextChange> changes{}; ///< disjoint, first to last
    std::string why_not{};             ///< a sentence for people; empty: there are changes
};

/// Where a key goes that a mapping does not have.
enum class NewEntry : std::uint8_t { last, first };

/// The changes that give the entry at `path` (keys from the root on, at least one) a scalar: in place of its value, or
/// as a new entry of the mapping that would hold it, in that one's style and indentation. Missing mappings are made,
/// nulls become mappings; nothing is changed through an alias. What comes of it when it is read is not looked at: who
/// uses them reads the text again (see write_override).
[[nodiscard]] EntryChanges set_entry(const Document& document, std::span<const std::string> path,
                                     const NewScalar& value, NewEntry place = NewEntry::last);

/// The changes that take the entry at `path` out, and mappings that hold nothing else with it. Comments stay. As for
/// set_entry, the text must be read again.
[[nodiscard]] EntryChanges remove_entry(const Document& document, std::span<const std::string> path);

/// A key or a value for people, cut where it is long: `rope_scale`.
[[nodiscard]] std::string shown_key(std::string_view key);
/// The offset behind the colon of an entry, or behind its key where it has none.
[[nodiscard]] std::uint32_t after_colon(std::string_view text, const Value::Entry& entry) noexcept;
/// Where an entry's text ends: behind its value, or behind its colon.
[[nodiscard]] std::uint32_t end_of_entry(std::string_view text, const Value::Entry& entry) noexcept;

} // namespace fairlead::yaml
