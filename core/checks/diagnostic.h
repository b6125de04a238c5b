// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/assets/catalog.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead {

enum class Severity : std::uint8_t { error, warning, info };

/// `error`, `warning`, `info`.
[[nodiscard]] std::string_view to_string(Severity severity) noexcept;

/// A place in a catalog: a range in the text of a document, so that edits elsewhere in the file do not move it.
struct DocumentPlace {
    std::uint32_t file = 0;
    std::uint32_t document = 0;
    yaml::TextRange range;
};

/// A place as people and other programs read it (command.md). Lines and columns from 1, in code points; `end_*` is
/// exclusive; `begin` and `end` are byte offsets in the file.
struct FilePlace {
    std::string file;
    std::size_t line = 1;
    std::size_t column = 1;
    std::size_t end_line = 1;
    std::size_t end_column = 1;
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Replaces a range of a document's text. Begin == end inserts.
struct TextEdit {
    DocumentPlace place;
    std::string text;
};

/// A cure as text edits. Certain: nothing else can be meant, so that it may be applied unasked with others.
struct Fix {
    std::string title;       ///< `Remove this --- (line 11)`, for menus
    std::string short_title; ///< `Remove line`, for a table's cell
    bool certain = false;
    std::vector<TextEdit> edits;
};

/// A second place that a finding is about, or a pointer to where something comes from.
struct RelatedPlace {
    std::string message; ///< what stands there: `lab_asr, wav2vec2_asr base_10h`
    DocumentPlace place;
    /// The finding as it reads from this place, where it is as much a finding there: the other owner of a name, another
    /// card of a loop. The finding then counts in both places (CheckSession::diagnostics_of). Empty: a mere pointer.
    std::string here;
};

/// A finding of a rule. The one type for every producer.
struct Diagnostic {
    std::uint16_t rule = 0; ///< the number of its FS id; see rule_info
    Severity severity = Severity::error;
    bool load = false;         ///< fairseq2's store refuses to load anything because of it
    std::string message;       ///< one or two sentences that name the cure
    std::string short_message; ///< for a tree's cell: `duplicate`, `line 11`; may be empty
    /// None: it concerns a path as a whole, `path`.
    std::optional<DocumentPlace> place;
    std::string path;                    ///< shown path where there is no document
    std::size_t path_line = 0;           ///< in it, from 1; 0: the file as a whole
    std::optional<std::uint32_t> source; ///< that the path belongs to, where there is no document
    std::optional<CardRef> card;         ///< the card at fault; none: the document is no card
    /// Of a name or loop with several owners: all of them, this place included. Else where to look.
    std::vector<RelatedPlace> related;
    std::vector<Fix> fixes;
    std::string fairseq2_says; ///< `AssetMetadataError: …`, its own words, where it has any
};

/// What is known of a rule by itself.
struct RuleInfo {
    std::uint16_t number = 0;
    std::string_view id;          ///< `FS003`
    std::string_view name;        ///< `empty-document`
    std::string_view explanation; ///< a paragraph for people: what fairseq2 does, and what to do
};
[[nodiscard]] const RuleInfo* rule_info(std::uint16_t number) noexcept;
/// All rules that are checked, by number.
[[nodiscard]] std::vector<RuleInfo> all_rules();

[[nodiscard]] FilePlace file_place(const Catalog& catalog, const DocumentPlace& place);

} // namespace fairlead
