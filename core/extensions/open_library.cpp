// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/open_library.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>

namespace fairlead {

std::unique_ptr<ByteSource> open_library(const std::filesystem::path& path, int* error) {
    const auto fail = [error](int code) -> std::unique_ptr<ByteSource> {
        if (error != nullptr)
            *error = code;
        return nullptr;
    };
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) // opening a device may already do something
        return fail(errno);
    if (!S_ISREG(status.st_mode))
        return fail(0);
    Descriptor file = open_at(AT_FDCWD, path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY);
    if (!file || ::fstat(file.get(), &status) != 0)
        return fail(errno);
    if (!S_ISREG(status.st_mode))
        return fail(0);
    return std::make_unique<FileBytes>(std::move(file), static_cast<std::uint64_t>(status.st_size));
}

} // namespace fairlead
