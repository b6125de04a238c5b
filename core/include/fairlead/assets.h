// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/here.h>

#include <filesystem>
#include <string>

namespace fairlead {
inline namespace abi1 {

class DependencyContainer;

/// Gives cards (fairseq2's AssetMetadataSource, assets/metadata_provider.py). An extension may bring its own: register
/// it in the container's collection, `container.collection().register_type<AssetMetadataSource, MySource>()`.
class FAIRLEAD_API AssetMetadataSource {
public:
    AssetMetadataSource() = default;
    AssetMetadataSource(const AssetMetadataSource&) = delete;
    AssetMetadataSource& operator=(const AssetMetadataSource&) = delete;
    virtual ~AssetMetadataSource();

    /// What its cards' `__source__` is, and error texts name it by.
    [[nodiscard]] virtual std::string name() const = 0;
    /// The cards as YAML documents, as they would stand in a file; called once for each store.
    [[nodiscard]] virtual std::string load() const = 0;
};

/// The cards below the folder of a package: `a.b` is the folder `a/b` beside the manifest of the extension that
/// registers it, or below InitOptions::package_path. Looked for when the store is first resolved, which throws if there
/// is none. Each of these functions throws InvalidOperationError once something was resolved.
FAIRLEAD_API void register_package_assets(DependencyContainer& container, std::string package,
                                          Here here = Here::current());

/// The cards of a file, or of all `*.yaml` and `*.yml` below a folder. If it does not exist, the store is not to be
/// had; with `not_exist_ok` there is no such source then.
FAIRLEAD_API void register_file_assets(DependencyContainer& container, const std::filesystem::path& path,
                                       bool not_exist_ok = false, Here here = Here::current());

/// Cards that the program has: YAML documents, or JSON objects with `---` between them. `source` is the source's name.
FAIRLEAD_API void register_in_memory_assets(DependencyContainer& container, std::string source, std::string entries,
                                            Here here = Here::current());

/// The models of a recipe's checkpoint folder: the cards of its `model.yaml`, of which one is `checkpoint`, and based
/// on that `checkpoint_step_10` for a folder `step_10`, with the weights in `step_10/model`, and `last_checkpoint`;
/// with scores in `scores/step_10.txt` also `best_checkpoint`. Without a `model.yaml` the store is not to be had.
FAIRLEAD_API void register_checkpoint_models(DependencyContainer& container, const std::filesystem::path& directory,
                                             Here here = Here::current());

} // namespace abi1
} // namespace fairlead
