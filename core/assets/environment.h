// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/assets/source.h"

#include <fairlead/asset_directories.h>
#include <fairlead/environment.h>
#include <string>

namespace fairlead {

/// The variables that a lookup gives.
class GivenEnvironment final : public Environment {
public:
    explicit GivenEnvironment(VariableLookup variable);
    [[nodiscard]] std::optional<std::string> maybe_get(const std::string& name) const override;

private:
    VariableLookup variable_;
};

/// fairseq2's StandardAssetDirectoryAccessor. A folder that a variable names in vain is a warning.
class StandardAssetDirectoryAccessor final : public AssetDirectoryAccessor {
public:
    using Warn = std::function<void(const std::string&)>;
    StandardAssetDirectoryAccessor(VariableLookup variable, Warn warn);

    [[nodiscard]] std::optional<std::filesystem::path> maybe_get_system_dir() const override;
    [[nodiscard]] std::optional<std::filesystem::path> maybe_get_user_dir() const override;
    [[nodiscard]] std::filesystem::path get_cache_dir() const override;

private:
    VariableLookup variable_;
    Warn warn_;
};

} // namespace fairlead
