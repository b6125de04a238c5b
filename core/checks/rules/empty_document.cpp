// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT

// FS003 empty-document: YAML has a null document after a `---` with nothing behind it, and fairseq2 takes each document
// for a card (assets/metadata_provider.py).
#include "core/checks/document_edits.h"
#include "core/checks/fairseq2_words.h"
#include "core/checks/rules/rules.h"
#include "core/checks/simulated_edit.h"
#include "core/checks/wording.h"

#include <fmt/format.h>

namespace fairlead {

namespace {

/// The marker with its line; of a line with a comment only the marker, so that the comment stays.
yaml::TextRange marker_line(std::string_view text, yaml::TextRange marker) {
    const std::uint32_t end = line_end(text, marker.end);
    const std::string_view rest = text.substr(marker.end, end - marker.end);
    const std::size_t comment = rest.find_first_not_of(" \t");
    if (comment == std::string_view::npos) {
        return {marker.begin, next_line(text, marker.end)};
    }
    return {marker.begin, marker.end + static_cast<std::uint32_t>(comment)};
}

/// Takes the line out; where that would change the card before it, `...` ends that one without beginning another.
void offer_cure(const CheckContext& context, yaml::TextRange marker, std::size_t line, Diagnostic& diagnostic) {
    TextEdit removal{context.place(marker_line(context.document.text(), marker)), {}};
    if (removes_a_document(context, removal)) {
        diagnostic.fixes.push_back(
            {fmt::format("Remove this --- (line {})", line), "Remove line", true, {std::move(removal)}});
        return;
    }
    TextEdit end{context.place(marker), "..."};
    if (removes_a_document(context, end)) {
        diagnostic.fixes.push_back(
            {fmt::format("Write ... in place of this --- (line {})", line), "Write ...", true, {std::move(end)}});
    }
}

void offer_card(const CheckContext& context, yaml::TextRange marker, Diagnostic& diagnostic) {
    const std::string_view text = context.document.text();
    const std::uint32_t next = next_line(text, marker.end);
    const bool ends_line = next > line_end(text, marker.end);
    const std::string_view eol = line_break(context.file.stream.documents().front().text());
    std::string start = ends_line ? fmt::format("name: {}", eol) : fmt::format("{}name: ", eol);
    diagnostic.fixes.push_back(
        {"Start a new card here: name:", "Start a card", false, {{context.place({next, next}), std::move(start)}}});
}

void offer_removal(const CheckContext& context, yaml::TextRange range, Diagnostic& diagnostic) {
    diagnostic.fixes.push_back({"Remove this document", "Remove", false, {{context.place(range), {}}}});
}

} // namespace

void check_empty_document(const CheckContext& context, Diagnostics& out) {
    if (context.card.state != CardState::empty) {
        return;
    }
    const yaml::TextRange marker = context.document.marker();
    const yaml::TextRange written = context.document.root().range();
    const bool is_written = written.size() > 0; // `--- null`, `~`
    const yaml::TextRange range = marker.size() > 0 ? marker : written;
    const std::size_t line = context.file.stream.position(context.ref.document, range.begin).line;
    Diagnostic& diagnostic = out.add(
        3, Severity::error, context, range,
        is_written ? fmt::format("An empty document: {} is no card. Remove it.", shown(context.document, written))
                   : "An empty document: this --- starts a card that never comes.");
    out.tells_position();
    diagnostic.load = true;
    diagnostic.short_message = fmt::format("line {}", line);
    diagnostic.fairseq2_says = said_of_document(context);
    if (marker.size() == 0) {
        return;
    }
    if (is_written) {
        offer_removal(context, {marker.begin, next_line(context.document.text(), written.end)}, diagnostic);
        return;
    }
    offer_cure(context, marker, line, diagnostic);
    offer_card(context, marker, diagnostic);
}

} // namespace fairlead
