// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/asset_download_manager.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace fairlead {

/// Gives the path of `file:` URIs as it is; whether it exists is the loader's matter. fairseq2's own also takes `s3`,
/// which fsspec reads for it.
class LocalAssetDownloadManager final : public AssetDownloadManager {
public:
    [[nodiscard]] std::filesystem::path download_model(const Uri& uri, const DownloadOptions& options) override;
    [[nodiscard]] std::filesystem::path download_tokenizer(const Uri& uri, const DownloadOptions& options) override;
    [[nodiscard]] std::filesystem::path download_dataset(const Uri& uri, const DownloadOptions& options) override;
    [[nodiscard]] std::vector<std::string> supported_schemes() const override;
};

/// Asks the one that supports the URI's scheme.
class DelegatingAssetDownloadManager final : public AssetDownloadManager {
public:
    /// Throws ValueError if two support one scheme.
    explicit DelegatingAssetDownloadManager(const std::vector<std::shared_ptr<AssetDownloadManager>>& managers);

    [[nodiscard]] std::filesystem::path download_model(const Uri& uri, const DownloadOptions& options) override;
    [[nodiscard]] std::filesystem::path download_tokenizer(const Uri& uri, const DownloadOptions& options) override;
    [[nodiscard]] std::filesystem::path download_dataset(const Uri& uri, const DownloadOptions& options) override;
    [[nodiscard]] std::vector<std::string> supported_schemes() const override;

private:
    [[nodiscard]] AssetDownloadManager& manager_for(const Uri& uri) const;

    std::map<std::string, std::shared_ptr<AssetDownloadManager>, std::less<>> managers_;
};

} // namespace fairlead
