// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/assets/source.h"
#include "core/yaml/stream.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead {

/// A card by its place: the file (index in the catalog) and the document in it.
struct CardRef {
    std::uint32_t file = 0;
    std::uint32_t document = 0;
    friend bool operator==(const CardRef&, const CardRef&) = default;
    friend auto operator<=>(const CardRef&, const CardRef&) = default;
};

/// What fairseq2 makes of a document (assets/metadata_provider.py), in the order in which it looks.
enum class CardState : std::uint8_t {
    card,          ///< a card that can be stored
    no_document,   ///< text without a document; not counted
    unreadable,    ///< no YAML
    empty,         ///< a null document
    not_a_mapping,
    name_missing,  ///< absent, null, "", 0, false, [], {}
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
    [[nodiscard]] bool is_card() const noexcept { return state == CardState::card; }
};

/// A card file of a source: its text as documents, and what each says.
struct CardFile {
    std::uint32_t source = 0;
    std::filesystem::path path;     ///< on disk; empty if the bytes were given
    std::string shown;              ///< as given joined with the relative path; printable
    std::string base_path;          ///< `__base_path__`: the folder, resolved; empty: none
    std::string resolved_path;      ///< the FILE of fairseq2's error texts
    yaml::Stream stream;
    std::vector<Card> cards;        ///< one for each document of the stream
    std::optional<FileStamp> stamp;
    std::optional<FileError> error; ///< it could not be read at all
    bool writable = false;
    bool is_checkpoint_model = false; ///< a checkpoint source's `model.yaml`: the last of a name wins
    bool synthetic = false;         ///< cards that fairseq2 makes (checkpoint steps): no text of the person
};

/// What the walk saw that is no card file, and what it could not enter.
struct WalkNote {
    enum class What : std::uint8_t { source_missing, source_unreadable, folder_unreadable, ignored_file, linked_folder, linked_yaml_folder, dangling_link, special_file };
    What what = What::ignored_file;
    std::uint32_t source = 0;
    std::string shown;
    std::string message;
};

struct LoadProgress {
    std::size_t files = 0;
    std::size_t cards = 0;
};

struct CatalogOptions {
    DirectoryLister list_directory;                     ///< empty: the system
    std::function<void(const LoadProgress&)> progress; ///< called on the loading thread
    std::stop_token stop;                               ///< asks to give up; what was read stays
};

/// Every card of every source that can be understood, and what is wrong with the rest.
///
/// Unlike AssetStore, which is all or nothing as fairseq2 is (assets/store.py), a catalog never fails: it is what an
/// editor needs while a file is being typed. Not thread-safe: one thread changes it; others may read it between.
class Catalog {
public:
    Catalog() = default;
    [[nodiscard]] static Catalog load(std::vector<AssetSource> sources, const CatalogOptions& options = {});

    [[nodiscard]] std::span<const AssetSource> sources() const noexcept;
    /// In the order in which fairseq2 reads them.
    [[nodiscard]] std::span<const CardFile> files() const noexcept;
    [[nodiscard]] std::span<const WalkNote> walk_notes() const noexcept;
    [[nodiscard]] std::size_t card_count() const noexcept;

    [[nodiscard]] const CardFile& file(std::uint32_t index) const noexcept { return files()[index]; }
    [[nodiscard]] const Card& card(CardRef ref) const noexcept { return files()[ref.file].cards[ref.document]; }
    [[nodiscard]] const yaml::Document& document(CardRef ref) const noexcept;
    /// `m@` or `m@env`.
    [[nodiscard]] std::string stored_name(CardRef ref) const;

    /// The first card stored under a name and an environment ("" = plain), or none.
    [[nodiscard]] std::optional<CardRef> find(std::string_view name, std::string_view environment) const noexcept;
    /// All of them, in order: more than one is a duplicate.
    [[nodiscard]] std::vector<CardRef> find_all(std::string_view name, std::string_view environment) const;
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
    struct State;
    std::shared_ptr<State> state_;
};

} // namespace fairlead
