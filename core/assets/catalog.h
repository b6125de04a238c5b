// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/assets/card_file.h"
#include "core/assets/source.h"
#include "core/assets/walk_note.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fairlead {

struct LoadProgress {
    std::size_t files = 0;
    std::size_t cards = 0;
};

struct CatalogOptions {
    DirectoryLister list_directory{};                    ///< empty: the system
    VariableLookup variable{};                           ///< for `~` in paths; empty: the process's environment
    std::function<void(const LoadProgress&)> progress{}; ///< called on the loading thread
    std::stop_token stop{};                              ///< asks to give up; what was read stays
};

struct CatalogState;

/// Every card of every source that can be understood, and what is wrong with the rest.
///
/// Unlike AssetStore, which is all or nothing as fairseq2 is (assets/store.py), a catalog never fails: it is what an
/// editor needs while a file is being typed. A value: copies share what neither of them changed, so a copy given to
/// another thread stays as it was while this one goes on being edited. One object is for one thread at a time.
class Catalog {
public:
    Catalog();
    [[nodiscard]] static Catalog load(std::vector<AssetSource> sources, const CatalogOptions& options = {});

    [[nodiscard]] std::span<const AssetSource> sources() const noexcept;
    /// In the order in which fairseq2 reads them.
    [[nodiscard]] std::span<const CardFile> files() const noexcept;
    /// In the order in which they were met.
    [[nodiscard]] std::span<const WalkNote> walk_notes() const noexcept;
    /// A source's path as fairseq2's texts have it: links resolved. Empty if its bytes were given.
    [[nodiscard]] std::string_view source_path(std::uint32_t source) const noexcept;
    [[nodiscard]] std::size_t card_count() const noexcept;

    [[nodiscard]] const CardFile& file(std::uint32_t index) const noexcept { return files()[index]; }
    [[nodiscard]] const Card& card(CardRef ref) const noexcept { return files()[ref.file].cards[ref.document]; }
    [[nodiscard]] const yaml::Document& document(CardRef ref) const noexcept;
    /// `m@` or `m@env`.
    [[nodiscard]] std::string stored_name(CardRef ref) const;
    /// What a card is asked for by: `m`, or `m@env` of an overlay.
    [[nodiscard]] std::string asked_name(CardRef ref) const;

    /// The card stored under a name and an environment ("" = plain), or none. Of several the first; in a checkpoint
    /// source the last.
    [[nodiscard]] std::optional<CardRef> find(std::string_view name, std::string_view environment) const noexcept;
    /// All of them, in order: more than one is a duplicate, save in a checkpoint's `model.yaml`.
    [[nodiscard]] std::vector<CardRef> find_all(std::string_view name, std::string_view environment) const;
    /// Cards that stand after another of their name, in order. Borrowed until the next change.
    [[nodiscard]] std::span<const RepeatedCard> repeated_cards() const noexcept;
    /// Names (with environment) that more than one card has.
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> duplicate_names() const;
    /// The environments that cards are written for, sorted.
    [[nodiscard]] std::vector<std::string> environments() const;
    /// All cards, for near misses.
    void for_each_card(const std::function<void(CardRef, const Card&)>& visit) const;

    /// The file at a path (resolved), or none.
    [[nodiscard]] std::optional<std::uint32_t> file_at(const std::filesystem::path& path) const;

    struct Change {
        std::uint32_t file = 0;
        yaml::StreamChange documents;
        /// Names (with environment) that the documents had before or have now: whoever looked one up is concerned.
        std::vector<std::pair<std::string, std::string>> names;
        /// Files read again because the `%YAML` rules in force changed; all of their documents are new.
        std::vector<std::uint32_t> reread_files;
    };
    /// Replaces bytes [begin, end) of a file's text; reads again what that touches.
    Change edit(std::uint32_t file, std::size_t begin, std::size_t end, std::string_view text);
    /// Replaces a file's whole text, as after a reload.
    Change set_text(std::uint32_t file, std::string_view text);

private:
    [[nodiscard]] CatalogState& own_state();
    std::shared_ptr<CatalogState> state_;
};

} // namespace fairlead
