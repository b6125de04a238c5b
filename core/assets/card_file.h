// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/files/read.h"
#include "core/yaml/stream.h"

#include <compare>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead {

/// A card by its place: the file (index in the catalog) and the document in it.
struct CardRef {
    std::uint32_t file = 0;
    std::uint32_t document = 0;
    friend bool operator==(const CardRef&, const CardRef&) = default;
    friend auto operator<=>(const CardRef&, const CardRef&) = default; // NOLINT(modernize-use-nullptr): no pointer here
};

/// What fairseq2 makes of a document (assets/metadata_provider.py), in the order in which it looks.
enum class CardState : std::uint8_t {
    card,        ///< a card that can be stored
    no_document, ///< text without a document; not counted
    unreadable,  ///< no YAML
    empty,       ///< a null document
    not_a_mapping,
    name_missing, ///< absent, null, "", 0, false, [], {}
    name_type,
    name_invalid,
    base_type,
    base_invalid,
};

/// What a document says as a card. Views live as long as the catalog keeps the document.
struct Card {
    CardState state = CardState::no_document;
    std::string_view name;        ///< before the `@`, trimmed
    std::string_view environment; ///< after it; empty for a plain card
    std::string_view base;        ///< trimmed (not in memory); empty: none
    /// False too for a document of which fairseq2 stores nothing.
    [[nodiscard]] bool is_card() const noexcept { return state == CardState::card; }
};

/// A card file of a source: its text as documents, and what each says.
struct CardFile {
    std::uint32_t source = 0;
    std::filesystem::path path; ///< on disk; empty if the bytes were given
    std::string shown; ///< as given joined with the relative path, or the whole path in a recorded package; printable
    std::string base_path;     ///< `__base_path__`: the folder, resolved; empty: none
    std::string resolved_path; ///< the FILE of fairseq2's error texts
    yaml::Stream stream;
    std::vector<Card> cards; ///< one for each document of the stream
    std::optional<FileStamp> stamp;
    std::optional<FileError> error; ///< it could not be read at all
    bool is_link = false;           ///< `path` is that of a link, which fairseq2 does not resolve
    bool writable = false;
    bool is_checkpoint_model = false; ///< a checkpoint source's `model.yaml`: the last of a name wins
    bool synthetic = false;           ///< cards that fairseq2 makes (checkpoint steps): no text of the person
    std::uint32_t blanks = 0;         ///< documents of it that are `no_document`
    std::uint32_t faults = 0;         ///< documents of it at which fairseq2 stops: neither a card nor `no_document`
};

/// A card that stands after another of its name.
struct RepeatedCard {
    CardRef card;
    CardRef previous; ///< the nearest of that name before it
};

} // namespace fairlead
