// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/files/descriptor.h"
#include "core/files/save.h"

#include <optional>
#include <string>
#include <sys/stat.h>

namespace fairlead {

/// Where a save really goes, after all links: a name in an open folder. For the sources of this folder.
struct SaveTarget {
    std::filesystem::path path;
    Descriptor folder;
    bool folder_can_sync = true;
    std::string name;
    std::optional<struct stat> status; ///< as last looked at; none: there is no such file
};

[[nodiscard]] std::variant<SaveTarget, FileError> find_save_target(const std::filesystem::path& path);

/// What the target is now; an errno other than ENOENT if that cannot be seen.
[[nodiscard]] int look_at(SaveTarget& target);

/// The question to ask if the target is not in the state that was read.
[[nodiscard]] std::optional<SaveQuestion> question_of_change(const SaveTarget& target, const SaveOptions& options);

/// Temporary file, fsync, rename. Asks `in_place` where that would lose something, with nothing written then.
[[nodiscard]] SaveResult replace_target(SaveTarget& target, std::string_view bytes, const SaveOptions& options);

/// Writes into the file itself, after a recovery copy.
[[nodiscard]] SaveResult write_in_place(SaveTarget& target, std::string_view bytes, const SaveOptions& options);

/// Gives a new file the owner, ACL and extended attributes of the target. What could not be given, as
/// "its owner (alice)"; empty: nothing is lost.
[[nodiscard]] std::string give_attributes(int new_file, const SaveTarget& target);

/// Gives it the mode, in the same way. Last of all: a new owner takes set-user-id away, a write by a plain user does,
/// and with an ACL the group's bits are its mask.
[[nodiscard]] std::string give_mode(int new_file, const SaveTarget& target);

} // namespace fairlead
