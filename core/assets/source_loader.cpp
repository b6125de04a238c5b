// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/assets/source_loader.h"

#include "core/assets/python_path.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

namespace fairlead {
namespace fs = std::filesystem;
using What = WalkNote::What;
namespace {

/// What fairseq2 raises where a FIFO, a socket or a device is called as a card file is.
AssetError special_file_error(const struct stat& status, const std::string& path) {
    if (S_ISFIFO(status.st_mode))
        return {.type = "EndlessLoop", .message = printable_path(path) + " is waited for without end."};
    const bool reads_nul = S_ISCHR(status.st_mode) && // /dev/zero, /dev/full
                           (status.st_rdev == makedev(1, 5) || status.st_rdev == makedev(1, 7));
    if (reads_nul)
        return {.type = "AssetMetadataError",
                .message = printable_path(path) + " cannot be loaded as YAML.",
                .cause = "unacceptable character #x0000: special characters are not allowed"};
    return operational_error(S_ISSOCK(status.st_mode) ? ENXIO : EIO, path);
}

bool looks_like_cards(std::string_view name) {
    std::string lower(name);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return lower.ends_with(".yaml") || lower.ends_with(".yml") || lower.ends_with(".json");
}

} // namespace

AssetError operational_error(int code, const fs::path& path) {
    return {.type = "OperationalError",
            .message = "A system error occurred.",
            .cause = fmt::format("[Errno {}] {}: '{}'", code, std::strerror(code), printable_path(path))};
}

bool is_null_device(const struct stat& status) noexcept {
    return S_ISCHR(status.st_mode) && status.st_rdev == makedev(1, 3);
}

SourceLoader::SourceLoader(CatalogState& state, const CatalogOptions& options)
    : state_(state), options_(options), variable_(options.variable) {
    if (!variable_)
        variable_ = [](const char* name) { return std::getenv(name); };
}

void SourceLoader::load(std::uint32_t source) {
    source_ = source;
    if (!this->source().given.empty() || this->source().path.empty())
        return load_given();
    if (!resolve_path())
        return;
    switch (this->source().kind) {
    case SourceKind::package:
        return load_package();
    case SourceKind::checkpoint:
        return load_checkpoint();
    default:
        return load_path();
    }
}

bool SourceLoader::resolve_path() {
    auto resolved = python::resolve(source().path.native(), variable_);
    if (auto* error = std::get_if<AssetError>(&resolved)) {
        const bool lacks_directory = error->type == "OperationalError";
        note(What::source_unreadable, {},
             fmt::format("{} leads nowhere: {}", shown({}),
                         lacks_directory ? "the working folder does not exist any more." : error->message),
             *error);
        return false;
    }
    state_.source_paths[source_] = std::get<std::string>(std::move(resolved));
    return true;
}

void SourceLoader::load_given() {
    for (const GivenFile& given : source().given) {
        CardFile file;
        file.source = source_;
        file.shown = given.path;
        file.resolved_path = given.path;
        if (!source().given_in.empty()) {
            file.resolved_path = python::join(source().given_in, given.path);
            file.shown = printable_path(file.resolved_path);
            file.base_path = std::string(python::parent(file.resolved_path));
        }
        add(std::move(file), given.text);
    }
}

void SourceLoader::load_path() {
    const std::string& path = source_path();
    if (is_folder(path)) {
        if (const int error = walk_folder(path, options_.list_directory, options_.stop, *this))
            note(What::source_unreadable, {}, fmt::format("{} cannot be read: {}.", shown({}), std::strerror(error)),
                 operational_error(error, path));
        return;
    }
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0 && errno == ENOENT) {
        if (source().if_missing == IfMissing::note)
            return note(What::source_missing, {},
                        fmt::format("{} does not exist, so that nothing is checked there. fairseq2 looks for this "
                                    "directory by itself, and goes on without it.",
                                    shown({})));
        if (source().if_missing == IfMissing::nothing)
            return;
        note(What::source_missing, {}, fmt::format("{} does not exist.", shown({})),
             AssetError{.type = "AssetSourceNotFoundError", .message = source().name + " asset source is not found."});
        return;
    }
    card_file({.path = path, .relative = {}});
}

void SourceLoader::load_package() {
    const std::string& path = source_path();
    if (!is_folder(path)) {
        note(What::source_missing, {}, fmt::format("{} does not exist.", shown({})),
             AssetError{.type = "AssetSourceNotFoundError", .message = source().name + " asset source is not found."});
        return;
    }
    std::vector<WalkedEntry> files;
    if (const int error = walk_package(path, options_.list_directory, options_.stop, files)) {
        note(What::source_unreadable, {}, fmt::format("{} cannot be read: {}.", shown({}), std::strerror(error)),
             operational_error(error, path));
    }
    for (const WalkedEntry& entry : files) {
        if (options_.stop.stop_requested())
            return;
        if (is_card_file_name(fs::path(entry.relative).filename().native()))
            read_into_catalog(new_file(entry));
    }
}

