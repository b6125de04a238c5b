// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/files/read.h"

#include <string_view>
#include <sys/stat.h>
#include <utility>

namespace fairlead {

/// Owns a file descriptor of the system. For the sources of this folder.
class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int number) noexcept : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    ~Descriptor() { (void)close(); }

    [[nodiscard]] explicit operator bool() const noexcept { return number_ >= 0; }
    [[nodiscard]] int get() const noexcept { return number_; }
    /// The error of closing (some file systems report a failed write only then), or 0.
    [[nodiscard]] int close() noexcept;

private:
    int number_ = -1;
};

/// open(2), again after a signal. `flags` get O_CLOEXEC.
[[nodiscard]] Descriptor open_at(int folder, const char* name, int flags, mode_t mode = 0) noexcept;

[[nodiscard]] FileStamp stamp_of(const struct stat& status) noexcept;

/// What an errno means to someone who wanted to `verb` ("read", "save") the path.
[[nodiscard]] FileError system_error(int code, std::string_view verb, const std::filesystem::path& path);

/// That a path is no regular file, or nothing if it is one.
[[nodiscard]] FileError not_regular_error(const struct stat& status, const std::filesystem::path& path);

/// Writes all of it at the descriptor's offset; 0 or an errno. A limit on file sizes is EFBIG and no signal.
[[nodiscard]] int write_all(int descriptor, std::string_view bytes) noexcept;

/// Makes room on the disk for a file that is to grow from `size` bytes to `new_size`; 0 or an errno.
[[nodiscard]] int reserve_space(int descriptor, off_t size, off_t new_size) noexcept;

/// fsync(2); 0 or an errno.
[[nodiscard]] int sync_file(int descriptor) noexcept;

/// fsync(2) of a folder, where its file system knows that.
void sync_folder(int folder) noexcept;

} // namespace fairlead
