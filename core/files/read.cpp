// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/files/read.h"

#include "core/files/descriptor.h"

#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

namespace fairlead {
namespace {

constexpr double mebibyte = 1024.0 * 1024.0;

FileError too_large(std::uint64_t size, std::size_t limit, const std::filesystem::path& path) {
    return {.what = FileError::What::too_large,
            .code = 0,
            .message =
                fmt::format("{} has {:.1f} MiB. Files over {:.6g} MiB are not read: split it.", printable_path(path),
                            static_cast<double>(size) / mebibyte, static_cast<double>(limit) / mebibyte)};
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

/// The length of the UTF-8 sequence at the start, or 0 if there is none.
std::size_t utf8_length(std::string_view text) noexcept {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto follows = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) {
        return i < text.size() && byte(i) >= low && byte(i) <= high;
    };
    const unsigned lead = byte(0);
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return follows(1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF)
        return follows(1, lead == 0xE0 ? 0xA0 : 0x80, lead == 0xED ? 0x9F : 0xBF) && follows(2) ? 3 : 0;
    if (lead >= 0xF0 && lead <= 0xF4)
        return follows(1, lead == 0xF0 ? 0x90 : 0x80, lead == 0xF4 ? 0x8F : 0xBF) && follows(2) && follows(3) ? 4 : 0;
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

std::string printable_path(const std::filesystem::path& path) {
    std::string result;
    std::string_view rest = path.native();
    result.reserve(rest.size());
    while (!rest.empty()) {
        const std::size_t length = utf8_length(rest);
        if (length == 0)
            fmt::format_to(std::back_inserter(result), "\\x{:02x}", static_cast<unsigned char>(rest.front()));
        else
            result.append(rest.substr(0, length));
        rest.remove_prefix(length == 0 ? 1 : length);
    }
    return result;
}

} // namespace fairlead
