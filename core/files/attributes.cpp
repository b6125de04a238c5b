// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/files/save_target.h"

#include <cerrno>
#include <fmt/format.h>
#include <grp.h>
#include <pwd.h>
#include <sys/xattr.h>
#include <unistd.h>
#include <vector>

namespace fairlead {
namespace {

constexpr const char* acl = "system.posix_acl_access";

std::string name_of_user(uid_t id) {
    std::vector<char> buffer(16384);
    passwd entry{};
    passwd* found = nullptr;
    if (::getpwuid_r(id, &entry, buffer.data(), buffer.size(), &found) == 0 && found)
        return found->pw_name;
    return fmt::format("{}", id);
}

std::string name_of_group(gid_t id) {
    std::vector<char> buffer(16384);
    group entry{};
    group* found = nullptr;
    if (::getgrgid_r(id, &entry, buffer.data(), buffer.size(), &found) == 0 && found)
        return found->gr_name;
    return fmt::format("{}", id);
}

/// Calls a function of the getxattr family twice or more: for the size, then for the bytes. -1 with errno if it fails.
template <typename Get>
ssize_t read_sized(std::string& bytes, const Get& get) {
    while (true) {
        const ssize_t size = get(nullptr, 0);
        if (size < 0)
            return size;
        bytes.resize(static_cast<std::size_t>(size));
        const ssize_t got = get(bytes.data(), bytes.size());
        if (got >= 0) {
            bytes.resize(static_cast<std::size_t>(got));
            return got;
        }
        if (errno != ERANGE)
            return got;
    }
}

bool is_acl(std::string_view name) { return name.find("acl") != std::string_view::npos && name.starts_with("system."); }

/// Attributes that others set by rules of their own: one that cannot be copied is no loss of the person's.
bool may_be_lost(std::string_view name) { return !name.starts_with("user.") && !name.starts_with("system."); }

std::string copy_extended_attributes(int new_file, const SaveTarget& target) {
    const char* path = target.path.c_str();
    std::string names;
    if (read_sized(names, [&](char* to, std::size_t size) { return ::llistxattr(path, to, size); }) < 0)
        names.clear(); // a file system without them
    bool has_acl = false;
    for (std::string_view rest = names; !rest.empty();) {
        const std::string name(rest.substr(0, rest.find('\0')));
        rest.remove_prefix(std::min(name.size() + 1, rest.size()));
        has_acl = has_acl || name == acl;
        std::string value;
        const bool copied =
            read_sized(value, [&](char* to, std::size_t size) { return ::lgetxattr(path, name.c_str(), to, size); }) >=
                0 &&
            ::fsetxattr(new_file, name.c_str(), value.data(), value.size(), 0) == 0;
        if (!copied && !may_be_lost(name))
            return is_acl(name) ? std::string("its access control list") : fmt::format("its attribute {}", name);
    }
    // A folder gives its default list to new files; the old file has none.
    if (!has_acl && ::fremovexattr(new_file, acl) != 0 && errno != ENODATA && errno != ENOTSUP)
        return "its permissions";
    return {};
}

} // namespace

std::string give_attributes(int new_file, const SaveTarget& target) {
    const struct stat& old = *target.status;
    struct stat status {};
    if (::fstat(new_file, &status) != 0)
        return "its owner";
    if (status.st_uid != old.st_uid && ::fchown(new_file, old.st_uid, static_cast<gid_t>(-1)) != 0)
        return fmt::format("its owner ({})", name_of_user(old.st_uid));
    if (status.st_gid != old.st_gid && ::fchown(new_file, static_cast<uid_t>(-1), old.st_gid) != 0)
        return fmt::format("its group ({})", name_of_group(old.st_gid));
    return copy_extended_attributes(new_file, target);
}

std::string give_mode(int new_file, const SaveTarget& target) {
    constexpr mode_t permission_bits = 07777;
    struct stat given {};
    const bool kept = ::fchmod(new_file, target.status->st_mode & permission_bits) == 0 &&
                      ::fstat(new_file, &given) == 0 && given.st_mode == target.status->st_mode;
    return kept ? "" : "its permissions";
}

} // namespace fairlead
