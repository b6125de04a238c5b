// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/assets/source.h"

#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead {

/// Something in a folder. Links are not followed.
struct FolderEntry {
    std::string name;
    std::filesystem::file_type type = std::filesystem::file_type::unknown;
};

/// What a folder holds, in the order of the system, or the errno for which it cannot be read.
struct FolderListing {
    std::vector<FolderEntry> entries;
    int error = 0;
};
[[nodiscard]] FolderListing list_folder(const std::string& path, const DirectoryLister& lister);

/// Something below the folder that is walked.
struct WalkedEntry {
    std::string path{};     ///< on disk
    std::string relative{}; ///< to the folder; empty: the source itself
    std::filesystem::file_type type = std::filesystem::file_type::unknown;
};

/// Where a walk tells what it meets.
class WalkVisitor {
public:
    virtual ~WalkVisitor() = default;
    /// Called as a card file: fairseq2 opens it, whatever it is.
    virtual void card_file(const WalkedEntry& entry) = 0;
    /// Something that fairseq2 does not look at.
    virtual void other(const WalkedEntry& entry) = 0;
    virtual void unreadable_folder(const WalkedEntry& entry, int error) = 0;
};

/// Whether there is a folder, or a link to one.
[[nodiscard]] bool is_folder(const std::string& path) noexcept;

/// Whether fairseq2 takes a file of this name for a card file.
[[nodiscard]] bool is_card_file_name(std::string_view name) noexcept;

/// Walks a folder as fairseq2 does by way of fsspec (file_system.py): a folder's files in the order of the system, then
/// its sub-folders; linked folders are not entered. Returns an errno if the folder itself cannot be read.
[[nodiscard]] int walk_folder(const std::string& folder, const DirectoryLister& lister, const std::stop_token& stop,
                              WalkVisitor& visitor);

/// The files of a package's folder as importlib_resources lists them (assets/metadata_provider.py): files and
/// sub-folders as they come, linked folders entered; at the top of a package without `__init__.py` sorted by name.
/// Returns the errno at which fairseq2 stops, or 0.
[[nodiscard]] int walk_package(const std::string& folder, const DirectoryLister& lister, const std::stop_token& stop,
                               std::vector<WalkedEntry>& files);

} // namespace fairlead
