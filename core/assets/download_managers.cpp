// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/assets/download_managers.h"

#include <fairlead/not_supported_error.h>
#include <fmt/format.h>
#include <utility>

namespace fairlead {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse_scheme(const Uri& uri) {
    throw NotSupportedError(
        fmt::format("`uri.scheme` must be a supported URI scheme, but is {} instead.", uri.scheme()));
}

fs::path local_path(const Uri& uri) {
    if (uri.scheme() != "file")
        refuse_scheme(uri);
    return uri.to_path();
}

} // namespace

inline namespace abi1 {

AssetDownloadManager::~AssetDownloadManager() = default;

AssetDownloadError::AssetDownloadError(Uri uri, const std::string& reason)
    : Error(fmt::format("Download of {} failed. {}", uri.str(), reason)), uri_(std::move(uri)) {}
AssetDownloadError::~AssetDownloadError() = default;

} // namespace abi1

fs::path LocalAssetDownloadManager::download_model(const Uri& uri, const DownloadOptions&) { return local_path(uri); }
fs::path LocalAssetDownloadManager::download_tokenizer(const Uri& uri, const DownloadOptions&) {
    return local_path(uri);
}
fs::path LocalAssetDownloadManager::download_dataset(const Uri& uri, const DownloadOptions&) { return local_path(uri); }
std::vector<std::string> LocalAssetDownloadManager::supported_schemes() const { return {"file"}; }

DelegatingAssetDownloadManager::DelegatingAssetDownloadManager(
    const std::vector<std::shared_ptr<AssetDownloadManager>>& managers) {
    for (const auto& manager : managers)
        for (std::string& scheme : manager->supported_schemes())
            if (const auto [place, is_new] = managers_.try_emplace(std::move(scheme), manager);
                !is_new && place->second != manager)
                throw ValueError(fmt::format("`managers` must support disjoint set of schemes, but {} scheme is "
                                             "supported by more than one download manager.",
                                             place->first));
}

fs::path DelegatingAssetDownloadManager::download_model(const Uri& uri, const DownloadOptions& options) {
    return manager_for(uri).download_model(uri, options);
}
fs::path DelegatingAssetDownloadManager::download_tokenizer(const Uri& uri, const DownloadOptions& options) {
    return manager_for(uri).download_tokenizer(uri, options);
}
fs::path DelegatingAssetDownloadManager::download_dataset(const Uri& uri, const DownloadOptions& options) {
    return manager_for(uri).download_dataset(uri, options);
}

std::vector<std::string> DelegatingAssetDownloadManager::supported_schemes() const {
    std::vector<std::string> schemes;
    schemes.reserve(managers_.size());
    for (const auto& [scheme, manager] : managers_)
        schemes.push_back(scheme);
    return schemes;
}

AssetDownloadManager& DelegatingAssetDownloadManager::manager_for(const Uri& uri) const {
    const auto found = managers_.find(uri.scheme());
    if (found == managers_.end())
        refuse_scheme(uri);
    return *found->second;
}

} // namespace fairlead
