// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/files/before_copy.h"
#include "core/files/save_target.h"

#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <limits>
#include <unistd.h>

namespace fairlead {
namespace {

/// Writes over a file's bytes. Room for all of them is made before the first is changed.
int write_over(int file, std::string_view bytes, off_t old_size) {
    const auto size = static_cast<off_t>(bytes.size());
    int error = reserve_space(file, old_size, size);
    if (error != 0)
        return error;
    if (::lseek(file, 0, SEEK_SET) != 0)
        return errno;
    error = write_all(file, bytes);
    if (error == 0 && ::ftruncate(file, size) != 0)
        error = errno;
    return error == 0 ? sync_file(file) : error;
}

FileError not_restored(FileError error, const BeforeCopy& copy) {
    error.message += fmt::format(" The file is damaged; what it held before lies in {}.", printable_path(copy.path()));
    return error;
}

} // namespace

SaveResult write_in_place(SaveTarget& target, std::string_view bytes, const SaveOptions& options) {
    if (options.recovery_directory.empty())
        return FileError{.what = FileError::What::other,
                         .code = 0,
                         .message = fmt::format("Cannot save {}: there is no folder for a copy of it, without which "
                                                "it is not written in place.",
                                                printable_path(target.path))};
    const Descriptor file =
        open_at(target.folder.get(), target.name.c_str(), O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
    struct stat status {};
    if (!file || ::fstat(file.get(), &status) != 0)
        return system_error(errno, "write", target.path);
    target.status = status;
    if (auto question = question_of_change(target, options))
        return std::move(*question);

    auto read = read_file(target.path, std::numeric_limits<std::size_t>::max() / 2);
    if (auto* error = std::get_if<FileError>(&read))
        return std::move(*error);
    const auto& old = std::get<FileContent>(read);
    const BeforeCopy copy(options.recovery_directory, target.path, old.bytes);
    if (const int error = copy.error())
        return system_error(error, "make a copy in", options.recovery_directory);

    const auto old_size = static_cast<off_t>(old.bytes.size());
    const int error = write_over(file.get(), bytes, old_size);
    if (error != 0) {
        const bool restored = write_over(file.get(), old.bytes, old_size) == 0;
        FileError failure = system_error(error, "save", target.path);
        if (!restored)
            return not_restored(std::move(failure), copy);
        copy.discard();
        return failure;
    }
    copy.discard();
    if (::fstat(file.get(), &status) != 0)
        return system_error(errno, "save", target.path);
    return stamp_of(status);
}

} // namespace fairlead
