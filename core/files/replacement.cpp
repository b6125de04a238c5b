// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/files/save_target.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <fmt/format.h>
#include <random>
#include <unistd.h>

namespace fairlead {
namespace {

/// A new file beside the target, deleted again unless it was renamed. Its name is no card file's, so that fairseq2
/// does not take it for one where a crash leaves it behind.
class TemporaryFile {
public:
    TemporaryFile(const SaveTarget& target, mode_t mode) : folder_(target.folder.get()) {
        std::random_device random;
        constexpr int attempts = 100;
        for (int i = 0; i < attempts; ++i) {
            name_ = fmt::format(".fairlead-{:08x}.tmp", random());
            file_ = open_at(folder_, name_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode);
            if (file_ || errno != EEXIST)
                break;
        }
        error_ = file_ ? 0 : errno;
    }
    ~TemporaryFile() {
        if (file_ && !renamed_)
            ::unlinkat(folder_, name_.c_str(), 0);
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    /// The errno for which it could not be made, or 0.
    [[nodiscard]] int error() const noexcept { return error_; }
    [[nodiscard]] int descriptor() const noexcept { return file_.get(); }

    /// Takes the target's place; an errno if it cannot. A file that appeared where none was is not replaced (EEXIST).
    [[nodiscard]] int rename_to(const SaveTarget& target) {
        const char* name = target.name.c_str();
        if (!target.status)
            return take_free_name(name);
        renamed_ = ::renameat(folder_, name_.c_str(), folder_, name) == 0;
        return renamed_ ? 0 : errno;
    }

private:
    int take_free_name(const char* name) {
        renamed_ = ::renameat2(folder_, name_.c_str(), folder_, name, RENAME_NOREPLACE) == 0;
        if (renamed_)
            return 0;
        if (errno != EINVAL && errno != ENOSYS)
            return errno;
        // NFS, FUSE and others do not know that, but most of them links. The temporary name goes at once: later, that
        // would look like a change of the file.
        if (::linkat(folder_, name_.c_str(), folder_, name, 0) == 0) {
            renamed_ = ::unlinkat(folder_, name_.c_str(), 0) == 0;
            return 0;
        }
        if (errno != EPERM && errno != EOPNOTSUPP && errno != ENOSYS)
            return errno;
        if (!open_at(folder_, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0600))
            return errno;
        renamed_ = ::renameat(folder_, name_.c_str(), folder_, name) == 0;
        if (renamed_)
            return 0;
        const int error = errno;
        ::unlinkat(folder_, name, 0);
        return error;
    }

    int folder_ = -1;
    std::string name_;
    Descriptor file_;
    int error_ = 0;
    bool renamed_ = false;
};

SaveQuestion ask_in_place_since(const std::string& fact) {
    return {.about = SaveQuestion::About::in_place,
            .message = fact + " Write into the file itself instead? A copy of it is kept until that is done.",
            .fact = fact};
}

SaveQuestion ask_in_place(const SaveTarget& target, const std::string& loss) {
    return ask_in_place_since(
        fmt::format("Replacing {} by a new file would lose {}.", printable_path(target.path), loss));
}

SaveQuestion ask_in_place_for_folder(const SaveTarget& target) {
    return ask_in_place_since(
        fmt::format("{} cannot be replaced by a new file, since its folder allows none.", printable_path(target.path)));
}

bool folder_forbids(int code) {
    return code == EACCES || code == EPERM || code == EROFS || code == EBUSY || code == EXDEV;
}

} // namespace

SaveResult replace_target(SaveTarget& target, std::string_view bytes, const SaveOptions& options) {
    if (target.status && target.status->st_nlink > 1) {
        const auto others = target.status->st_nlink - 1;
        return ask_in_place(target, others == 1 ? std::string("its hard link: the file's other name would keep the "
                                                              "old text")
                                                : fmt::format("its hard links: the file's {} other names would keep "
                                                              "the old text",
                                                              others));
    }
    // A new file's mode is that of any new file; an old one's is given to it once its owner is right.
    TemporaryFile temporary(target, target.status ? 0600 : 0666);
    if (const int error = temporary.error()) {
        if (target.status && folder_forbids(error))
            return ask_in_place_for_folder(target);
        return system_error(error, "save", target.path);
    }
    if (target.status) {
        if (const std::string loss = give_attributes(temporary.descriptor(), target); !loss.empty())
            return ask_in_place(target, loss);
    }
    int error = write_all(temporary.descriptor(), bytes);
    if (error == 0 && target.status) {
        if (const std::string loss = give_mode(temporary.descriptor(), target); !loss.empty())
            return ask_in_place(target, loss);
    }
    if (error == 0)
        error = sync_file(temporary.descriptor());
    if (error != 0)
        return system_error(error, "save", target.path);

    // Writing takes time: look again, as close to the rename as can be.
    error = look_at(target);
    if (error != 0)
        return system_error(error, "save", target.path);
    if (auto question = question_of_change(target, options))
        return std::move(*question);
    error = temporary.rename_to(target);
    if (error == EEXIST && !look_at(target)) {
        if (auto question = question_of_change(target, options))
            return std::move(*question);
        error = temporary.rename_to(target);
    }
    if (error != 0 && target.status && folder_forbids(error))
        return ask_in_place_for_folder(target);
    if (error != 0)
        return system_error(error, "save", target.path);
    if (target.folder_can_sync)
        sync_folder(target.folder.get());

    struct stat status {};
    if (::fstat(temporary.descriptor(), &status) != 0)
        return system_error(errno, "save", target.path);
    return stamp_of(status);
}

} // namespace fairlead
