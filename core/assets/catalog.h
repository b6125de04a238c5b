// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/assets/errors.h"
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
    std::string shown;          ///< as given joined with the relative path; printable
    std::string base_path;      ///< `__base_path__`: the folder, resolved; empty: none
    std::string resolved_path;  ///< the FILE of fairseq2's error texts
    yaml::Stream stream;
    std::vector<Card> cards; ///< one for each document of the stream
    std::optional<FileStamp> stamp;
    std::optional<FileError> error; ///< it could not be read at all
    bool writable = false;
    bool is_checkpoint_model = false; ///< a checkpoint source's `model.yaml`: the last of a name wins
    bool synthetic = false;           ///< cards that fairseq2 makes (checkpoint steps): no text of the person
    std::uint32_t blanks = 0;         ///< documents of it that are `no_document`
    std::uint32_t faults = 0;         ///< documents of it at which fairseq2 stops: neither a card nor `no_document`
};

/// What the walk saw that is no card file, and what it could not enter.
struct WalkNote {
    enum class What : std::uint8_t {
        source_missing,
        source_unreadable,
        folder_unreadable,  ///< a sub-folder: fairseq2 passes over it silently
        ignored_file,       ///< `.YAML`, `.Yml`, `.json`, a file called `.yaml`
        linked_folder,      ///< not entered
        linked_yaml_folder, ///< a link to a folder that is called as a card file is
        dangling_link,
        special_file,     ///< a FIFO, socket or device that is called as a card file is
        checkpoint_score, ///< a score of a checkpoint step that is no number
    };
    What what = What::ignored_file;
    std::uint32_t source = 0;
    std::string shown;
    std::string message;             ///< for people: what it is, and why that matters
    std::uint32_t before_file = 0;   ///< met before this file was read (index in the catalog)
    std::optional<AssetError> error; ///< what fairseq2 raises there; none: it goes on
};

/// A card that stands after another of its name.
struct RepeatedCard {
    CardRef card;
    CardRef previous; ///< the nearest of that name before it
};

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
