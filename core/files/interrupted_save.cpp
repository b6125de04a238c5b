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

/// The copy, if no running instance holds it.
Descriptor try_lock(const fs::path& copy) {
    Descriptor file = open_at(AT_FDCWD, copy.c_str(), O_RDWR | O_NOFOLLOW | O_NONBLOCK);
    if (file && ::flock(file.get(), LOCK_EX | LOCK_NB) == 0)
        return file;
    return {};
}

std::optional<std::string> bytes_of(const fs::path& path) {
    auto read = read_file(path, no_limit);
    if (auto* content = std::get_if<FileContent>(&read))
        return std::string(content->bytes);
    return std::nullopt;
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
    const fs::path link = fs::absolute(file, made);
    error_ = ::symlinkat(link.c_str(), folder.get(), (name + link_suffix).c_str()) == 0 ? 0 : errno;
    if (error_ == 0)
        error_ = write(folder.get(), name, bytes);
    if (error_ != 0) {
        ::unlinkat(folder.get(), (name + unfinished_suffix).c_str(), 0);
        discard();
    } else {
        sync_folder(folder.get());
    }
}

int BeforeCopy::write(int folder, const std::string& name, std::string_view bytes) {
    const std::string unfinished = name + unfinished_suffix;
    file_ = open_at(folder, unfinished.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, 0600);
    if (!file_ || ::flock(file_.get(), LOCK_EX | LOCK_NB) != 0)
        return errno;
    int error = write_all(file_.get(), bytes);
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
    std::vector<fs::path> copies;
    std::error_code error;
    for (fs::directory_iterator i(recovery_directory, error), end; !error && i != end; i.increment(error)) {
        const fs::path extension = i->path().extension();
        if (extension == BeforeCopy::whole_suffix || extension == BeforeCopy::unfinished_suffix)
            copies.push_back(i->path());
    }
    std::sort(copies.begin(), copies.end());
    std::vector<InterruptedSave> saves;
    for (const fs::path& copy : copies) {
        Descriptor lock = try_lock(copy);
        if (!lock)
            continue;
        if (copy.extension() == BeforeCopy::unfinished_suffix) {
            BeforeCopy::discard(copy); // the file was not touched yet
            continue;
        }
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
