// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/assets/catalog.h"
#include "core/assets/store.h"
#include "core/checks/diagnostic.h"
#include "core/registry/snapshot.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace fairlead {

struct SessionOptions {
    std::vector<AssetSource> sources;                 ///< the person's own, in order
    std::shared_ptr<const RegistrySnapshot> registry; ///< null: rules that need one are silent
    bool alone = false;                               ///< without the registry's own cards
    std::string environment; ///< looked for after `user`, as if a resolver in fairseq2 gave it; empty: none
    std::vector<std::string> directory_warnings; ///< of WellKnownSources: each becomes an FS009 warning
    CatalogOptions catalog;
};

struct Summary {
    std::size_t sources = 0;
    std::size_t files = 0;
    std::size_t cards = 0;
    std::size_t unreadable = 0; ///< documents that are no YAML, and files that cannot be read
    std::size_t errors = 0;
    std::size_t warnings = 0;
    std::size_t infos = 0;
};

/// A catalog under the rules: the sources of a registry and of a person, what is wrong with them, and what becomes of
/// both when a text changes. One thread at a time.
class CheckSession {
public:
    /// Reads and checks everything. May be long: give `options.catalog` a stop token.
    [[nodiscard]] static CheckSession load(SessionOptions options);

    CheckSession(CheckSession&&) noexcept;
    CheckSession& operator=(CheckSession&&) noexcept;
    ~CheckSession();

    [[nodiscard]] const Catalog& catalog() const noexcept;
    [[nodiscard]] const std::shared_ptr<const RegistrySnapshot>& registry() const noexcept;
    /// What fairseq2's store says of all sources as they stand now.
    [[nodiscard]] const StoreVerdict& verdict() const noexcept;

    /// All findings about the person's own sources, and what in the registry's keeps fairseq2 from loading anything: by
    /// file, then place, then rule. Borrowed until the next edit.
    [[nodiscard]] std::vector<const Diagnostic*> diagnostics() const;
    /// The others about the registry's own cards.
    [[nodiscard]] std::vector<const Diagnostic*> package_diagnostics() const;
    [[nodiscard]] std::vector<const Diagnostic*> diagnostics_of(std::uint32_t file) const;
    /// Of one card (or of a document that is none). Like those of a file: with findings that have another place, but
    /// are as much about this one (RelatedPlace::here).
    [[nodiscard]] std::vector<const Diagnostic*> diagnostics_of(CardRef card) const;
    /// Of the person's own sources; or of all, with those of the registry's packages. Counts what stops the load
    /// anyway.
    [[nodiscard]] Summary summary(bool with_packages = false) const noexcept;

    /// What an edit did: the documents replaced, and whether findings of other documents or files changed too.
    struct Update {
        Catalog::Change change;
        std::vector<CardRef> rechecked;       ///< by their places after the edit, those of `change` included
        bool source_findings_changed = false; ///< findings without a place: FS019
    };
    /// Bytes [begin, end) of a file become `text`. Reads and checks again only what that touches.
    Update edit(std::uint32_t file, std::size_t begin, std::size_t end, std::string_view text);
    Update set_text(std::uint32_t file, std::string_view text);

private:
    CheckSession();
    struct State;
    std::unique_ptr<State> state_;
};

/// A fix's edits as byte ranges of the texts of its files: by file, last first, ready to be applied one after another.
struct FileEdit {
    std::uint32_t file = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string text;
};
[[nodiscard]] std::vector<FileEdit> file_edits(const Catalog& catalog, const Fix& fix);

} // namespace fairlead
