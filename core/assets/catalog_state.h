// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/assets/catalog.h"
#include "core/assets/name_index.h"

#include <map>

namespace fairlead {

/// What a catalog holds. For the sources of this folder.
struct CatalogState {
    std::vector<AssetSource> sources;
    std::vector<std::string> source_paths; // resolved, one for each source
    std::vector<CardFile> files;
    std::vector<WalkNote> notes;
    NameIndex names;
    std::map<std::string, std::uint32_t, std::less<>> environments; // how many cards each has
    std::size_t card_count = 0;

    [[nodiscard]] SourceKind kind_of(const CardFile& file) const noexcept { return sources[file.source].kind; }

    /// Whether `names` follows each change. It does not while so much is changed that it is made anew afterwards.
    enum class Indexing : bool { later, now };
    /// Reads the documents [begin, end) of a file as cards, in place of what is there, and makes them known.
    void add_cards(std::uint32_t file, std::uint32_t begin, std::uint32_t end, Indexing indexing = Indexing::now);
    /// Makes them unknown; they stay where they are.
    void forget_cards(std::uint32_t file, std::uint32_t begin, std::uint32_t end, Indexing indexing);
    void make_names_anew();
};

} // namespace fairlead
