// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <variant>

namespace fairlead {

/// What tells one state of a file from another without reading it. Compare two of them to see a change.
struct FileStamp {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::uint64_t size = 0;
    std::int64_t modified_ns = 0; ///< since the epoch
    std::int64_t changed_ns = 0;
    friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

/// Why a file or folder cannot be read or written.
struct FileError {
    enum class What : std::uint8_t { missing, no_permission, not_regular, too_large, changed, full, other };
    What what = What::other;
    int code = 0;          ///< errno, 0 if none
    std::string message{}; ///< for people: what happened and what to do
};

struct FileContent {
    std::string bytes{};
    FileStamp stamp{};
    bool writable = false; ///< whether this user may write the file (or, for a link, its target)
};

using ReadResult = std::variant<FileContent, FileError>;

/// Reads a whole regular file (a link is followed). Folders, sockets, FIFOs and devices are refused without being
/// opened; a file over `limit` bytes is refused. One that grows or shrinks meanwhile is read as far as it is.
[[nodiscard]] ReadResult read_file(const std::filesystem::path& path, std::size_t limit);

/// The state of a file, of a link that of its target, to compare with an earlier one. Nothing is opened.
[[nodiscard]] std::variant<FileStamp, FileError> stamp_file(const std::filesystem::path& path);

/// A path for people and JSON: UTF-8 as it is, any other byte as `\xNN`.
[[nodiscard]] std::string printable_path(const std::filesystem::path& path);

} // namespace fairlead
