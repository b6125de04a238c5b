// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/needed_symbols.h"

#include "core/extensions/open_library.h"

#include <algorithm>
#include <cstdlib>
#include <deque>
#include <dlfcn.h>
#include <set>
#include <string_view>
#include <utility>

namespace fairlead {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t library_limit = 500;

/// The folders that one library's needed libraries are looked for in (ld.so(8), without its cache).
std::vector<fs::path> folders_for(const ElfLibrary& library, const fs::path& path) {
    std::vector<fs::path> folders;
    const auto add = [&](std::string_view list) {
        while (!list.empty()) {
            const auto end = list.find(':');
            std::string part(list.substr(0, end));
            for (const std::string_view origin : {"${ORIGIN}", "$ORIGIN"})
                if (const auto at = part.find(origin); at != std::string::npos)
                    part.replace(at, origin.size(), path.parent_path().native());
            if (!part.empty())
                folders.emplace_back(part);
            list.remove_prefix(end == std::string_view::npos ? list.size() : end + 1);
        }
    };
    if (library.runpath.empty())
        add(library.rpath);
    const char* variable = std::getenv("LD_LIBRARY_PATH");
    add(variable == nullptr ? "" : variable);
    add(library.runpath);
#if defined(__x86_64__)
    add("/lib/x86_64-linux-gnu:/usr/lib/x86_64-linux-gnu");
#elif defined(__aarch64__)
    add("/lib/aarch64-linux-gnu:/usr/lib/aarch64-linux-gnu");
#endif
    add("/lib64:/usr/lib64:/lib:/usr/lib");
    return folders;
}

/// A library of this process by its name; closed again, never opened for it.
class LoadedLibrary {
public:
    explicit LoadedLibrary(const std::string& name) : handle_(::dlopen(name.c_str(), RTLD_LAZY | RTLD_NOLOAD)) {}
    LoadedLibrary(LoadedLibrary&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
    LoadedLibrary& operator=(LoadedLibrary&&) = delete;
    ~LoadedLibrary() {
        if (handle_ != nullptr)
            ::dlclose(handle_);
    }
    [[nodiscard]] explicit operator bool() const noexcept { return handle_ != nullptr; }
    [[nodiscard]] bool has(const std::string& symbol) const { return ::dlsym(handle_, symbol.c_str()) != nullptr; }

private:
    void* handle_;
};

struct Provider {
    fs::path path;
    ElfLibrary library;
};

} // namespace

std::optional<std::vector<std::string>> unresolved_symbols(const ElfLibrary& library, const fs::path& path) {
    std::set<std::string_view> missing;
    std::set<std::string_view> own;
    for (const ElfSymbol& symbol : library.symbols)
        if (symbol.defined)
            own.insert(symbol.name);
    for (const ElfSymbol& symbol : library.symbols)
        if (!symbol.defined && !symbol.weak && !own.contains(symbol.name) &&
            ::dlsym(RTLD_DEFAULT, std::string(symbol.name).c_str()) == nullptr)
            missing.insert(symbol.name);

    std::set<std::string> seen;
    std::deque<Provider> open; // stays where it is: `missing` borrows nothing from it, the loop does
    const ElfLibrary* current = &library;
    fs::path current_path = path;
    for (std::size_t next = 0; !missing.empty();) {
        const auto folders = folders_for(*current, current_path);
        for (const std::string& name : current->needed) {
            if (!seen.insert(name).second)
                continue;
            if (seen.size() > library_limit)
                return std::nullopt;
            if (const LoadedLibrary loaded(name); loaded) {
                std::erase_if(missing, [&](std::string_view symbol) { return loaded.has(std::string(symbol)); });
                continue;
            }
            bool found = false;
            for (const fs::path& folder : folders) {
                const fs::path candidate = name.find('/') == std::string::npos ? folder / name : fs::path(name);
                auto bytes = open_library(candidate);
                if (!bytes)
                    continue;
                auto read = read_elf_library(*bytes);
                if (!std::holds_alternative<ElfLibrary>(read))
                    continue;
                open.push_back({candidate, std::move(std::get<ElfLibrary>(read))});
                for (const ElfSymbol& symbol : open.back().library.symbols)
                    if (symbol.defined)
                        missing.erase(symbol.name);
                found = true;
                break;
            }
            if (!found)
                return std::nullopt;
        }
        if (next == open.size())
            break;
        current = &open[next].library;
        current_path = open[next].path;
        ++next;
    }
    return std::vector<std::string>(missing.begin(), missing.end());
}

} // namespace fairlead
