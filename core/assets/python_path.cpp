// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/assets/python_path.h"

#include "core/files/read.h"

#include <cerrno>
#include <cstring>
#include <fmt/format.h>
#include <optional>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>
#include <unordered_map>
#include <vector>

namespace fairlead::python {
namespace {

std::string_view take_part(std::string_view& rest) noexcept {
    const std::size_t slash = rest.find('/');
    const std::string_view part = rest.substr(0, slash);
    rest.remove_prefix(slash == std::string_view::npos ? rest.size() : slash + 1);
    return part;
}

std::optional<std::string> home_of(std::string_view user, const VariableLookup& variable) {
    if (user.empty()) {
        if (const char* home = variable("HOME"))
            return home;
    }
    std::vector<char> buffer(16384);
    passwd entry{};
    passwd* found = nullptr;
    if (user.empty())
        (void)::getpwuid_r(::getuid(), &entry, buffer.data(), buffer.size(), &found);
    else
        (void)::getpwnam_r(std::string(user).c_str(), &entry, buffer.data(), buffer.size(), &found);
    if (!found)
        return std::nullopt;
    return entry.pw_dir;
}

/// `os.path.realpath`: goes on where something is missing, and leaves a circle of links as it is. A relative path is
/// taken from the working directory; it may come out relative, and with `..` at its start.
class RealPath {
public:
    /// False at a circle of links; `rest` is then appended unresolved.
    bool follow(std::string& path, std::string_view rest, int depth = 0) {
        if (rest.starts_with('/'))
            path.assign(1, '/');
        while (!rest.empty()) {
            const std::string_view part = take_part(rest);
            if (part.empty() || part == ".")
                continue;
            if (part == "..") {
                go_up(path);
                continue;
            }
            std::string next = appended(path, part);
            const auto target = link_target(next);
            if (!target) {
                path = std::move(next);
                continue;
            }
            const auto [known, is_new] = seen_.try_emplace(next);
            if (!is_new && known->second) {
                path = *known->second;
                continue;
            }
            constexpr int most_links = 1000;
            if (!is_new || depth > most_links) {
                path = appended(next, rest);
                return false;
            }
            if (!follow(path, *target, depth + 1)) {
                path = appended(path, rest);
                return false;
            }
            seen_[next] = path;
        }
        return true;
    }

private:
    static std::string appended(const std::string& path, std::string_view part) {
        if (part.empty())
            return path;
        if (path.empty() || part.starts_with('/'))
            return std::string(part);
        return path.ends_with('/') ? path + std::string(part) : path + '/' + std::string(part);
    }

    static void go_up(std::string& path) {
        if (path.empty() || path == ".." || path.ends_with("/.."))
            path = appended(path, "..");
        else if (const std::size_t slash = path.rfind('/'); slash == std::string::npos)
            path.clear();
        else
            path.resize(slash == 0 ? 1 : slash);
    }

    static std::optional<std::string> link_target(const std::string& path) {
        struct stat status {};
        if (::lstat(path.c_str(), &status) != 0 || !S_ISLNK(status.st_mode))
            return std::nullopt;
        std::string target(4096, '\0');
        const ssize_t size = ::readlink(path.c_str(), target.data(), target.size());
        if (size <= 0)
            return std::nullopt;
        target.resize(static_cast<std::size_t>(size));
        return target;
    }

    std::unordered_map<std::string, std::optional<std::string>> seen_; // nothing: being resolved
};

/// `os.path.normpath` of an absolute path: `..` takes the part before it away, whatever that is.
std::string without_parents(std::string_view path) {
    std::string result = "/";
    while (!path.empty()) {
        const std::string_view part = take_part(path);
        if (part == "..")
            result = std::string(parent(result));
        else if (!part.empty() && part != ".")
            result = join(result, part);
    }
    return result;
}

} // namespace

std::string path_text(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    if (text.starts_with('/'))
        result = text.starts_with("//") && !text.starts_with("///") ? "//" : "/";
    const std::size_t root = result.size();
    while (!text.empty()) {
        const std::string_view part = take_part(text);
        if (part.empty() || part == ".")
            continue;
        if (result.size() > root)
            result += '/';
        result += part;
    }
    return result.empty() ? "." : result;
}

std::string join(std::string_view left, std::string_view right) {
    if (right == "." || right.empty())
        return std::string(left);
    if (right.starts_with('/') || left == ".")
        return std::string(right);
    std::string result(left);
    if (!result.ends_with('/'))
        result += '/';
    return result.append(right);
}

std::string_view parent(std::string_view text) noexcept {
    const std::size_t slash = text.rfind('/');
    if (slash == std::string_view::npos)
        return ".";
    const std::size_t root = text.find_first_not_of('/');
    return text.substr(0, root == std::string_view::npos || slash < root ? slash + 1 : slash);
}

std::string_view suffix(std::string_view name) noexcept {
    const std::size_t dot = name.rfind('.');
    return dot == std::string_view::npos || dot == 0 || dot + 1 == name.size() ? std::string_view() : name.substr(dot);
}

std::optional<std::string> expand_user(const std::string& path, const VariableLookup& variable) {
    if (!path.starts_with('~'))
        return path;
    std::string_view rest = path;
    auto home = home_of(take_part(rest).substr(1), variable);
    if (!home || home->starts_with('~'))
        return std::nullopt;
    while (home->ends_with('/'))
        home->pop_back();
    return join(path_text(home->empty() ? "/" : *home), rest.empty() ? "." : rest);
}

std::variant<std::string, AssetError> resolve(std::string_view text, const VariableLookup& variable) {
    const auto expanded = expand_user(path_text(text), variable);
    if (!expanded)
        return AssetError{.type = "RuntimeError", .message = "Could not determine home directory."};
    std::string path;
    RealPath().follow(path, *expanded);
    if (!path.starts_with('/')) {
        std::error_code error;
        const std::filesystem::path here = std::filesystem::current_path(error);
        if (error)
            return AssetError{.type = "OperationalError",
                              .message = "A system error occurred.",
                              .cause = fmt::format("[Errno {}] {}", error.value(), std::strerror(error.value()))};
        path = here.native() + "/" + path;
    }
    path = without_parents(path);
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0 && errno == ELOOP)
        return AssetError{.type = "RuntimeError",
                          .message = fmt::format("Symlink loop from '{}'", printable_path(path))};
    return path;
}

} // namespace fairlead::python