void SourceLoader::card_file(const WalkedEntry& entry) {
    struct stat status {};
    const bool is_known = entry.type == fs::file_type::regular;
    if (!is_known && ::stat(entry.path.c_str(), &status) != 0) {
        if (errno == ENOENT)
            return note(What::dangling_link, entry.relative,
                        fmt::format("{} is a link to a file that does not exist.", shown(entry.relative)));
    } else if (!is_known && S_ISDIR(status.st_mode)) {
        return note(What::linked_yaml_folder, entry.relative,
                    fmt::format("{} is a link to a folder, but is called as a card file is.", shown(entry.relative)),
                    operational_error(EISDIR, entry.path));
    } else if (!is_known && is_null_device(status)) {
        return add(new_file(entry), {});
    } else if (!is_known && !S_ISREG(status.st_mode)) {
        return note(What::special_file, entry.relative,
                    fmt::format("{} is {}, not a regular file.", shown(entry.relative),
                                S_ISFIFO(status.st_mode)   ? "a FIFO (a named pipe)"
                                : S_ISSOCK(status.st_mode) ? "a socket"
                                                           : "a device"),
                    special_file_error(status, entry.path));
    }
    read_into_catalog(new_file(entry));
}

void SourceLoader::other(const WalkedEntry& entry) {
    const std::string_view name = std::string_view(entry.relative).substr(entry.relative.rfind('/') + 1);
    if (entry.type == fs::file_type::symlink && is_folder(entry.path)) {
        note(What::linked_folder, entry.relative,
             fmt::format("{} is a link to a folder: fairseq2 does not look into it.", shown(entry.relative)));
    } else if (looks_like_cards(name)) {
        note(What::ignored_file, entry.relative,
             fmt::format("{} is not read: fairseq2 reads files whose names end in .yaml or .yml, in small letters and "
                         "after a name.",
                         shown(entry.relative)));
    }
}

void SourceLoader::unreadable_folder(const WalkedEntry& entry, int error) {
    note(What::folder_unreadable, entry.relative,
         fmt::format("{} cannot be read ({}): fairseq2 passes over it silently.", shown(entry.relative),
                     std::strerror(error)));
}

CardFile SourceLoader::new_file(const WalkedEntry& entry) const {
    CardFile file;
    file.source = source_;
    file.path = entry.path;
    file.shown = shown(entry.relative);
    file.base_path = std::string(python::parent(entry.path));
    file.resolved_path = entry.path;
    file.is_link = entry.type == fs::file_type::symlink;
    return file;
}

void SourceLoader::read_into_catalog(CardFile file) {
    auto read = read_file(file.path, yaml::max_stream_size);
    if (auto* content = std::get_if<FileContent>(&read)) {
        file.stamp = content->stamp;
        file.writable = content->writable;
        return add(std::move(file), content->bytes);
    }
    auto& error = std::get<FileError>(read);
    if (error.code == ENOENT && source().kind == SourceKind::file)
        return; // it went away between
    file.error = std::move(error);
    state_.files.push_back(std::move(file));
}

void SourceLoader::add(CardFile file, std::string_view text) {
    const bool is_yaml = source().kind != SourceKind::in_memory && !file.synthetic;
    file.stream = yaml::Stream(text, is_yaml ? carry_ : yaml::Carry{});
    if (is_yaml)
        carry_ = file.stream.carry_out();
    const auto index = static_cast<std::uint32_t>(state_.files.size());
    state_.files.push_back(std::move(file));
    CardFile& added = state_.files.back();
    added.cards.resize(added.stream.documents().size());
    state_.add_cards(index, 0, static_cast<std::uint32_t>(added.cards.size()));
    constexpr std::size_t files_between_reports = 16;
    if (options_.progress && state_.files.size() % files_between_reports == 0)
        options_.progress({.files = state_.files.size(), .cards = state_.card_count});
}

void SourceLoader::note(What what, std::string_view relative, std::string message, std::optional<AssetError> error) {
    state_.notes.push_back({.what = what,
                            .source = source_,
                            .shown = shown(relative),
                            .message = std::move(message),
                            .before_file = static_cast<std::uint32_t>(state_.files.size()),
                            .error = std::move(error)});
}

std::string SourceLoader::shown(std::string_view relative) const {
    std::string text = source().path.native();
    if (!relative.empty() && !text.ends_with('/'))
        text += '/';
    return printable_path(text.append(relative));
}

} // namespace fairlead
