// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/files/interrupted_save.h"

#include "core/files/before_copy.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <limits>
#include <random>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace fairlead {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t no_limit = std::numeric_limits<std::size_t>::max() / 2;

/// As much of a name as leaves room for more on any file system; characters stay whole.
std::string_view beginning(std::string_view name) {
    constexpr std::size_t longest = 200;
    std::size_t end = std::min(name.size(), longest);
    while (end > 0 && end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0u) == 0x80)
        --end;
    return name.substr(0, end);
}

/// flock(2), again after a signal.
bool lock(int descriptor, int operation) {
    int result = 0;
    do
        result = ::flock(descriptor, operation);
    while (result != 0 && errno == EINTR);
    return result == 0;
}

/// The copy, if no running instance holds it.
Descriptor try_lock(const fs::path& copy) {
    Descriptor file = open_at(AT_FDCWD, copy.c_str(), O_RDWR | O_NOFOLLOW | O_NONBLOCK);
    if (file && lock(file.get(), LOCK_EX | LOCK_NB))
        return file;
    return {};
}

std::optional<std::string> bytes_of(const fs::path& path) {
    auto read = read_file(path, no_limit);
    if (auto* content = std::get_if<FileContent>(&read))
        return std::string(content->bytes);
    return std::nullopt;
}

/// The files in a folder whose names end so, in their order.
std::vector<fs::path> files_with(const fs::path& folder, const char* suffix) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator i(folder, error), end; !error && i != end; i.increment(error))
        if (i->path().extension() == suffix)
            files.push_back(i->path());
    std::sort(files.begin(), files.end());
    return files;
}

bool is_there(fs::path path, const char* suffix) {
    struct stat status {};
    return ::lstat(path.replace_extension(suffix).c_str(), &status) == 0;
}

/// Deletes what ended programs have left of no use: unfinished copies, as the file was not touched yet, and links
/// without a copy. While another instance makes one nothing is.
void sweep(const fs::path& directory) {
    const Descriptor folder = open_at(AT_FDCWD, directory.c_str(), O_RDONLY | O_DIRECTORY);
    if (!folder || !lock(folder.get(), LOCK_EX | LOCK_NB))
        return;
    for (const fs::path& copy : files_with(directory, BeforeCopy::unfinished_suffix))
        if (const Descriptor unused = try_lock(copy))
            BeforeCopy::discard(copy);
    std::error_code error;
    // In this order: a copy that is done meanwhile gets the second name in place of the first.
    for (const fs::path& link : files_with(directory, BeforeCopy::link_suffix))
        if (fs::is_symlink(link, error) && !is_there(link, BeforeCopy::unfinished_suffix) &&
            !is_there(link, BeforeCopy::whole_suffix))
            ::unlink(link.c_str());
}

} // namespace

BeforeCopy::BeforeCopy(const fs::path& directory, const fs::path& file, std::string_view bytes) {
    std::error_code made;
    fs::create_directories(directory, made);
    const Descriptor folder = open_at(AT_FDCWD, directory.c_str(), O_RDONLY | O_DIRECTORY);
    if (!folder) {
        error_ = errno;
        return;
    }
    const std::string name = fmt::format("{}-{:08x}", beginning(file.filename().native()), std::random_device{}());
    path_ = directory / (name + whole_suffix);
    error_ = write(folder.get(), name, fs::absolute(file, made), bytes);
    if (error_ != 0) {
        ::unlinkat(folder.get(), (name + unfinished_suffix).c_str(), 0);
        discard();
    } else {
        sync_folder(folder.get());
    }
}

int BeforeCopy::make_locked(int folder, const std::string& unfinished) {
    // Where folders cannot be locked none is swept.
    const bool is_kept = lock(folder, LOCK_SH);
    int error = 0;
    file_ = open_at(folder, unfinished.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, 0600);
    if (!file_ || !lock(file_.get(), LOCK_EX | LOCK_NB))
        error = errno;
    if (is_kept)
        (void)lock(folder, LOCK_UN);
    return error;
}

int BeforeCopy::write(int folder, const std::string& name, const fs::path& file, std::string_view bytes) {
    const std::string unfinished = name + unfinished_suffix;
    int error = make_locked(folder, unfinished);
    if (error == 0 && ::symlinkat(file.c_str(), folder, (name + link_suffix).c_str()) != 0)
        error = errno;
    if (error == 0)
        error = write_all(file_.get(), bytes);
    if (error == 0)
        error = sync_file(file_.get());
    if (error == 0 && ::renameat(folder, unfinished.c_str(), folder, (name + whole_suffix).c_str()) != 0)
        error = errno;
    return error;
}

void BeforeCopy::discard(const fs::path& path) {
    ::unlink(path.c_str());
    fs::path link = path;
    ::unlink(link.replace_extension(link_suffix).c_str());
}

std::vector<InterruptedSave> take_interrupted_saves(const fs::path& recovery_directory) {
    sweep(recovery_directory);
    std::vector<InterruptedSave> saves;
    for (const fs::path& copy : files_with(recovery_directory, BeforeCopy::whole_suffix)) {
        Descriptor lock = try_lock(copy);
        if (!lock)
            continue;
        std::error_code error;
        fs::path link = copy;
        const fs::path file = fs::read_symlink(link.replace_extension(BeforeCopy::link_suffix), error);
        auto before = error || !file.is_absolute() ? std::nullopt : bytes_of(copy);
        if (!before)
            continue;
        if (bytes_of(file) == before) {
            BeforeCopy::discard(copy);
            continue;
        }
        saves.push_back({copy, file, std::move(*before), std::make_shared<Descriptor>(std::move(lock))});
    }
    return saves;
}

void forget_interrupted_save(const InterruptedSave& save) { BeforeCopy::discard(save.copy); }

} // namespace fairlead
