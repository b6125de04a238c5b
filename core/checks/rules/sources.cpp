// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT

// FS009 source-missing, FS018 file-ignored, FS019 source-nested: what the walk over the sources met
// (assets/metadata_provider.py, file_system.py) and how they lie to each other.
#include "core/checks/fairseq2_words.h"
#include "core/checks/rules/rules.h"
#include "core/checks/wording.h"

#include <fmt/format.h>

#include <algorithm>

namespace fairlead {

namespace {

bool is_ignored(WalkNote::What what) noexcept {
    return what == WalkNote::What::ignored_file || what == WalkNote::What::linked_folder;
}

/// A checkpoint's model.yaml without the card that all others of it are based on.
bool lacks_checkpoint(const CardFile& file) {
    const auto is_checkpoint = [](const Card& card) {
        return card.is_card() && card.name == "checkpoint" && card.environment.empty();
    };
    return file.is_checkpoint_model && !file.error && file.faults == 0 &&
           std::none_of(file.cards.begin(), file.cards.end(), is_checkpoint);
}

bool is_one_file(const Catalog& catalog, std::uint32_t source) {
    const auto files = catalog.files();
    return std::any_of(files.begin(), files.end(), [&](const CardFile& file) {
        return file.source == source && !file.synthetic && file.resolved_path == catalog.source_path(source);
    });
}

} // namespace

void check_source_missing(const SourcesContext& context, Diagnostics& out) {
    const Catalog& catalog = context.catalog();
    for (const std::string& warning : context.directory_warnings) {
        out.add(9, Severity::warning, 0, {}, warning).source.reset();
    }
    for (const WalkNote& note : catalog.walk_notes()) {
        if (is_ignored(note.what)) {
            continue;
        }
        const bool is_error = note.error || note.what == WalkNote::What::source_missing;
        Diagnostic& diagnostic =
            out.add(9, is_error ? Severity::error : Severity::warning, note.source, note.shown, note.message);
        diagnostic.load = note.error.has_value();
        if (note.error) {
            diagnostic.fairseq2_says = fairseq2_says(*note.error);
        }
    }
    for (const CardFile& file : catalog.files()) {
        if (file.error) {
            Diagnostic& diagnostic = out.add(9, Severity::error, file.source, file.shown, file.error->message);
            diagnostic.load = true;
            if (file.error->what != FileError::What::too_large) { // a limit of ours
                diagnostic.fairseq2_says = fairseq2_says("OperationalError", "A system error occurred.");
            }
        } else if (lacks_checkpoint(file)) {
            Diagnostic& diagnostic = out.add(
                9, Severity::error, file.source, file.shown,
                fmt::format("{} holds no card called checkpoint, which those of its steps are based on.", file.shown));
            diagnostic.load = true;
            diagnostic.fairseq2_says = fairseq2_says(
                "AssetMetadataError", fmt::format("{} checkpoint directory does not have an asset named checkpoint.",
                                                  catalog.source_path(file.source)));
        }
    }
}

void check_file_ignored(const SourcesContext& context, Diagnostics& out) {
    for (const WalkNote& note : context.catalog().walk_notes()) {
        if (is_ignored(note.what)) {
            out.add(18, Severity::info, note.source, note.shown, note.message).short_message = "not read";
        }
    }
}

void check_source_nested(const SourcesContext& context, Diagnostics& out) {
    const Catalog& catalog = context.catalog();
    for (const SourceRepeat& repeat : context.index.repeats()) {
        const AssetSource& source = catalog.sources()[repeat.source];
        const std::string name = source_name(source);
        const std::string other = source_name(catalog.sources()[repeat.other]);
        const std::string doubled =
            repeat.names == 0
                ? std::string()
                : fmt::format(": {} by that", repeat.names == 1 ? std::string("one name stands twice")
                                                                : fmt::format("{} names stand twice", repeat.names));
        std::string message;
        switch (repeat.how) {
        case SourceRepeat::How::copy:
            message = fmt::format(
                "This {} repeats {} of {}. fairseq2 accepts a name only once: look at it alone, or take "
                "it out of the sources.",
                is_one_file(catalog, repeat.source) ? "file" : "folder", counted(repeat.names, "card"), other);
            break;
        case SourceRepeat::How::same:
            message = fmt::format("{} is a source twice{}. Give it once.", name, doubled);
            break;
        case SourceRepeat::How::inside:
            message =
                fmt::format("{} lies in {}, which is a source too{}. Give only one of them.", name, other, doubled);
            break;
        case SourceRepeat::How::around:
            message = fmt::format("{} holds {}, which is a source too{}. Give only one of them.", name, other, doubled);
            break;
        }
        Diagnostic& diagnostic = out.add(19, repeat.names > 0 ? Severity::error : Severity::warning, repeat.source,
                                         name, std::move(message));
        diagnostic.load = repeat.names > 0;
        diagnostic.short_message = repeat.how == SourceRepeat::How::copy ? "a copy" : "read twice";
    }
}

} // namespace fairlead
