// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/files/descriptor.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

namespace fairlead {
namespace {

std::int64_t nanoseconds(const timespec& time) noexcept {
    return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

/// Keeps SIGXFSZ from ending the program where a limit on file sizes is passed: the write fails instead.
class SizeLimitSignalBlocked {
public:
    SizeLimitSignalBlocked() noexcept {
        sigemptyset(&signal_);
        sigaddset(&signal_, SIGXFSZ);
        sigset_t pending;
        was_pending_ = sigpending(&pending) == 0 && sigismember(&pending, SIGXFSZ) == 1;
        pthread_sigmask(SIG_BLOCK, &signal_, &before_);
    }
    ~SizeLimitSignalBlocked() {
        if (!was_pending_) {
            const timespec at_once{};
            while (sigtimedwait(&signal_, nullptr, &at_once) == -1 && errno == EINTR) {
            }
        }
        pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    }
    SizeLimitSignalBlocked(const SizeLimitSignalBlocked&) = delete;
    SizeLimitSignalBlocked& operator=(const SizeLimitSignalBlocked&) = delete;

private:
    sigset_t signal_{};
    sigset_t before_{};
    bool was_pending_ = false;
};

FileError::What kind_of(int code) noexcept {
    switch (code) {
    case ENOENT:
    case ENOTDIR:
        return FileError::What::missing;
    case EACCES:
    case EPERM:
    case EROFS:
        return FileError::What::no_permission;
    case EISDIR:
    case ENXIO:
    case ENODEV:
        return FileError::What::not_regular;
    case EFBIG:
    case ENOSPC:
    case EDQUOT:
        return FileError::What::full;
    default:
        return FileError::What::other;
    }
}

} // namespace

int Descriptor::close() noexcept {
    const int number = std::exchange(number_, -1);
    return number >= 0 && ::close(number) != 0 && errno != EINTR ? errno : 0;
}

Descriptor open_at(int folder, const char* name, int flags, mode_t mode) noexcept {
    int number = -1;
    do {
        number = ::openat(folder, name, flags | O_CLOEXEC, mode);
    } while (number < 0 && errno == EINTR);
    return Descriptor(number);
}

FileStamp stamp_of(const struct stat& status) noexcept {
    return {.device = status.st_dev,
            .inode = status.st_ino,
            .size = static_cast<std::uint64_t>(status.st_size),
            .modified_ns = nanoseconds(status.st_mtim),
            .changed_ns = nanoseconds(status.st_ctim)};
}

FileError system_error(int code, std::string_view verb, const std::filesystem::path& path) {
    const std::string name = printable_path(path);
    const auto text = [&]() -> std::string {
        switch (code) {
        case ENOENT:
            return fmt::format("{} does not exist.", name);
        case ENOTDIR:
            return fmt::format("{} does not exist: a part of its path is a file, not a folder.", name);
        case EACCES:
        case EPERM:
            return fmt::format("You may not {} {}: its permissions, or those of a folder above it, forbid it.", verb,
                               name);
        case EROFS:
            return fmt::format("Cannot {} {}: it lies on a file system that is read-only.", verb, name);
        case ENOSPC:
            return fmt::format("Cannot {} {}: the disk is full. Free some space and try again.", verb, name);
        case EDQUOT:
            return fmt::format("Cannot {} {}: your disk quota is used up. Free some space and try again.", verb, name);
        case EFBIG:
            return fmt::format("Cannot {} {}: it would be larger than files may be here.", verb, name);
        case ELOOP:
            return fmt::format("Cannot {} {}: its links lead in a circle, or through too many.", verb, name);
        case ENAMETOOLONG:
            return fmt::format("Cannot {} {}: the name is too long.", verb, name);
        case EISDIR:
            return fmt::format("{} is a folder, not a file.", name);
        case EMFILE:
        case ENFILE:
            return fmt::format("Cannot {} {}: too many files are open.", verb, name);
        default:
            return fmt::format("Cannot {} {}: {}.", verb, name, std::strerror(code));
        }
    };
    return {.what = kind_of(code), .code = code, .message = text()};
}

FileError not_regular_error(const struct stat& status, const std::filesystem::path& path) {
    const auto kind = [&]() -> std::string_view {
        switch (status.st_mode & S_IFMT) {
        case S_IFDIR:
            return "a folder";
        case S_IFIFO:
            return "a FIFO (a named pipe)";
        case S_IFSOCK:
            return "a socket";
        case S_IFCHR:
        case S_IFBLK:
            return "a device";
        default:
            return "something else";
        }
    };
    return {.what = FileError::What::not_regular,
            .code = S_ISDIR(status.st_mode) ? EISDIR : 0,
            .message = fmt::format("{} is {}, not a regular file.", printable_path(path), kind())};
}

int write_all(int descriptor, std::string_view bytes) noexcept {
    const SizeLimitSignalBlocked blocked;
    constexpr std::size_t most_at_once = 1u << 30;
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), std::min(bytes.size(), most_at_once));
        if (written < 0) {
            if (errno == EINTR)
                continue;
            return errno;
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

int reserve_space(int descriptor, off_t size, off_t new_size) noexcept {
    const SizeLimitSignalBlocked blocked;
    int error = 0;
    while (new_size > size && (error = ::posix_fallocate(descriptor, size, new_size - size)) == EINTR) {
    }
    return error;
}

int sync_file(int descriptor) noexcept {
    while (::fsync(descriptor) != 0) {
        if (errno != EINTR)
            return errno;
    }
    return 0;
}

void sync_folder(int folder) noexcept {
    // A failure would say nothing about the file: it is in place, and its bytes were synced by themselves.
    (void)sync_file(folder);
}

} // namespace fairlead
