// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/assets/walk.h"

#include "core/assets/python_path.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <set>
#include <sys/stat.h>
#include <unistd.h>

namespace fairlead {
namespace fs = std::filesystem;
namespace {

/// The type without a call of the system where listing the folder gave it, which `symlink_status` does not do.
fs::file_type type_of(const fs::directory_entry& entry) {
    std::error_code ignored;
    if (entry.is_symlink(ignored))
        return fs::file_type::symlink;
    if (entry.is_regular_file(ignored))
        return fs::file_type::regular;
    return entry.is_directory(ignored) ? fs::file_type::directory : entry.symlink_status(ignored).type();
}

FolderEntry entry_of(const fs::directory_entry& entry) {
    return {.name = entry.path().filename().native(), .type = type_of(entry)};
}

std::string below(std::string_view folder, std::string_view name) {
    return folder.empty() ? std::string(name) : python::join(folder, name);
}

/// Lists a package's folder and those below it.
class PackageWalk {
public:
    PackageWalk(const DirectoryLister& lister, const std::stop_token& stop, std::vector<WalkedEntry>& files)
        : lister_(lister), stop_(stop), files_(files) {}

    int walk(const std::string& folder, const std::string& relative, bool sorted) {
        FolderListing listing = list_folder(folder, lister_);
        if (sorted)
            std::sort(listing.entries.begin(), listing.entries.end(),
                      [](const FolderEntry& left, const FolderEntry& right) { return left.name < right.name; });
        for (const FolderEntry& entry : listing.entries) {
            if (listing.error != 0 || stop_.stop_requested())
                break;
            const WalkedEntry walked{
                .path = python::join(folder, entry.name), .relative = below(relative, entry.name), .type = entry.type};
            listing.error = add(walked);
        }
        return listing.error;
    }

private:
    int add(const WalkedEntry& entry) {
        struct stat status {};
        if (::stat(entry.path.c_str(), &status) != 0)
            return errno == ENOENT || errno == ENOTDIR || errno == ELOOP ? 0 : errno;
        if (S_ISREG(status.st_mode))
            files_.push_back(entry);
        if (!S_ISDIR(status.st_mode))
            return 0;
        // fairseq2 would go round a circle of links until the system stops it, and find every file again and again.
        const auto [place, is_new] = open_.emplace(status.st_dev, status.st_ino);
        if (!is_new)
            return 0;
        const int error = walk(entry.path, entry.relative, false);
        open_.erase(place);
        return error;
    }

    const DirectoryLister& lister_;
    const std::stop_token& stop_;
    std::vector<WalkedEntry>& files_;
    std::set<std::pair<dev_t, ino_t>> open_; // the folders that this one lies in
};

} // namespace

bool is_folder(const std::string& path) noexcept {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

bool is_card_file_name(std::string_view name) noexcept {
    const std::string_view suffix = python::suffix(name);
    return suffix == ".yaml" || suffix == ".yml";
}

FolderListing list_folder(const std::string& path, const DirectoryLister& lister) {
    FolderListing listing;
    try {
        if (lister) {
            for (const fs::directory_entry& entry : lister(path))
                listing.entries.push_back(entry_of(entry));
        } else {
            for (const fs::directory_entry& entry : fs::directory_iterator(path))
                listing.entries.push_back(entry_of(entry));
        }
    } catch (const fs::filesystem_error& error) {
        listing.error = error.code().value();
    }
    // fsspec asks for the state of each entry, which a folder can forbid that allows to be listed.
    if (!lister && listing.error == 0 && !listing.entries.empty() &&
        ::faccessat(AT_FDCWD, path.c_str(), X_OK, AT_EACCESS) != 0)
        listing.error = errno;
    if (listing.error != 0)
        listing.entries.clear();
    return listing;
}

int walk_folder(const std::string& folder, const DirectoryLister& lister, const std::stop_token& stop,
                WalkVisitor& visitor) {
    std::vector<WalkedEntry> pending{{.path = folder, .relative = {}, .type = fs::file_type::directory}};
    bool is_root = true;
    while (!pending.empty() && !stop.stop_requested()) {
        const WalkedEntry current = std::move(pending.back());
        pending.pop_back();
        FolderListing listing = list_folder(current.path, lister);
        if (listing.error != 0) {
            if (is_root)
                return listing.error;
            visitor.unreadable_folder(current, listing.error);
            continue;
        }
        is_root = false;
        const std::size_t first_folder = pending.size();
        for (FolderEntry& entry : listing.entries) {
            if (stop.stop_requested())
                break;
            WalkedEntry walked{.path = python::join(current.path, entry.name),
                               .relative = below(current.relative, entry.name),
                               .type = entry.type};
            if (entry.type == fs::file_type::directory)
                pending.push_back(std::move(walked));
            else if (is_card_file_name(entry.name))
                visitor.card_file(walked);
            else
                visitor.other(walked);
        }
        std::reverse(pending.begin() + static_cast<std::ptrdiff_t>(first_folder), pending.end());
    }
    return 0;
}

int walk_package(const std::string& folder, const DirectoryLister& lister, const std::stop_token& stop,
                 std::vector<WalkedEntry>& files) {
    const bool is_namespace = ::access(python::join(folder, "__init__.py").c_str(), F_OK) != 0;
    return PackageWalk(lister, stop, files).walk(folder, {}, is_namespace);
}

} // namespace fairlead
