// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/assets/catalog_state.h"
#include "core/assets/walk.h"

#include <string>
#include <string_view>
#include <sys/stat.h>

namespace fairlead {

/// Reads sources, one after another, into a catalog's state. For the sources of this folder.
class SourceLoader : private WalkVisitor {
public:
    SourceLoader(CatalogState& state, const CatalogOptions& options);
    void load(std::uint32_t source);

private:
    void load_given();
    void load_path();
    void load_package();
    void load_checkpoint();
    void add_checkpoint_steps(const std::string& folder);

    void card_file(const WalkedEntry& entry) override;
    void other(const WalkedEntry& entry) override;
    void unreadable_folder(const WalkedEntry& entry, int error) override;

    /// Resolves the source's path; false, with a note, where Python raises.
    bool resolve_path();
    [[nodiscard]] CardFile new_file(const WalkedEntry& entry) const;
    /// Reads a file and adds it; what cannot be read is added with its error. Nothing is added if it does not exist.
    void read_into_catalog(CardFile file);
    void add(CardFile file, std::string_view text);
    void note(WalkNote::What what, std::string_view relative, std::string message,
              std::optional<AssetError> error = std::nullopt);
    [[nodiscard]] std::string shown(std::string_view relative) const;
    [[nodiscard]] const AssetSource& source() const { return state_.sources[source_]; }
    [[nodiscard]] const std::string& source_path() const { return state_.source_paths[source_]; }

    CatalogState& state_;
    const CatalogOptions& options_;
    VariableLookup variable_;
    yaml::Carry carry_; // from one file to the next, whatever its source
    std::uint32_t source_ = 0;
};

/// fairseq2's OperationalError for an errno at a path (error.py).
[[nodiscard]] AssetError operational_error(int code, const std::filesystem::path& path);

/// The null device reads as an empty file, and people link to it to switch a file off.
[[nodiscard]] bool is_null_device(const struct stat& status) noexcept;

} // namespace fairlead
