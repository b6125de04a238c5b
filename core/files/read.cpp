// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/files/read.h"

#include "core/files/descriptor.h"
#include "core/files/utf8.h"

#include <cerrno>
#include <cmath>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

namespace fairlead {
namespace {

constexpr double mebibyte = 1024.0 * 1024.0;

FileError too_large(std::uint64_t size, std::size_t limit, const std::filesystem::path& path) {
    // Rounded up: one byte more than the limit shall not read as the limit.
    const double tenths = std::ceil(static_cast<double>(size) / mebibyte * 10);
    return {.what = FileError::What::too_large,
            .code = 0,
            .message = fmt::format("{} has {:.1f} MiB. Files over {:.6g} MiB are not read: split it.",
                                   printable_path(path), tenths / 10, static_cast<double>(limit) / mebibyte)};
}

/// Reads to the end of the file, at most `most` bytes; an errno if that fails.
int read_all(int descriptor, std::string& bytes, std::size_t expected, std::size_t most) {
    // One byte more than expected: a file that has not changed meanwhile is then read by a single call.
    bytes.resize(std::min(expected + 1, most));
    std::size_t filled = 0;
    while (true) {
        if (filled == bytes.size()) {
            if (filled == most)
                break;
            bytes.resize(std::min(bytes.size() * 2 + 4096, most));
        }
        const std::size_t wanted = bytes.size() - filled;
        const ssize_t got = ::read(descriptor, bytes.data() + filled, wanted);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return errno;
        filled += static_cast<std::size_t>(got);
        if (got == 0 || (filled == expected && static_cast<std::size_t>(got) < wanted))
            break;
    }
    bytes.resize(filled);
    return 0;
}

} // namespace

ReadResult read_file(const std::filesystem::path& path, std::size_t limit) {
    struct stat status {};
    // Opening a device may already do something, so look before.
    if (::stat(path.c_str(), &status) != 0)
        return system_error(errno, "read", path);
    if (!S_ISREG(status.st_mode))
        return not_regular_error(status, path);

    const Descriptor file = open_at(AT_FDCWD, path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY);
    if (!file || ::fstat(file.get(), &status) != 0)
        return system_error(errno, "read", path);
    if (!S_ISREG(status.st_mode))
        return not_regular_error(status, path);
    const auto size = static_cast<std::uint64_t>(status.st_size);
    if (size > limit)
        return too_large(size, limit, path);

    FileContent content{.bytes = {}, .stamp = stamp_of(status), .writable = false};
    if (const int error = read_all(file.get(), content.bytes, static_cast<std::size_t>(size), limit + 1))
        return system_error(error, "read", path);
    if (content.bytes.size() > limit)
        return too_large(content.bytes.size(), limit, path);
    content.writable = ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0;
    return content;
}

std::variant<FileStamp, FileError> stamp_file(const std::filesystem::path& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0)
        return system_error(errno, "read", path);
    return stamp_of(status);
}

std::string printable_path(const std::filesystem::path& path) { return valid_utf8(path.native()); }

} // namespace fairlead
