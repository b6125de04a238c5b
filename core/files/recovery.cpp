// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/files/recovery.h"

#include "core/files/descriptor.h"
#include "core/files/recovery_record.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <random>
#include <string_view>
#include <sys/file.h>
#include <unistd.h>

namespace fairlead {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view instance_prefix = "instance-";
constexpr std::string_view unfinished_prefix = "starting-"; // an instance's folder before its lock is held
constexpr const char* lock_name = "lock";
constexpr std::string_view record_suffix = ".text";

bool is_valid_id(std::string_view id) {
    return !id.empty() && id.size() <= 64 && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

/// The lock of an instance's folder, if no running instance holds it.
Descriptor try_lock(int folder, int flags) {
    Descriptor lock = open_at(folder, lock_name, O_RDWR | O_NOFOLLOW | O_NONBLOCK | flags, 0600);
    if (lock && ::flock(lock.get(), LOCK_EX | LOCK_NB) == 0)
        return lock;
    return {};
}

std::vector<fs::path> entries_of(const fs::path& folder) {
    std::vector<fs::path> entries;
    std::error_code error;
    for (fs::directory_iterator i(folder, error), end; !error && i != end; i.increment(error))
        entries.push_back(i->path());
    std::sort(entries.begin(), entries.end());
    return entries;
}

} // namespace

struct RecoveryStore::State {
    fs::path directory;
    fs::path own; ///< this instance's folder; empty until it is needed
    Descriptor folder;
    Descriptor lock;
    std::string unique = fmt::format("{:08x}{:08x}", std::random_device{}(), std::random_device{}());
    std::uint32_t last_id = 0;

    std::optional<FileError> make_own_folder();
    void leave_own_folder();
    std::optional<FileError> write(const std::string& name, std::string_view bytes) const;
    void take_over_from(const fs::path& instance, std::vector<RecoveredText>& out);
};

std::optional<FileError> RecoveryStore::State::make_own_folder() {
    if (folder)
        return std::nullopt;
    std::error_code made;
    fs::create_directories(directory, made);
    // The folder gets its name once its lock is held, so that no other instance can take it in between.
    const fs::path starting = directory / (std::string(unfinished_prefix) + unique);
    if (::mkdir(starting.c_str(), 0700) != 0)
        return system_error(errno, "keep unsaved text in", directory);
    folder = open_at(AT_FDCWD, starting.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
    if (folder)
        lock = try_lock(folder.get(), O_CREAT);
    own = directory / (std::string(instance_prefix) + unique);
    if (!folder || !lock || ::rename(starting.c_str(), own.c_str()) != 0) {
        const int error = errno;
        leave_own_folder();
        fs::remove_all(starting, made);
        return system_error(error, "keep unsaved text in", directory);
    }
    return std::nullopt;
}

void RecoveryStore::State::leave_own_folder() {
    folder = {};
    lock = {};
    own.clear();
}

std::optional<FileError> RecoveryStore::State::write(const std::string& name, std::string_view bytes) const {
    const std::string temporary = name + ".new";
    Descriptor file = open_at(folder.get(), temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, 0600);
    int error = file ? write_all(file.get(), bytes) : errno;
    if (error == 0)
        error = sync_file(file.get());
    if (error == 0)
        error = file.close();
    if (error == 0 && ::renameat(folder.get(), temporary.c_str(), folder.get(), name.c_str()) != 0)
        error = errno;
    if (error == 0)
        return std::nullopt;
    ::unlinkat(folder.get(), temporary.c_str(), 0);
    return system_error(error, "keep unsaved text in", own);
}

void RecoveryStore::State::take_over_from(const fs::path& instance, std::vector<RecoveredText>& out) {
    const Descriptor other = open_at(AT_FDCWD, instance.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
    if (!other)
        return;
    const Descriptor its_lock = try_lock(other.get(), 0);
    if (!its_lock)
        return;
    for (const fs::path& file : entries_of(instance)) {
        if (file.extension() != record_suffix)
            continue;
        auto read = read_file(file, max_recovery_record);
        const auto* content = std::get_if<FileContent>(&read);
        auto text = content ? read_recovery_record(content->bytes) : std::nullopt;
        if (!text || make_own_folder())
            continue;
        text->id = fmt::format("{}-{}", unique, ++last_id);
        const fs::path here = own / (text->id + std::string(record_suffix));
        if (::rename(file.c_str(), here.c_str()) == 0)
            out.push_back(std::move(*text));
    }
    // What could not be read stays, for someone to look at; a folder with nothing but its lock goes.
    const auto left = entries_of(instance);
    if (left.size() == 1 && left.front().filename() == lock_name) {
        ::unlinkat(other.get(), lock_name, 0);
        ::rmdir(instance.c_str());
    }
}

fs::path recovery_directory(const std::function<const char*(const char*)>& variable) {
    const auto below = [](const char* folder, const char* rest) { return fs::path(folder) / rest; };
    const char* state = variable("XDG_STATE_HOME");
    if (state && *state == '/') // a relative one counts as not set
        return below(state, "fairlead/recovery");
    const char* home = variable("HOME");
    if (home && *home != '\0')
        return below(home, ".local/state/fairlead/recovery");
    return {};
}

RecoveryStore::RecoveryStore(fs::path directory) : state_(std::make_unique<State>()) {
    state_->directory = std::move(directory);
}

RecoveryStore::~RecoveryStore() {
    if (!state_->folder)
        return;
    const auto left = entries_of(state_->own);
    const bool empty =
        std::none_of(left.begin(), left.end(), [](const fs::path& file) { return file.extension() == record_suffix; });
    if (empty) {
        std::error_code ignored;
        fs::remove_all(state_->own, ignored);
    }
}

std::optional<FileError> RecoveryStore::keep(const RecoveredText& text) {
    if (!is_valid_id(text.id))
        return FileError{.what = FileError::What::other, .code = EINVAL, .message = "That is no id of a text."};
    if (auto error = state_->make_own_folder())
        return error;
    const std::string name = text.id + std::string(record_suffix);
    const std::string record = write_recovery_record(text);
    if (record.size() > max_recovery_record)
        return FileError{.what = FileError::What::too_large,
                         .code = 0,
                         .message = fmt::format("The text has over {} MiB, more than is kept: save it.",
                                                max_recovery_record >> 20u)};
    auto error = state_->write(name, record);
    if (!error || error->code != ENOENT)
        return error;
    // The folder was cleaned away: nothing can be made in it any more.
    state_->leave_own_folder();
    if (auto not_made = state_->make_own_folder())
        return not_made;
    return state_->write(name, record);
}

void RecoveryStore::forget(const std::string& id) {
    if (state_->folder && is_valid_id(id))
        ::unlinkat(state_->folder.get(), (id + std::string(record_suffix)).c_str(), 0);
}

std::string RecoveryStore::new_id() { return fmt::format("{}-{}", state_->unique, ++state_->last_id); }

std::vector<RecoveredText> RecoveryStore::take_over() {
    std::vector<RecoveredText> texts;
    for (const fs::path& entry : entries_of(state_->directory)) {
        if (entry.filename().native().starts_with(instance_prefix) && entry != state_->own)
            state_->take_over_from(entry, texts);
    }
    return texts;
}

} // namespace fairlead
