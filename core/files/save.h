// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/files/read.h"

#include <optional>
#include <string_view>
#include <variant>

namespace fairlead {

/// What a save found that the person has to decide first. Nothing was written.
struct SaveQuestion {
    enum class About : std::uint8_t {
        changed_on_disk, ///< the file is not the one that was read: it changed, is gone, or is there unexpectedly
        in_place,        ///< a rename would lose owner, ACL or hard links: write in place, after a recovery copy?
    };
    About about = About::changed_on_disk;
    std::string message{}; ///< for people: what would be lost, as a question
    std::string fact{};    ///< the same as a statement, for where nobody can be asked
};

struct SaveOptions {
    std::optional<FileStamp> expected{};        ///< the state that was read; none for a file that must not exist yet
    bool overwrite_changed = false;             ///< the person agreed to `changed_on_disk`
    bool in_place = false;                      ///< the person agreed to `in_place`; no matter where none is needed
    std::filesystem::path recovery_directory{}; ///< where the synced copy goes before a write in place
};

using SaveResult = std::variant<FileStamp, SaveQuestion, FileError>;

/// Replaces a file's bytes so that at any moment either the old or the new ones are on disk: a temporary file in the
/// same folder, fsync, rename. Mode, owner and ACL are kept; the target of a link is replaced, never the link.
///
/// Where a rename would lose something, it asks (`in_place`) and then writes into the file itself. Before that a copy
/// of the old bytes is synced to `recovery_directory`; it is deleted at success, and named by the FileError where the
/// old bytes could not be put back. May be called from any thread; blocks for as long as the disk does.
[[nodiscard]] SaveResult save_file(const std::filesystem::path& path, std::string_view bytes,
                                   const SaveOptions& options);

} // namespace fairlead
