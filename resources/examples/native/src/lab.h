// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/asset_directories.h>
#include <fairlead/asset_download_manager.h>
#include <fairlead/assets.h>
#include <fairlead/config_directive.h>
#include <fairlead/environment.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

// Where our files are, and three ways to bring them to Fairlead. What a constructor takes, the container supplies.
namespace tiny {

/// The folder that the variable TINY_LAB names.
class Lab {
public:
    explicit Lab(const fairlead::Environment& environment) : folder_(environment.maybe_get("TINY_LAB").value_or("")) {}
    const std::filesystem::path& folder() const { return folder_; }

private:
    std::filesystem::path folder_;
};

/// Cards for the models of the lab: its file index.txt has lines with a name, an architecture and a checkpoint.
class LabCards final : public fairlead::AssetMetadataSource {
public:
    explicit LabCards(std::shared_ptr<Lab> lab) : lab_(std::move(lab)) {}
    std::string name() const override { return "lab:index"; }
    std::string load() const override;

private:
    std::shared_ptr<Lab> lab_;
};

/// Copies the lab's files, `lab://NAME`, into the cache directory.
class LabDownloadManager final : public fairlead::AssetDownloadManager {
public:
    LabDownloadManager(std::shared_ptr<Lab> lab, std::shared_ptr<fairlead::AssetDirectoryAccessor> directories)
        : lab_(std::move(lab)), directories_(std::move(directories)) {}

    std::filesystem::path download_model(const fairlead::Uri& uri, const fairlead::DownloadOptions& options) override;
    std::filesystem::path download_tokenizer(const fairlead::Uri& uri,
                                             const fairlead::DownloadOptions& options) override;
    std::filesystem::path download_dataset(const fairlead::Uri& uri, const fairlead::DownloadOptions& options) override;
    std::vector<std::string> supported_schemes() const override { return {"lab"}; }

private:
    std::filesystem::path download(const fairlead::Uri& uri, const fairlead::DownloadOptions& options) const;

    std::shared_ptr<Lab> lab_;
    std::shared_ptr<fairlead::AssetDirectoryAccessor> directories_;
};

/// Replaces `${lab}` in configs with the lab's folder.
class LabDirective final : public fairlead::ConfigDirective {
public:
    explicit LabDirective(std::shared_ptr<Lab> lab) : lab_(std::move(lab)) {}
    fairlead::ConfigTree execute(const std::string& text, const fairlead::ConfigTree& config) const override;

private:
    std::shared_ptr<Lab> lab_;
};

} // namespace tiny
