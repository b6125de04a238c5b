// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/files/descriptor.h"

#include <string>
#include <string_view>

namespace fairlead {

/// A synced copy of a file's bytes for as long as the file is written in place; see InterruptedSave. For the sources of
/// this folder.
///
/// It is made in a folder as `NAME.copying`, locked, and becomes `NAME.before` when it is whole; `NAME.file`, which is
/// made between, is a link to the file. An ended program leaves all of them, without the lock. Till its copy is locked,
/// a program holds a lock on the folder, which excludes those that sweep it.
class BeforeCopy {
public:
    static constexpr const char* whole_suffix = ".before";
    static constexpr const char* unfinished_suffix = ".copying";
    static constexpr const char* link_suffix = ".file";

    BeforeCopy(const std::filesystem::path& directory, const std::filesystem::path& file, std::string_view bytes);
    /// Leaves it where it is.
    ~BeforeCopy() = default;
    BeforeCopy(const BeforeCopy&) = delete;
    BeforeCopy& operator=(const BeforeCopy&) = delete;

    [[nodiscard]] int error() const noexcept { return error_; } ///< an errno, or 0
    [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }
    /// It is not needed any more.
    void discard() const { discard(path_); }
    static void discard(const std::filesystem::path& path);

private:
    int make_locked(int folder, const std::string& unfinished);
    int write(int folder, const std::string& name, const std::filesystem::path& file, std::string_view bytes);

    std::filesystem::path path_;
    Descriptor file_; // holds the lock
    int error_ = 0;
};

} // namespace fairlead
