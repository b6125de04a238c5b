// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/families/card_files.h"

#include "core/assets/errors.h"
#include "core/assets/python_path.h"
#include "core/files/read.h"

#include <algorithm>
#include <fairlead/family_errors.h>
#include <fmt/format.h>
#include <string_view>
#include <system_error>
#include <utility>
#include <variant>

namespace fairlead {
inline namespace abi1 {
namespace families {
namespace {

namespace fs = std::filesystem;

const char* field_of(CardFile which) { return which == CardFile::checkpoint ? "checkpoint" : "tokenizer"; }

fs::path resolved(std::string_view path, const Environment& environment) {
    std::optional<std::string> value;
    std::variant<std::string, AssetError> answer = python::resolve(path, [&](const char* name) {
        value = environment.maybe_get(name);
        return value ? value->c_str() : nullptr;
    });
    if (auto* error = std::get_if<AssetError>(&answer))
        throw_error(std::move(*error));
    return std::get<std::string>(std::move(answer));
}

[[noreturn]] void refuse_gated(const AssetCard& card, CardFile which) {
    std::optional<std::string> url;
    if (const auto field = card.maybe_get_field("url"))
        url = field->as_string();
    if (which == CardFile::checkpoint)
        throw ModelGatedError(card.name(), std::move(url));
    throw TokenizerGatedError(card.name(), std::move(url));
}

std::string schemes_text(std::vector<std::string> schemes) {
    std::ranges::sort(schemes);
    return fmt::format("Supported are: {}.", fmt::join(schemes, ", "));
}

fs::path download(const Uri& uri, CardFile which, AssetDownloadManager& downloads) {
    if (uri.scheme() == "file")
        return uri.to_path();
    const auto get = [&](const DownloadOptions& options) {
        return which == CardFile::checkpoint ? downloads.download_model(uri, options)
                                             : downloads.download_tokenizer(uri, options);
    };
    (void)get({});
    return get({.local_only = true});
}

/// `Path(path).is_relative_to(folder)`, both as of python::path_text().
bool is_below(std::string_view path, std::string_view folder) {
    if (!path.starts_with(folder))
        return false;
    return path.size() == folder.size() || folder == "/" || path[folder.size()] == '/';
}

} // namespace

FetchedFile fetch_file(const AssetCard& card, CardFile which, AssetDownloadManager& downloads,
                       const Environment& environment) {
    const std::string field = field_of(which);
    const auto uri_field = card.maybe_get_field(field);
    if (!uri_field)
        refuse_gated(card, which);
    const Uri uri = uri_field->as_uri();
    const std::vector<std::string> schemes = downloads.supported_schemes();
    if (std::ranges::find(schemes, uri.scheme()) == schemes.end())
        throw AssetCardError(card.name(),
                             fmt::format("{} URI scheme of the {} asset card is expected to be a supported scheme, but "
                                         "is {} instead.",
                                         field, card.name(), uri.scheme()),
                             schemes_text(schemes));
    const std::string cached = python::path_text(download(uri, which, downloads).native());
    FetchedFile file{.path = cached, .is_local = uri.scheme() == "file"};
    if (const auto sub_path = card.maybe_get_field(field + "_path")) {
        file.path = resolved(python::join(cached, python::path_text(sub_path->as_string())), environment);
        if (!is_below(file.path.native(), cached))
            throw AssetCardError(card.name(),
                                 fmt::format("{}_path field of the {} asset card points to a path that is not relative "
                                             "to the download directory.",
                                             field, card.name()),
                                 fmt::format("{} is not below {}.", printable_path(file.path), printable_path(cached)));
    }
    // Older cards name the parts of a checkpoint so: `model.{shard_idx}.pt`.
    if (which == CardFile::checkpoint && file.path.filename().native().find("shard_idx") != std::string::npos)
        file.path = std::string(python::parent(file.path.native()));
    return file;
}

AssetCardError erroneous_file(const AssetCard& card, CardFile which, const FetchedFile& file,
                              const std::string& details) {
    std::string text = fmt::format("{} of the {} asset card is erroneous.",
                                   which == CardFile::checkpoint ? "Model checkpoint" : "Tokenizer model", card.name());
    if (!file.is_local)
        text += fmt::format(" Make sure that it is downloaded correctly and, if not, delete your cached version at {}.",
                            printable_path(file.path));
    return {card.name(), std::move(text), details};
}

AssetCardError missing_file(const AssetCard& card, CardFile which, const FetchedFile& file) {
    return {card.name(), fmt::format("{} pointed to by the {} field of the {} asset card is not found.",
                                     printable_path(file.path), field_of(which), card.name())};
}

fs::path expanded_path(const fs::path& path, const Environment& environment) {
    return path.native().starts_with('~') ? resolved(path.native(), environment) : path;
}

bool path_exists(const fs::path& path) noexcept {
    std::error_code error;
    return path.native().find('\0') == std::string::npos && fs::exists(path, error) && !error;
}

} // namespace families
} // namespace abi1
} // namespace fairlead
