// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/files/save_target.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <limits>
#include <random>
#include <unistd.h>

namespace fairlead {
namespace {

/// As much of a name as leaves room for more on any file system; characters stay whole.
std::string_view beginning(std::string_view name) {
    constexpr std::size_t longest = 200;
    std::size_t end = std::min(name.size(), longest);
    while (end > 0 && end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0u) == 0x80)
        --end;
    return name.substr(0, end);
}

/// A synced copy of a file's bytes, deleted when it is not needed any more.
class RecoveryCopy {
public:
    RecoveryCopy(const std::filesystem::path& directory, const std::string& name, std::string_view bytes) {
        std::error_code made;
        std::filesystem::create_directories(directory, made);
        const Descriptor folder = open_at(AT_FDCWD, directory.c_str(), O_RDONLY | O_DIRECTORY);
        if (!folder) {
            error_ = errno;
            return;
        }
        std::random_device random;
        path_ = directory / fmt::format("{}-{:08x}.before", beginning(name), random());
        const Descriptor file =
            open_at(folder.get(), path_.filename().c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0600);
        if (!file) {
            error_ = errno;
            return;
        }
        error_ = write_all(file.get(), bytes);
        if (error_ == 0)
            error_ = sync_file(file.get());
        if (error_ != 0)
            discard();
        else
            sync_folder(folder.get());
    }
    RecoveryCopy(const RecoveryCopy&) = delete;
    RecoveryCopy& operator=(const RecoveryCopy&) = delete;
    ~RecoveryCopy() = default;

    [[nodiscard]] int error() const noexcept { return error_; }
    [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }
    void discard() { ::unlink(path_.c_str()); }

private:
    std::filesystem::path path_;
    int error_ = 0;
};

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

FileError not_restored(FileError error, const RecoveryCopy& copy) {
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
    RecoveryCopy copy(options.recovery_directory, target.name, old.bytes);
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
