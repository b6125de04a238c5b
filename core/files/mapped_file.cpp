// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/files/mapped_file.h"

#include "core/files/descriptor.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <system_error>

namespace fairlead {
namespace {

[[noreturn]] void fail(const std::filesystem::path& path, int error) {
    throw std::filesystem::filesystem_error("the file cannot be read", path,
                                            std::error_code(error, std::generic_category()));
}

} // namespace

std::shared_ptr<const MappedFile> MappedFile::open(const std::filesystem::path& path) {
    // Without waiting: a pipe would else be waited for.
    const Descriptor file = open_at(AT_FDCWD, path.c_str(), O_RDONLY | O_NONBLOCK);
    struct stat status {};
    if (!file || ::fstat(file.get(), &status) != 0)
        fail(path, errno);
    if (S_ISDIR(status.st_mode))
        fail(path, EISDIR);
    if (!S_ISREG(status.st_mode))
        fail(path, EINVAL);
    const auto size = static_cast<std::size_t>(status.st_size);
    const std::byte* begin = nullptr;
    if (size > 0) {
        void* mapped = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.get(), 0);
        if (mapped == MAP_FAILED)
            fail(path, errno);
        begin = static_cast<const std::byte*>(mapped);
    }
    return std::shared_ptr<const MappedFile>(new MappedFile({begin, size}));
}

MappedFile::~MappedFile() {
    if (!bytes_.empty())
        ::munmap(const_cast<std::byte*>(bytes_.data()), bytes_.size());
}

} // namespace fairlead
