// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/files/save.h"

#include <QTemporaryDir>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <sys/stat.h>

namespace fairlead::test {

/// A folder for a test, open to every user, and quick ways to look into it.
class Disk {
public:
    Disk() : root_(folder_.path().toStdString()) { ::chmod(root_.c_str(), 0755); }

    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return root_ / name; }
    [[nodiscard]] const std::filesystem::path& root() const { return root_; }

    std::filesystem::path write(const std::string& name, const std::string& bytes, mode_t mode = 0644) const {
        const auto path = root_ / name;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << bytes;
        ::chmod(path.c_str(), mode);
        return path;
    }
    std::filesystem::path make_folder(const std::string& name, mode_t mode = 0755) const {
        const auto path = root_ / name;
        std::filesystem::create_directories(path);
        ::chmod(path.c_str(), mode);
        return path;
    }
    [[nodiscard]] static std::string bytes_of(const std::filesystem::path& path) {
        std::ifstream stream(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    [[nodiscard]] static std::set<std::string> names_in(const std::filesystem::path& folder) {
        std::set<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(folder))
            names.insert(entry.path().filename().string());
        return names;
    }
    [[nodiscard]] static struct stat status_of(const std::filesystem::path& path) {
        struct stat status {};
        ::lstat(path.c_str(), &status);
        return status;
    }

private:
    QTemporaryDir folder_;
    std::filesystem::path root_;
};

/// A result as one line: `saved`, `ask changed: …`, `ask in place: …`, `error: …`.
inline std::string described(const SaveResult& result) {
    if (const auto* question = std::get_if<SaveQuestion>(&result))
        return (question->about == SaveQuestion::About::in_place ? "ask in place: " : "ask changed: ") +
               question->message;
    if (const auto* error = std::get_if<FileError>(&result))
        return "error: " + error->message;
    return "saved";
}

inline FileStamp stamp(const std::filesystem::path& path) { return std::get<FileStamp>(stamp_file(path)); }

} // namespace fairlead::test
