// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/assets/source.h"

#include <fairlead/assets.h>
#include <fairlead/dependency_container.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace fairlead {

/// Where packages are looked for. In the container once, filled while extensions are loaded.
struct PackageFolders {
    std::map<std::string, std::filesystem::path> of_extensions{}; ///< the folder of an extension's manifest, by name
    std::vector<std::filesystem::path> path{};                    ///< InitOptions::package_path
};

/// A source that the core reads itself.
class KnownAssetSource final : public AssetMetadataSource {
public:
    explicit KnownAssetSource(std::vector<AssetSource> sources, std::string package = {})
        : sources_(std::move(sources)), package_(std::move(package)) {}

    [[nodiscard]] std::string name() const override;
    [[nodiscard]] std::string load() const override { return {}; }
    /// One, or for the asset directories up to two. Of a package the folder is looked for; throws
    /// AssetSourceNotFoundError.
    [[nodiscard]] std::vector<AssetSource> sources(const PackageFolders& folders) const;
    /// Of a package: the extension that registered it; empty: the program.
    void set_owner(std::string owner) { owner_ = std::move(owner); }

private:
    std::vector<AssetSource> sources_;
    std::string package_;
    std::string owner_;
};

/// Registers the store and the asset directories, in the order of fairseq2 (composition/assets.py).
void register_asset_store(DependencyContainer& container, const VariableLookup& variable,
                          std::shared_ptr<const PackageFolders> folders, std::vector<std::string>& warnings);

} // namespace fairlead
