// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/uri.h>

#include <filesystem>
#include <string>
#include <vector>

namespace fairlead {
inline namespace abi1 {

struct DownloadOptions {
    bool force = false;      ///< download even what is in the cache
    bool local_only = false; ///< only what is in the cache; else AssetDownloadError
};

/// Brings the files that cards name by URI to this machine (fairseq2's assets/download_manager.py).
///
/// What is resolved as `AssetDownloadManager` picks, by the URI's scheme, one of those in the container's collection:
/// the one for `file`, and what extensions add, `container.collection().register_type<AssetDownloadManager, Mine>()`.
/// Two that have a scheme in common: ValueError when it is first resolved. It may be called from any thread.
class FAIRLEAD_API AssetDownloadManager {
public:
    AssetDownloadManager() = default;
    AssetDownloadManager(const AssetDownloadManager&) = delete;
    AssetDownloadManager& operator=(const AssetDownloadManager&) = delete;
    virtual ~AssetDownloadManager();

    /// The file or folder that the URI's files are in now. Each throws AssetDownloadError where they cannot be had, and
    /// NotSupportedError for a scheme that is none of supported_schemes().
    [[nodiscard]] virtual std::filesystem::path download_model(const Uri& uri, const DownloadOptions& options) = 0;
    [[nodiscard]] virtual std::filesystem::path download_tokenizer(const Uri& uri, const DownloadOptions& options) = 0;
    [[nodiscard]] virtual std::filesystem::path download_dataset(const Uri& uri, const DownloadOptions& options) = 0;

    /// In small letters, each once.
    [[nodiscard]] virtual std::vector<std::string> supported_schemes() const = 0;
};

/// Files could not be brought here, because of a network or a server.
class FAIRLEAD_API AssetDownloadError : public Error {
public:
    /// `reason`: a sentence.
    AssetDownloadError(Uri uri, const std::string& reason);
    ~AssetDownloadError() override;

    [[nodiscard]] const Uri& uri() const noexcept { return uri_; }

private:
    Uri uri_;
};

} // namespace abi1
} // namespace fairlead
