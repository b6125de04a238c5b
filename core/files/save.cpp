// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/files/save.h"

#include "core/files/save_target.h"

#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

namespace fairlead {
namespace {

/// Follows links in the last component; those in folders are the kernel's matter.
std::variant<std::filesystem::path, FileError> follow_links(std::filesystem::path path) {
    const std::filesystem::path asked = path;
    constexpr int most_links = 40; // the kernel's own limit
    for (int links = 0; links <= most_links; ++links) {
        std::error_code error;
        if (!std::filesystem::is_symlink(std::filesystem::symlink_status(path, error)))
            return path;
        const std::filesystem::path target = std::filesystem::read_symlink(path, error);
        if (error)
            return system_error(error.value(), "save", asked);
        path = path.parent_path() / target;
    }
    return system_error(ELOOP, "save", asked);
}

} // namespace

std::variant<SaveTarget, FileError> find_save_target(const std::filesystem::path& path) {
    auto followed = follow_links(path);
    if (auto* error = std::get_if<FileError>(&followed))
        return std::move(*error);
    SaveTarget target;
    target.path = std::get<std::filesystem::path>(std::move(followed));
    target.name = target.path.filename().native();
    if (target.name.empty() || target.name == "." || target.name == "..")
        return system_error(EISDIR, "save", path);

    const std::filesystem::path parent = target.path.parent_path();
    const char* folder = parent.empty() ? "." : parent.c_str();
    target.folder = open_at(AT_FDCWD, folder, O_RDONLY | O_DIRECTORY);
    if (!target.folder && errno == EACCES) {
        target.folder = open_at(AT_FDCWD, folder, O_PATH | O_DIRECTORY);
        target.folder_can_sync = false;
    }
    if (!target.folder)
        return system_error(errno, "open", parent);
    if (const int error = look_at(target))
        return system_error(error, "save", path);
    return target;
}

int look_at(SaveTarget& target) {
    struct stat status {};
    target.status.reset();
    if (::fstatat(target.folder.get(), target.name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0)
        target.status = status;
    else if (errno != ENOENT)
        return errno;
    return 0;
}

std::optional<SaveQuestion> question_of_change(const SaveTarget& target, const SaveOptions& options) {
    if (options.overwrite_changed)
        return std::nullopt;
    const std::string name = printable_path(target.path);
    const auto ask = [&](std::string_view what, std::string_view question) {
        const std::string fact = fmt::format("{} {}.", name, what);
        return SaveQuestion{.about = SaveQuestion::About::changed_on_disk,
                            .message = fmt::format("{} {}", fact, question),
                            .fact = fact};
    };
    if (!options.expected && target.status)
        return ask("exists already", "Replace it?");
    if (options.expected && !target.status)
        return ask("was deleted or moved since it was read", "Write it anew?");
    if (options.expected && *options.expected != stamp_of(*target.status))
        return ask("was changed by another program since it was read", "Overwrite that change?");
    return std::nullopt;
}

SaveResult save_file(const std::filesystem::path& path, std::string_view bytes, const SaveOptions& options) {
    auto found = find_save_target(path);
    if (auto* error = std::get_if<FileError>(&found))
        return std::move(*error);
    auto& target = std::get<SaveTarget>(found);
    if (target.status) {
        if (!S_ISREG(target.status->st_mode))
            return not_regular_error(*target.status, path);
        // A rename would replace what this user may not write.
        if (::faccessat(target.folder.get(), target.name.c_str(), W_OK, AT_EACCESS) != 0)
            return system_error(errno, "write", path);
    }
    if (auto question = question_of_change(target, options))
        return std::move(*question);

    SaveResult result = replace_target(target, bytes, options);
    const auto* question = std::get_if<SaveQuestion>(&result);
    if (question && question->about == SaveQuestion::About::in_place && options.in_place)
        return write_in_place(target, bytes, options);
    return result;
}

} // namespace fairlead
